import type { MarkName } from '#lib/components/marks.ts';

/** A word, a name or a label, and what is said beside it. */
export type Pair = { term: string; says: string };

/** A piece of a slide. */
export type Block =
	| { kind: 'words'; says: string }
	| { kind: 'list'; items: string[] }
	| { kind: 'pairs'; pairs: Pair[] }
	| { kind: 'letters' | 'boxes' | 'line'; of: string[] }
	| { kind: 'ways'; ways: { says: string; to: string }[] };

/** What a slide is for, which is how it looks. */
export type Look = 'opening' | 'plain' | 'step' | 'ask' | 'think' | 'story' | 'help' | 'calm';

/** How large the letters are: as large as the words leave room for. */
export type Size = 'largest' | 'large' | 'middle' | 'small';

/** What a class sees at once. It holds nothing of what a teacher says, does or watches for. */
export interface Slide {
	id: string;
	/** The step of the lesson that it belongs to, by its place. */
	step: number;
	look: Look;
	size: Size;
	/** Said small above the title: what it is a part of. */
	of?: string;
	title: string;
	/** What a step that is begun is drawn with. */
	mark?: MarkName;
	/** What was asked on the slide before, where this one is an answer. */
	asked?: string;
	blocks: Block[];
	/** The slide that comes on, where it is not the next: a story goes by its first choice. */
	on?: string;
	/** What can be said to answers that the slide does not show. For the presenter alone. */
	replies: Pair[];
}

/** A slide before it is known how large its letters can be, or whether it has to be several. */
export type Draft = Omit<Slide, 'size' | 'replies' | 'step'> & Partial<Pick<Slide, 'replies'>>;
