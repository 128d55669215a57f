export { newestOf } from './finding.ts';
export { end, linking, make, type Sends } from './making.ts';
export { open, opening } from './opening.ts';
export { read, step, type Holder } from './using.ts';
