import { randomInt } from 'node:crypto';

// Crockford's base 32: no I, L, O or U, so that a reference read aloud is written down right.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const some = (many: number) =>
	Array.from({ length: many }, () => letters[randomInt(letters.length)]).join('');

/** A new reference such as `C-4K7M-2QHD`. It says nothing about who or when, so it may stand in an address. */
export const newReference = (letter: 'C' | 'K' | 'Q' | 'R' | 'W'): string =>
	`${letter}-${some(4)}-${some(4)}`;

/** A new code for a question box: 80 bits, so that nobody who was not given it finds it. */
export const newBoxCode = (): string => [some(4), some(4), some(4), some(4)].join('-');

/** A new code for a school's help page, such as `4K7MQ2`: short enough to type from a poster. */
export const newPageCode = (): string => some(6);
