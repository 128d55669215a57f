import type { Share } from '#lib/server/rooms/index.ts';

/** What was sent to this page and refused: what was typed, and what is wrong with it, by the id of its field. */
export type Sent = { typed: Record<string, string>; problems: Record<string, string> };

/** How much of a class chose something, in words. It is never all of it, and never nobody. */
export function shareInWords(share: Share): string {
	if (typeof share === 'string') return share;
	return share === 9 ? '9 in 10 or more' : `about ${share} in 10`;
}

/** How many of ten strokes are painted for a share. */
export const painted = (share: Share): number => (typeof share === 'string' ? 0 : share);
