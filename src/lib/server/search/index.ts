export type { Piece } from './excerpts.ts';
export { most, type Found } from './found.ts';
export { search, searching, type Asked } from './searching.ts';
