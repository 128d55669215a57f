import * as v from 'valibot';

const words = v.pipe(v.string(), v.trim(), v.nonEmpty('Write something here'));
const slug = v.pipe(
	v.string(),
	v.regex(/^[a-z][a-z0-9-]*$/, 'Use small letters, digits and hyphens')
);

/** What every activity says before it begins. `noDevice` tells a teacher how to run it with hands, cards or corners. */
const opening = { title: words, intro: words, noDevice: words };

/** Put each thing in a box. `says` answers every box that can be chosen, so that no choice meets silence. */
export const sort = v.pipe(
	v.object({
		kind: v.literal('sort'),
		...opening,
		boxes: v.pipe(v.array(v.object({ id: slug, label: words })), v.minLength(2), v.maxLength(4)),
		items: v.pipe(
			v.array(v.object({ text: words, fits: v.array(slug), says: v.record(slug, words) })),
			v.minLength(3)
		)
	}),
	v.check(
		({ boxes, items }) =>
			items.every(
				({ fits, says }) =>
					boxes.every(({ id }) => id in says) &&
					fits.every((fit) => boxes.some(({ id }) => id === fit))
			),
		'Every item answers each box, and fits only boxes that exist'
	)
);

/** Place a situation on a spectrum, then meet a context that moves it. There is no right answer to mark. */
export const scale = v.object({
	kind: v.literal('scale'),
	...opening,
	points: v.pipe(v.array(words), v.minLength(3), v.maxLength(5)),
	situations: v.pipe(
		v.array(
			v.object({
				text: words,
				says: words,
				moves: v.pipe(v.array(v.object({ when: words, says: words })), v.minLength(1))
			})
		),
		v.minLength(2)
	)
});

const scene = v.object({
	id: slug,
	title: words,
	text: words,
	choices: v.optional(v.array(v.object({ says: words, to: slug })), []),
	/** An ending says how things are mended or who is helping. Nobody is left alone at the end of a branch. */
	mended: v.optional(words)
});

/** A story told by links. Every scene either leads on or ends mended, and every scene can be reached. */
export const branch = v.pipe(
	v.object({
		kind: v.literal('branch'),
		...opening,
		scenes: v.pipe(v.array(scene), v.minLength(4))
	}),
	v.check(
		({ scenes }) =>
			scenes.every(({ choices, mended }) => choices.length > 0 !== (mended !== undefined)),
		'A scene leads on by choices or ends mended, never both and never neither'
	),
	v.check(({ scenes }) => {
		const told = new Map(scenes.map(({ id, choices }) => [id, choices]));
		const reached = new Set(scenes.slice(0, 1).map(({ id }) => id));
		// A set hands out what is added to it while it is being walked.
		for (const id of reached) for (const { to } of told.get(id) ?? []) reached.add(to);
		return (
			told.size === scenes.length &&
			told.size === reached.size &&
			told.keys().every((id) => reached.has(id))
		);
	}, 'Every choice leads to a scene that exists, and every scene can be reached')
);

/** Knowledge has a right answer and says why; an attitude is never marked, so none of its options is right. */
export const question = v.pipe(
	v.object({
		ask: words,
		attitude: v.optional(v.boolean(), false),
		options: v.pipe(
			v.array(v.object({ text: words, right: v.optional(v.boolean(), false), says: words })),
			v.minLength(2),
			// The styles that show a reply without a script count this far.
			v.maxLength(6, 'Offer at most six options')
		)
	}),
	v.check(
		({ attitude, options }) => options.some(({ right }) => right) !== attitude,
		'A knowledge question has a right option; an attitude question has none'
	)
);

export const quiz = v.object({
	kind: v.literal('quiz'),
	...opening,
	questions: v.pipe(v.array(question), v.minLength(1))
});

/** Words practised aloud, always as somebody else, with the right to pass. */
export const rehearse = v.object({
	kind: v.literal('rehearse'),
	...opening,
	lines: v.pipe(v.array(v.object({ who: words, says: words })), v.minLength(2)),
	stepOut: words
});

/** A case told in parts, and questions to talk about. Each has an answer that somebody thought about, and none is marked. */
export const caseStudy = v.object({
	kind: v.literal('case'),
	...opening,
	told: v.pipe(v.array(v.object({ title: words, text: words })), v.minLength(2)),
	questions: v.pipe(v.array(v.object({ ask: words, says: words })), v.minLength(2))
});

/** Places, never people, that are marked together, and what the adults do with it. */
export const map = v.object({
	kind: v.literal('map'),
	...opening,
	places: v.pipe(v.array(v.object({ name: words, ask: words })), v.minLength(3)),
	marks: v.pipe(
		v.array(v.object({ mark: words, means: words })),
		v.minLength(2),
		v.maxLength(4, 'Offer at most four marks')
	),
	/** Who looks at it, and by when they say what they will do. */
	then: words
});

/** A private plan, drawn or written by hand on paper. Nothing is typed, so nothing can leave. */
export const make = v.object({
	kind: v.literal('make'),
	...opening,
	prompts: v.pipe(v.array(v.object({ ask: words, hint: words })), v.minLength(2)),
	/** Whose it is, and that nobody collects it. */
	stays: words
});

export const activity = v.variant('kind', [
	sort,
	scale,
	branch,
	quiz,
	rehearse,
	caseStudy,
	map,
	make
]);

/** The mark beside each kind on a page; what it is called stands in `content/strings`. */
export const kinds = {
	sort: 'gate',
	scale: 'stroke',
	branch: 'fork',
	quiz: 'cairn',
	rehearse: 'bridge',
	case: 'lantern',
	map: 'gate',
	make: 'cairn'
} as const;

export type Sort = v.InferOutput<typeof sort>;
export type Scale = v.InferOutput<typeof scale>;
export type Branch = v.InferOutput<typeof branch>;
export type Question = v.InferOutput<typeof question>;
export type Quiz = v.InferOutput<typeof quiz>;
export type Rehearse = v.InferOutput<typeof rehearse>;
export type Case = v.InferOutput<typeof caseStudy>;
export type Map = v.InferOutput<typeof map>;
export type Make = v.InferOutput<typeof make>;
export type Activity = v.InferOutput<typeof activity>;
