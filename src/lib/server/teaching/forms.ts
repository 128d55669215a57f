import * as v from 'valibot';
import { pathsInWords, wentInWords, type Path, type Went } from '#lib/classes.ts';
import { boxes, dayIn, key, lines, type Said } from '../fields.ts';
import type { Problems } from '../forms.ts';
import { daysAfter, today } from '../days.ts';

// What is wrong is said by the domain and not by the form: it knows the day, the scheme, and what this school teaches,
// and says everything at once.
const typed = v.pipe(v.optional(v.string(), ''), v.trim());

/** How a plan says a lesson is given: `usual` is as the school’s settings have it. */
export type Planned = Path | 'usual';

/** What the form of a plan says. */
export const planning = v.object({
	...{ key, year: typed, label: typed, lesson: typed, path: typed },
	...boxes('on')
});

/** What the form of a record says; a plan stands for the class and the lesson. */
export const recording = v.object({
	...{ key, year: typed, label: typed, lesson: typed, path: typed, cut: lines },
	...{ went: typed, note: typed },
	...boxes('on')
});

/** Why something that was recorded does not hold. */
export const takingBack = v.object({ why: typed });

/** What a school adds to a lesson. */
export const adding = v.object({ key, lesson: typed, says: typed });

export type Planning = v.InferOutput<typeof planning>;
export type Recording = v.InferOutput<typeof recording>;
export type Adding = v.InferOutput<typeof adding>;

export const isPath = (path: string): path is Path => Object.hasOwn(pathsInWords, path);
export const isWent = (went: string): went is Went => Object.hasOwn(wentInWords, went);

/** The problems that there are, and no field that has none. */
export const onlyProblems = (problems: Record<string, string | undefined>): Problems =>
	Object.fromEntries(
		Object.entries(problems).filter((each): each is [string, string] => each[1] !== undefined)
	);

// What was given longer ago belongs to a school year that is over, and to a record that was read.
const daysBack = 366;
const daysAhead = 366;

/** What is wrong with the day on which a lesson is to be given. */
export function wrongPlannedDay(said: Said, at: Date): string | undefined {
	const day = dayIn(said, 'on');
	if (!day) return 'Write the day of the lesson, such as 9 11 2026';
	if (day < today(at))
		return 'That day is over. Plan a lesson for today or later; one that was given is recorded';
	return day > daysAfter(today(at), daysAhead) ? 'Choose a day within a year' : undefined;
}

/** What is wrong with the day on which something was done. */
export function wrongDayDone(said: Said, at: Date): string | undefined {
	const day = dayIn(said, 'on');
	if (!day) return 'Write the day it was on, such as 9 11 2026';
	if (day > today(at)) return 'That day is still to come. Write a day that has been';
	return day < daysAfter(today(at), -daysBack)
		? 'That is more than a year ago. Write a day of the last year'
		: undefined;
}
