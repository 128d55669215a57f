export type { Chronology } from './making.ts';
export { asPdf } from './printing.ts';
