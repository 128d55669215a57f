export { climb } from './climbing.ts';
export { type Holders } from './steps.ts';
export { waits } from './waiting.ts';
