import { timingSafeEqual } from 'node:crypto';

/** Whether two short secrets are the same, in a time that does not tell where they differ. */
export function isSame(one: string, other: string): boolean {
	const [a, b] = [Buffer.from(one), Buffer.from(other)];
	return a.length === b.length && timingSafeEqual(a, b);
}
