import { randomBytes } from 'node:crypto';

/**
 * How much less likely each step away from nothing is than the step before it. With 0.85 the noise is at most 4
 * either way on half of all days, with a standard deviation of 8.7: no count of a day tells of one child. A
 * month of thirty days is off by about 48, which a partnership can live with. The number is ours to choose.
 */
export const shrinks = 0.85;

/** A number from 0 up to but not including 1, that nobody can foresee. */
const chance = (): number => randomBytes(6).readUIntBE(0, 6) / 2 ** 48;

const steps = (): number => Math.floor(Math.log1p(-chance()) / Math.log(shrinks));

/** A whole number above or below nothing by chance: as often above as below, and far from it seldom. */
export const noise = (): number => steps() - steps();
