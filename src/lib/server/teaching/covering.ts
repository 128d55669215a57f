import { lessonOf, type Code, type Scheme, type Teachable } from './scheme.ts';
import { isFor } from './years.ts';

/** A lesson that was given, as far as coverage goes; `inPart` when it was the short path, or steps were left out. */
export type Given = {
	classId: string;
	/** The September in which its school year began. */
	schoolYear: number;
	lessonId: string;
	codes: readonly string[];
	inPart: boolean;
};

/** The classes of a year group, by school year: this one, and those in which its pupils were in earlier years. */
export type Cohort = ReadonlyMap<number, readonly string[]>;

/** How far something reached a year group. A class that met it in part has not had all of it. */
export type Reach = 'every class' | 'some classes, or in part' | 'not yet';

/** How far lessons reached a cohort: every class of one school year in full, or less, or not at all. */
export function reachOf(cohort: Cohort, given: readonly Given[]): Reach {
	if (given.length === 0) return 'not yet';
	const inFull = Map.groupBy(
		given.filter(({ inPart }) => !inPart),
		({ schoolYear }) => schoolYear
	);
	const isEvery = [...cohort].some(([schoolYear, classes]) => {
		const had = new Set((inFull.get(schoolYear) ?? []).map(({ classId }) => classId));
		return classes.length > 0 && classes.every((id) => had.has(id));
	});
	return isEvery ? 'every class' : 'some classes, or in part';
}

/** A core item of the guidance, how far it reached, and in which lessons. */
export type Covered = Pick<Code, 'code' | 'gloss'> & { reach: Reach; by: string[] };

/** The items that the scheme sets out to teach in a year’s part of school, and how far each has reached a cohort. */
export function coverageOf(
	{ codes }: Scheme,
	year: number,
	cohort: Cohort,
	given: readonly Given[]
): Covered[] {
	const byCode = new Map<string, Given[]>();
	for (const one of given)
		for (const code of one.codes) byCode.set(code, [...(byCode.get(code) ?? []), one]);
	return codes
		.filter(({ code, status }) => status === 'C' && isFor(year, code))
		.map(({ code, gloss }) => {
			const those = byCode.get(code) ?? [];
			const by = [...new Set(those.map(({ lessonId }) => lessonId))].sort();
			return { code, gloss, reach: reachOf(cohort, those), by };
		});
}

/** What of the guidance the scheme does not set out to teach in a year’s part of school: the school teaches it elsewhere. */
export const leftOut = ({ codes }: Scheme, year: number) => ({
	touched: codes.filter(({ code, status }) => status === 'T' && isFor(year, code)),
	elsewhere: codes.filter(({ code, status }) => status === 'O' && isFor(year, code))
});

const atOnce = 3;

/** The lessons for a year that come next, in the order of the scheme: those that not every class has had. */
export function nextLessons(
	{ lessons }: Scheme,
	year: number,
	yearsOf: (lesson: Teachable) => readonly number[],
	cohort: Cohort,
	given: readonly Given[]
): Teachable[] {
	const byLesson = Map.groupBy(given, ({ lessonId }) => lessonId);
	return lessons
		.filter((lesson) => yearsOf(lesson).includes(year))
		.filter(({ id }) => reachOf(cohort, byLesson.get(id) ?? []) !== 'every class')
		.slice(0, atOnce);
}

/** What a lesson is called; of one that is not in the scheme any more, its id. */
export const titleOf = (scheme: Scheme, id: string): string => lessonOf(scheme, id)?.title ?? id;
