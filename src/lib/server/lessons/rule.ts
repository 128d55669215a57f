import type { Catalogued } from './reading.ts';

/** What a lesson is held against. */
export type Known = {
	/** The ids of the services that we show. */
	services: ReadonlySet<string>;
	/** `YYYY-MM-DD`. */
	today: string;
};

/** A lesson, its prose, and what it is held against. */
export type Whole = Known & { lesson: Catalogued; prose: string };
/** Says in a sentence each what is wrong with a lesson. */
export type Rule = (whole: Whole) => string[];

/** The sentence, unless all is right. */
export const unless = (right: boolean, says: string): string[] => (right ? [] : [says]);

/** Every text of something that a pupil meets, however deep. */
export const textsOf = (held: unknown): string[] => {
	if (typeof held === 'string') return [held];
	if (held === null || typeof held !== 'object') return [];
	return Object.entries(held)
		.filter(([name]) => !['kind', 'id', 'to', 'fits', 'noDevice'].includes(name))
		.flatMap(([, value]) => textsOf(value));
};

const paragraphsOf = (prose: string): string[] =>
	prose
		.replaceAll(/<[^>]*>/g, '')
		.split(/\n\s*\n|\n(?=- |\d+\. )/)
		.map((each) => each.replaceAll(/[#*>_]|^- /gm, '').trim())
		.filter(Boolean);

/** What a pupil reads of a lesson, in each of its three tiers. */
export const tiersOf = ({ lesson, prose }: Whole): Record<Tier, string[]> => ({
	easy: textsOf(lesson.tellings.easy),
	lesson: [
		...paragraphsOf(prose),
		...textsOf(lesson.activities),
		...textsOf(lesson.objectives.map(({ exitItem }) => exitItem))
	],
	further: textsOf(lesson.tellings.further)
});

/** A lesson is told three times: in easy words, as it is, and further. */
export type Tier = 'easy' | 'lesson' | 'further';

/** Everything that a pupil may read of a lesson. */
export const pupilTexts = (whole: Whole): string[] => Object.values(tiersOf(whole)).flat();

/** What anybody reads of it. */
export const everyText = (whole: Whole): string[] => [
	...pupilTexts(whole),
	whole.lesson.summary,
	whole.lesson.contentNote,
	...textsOf(whole.lesson.steps),
	...textsOf(whole.lesson.misconceptions),
	...whole.lesson.atHome
];
