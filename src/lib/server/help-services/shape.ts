import * as v from 'valibot';
import { isDay } from './hours.ts';

const words = v.pipe(v.string(), v.trim(), v.nonEmpty('Write something here'));
const age = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0)));
const date = v.pipe(v.string(), v.check(isDay, 'Use a date such as 2026-11-22'));
const clock = v.pipe(
	v.string(),
	v.regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'Use a time such as 09:30')
);
const day = v.picklist(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);

const shortNumber = /^(999|101|105|111|116 \d{3}|0800 1111)$/;
/** A number as it is written down: a short one that is known, or ten or eleven digits from a nought on. */
const number = v.pipe(
	words,
	v.check(
		(written) =>
			shortNumber.test(written) || /^0\d{9,10}$/.test(written.replaceAll(/(?<=\d) (?=\d)/g, '')),
		'That is not a telephone number as it is written in the United Kingdom'
	)
);

export const nations = ['England', 'Scotland', 'Wales', 'Northern Ireland'] as const;

const hours = v.variant('kind', [
	v.object({ kind: v.literal('always'), note: v.optional(words) }),
	v.object({
		kind: v.literal('weekly'),
		open: v.pipe(v.array(v.object({ on: v.array(day), from: clock, to: clock })), v.minLength(1)),
		/** What it does on a bank holiday, as far as a source says. */
		bankHolidays: v.picklist(['as usual', 'unknown']),
		/** The hours are old, or sources disagree: it is never said to be open. */
		doubtful: v.optional(v.literal(true)),
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
		phone: v.nullable(number),
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
		/** How old its newest source is, in words, since some have no date. */
		lastSeen: v.nullable(words),
		/** When we read its sources; when they must be read again; and after when nobody is sent there on their strength. */
		readOn: date,
		checkAgain: date,
		hideAfter: date
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
