import { counter } from './counting.ts';

export { byMonth } from './counting.ts';
export { noise } from './noise.ts';
export { helpCounts } from './schema.ts';

/** What this process has counted. */
export const { count, keep } = counter();
