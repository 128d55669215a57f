import * as v from 'valibot';
import { question } from '#lib/activities/shapes.ts';
import { activities, list, review, source, words } from '../writing/index.ts';

/** Codes of the statutory guidance for England, as numbered in its own text: SS9 is the ninth item under "Being safe". */
const statutoryCode = v.pipe(
	v.string(),
	v.regex(/^(P[A-Z]|S[A-Z])\d{1,2}$/, 'Use a code such as SS9')
);

const objective = v.object({
	/** Finishes the sentence "By the end I can…" */
	text: words,
	codes: list(statutoryCode, 1),
	/** What shows that the objective was met. It is asked at the end and its answer stays with the pupil. */
	exitItem: question
});

const step = v.object({
	title: words,
	minutes: v.pipe(v.number(), v.integer(), v.minValue(1)),
	/** Part of the 25-minute path. */
	short: v.optional(v.boolean(), false),
	say: words,
	do: words,
	watchFor: words,
	/** The name of one of the lesson's activities. */
	activity: v.optional(v.string())
});

/**
 * What a lesson is. Front matter of `content/lessons/<phase>/<id>-<slug>.svx` obeys this or the build stops.
 *
 * Minutes add up to `minutes`; every activity is used by a step; a drafted lesson says so until people have checked it.
 */
export const lesson = v.pipe(
	v.object({
		id: v.pipe(v.string(), v.regex(/^(K2|K3|K4|P16)-\d\d$/)),
		title: words,
		phase: v.picklist(['Key stage 2', 'Key stage 3', 'Key stage 4', 'Post-16']),
		years: list(v.pipe(v.number(), v.integer()), 1),
		minutes: v.pipe(v.number(), v.integer(), v.minValue(25), v.maxValue(70)),
		/** 1 open to self-study; 2 class, or self-study if the teacher agrees; 3 led by a teacher only. */
		level: v.picklist([1, 2, 3]),
		strand: v.picklist(['relationships', 'health', 'sex education']),
		summary: words,
		contentNote: words,
		groundRules: list(words, 3),
		objectives: list(objective, 2),
		keyWords: list(v.object({ term: words, plain: words }), 3),
		cast: list(v.object({ name: words, who: words }), 1),
		misconceptions: list(v.object({ belief: words, answer: words }), 1),
		steps: list(step, 5),
		activities,
		sources: list(source, 1),
		/** Ids in content/services: who can help with what this lesson is about. */
		signposts: list(v.string(), 3),
		review,
		funding: words,
		authors: list(words, 1)
	}),
	v.check(
		({ minutes, steps }) => steps.reduce((sum, each) => sum + each.minutes, 0) === minutes,
		'The minutes of the steps add up to the minutes of the lesson'
	),
	v.check(
		({ steps, activities }) =>
			steps.every((each) => !each.activity || each.activity in activities) &&
			Object.keys(activities).every((name) => steps.some((each) => each.activity === name)),
		'Every activity belongs to a step, and every step names an activity that exists'
	)
);

export type Lesson = v.InferOutput<typeof lesson>;
