import type { Path } from '#lib/classes.ts';
import type { Checkable } from '../lesson-checks/index.ts';
import type { Catalogued } from '../lessons/index.ts';

/** A way to give a lesson: its steps, and the items of the guidance that it teaches. */
export type Way = { steps: { title: string; minutes: number }[]; codes: string[] };

/** What of a lesson matters to whoever gives it; `without` only where some of it is sex education. */
export type Teachable = Checkable &
	Pick<Catalogued, 'title' | 'address' | 'years'> & {
		ways: Record<Exclude<Path, 'without'>, Way> & { without?: Way };
	};

/** An item of the guidance; `C` is one that the scheme sets out to teach. */
export type Code = { code: string; gloss: string; status: string };

/** Every lesson that there is, in teaching order, and every item of the guidance. */
export type Scheme = { lessons: readonly Teachable[]; codes: readonly Code[] };

type Steps = { title: string; minutes: number; short: boolean }[];
type Ways = { steps: Steps; objectives: { codes: string[] }[] };

const wayOf = ({ steps, objectives }: Ways): Way => ({
	steps: steps.map(({ title, minutes }) => ({ title, minutes })),
	codes: [...new Set(objectives.flatMap(({ codes }) => codes))]
});

/** The ways to give a lesson; `without` is the same lesson without its sex education, where it has some. */
export function waysOf(lesson: Ways, without: Ways | undefined): Teachable['ways'] {
	const whole = wayOf(lesson);
	const inTime = { ...lesson, steps: lesson.steps.filter(({ short }) => short) };
	return {
		whole,
		short: { ...whole, steps: wayOf(inTime).steps },
		without: without && wayOf(without)
	};
}

/** A lesson of the scheme; `undefined` where there is none of that id. */
export const lessonOf = ({ lessons }: Scheme, id: string): Teachable | undefined =>
	lessons.find((lesson) => lesson.id === id);
