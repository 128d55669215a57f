export type { Chronology, Paper } from './making.ts';
export { asPdf } from './printing.ts';
