import type { Share } from '#lib/server/rooms/index.ts';

/** How much of a class chose something, in words. It is never all of it, and never nobody. */
export function shareInWords(share: Share): string {
	if (typeof share === 'string') return share;
	return share === 9 ? '9 in 10 or more' : `about ${share} in 10`;
}

/** How many of ten strokes are painted for a share. */
export const painted = (share: Share): number => (typeof share === 'string' ? 0 : share);
