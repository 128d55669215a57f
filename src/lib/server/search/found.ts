import type { Piece } from './excerpts.ts';

/** How many are shown, the newest. Whoever finds that many is better served by one word more. */
export const most = 50;

/** Something that was found: a concern, an entry of a case, or a case by the name of its child. */
export type Found = {
	kind: 'concern' | 'entry' | 'case';
	/** Unlike that of any other that was found. */
	id: string;
	/** The reference of the concern, or of the case. */
	reference: string;
	/** When it was written down. */
	when: Date;
	/** The children whom it is about, by their names; none for a child whom nobody could name. */
	whose: string[];
	excerpt: Piece[];
};
