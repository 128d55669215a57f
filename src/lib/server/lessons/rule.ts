import { paragraphsOf, textsOf, type Rule as RuleOf, type Written } from '../writing/index.ts';
import type { Catalogued } from './reading.ts';

/** What a lesson is held against. */
export type Known = {
	/** The ids of the services that we show. */
	services: ReadonlySet<string>;
	/** `YYYY-MM-DD`. */
	today: string;
};

/** A lesson is told three times: in easy words, as it is, and further. */
export type Tier = 'easy' | 'lesson' | 'further';

/** A lesson, its prose, what a pupil reads in each tier, and what it is held against. */
export type Whole = Written & Known & { lesson: Catalogued; tiers: Record<Tier, string[]> };
/** Says in a sentence each what is wrong with a lesson. */
export type Rule = RuleOf<Whole>;

/** A lesson as the rules see it. */
export function wholeOf(lesson: Catalogued, prose: string, known: Known): Whole {
	const { activities, sources, objectives, tellings, steps, misconceptions } = lesson;
	const tiers = {
		easy: textsOf(tellings.easy),
		lesson: [
			...paragraphsOf(prose),
			...textsOf(activities),
			...textsOf(objectives.map(({ exitItem }) => exitItem))
		],
		further: textsOf(tellings.further)
	};
	const read = Object.values(tiers).flat();
	// What a pupil may believe is quoted in order to answer it, and what a teacher may hear, to turn it round.
	const beside = [...textsOf(steps), ...textsOf(misconceptions), ...lesson.atHome];
	const notes = [lesson.contentNote, ...textsOf(lesson.sexEducationNote)];
	const texts = [...read, lesson.summary, ...notes, ...beside];
	return { lesson, prose, activities, sources, tiers, read, texts, ...known };
}
