import { globSync, readFileSync } from 'node:fs';
import guidance from '../../../../content/site/statutory-codes.json' with { type: 'json' };
import type { Staff } from '../access/index.ts';
import type { Database } from '../db/index.ts';
import { daysAfter, today } from '../days.ts';
import * as lessonChecks from '../lesson-checks/index.ts';
import * as notices from '../notices/index.ts';
import * as teaching from '../teaching/index.ts';
import { digestOf } from '../writing/index.ts';

const day = 24 * 60 * 60_000;

const all = (text: string, pattern: RegExp): string[] =>
	[...text.matchAll(pattern)].map(([, found = '']) => found);
const first = (text: string, pattern: RegExp): string => all(text, pattern)[0] ?? '';

/** A lesson as far as it can be read without the build. */
function lessonIn(file: string): teaching.Teachable {
	const text = readFileSync(file, 'utf8');
	const codes = [
		...new Set(all(text, /^ +codes: \[([^\]]+)\]$/gm).flatMap((of) => of.split(', ')))
	];
	const steps = all(first(text, /^steps:\n([\s\S]*?)^\w/gm), /^ {2}- title: '?(.*?)'?$/gm);
	const way = { codes, steps: steps.map((title) => ({ title, minutes: 5 })) };
	return {
		id: first(text, /^id: (\S+)$/gm),
		title: first(text, /^title: '?(.*?)'?$/gm),
		address: file.replace(/^.*\/|\.svx$/g, ''),
		level: Number(first(text, /^level: (\d)$/gm)) as 1 | 2 | 3,
		years: first(text, /^years: \[([^\]]+)\]$/gm)
			.split(', ')
			.map(Number),
		digest: digestOf(text),
		review: { status: 'drafted', checkedBy: [] },
		ways: { whole: way, short: way }
	};
}

/** Every lesson, as far as the demonstration needs it: outside the build there is no catalogue. */
export const scheme = (): teaching.Scheme => ({
	codes: guidance.codes,
	lessons: ['ks2', 'ks3', 'ks4', 'post16'].flatMap((phase) =>
		globSync(`content/lessons/${phase}/*.svx`).sort().map(lessonIn)
	)
});

type Class = { year: string; label: string };
const year7: Class = { year: '7', label: 'blue' };
const year8: Class = { year: '8', label: '8B' };
const year9: Class = { year: '9', label: 'set 2' };

// Who gave what to whom, so many days ago.
const given = [
	['amal@cairnfield.example', 'K3-01', year7, 41, 'whole', 'well'],
	['amal@cairnfield.example', 'K3-02', year7, 34, 'whole', 'mixed'],
	['amal@cairnfield.example', 'K3-06', year7, 20, 'short', 'well'],
	['bea@cairnfield.example', 'K3-07', year8, 27, 'whole', 'well'],
	['ned@cairnfield.example', 'K3-03', year9, 22, 'whole', 'again'],
	['ned@cairnfield.example', 'K3-09', year9, 13, 'whole', 'well']
] as const;

// Answers as agree, not sure, disagree to each of the three items.
const asked = {
	before: { ago: 42, counts: ['11 9 8', '13 8 7', '9 12 7'] },
	after: { ago: 19, counts: ['4 5 18', '22 3 2', '5 6 16'] }
} as const;

type People = (email: string) => Staff;
type Keys = (name: string) => string;

const inBoxes = (on: string) => {
	const [onYear = '', onMonth = '', onDay = ''] = on.split('-');
	return { onDay, onMonth, onYear };
};

const isWeekend = (on: string): boolean => [0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay());

/** The day itself, or the nearest one in that direction that is no weekend. */
const weekday = (on: string, step: 1 | -1): string =>
	isWeekend(on) ? weekday(daysAfter(on, step), step) : on;

const onThatDay = (when: Date) => inBoxes(weekday(today(when), -1));

/**
 * What was taught this term and what is planned, and the settings of a school that has said what it teaches. Of the one
 * lesson of level 3 that is planned, whoever leads has been told, and has put the notice away.
 */
export async function teach(
	place: teaching.Place,
	people: People,
	uuidOf: Keys,
	at: Date
): Promise<void> {
	const lessons = scheme();
	for (const [who, lesson, taught, ago, path, went] of given) {
		const when = new Date(at.getTime() - ago * day);
		const form = { ...taught, ...onThatDay(when), lesson, path, went, note: '', cut: [] };
		const key = uuidOf(`given ${lesson}`);
		await teaching.record(place, people(who), lessons, { key, ...form }, undefined, when);
	}
	await ask(place.db, people('amal@cairnfield.example'), uuidOf, at);
	await checkAnother(place.db, people('dee@cairnfield.example'), lessons, uuidOf, at);
	await planSome(place, people, lessons, uuidOf, at);
}

/** A lesson that may meet a class and is not of level 3. */
async function checkAnother(
	db: Database<'organisation'>,
	lead: Staff,
	lessons: teaching.Scheme,
	uuidOf: Keys,
	at: Date
): Promise<void> {
	const lesson = teaching.lessonOf(lessons, 'K3-07');
	if (!lesson) throw new Error('The demonstration has no lesson to check');
	const form = {
		...{ key: uuidOf('check of another lesson'), digest: lesson.digest, whole: 'yes' as const },
		...{ checkedBy: 'Bea Larkmere', checkedAs: 'Teacher of science', says: '' }
	};
	await lessonChecks.check(db, lead, lesson, form, new Date(at.getTime() - 30 * day));
}

async function planSome(
	place: teaching.Place,
	people: People,
	lessons: teaching.Scheme,
	uuidOf: Keys,
	at: Date
): Promise<void> {
	const before = new Date(at.getTime() - 6 * day);
	for (const [who, lesson, taught, ahead] of [
		['amal@cairnfield.example', 'K3-07', { year: '8', label: '8C' }, 2],
		['ned@cairnfield.example', 'K3-04', year9, 5]
	] as const) {
		const on = weekday(daysAfter(today(at), ahead), 1);
		const form = { ...taught, ...inBoxes(on), lesson, path: 'whole' };
		const key = uuidOf(`planned ${lesson}`);
		await teaching.plan(place, people(who), lessons, { key, ...form }, before);
	}
	for (const who of ['dee@cairnfield.example', 'flo@cairnfield.example']) {
		const lead = people(who);
		for (const { id, at: told } of await notices.unseen(place.db, lead))
			if (told.getTime() === before.getTime())
				await notices.see(place.db, lead, id, new Date(before.getTime() + day));
	}
}

async function ask(
	db: Database<'organisation'>,
	teacher: Staff,
	uuidOf: Keys,
	at: Date
): Promise<void> {
	const classes = await db.select().from(teaching.taughtClasses);
	const taught = classes.find(({ year }) => year === Number(year7.year));
	if (!taught) throw new Error('The demonstration taught no class');
	for (const moment of ['before', 'after'] as const) {
		const { ago, counts } = asked[moment];
		const when = new Date(at.getTime() - ago * day);
		const fields = teaching
			.itemsFor(taught.year)
			.flatMap((item, index) =>
				teaching.answers.map((answer, place) => [
					teaching.answerFieldOf(item, answer),
					counts[index]?.split(' ')[place] ?? ''
				])
			);
		const typed = { key: uuidOf(`asked ${moment}`), moment, ...onThatDay(when) };
		const form = { ...typed, ...(Object.fromEntries(fields) as Record<string, string>) };
		await teaching.tally(db, teacher, taught.id, form, when);
	}
}
