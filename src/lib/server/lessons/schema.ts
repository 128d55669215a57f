import * as v from 'valibot';
import { question } from '#lib/activities/shapes.ts';
import { languages, type Language } from '#lib/languages/languages.ts';
import { activities, day, list, review, source, words } from '../writing/index.ts';

/** Codes of the statutory guidance for England, as numbered in its own text: SS9 is the ninth item under "Being safe". */
const statutoryCode = v.pipe(
	v.string(),
	v.regex(/^(P[A-Z]|S[A-Z])\d{1,2}$/, 'Use a code such as SS9')
);

/** A field that says what it is for: here, in the published JSON Schema, and on the page about it. */
const field = <const Schema extends v.GenericSchema>(says: string, schema: Schema) =>
	v.pipe(schema, v.description(says));

const objective = v.object({
	text: field('Finishes the sentence “By the end I can…”.', words),
	codes: field('The items of the guidance that it serves.', list(statutoryCode, 1)),
	exitItem: field(
		'What shows that the objective was met. It is asked at the end, and its answer stays with the pupil.',
		question
	)
});

const step = v.object({
	title: words,
	minutes: v.pipe(v.number(), v.integer(), v.minValue(1)),
	short: field('Whether it is part of the 25-minute path.', v.optional(v.boolean(), false)),
	say: words,
	do: words,
	watchFor: words,
	activity: field('The name of one of the lesson’s activities.', v.optional(v.string()))
});

const digest = v.pipe(
	v.string(),
	v.regex(/^[0-9a-f]{64}$/, 'Use the SHA-256 of the English file, in 64 hexadecimal digits')
);

/** One idea, on a screen of its own. */
const idea = v.object({ title: words, text: words });

/** What `markdown/sections.ts` finds in the prose. */
const section = v.object({
	id: words,
	title: words,
	says: v.optional(
		v.array(
			v.variant('kind', [
				v.object({ kind: v.literal('words'), says: words }),
				v.object({ kind: v.literal('list'), items: list(words, 1) })
			])
		),
		[]
	),
	activities: v.optional(v.array(v.string()), [])
});

/**
 * What a lesson is. Front matter of `content/lessons/<phase>/<id>-<slug>.svx` obeys this or the build stops.
 *
 * Minutes add up to `minutes`; every activity is used by a step; a drafted lesson says so until people have checked it.
 */
export const lesson = v.pipe(
	v.object({
		id: field(
			'Its phase and its number in it.',
			v.pipe(v.string(), v.regex(/^(K2|K3|K4|P16)-\d\d$/))
		),
		language: field(
			'The language that it is in, where that is not English.',
			v.optional(v.picklist(Object.keys(languages) as [Language]), 'en')
		),
		translation: field(
			'Of which English words it is the translation (the SHA-256 of that file), by whom, and who checked it.',
			v.optional(v.object({ of: digest, by: words, checkedBy: words, on: day }))
		),
		title: field('What it is called.', words),
		phase: field(
			'The key stage that it is written for.',
			v.picklist(['Key stage 2', 'Key stage 3', 'Key stage 4', 'Post-16'])
		),
		years: field(
			'The years of school that it is written for.',
			list(v.pipe(v.number(), v.integer()), 1)
		),
		minutes: field(
			'How long it takes. Its steps add up to this.',
			v.pipe(v.number(), v.integer(), v.minValue(25), v.maxValue(70))
		),
		level: field(
			'1 open to read alone; 2 for class, or alone if the teacher agrees; 3 led by a teacher only.',
			v.picklist([1, 2, 3])
		),
		strand: field(
			'What it is in law. A part that is sex education in another lesson has a title that begins “Sex education:”.',
			v.picklist(['relationships', 'health', 'sex education'])
		),
		summary: field('What it is about, in two or three sentences, for whoever chooses it.', words),
		contentNote: field('What a pupil meets in it, said before it begins.', words),
		sexEducationNote: field(
			'The same of its parts that are sex education, where it has some.',
			v.optional(words)
		),
		groundRules: field('How a class talks about this.', list(words, 3)),
		objectives: field(
			'What pupils can do by the end, and how each of it is checked.',
			list(objective, 2)
		),
		keyWords: field(
			'Words, and what they mean in plain ones.',
			list(v.object({ term: words, plain: words }), 3)
		),
		cast: field(
			'The invented people whom it is about, so that nobody speaks of themselves.',
			list(v.object({ name: words, who: words }), 1)
		),
		misconceptions: field(
			'What pupils may believe, and an answer to it.',
			list(v.object({ belief: words, answer: words }), 1)
		),
		steps: field('What a teacher says, does and watches for, in order.', list(step, 5)),
		activities: field(
			'What pupils do, by a name for each. The prose shows it by that name.',
			activities
		),
		tellings: field(
			'Its ideas told again: in easy words, one to a screen, and further for whoever wants more.',
			v.object({ easy: list(idea, 5), further: list(idea, 2) })
		),
		atHome: field('What a parent can say, ask or do at home.', list(words, 2)),
		sources: field(
			'The facts that it leans on; `sexEducation` where only those parts do.',
			list(v.object({ ...source.entries, sexEducation: v.optional(v.boolean()) }), 1)
		),
		signposts: field('Who can help: ids in content/services.', list(v.string(), 3)),
		review: field('Whether people have checked it: a named specialist, and a teacher.', review),
		changes: field(
			'What was changed when, newest first.',
			list(v.object({ on: day, says: words }), 1)
		),
		funding: field('Who paid for it.', words),
		authors: field('Who wrote it.', list(words, 1)),
		sections: field(
			'Its headings, the words under each and the activities among them. The build finds them in the prose.',
			v.optional(v.array(section), [])
		)
	}),
	v.check(
		({ language, translation }) => (language === 'en') !== (translation !== undefined),
		'What is not in English says of which words it is the translation, and who checked it'
	),
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
