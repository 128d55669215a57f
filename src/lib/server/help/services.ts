import * as v from 'valibot';
import national from '../../../../content/services/national.json' with { type: 'json' };

const words = v.pipe(v.string(), v.trim(), v.nonEmpty('Write something here'));
const age = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0)));
const clock = v.pipe(v.string(), v.regex(/^([01]\d|2[0-4]):[0-5]\d$/, 'Use a time such as 09:30'));
const day = v.picklist(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);

export const nations = ['England', 'Scotland', 'Wales', 'Northern Ireland'] as const;

const hours = v.variant('kind', [
	v.object({ kind: v.literal('always'), note: v.optional(words) }),
	v.object({
		kind: v.literal('weekly'),
		open: v.pipe(v.array(v.object({ on: v.array(day), from: clock, to: clock })), v.minLength(1)),
		note: v.optional(words)
	}),
	/** A form that can be sent at any time; nobody answers while the child waits. */
	v.object({ kind: v.literal('online'), note: words }),
	v.object({ kind: v.literal('unknown'), note: v.optional(words) })
]);

const source = v.object({
	title: words,
	url: v.nullable(v.pipe(v.string(), v.url())),
	date: words
});

export const serviceShape = v.pipe(
	v.object({
		id: v.pipe(v.string(), v.regex(/^[a-z0-9_]+$/)),
		name: words,
		show: v.boolean(),
		/** For staff: why nobody is sent there yet. */
		whyNot: v.optional(words),
		about: words,
		phone: v.nullable(words),
		text: v.nullable(v.object({ to: words, word: v.optional(words) })),
		chat: v.boolean(),
		website: v.nullable(v.pipe(words, v.regex(/^[^:]+$/, 'Leave out the https://'))),
		hours,
		/** Null when no source says which ages it takes; two nulls when it takes every age. */
		ages: v.nullable(v.object({ from: age, to: age })),
		audience: v.picklist(['anyone', 'child', '16+', 'adult']),
		nations: v.pipe(v.array(v.picklist(nations)), v.minLength(1)),
		nationsChecked: v.boolean(),
		area: v.nullable(words),
		topics: v.array(words),
		cost: v.nullable(words),
		/** Only what the operator says about its own calls: a wrong promise here can hurt a child. */
		bill: v.nullable(v.picklist(['not shown', 'may'])),
		languages: v.nullable(words),
		happens: v.pipe(v.array(words), v.maxLength(3)),
		sources: v.array(source),
		lastSeen: v.nullable(words)
	}),
	v.check((each) => each.show === !each.whyNot, 'A service is shown, or says why it is not'),
	v.check(
		(each) => !each.show || (each.sources.length > 0 && !!each.lastSeen && each.happens.length > 0),
		'A service that is shown has a source, a date and what happens when someone contacts it'
	),
	v.check(
		(each) => !each.show || !!(each.phone || each.text || each.chat || each.website),
		'A service that is shown can be reached somehow'
	),
	v.check(
		({ text }) => !['999', '112', '18000'].includes(text?.to ?? ''),
		'Nobody is told to text 999, 112 or 18000: a text to them may never arrive'
	)
);

export type Service = v.InferOutput<typeof serviceShape>;
export type Nation = (typeof nations)[number];

/** Reads a list of services, or stops with a sentence that names the service and what is wrong. */
export function readServices(list: { id?: string }[]): Service[] {
	const read = list.map((each) => {
		const result = v.safeParse(serviceShape, each);
		if (result.success) return result.output;
		const [problem] = result.issues;
		const where = v.getDotPath(problem);
		throw new Error(
			`The help service ${each.id ?? 'without an id'} is not right${where ? ` at ${where}` : ''}: ${problem.message}`
		);
	});

	const twice = read.find((each, at) => read.findIndex(({ id }) => id === each.id) !== at);
	if (twice) throw new Error(`The help service ${twice.id} is written down twice`);
	return read;
}

const services = readServices(national as { id?: string }[]);

/** Every service we know of, the ones we do not show among them: for staff, never for a child. */
export const every = (): Service[] => services;

/** The services a child may be sent to. */
export const shown = (): Service[] => services.filter((each) => each.show);

/** A service by its id, whether or not it is shown; `undefined` when there is none. */
export const serviceById = (id: string): Service | undefined =>
	services.find((each) => each.id === id);

/** 999, which is on every page whatever else is. */
export function emergency(): Service {
	const found = serviceById('emergency_999');
	if (!found?.show) throw new Error('999 is missing from the help services');
	return found;
}
