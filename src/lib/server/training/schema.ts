import * as v from 'valibot';
import { question } from '#lib/activities/shapes.ts';
import { activities, day, list, review, source, words } from '../writing/index.ts';

/** A question of the check: knowledge, with one right option, since several could not be told apart by one choice. */
const asked = v.pipe(
	question,
	v.check(
		({ attitude, options }) => !attitude && options.filter(({ right }) => right).length === 1,
		'A question of the check has one right option'
	)
);

/**
 * What a module of staff training is. Front matter of `content/training/<id>-<slug>.svx` obeys this or the build
 * stops.
 *
 * Its `version` is the day on which its words last changed: who did it in an earlier one is asked to do it again.
 */
export const trainingModule = v.object({
	id: v.pipe(v.string(), v.regex(/^T[1-8]$/, 'Use an id from T1 to T8')),
	title: words,
	// As long as there is before registration: eight of them, each in one sitting.
	minutes: v.literal(10, 'A module takes 10 minutes'),
	version: day,
	summary: words,
	/** Each finishes the sentence "By the end I can…" */
	byTheEnd: list(words, 3),
	activities,
	check: v.pipe(v.array(asked), v.minLength(3), v.maxLength(5, 'Ask at most five questions')),
	sources: list(source, 1),
	review,
	authors: list(words, 1)
});

export type TrainingModule = v.InferOutput<typeof trainingModule>;
