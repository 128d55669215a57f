import type { Activity } from '#lib/activities/shapes.ts';
import type { Source } from './parts.ts';

/** A file taken apart: what stands before the prose, as data, and the prose. */
export type Draft = { file: string; frontMatter: unknown; prose: string };

/** What somebody who wrote one is told: what it is refused for, and what will be due. */
export type Told = { refused: string[]; due: string[] };

/** What is held to rules, whoever it is written for. */
export type Written = {
	prose: string;
	activities: Record<string, Activity>;
	sources: readonly Source[];
	/** What whoever it is written for reads of it. */
	read: string[];
	/** What anybody reads of it. */
	texts: string[];
	/** `YYYY-MM-DD`. */
	today: string;
};

/** Says in a sentence each what is wrong with something written. */
export type Rule<Of extends Written = Written> = (written: Of) => string[];

/** The sentence, unless all is right. */
export const unless = (right: boolean, says: string): string[] => (right ? [] : [says]);

/** Every text of something that is met on a page, however deep. */
export const textsOf = (held: unknown): string[] => {
	if (typeof held === 'string') return [held];
	if (held === null || typeof held !== 'object') return [];
	return Object.entries(held)
		.filter(([name]) => !['kind', 'id', 'to', 'fits', 'noDevice'].includes(name))
		.flatMap(([, value]) => textsOf(value));
};

/** The paragraphs of prose, without their marks. */
export const paragraphsOf = (prose: string): string[] =>
	prose
		.replaceAll(/<[^>]*>/g, '')
		.split(/\n\s*\n|\n(?=- |\d+\. )/)
		.map((each) => each.replaceAll(/[#*>_]|^- /gm, '').trim())
		.filter(Boolean);
