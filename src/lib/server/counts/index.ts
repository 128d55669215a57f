export { see, type Counted } from './counting.ts';
export type { Shown } from './hiding.ts';
