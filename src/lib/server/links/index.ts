export { ask, asked, endAsked } from './asking.ts';
export { newestOf } from './finding.ts';
export { end, linking, make, notSent, type Sends } from './making.ts';
export { open, opening } from './opening.ts';
export { read, readAsked, step, write, type Holder } from './using.ts';
