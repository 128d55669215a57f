import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { may, roles, type Act, type Role, type Staff } from '../access/index.ts';
import { write, type Database } from '../db/index.ts';
import { households } from '../households/index.ts';
import * as notices from '../notices/index.ts';
import { pupils } from '../pupils/index.ts';
import { as, aService, everythingIn, fillTheLedger, later } from '../testing.ts';
import { ledgerOf, noon, roll, wren } from '../testing.ts';
import { aTeachingSchool, planningOf, recordingOf, scheme } from './testing.ts';
import * as teaching from './index.ts';

let school: Awaited<ReturnType<typeof aTeachingSchool>>;
let place: teaching.Place;
let db: Database<'organisation'>;
let amal: Staff;
let bea: Staff;
let dee: Staff;

beforeEach(async () => {
	school = await aTeachingSchool();
	place = school.place;
	db = place.db;
	amal = await school.come('amal', 'teacher');
	bea = await school.come('bea', 'teacher');
	dee = await school.come('dee', 'lead');
});
afterEach(() => school.end());

const planned = async (over = {}, staff = amal, at = noon): Promise<string> => {
	const outcome = await teaching.plan(place, staff, scheme, planningOf(over), at);
	if (typeof outcome === 'string' || 'problems' in outcome)
		throw new Error(`Nothing was planned in the test: ${JSON.stringify(outcome)}`);
	return outcome.id;
};
const recorded = async (over = {}, staff = amal, planId?: string, at = noon): Promise<string> => {
	const outcome = await teaching.record(place, staff, scheme, recordingOf(over), planId, at);
	if (typeof outcome === 'string' || 'problems' in outcome)
		throw new Error(`Nothing was recorded in the test: ${JSON.stringify(outcome)}`);
	return outcome.id;
};
const classId = async (): Promise<string> =>
	(await db.select().from(teaching.taughtClasses))[0]?.id ?? '';
const told = async (staff: Staff) => (await notices.unseen(db, staff)).map(({ says }) => says);
const level3 = { lesson: 'K3-04' };

describe('a plan', () => {
	test('says which class meets which lesson when, and who teaches it', async () => {
		const id = await planned();

		expect(await teaching.readPlan(db, bea, scheme, id)).toMatchObject({
			...{ class: { year: 8, label: '8B' }, lessonId: 'K3-01', day: '2026-11-16', path: 'whole' },
			...{ teacher: 'amal', mayCallOff: false, givenId: undefined }
		});
		expect(await ledgerOf(db)).toContain('amal planned lesson K3-01');
	});

	test('sent twice, or of the same lesson with the same class on the same day, is one', async () => {
		const twice = planningOf();
		const first = await teaching.plan(place, amal, scheme, twice, noon);
		expect(await teaching.plan(place, amal, scheme, twice, later(1))).toEqual(first);
		expect(await teaching.plan(place, bea, scheme, planningOf({ label: '8 b' }), later(2))).toEqual(
			first
		);

		expect(await db.select().from(teaching.lessonPlans)).toHaveLength(1);
		expect(await db.select().from(teaching.taughtClasses)).toHaveLength(1);
	});

	test('of level 3 is told to whoever leads, before it is taught, and to nobody else', async () => {
		const flo = await school.come('flo', 'deputy');
		await planned(level3);

		for (const lead of [dee, flo])
			expect(await told(lead)).toEqual([
				'Year 8, 8B is taught “About K3-04” (K3-04, level 3) on Monday 16 November, by amal. Be ready for what pupils may say afterwards.'
			]);
		expect(await told(bea)).toEqual([]);
		expect(await told(amal)).toEqual([]);
	});

	test('of level 3 for the next school day is urgent, and one for next week is not', async () => {
		await planned(level3);
		await notices.set(db, dee, { way: 'once a day', mostADay: 3 });
		const night = new Date('2026-11-10T20:00:00Z');
		await notices.wrote(db, dee.id, noon);
		expect(await notices.toBeWrittenTo(db, night)).toEqual([]);

		await planned({ ...level3, onDay: '11' }, amal, later(1));
		expect(await notices.toBeWrittenTo(db, night)).toEqual([dee.id]);
	});

	test('of a lower level is told to nobody', async () => {
		await planned();
		expect(await told(dee)).toEqual([]);
	});

	test('of whoever leads is told to the others who lead', async () => {
		const flo = await school.come('flo', 'deputy');
		await planned(level3, dee);
		expect(await told(dee)).toEqual([]);
		expect(await told(flo)).toHaveLength(1);
	});

	test('of level 3 is told to the head, where nobody else leads', async () => {
		const una = await school.come('una', 'head');
		await planned(level3, dee);
		expect(await told(una)).toHaveLength(1);
		expect(await told(bea)).toEqual([]);
	});

	test('that is called off stays, and whoever was told hears it', async () => {
		const id = await planned(level3);
		expect(await teaching.callOff(place, amal, scheme, id, later(1))).toBe('called off');
		expect(await teaching.callOff(place, amal, scheme, id, later(2))).toBe('called off');

		expect(await told(dee)).toEqual([
			'amal called off “About K3-04” (K3-04, level 3) with Year 8, 8B on Monday 16 November.',
			expect.any(String)
		]);
		expect(await teaching.readPlan(db, amal, scheme, id)).toMatchObject({ off: later(1) });
		expect(await teaching.record(place, amal, scheme, recordingOf(), id, later(3))).toBe(
			'called off'
		);
	});

	test('is called off by whoever made it and by whoever leads, and by nobody else', async () => {
		const id = await planned();
		expect(await teaching.callOff(place, bea, scheme, id)).toBe('not found');
		expect(await ledgerOf(db)).toContain(`bea was not shown plan ${id}`);
		expect(await teaching.callOff(place, dee, scheme, id)).toBe('called off');
	});

	test('that was given is not called off', async () => {
		const id = await planned({ onDay: '10' });
		await recorded({}, amal, id);
		expect(await teaching.callOff(place, amal, scheme, id)).toBe('already given');
	});

	const wrong: [string, object, object][] = [
		['no class', { year: '', label: '' }, { year: /Choose the year/, label: /Write what/ }],
		['a year that is none', { year: '14' }, { year: /Choose the year/ }],
		['a pupil for a class', { label: 'Robin Mossgate' }, { label: /never a pupil/ }],
		['an unknown lesson', { lesson: 'K9-99' }, { lesson: /Choose the lesson/ }],
		['no way', { path: 'half' }, { path: /Choose how/ }],
		[
			'sex education left out where there is none',
			{ path: 'without' },
			{ path: /No part of K3-01/ }
		],
		['a day that is none', { onDay: '31' }, { on: /Write the day/ }],
		['a day that is over', { onYear: '2019' }, { on: /That day is over/ }],
		['a day in years', { onYear: '2029' }, { on: /within a year/ }],
		[
			'a lesson that waits for a check',
			{ lesson: 'K4-05', year: '10' },
			{ lesson: /may not be presented/ }
		]
	];
	test.each(wrong)('with %s is not made, and says so beside it', async (_, over, says) => {
		const before = await everythingIn(db);
		const outcome = await teaching.plan(place, amal, scheme, planningOf(over), noon);

		expect(outcome).toMatchObject({
			problems: Object.fromEntries(
				Object.entries(says).map(([field, each]) => [field, expect.stringMatching(each as RegExp)])
			)
		});
		expect(Object.keys((outcome as { problems: object }).problems)).toEqual(Object.keys(says));
		expect(await everythingIn(db)).toEqual(before);
	});

	test('of a lesson that waits for a check says where the check is made', async () => {
		const form = planningOf({ lesson: 'K4-05', year: '10' });
		expect(await teaching.plan(place, amal, scheme, form, noon)).toMatchObject({
			unready: 'k4-05'
		});
	});

	test('that cannot be written down is not made, and nobody is told', async () => {
		const before = await everythingIn(db);
		await fillTheLedger(db);
		await expect(teaching.plan(place, amal, scheme, planningOf(level3), noon)).rejects.toThrow();
		expect(await everythingIn(db)).toEqual(before);
	});
});

describe('a record', () => {
	test('of a plan has its class and its lesson, whoever gave it', async () => {
		const id = await recorded(
			{ year: '', label: '', lesson: '', cut: ['Sort', 'No step of ours'], went: 'mixed' },
			bea,
			await planned({ onDay: '10' })
		);

		expect(await teaching.readRecord(db, bea, scheme, id)).toMatchObject({
			...{ class: { year: 8, label: '8B' }, lessonId: 'K3-01', day: '2026-11-10' },
			...{ cut: ['Sort'], codes: ['SR1'], went: 'mixed', teacher: 'bea' }
		});
		expect(await ledgerOf(db)).toContain('bea recorded lesson K3-01');
	});

	test('of one plan from two windows, late or at once, is one', async () => {
		const plan = await planned({ onDay: '10' });
		const press = (at: Date) => teaching.record(place, amal, scheme, recordingOf(), plan, at);
		const [first, second] = await Promise.all([press(noon), press(noon)]);

		expect(second).toEqual(first);
		expect(await press(later(48))).toEqual(first);
		expect(await db.select().from(teaching.lessonsGiven)).toHaveLength(1);
	});

	test('without a plan names its class, and is one however often it is sent', async () => {
		const first = await recorded();
		expect(await recorded()).toBe(first);
		expect(await recorded({ label: '8c' })).not.toBe(first);
	});

	test('of a lesson of level 3 that nobody planned is told to whoever leads', async () => {
		await recorded(level3);
		expect(await told(dee)).toEqual([expect.stringContaining('you were not told before')]);
	});

	test('of a plan tells nobody again', async () => {
		await recorded({}, amal, await planned({ ...level3, onDay: '10' }));
		expect(await told(dee)).toHaveLength(1);
	});

	test('is of what happened: no missing check stands in its way', async () => {
		await recorded({ lesson: 'K4-05', year: '10', label: '10A' });
		expect(await db.select().from(teaching.lessonsGiven)).toHaveLength(1);
	});

	test('without its sex education taught what was left', async () => {
		const id = await recorded({ lesson: 'K4-01', path: 'without', year: '10', label: '10A' });
		expect(await teaching.readRecord(db, amal, scheme, id)).toMatchObject({ codes: ['SR1'] });
	});

	test('that was taken back no longer counts, with its first reason; and is recorded again', async () => {
		const id = await recorded();
		expect(await teaching.takeBack(db, amal, id, { why: '' })).toMatchObject({
			problems: { why: 'Say what is wrong with it' }
		});
		await teaching.takeBack(db, amal, id, { why: 'Another class.' }, later(1));
		await teaching.takeBack(db, dee, id, { why: 'Later.' }, later(2));

		expect(await teaching.readRecord(db, amal, scheme, id)).toMatchObject({
			back: { why: 'Another class.', by: 'amal' }
		});
		expect(await recorded()).not.toBe(id);
		const taught = await teaching.readClass(db, amal, scheme, await classId(), noon);
		expect(taught).toMatchObject({ given: [{ lesson: { id: 'K3-01' } }] });
	});

	test('is taken back by nobody who neither wrote it nor leads', async () => {
		const id = await recorded();
		expect(await teaching.takeBack(db, bea, id, { why: 'No.' })).toBe('not found');
		expect(await teaching.takeBack(db, dee, id, { why: 'Yes.' })).toBe('taken back');
	});

	test('has a note for whoever wrote it and whoever leads, and for no other teacher', async () => {
		const id = await recorded({ note: 'Too long for a Friday.' });
		const noteFor = async (staff: Staff) => {
			const read = await teaching.readRecord(db, staff, scheme, id);
			return read === 'not found' ? read : read.note;
		};
		expect(await noteFor(amal)).toBe('Too long for a Friday.');
		expect(await noteFor(dee)).toBe('Too long for a Friday.');
		expect(await noteFor(bea)).toBeUndefined();
		expect(await noteFor(as(bea, 'teacher', 'governor'))).toBeUndefined();
	});

	test('names no pupil in its note', async () => {
		await write(db, async (tx) => {
			await tx.insert(households).values(['home-1', 'home-2', 'home-3'].map((id) => ({ id })));
			await tx.insert(pupils).values([...roll]);
		});
		const form = recordingOf({ note: 'Robin Mossgate was quiet.' });
		expect(await teaching.record(place, amal, scheme, form, undefined, noon)).toMatchObject({
			problems: { note: expect.stringContaining('Leave the name out') }
		});
	});

	test.each([
		['a day to come', { onDay: '11' }, { on: /still to come/ }],
		['a day of years ago', { onYear: '2019' }, { on: /more than a year ago/ }],
		['nothing pressed', { went: '' }, { went: /how it went/ }],
		['a long note', { note: 'x'.repeat(301) }, { note: /300/ }],
		['no class', { year: '8', label: '' }, { label: /Write what/ }]
	])('with %s is not made, and says so beside it', async (_, over, says) => {
		const outcome = await teaching.record(place, amal, scheme, recordingOf(over), undefined, noon);
		expect(outcome).toMatchObject({
			problems: Object.fromEntries(
				Object.entries(says).map(([field, each]) => [field, expect.stringMatching(each)])
			)
		});
		expect(await db.select().from(teaching.lessonsGiven)).toEqual([]);
	});

	test('of a plan of another school is not there, nor its class, nor its record', async () => {
		const plan = await planned();
		const record = await recorded();
		const there = await classId();
		const other = await aTeachingSchool();
		try {
			const cleo = await other.come('cleo', 'teacher');
			const elsewhere = other.place;
			expect(await teaching.record(elsewhere, cleo, scheme, recordingOf(), plan, noon)).toBe(
				'not found'
			);
			expect(await teaching.readPlan(elsewhere.db, cleo, scheme, plan)).toBe('not found');
			expect(await teaching.readRecord(elsewhere.db, cleo, scheme, record)).toBe('not found');
			expect(await teaching.readClass(elsewhere.db, cleo, scheme, there)).toBe('not found');
			expect(await teaching.tally(elsewhere.db, cleo, there, {})).toBe('not found');
		} finally {
			await other.end();
		}
	});
});

describe('the desk', () => {
	test('has what is taught this week and next, by everybody, and what one has to record', async () => {
		await planned({ onDay: '10' });
		await planned({ onDay: '12', label: '8C' }, bea);
		await planned({ onDay: '16', label: '8D' });
		await planned({ onDay: '30', label: '8E' });
		await recorded({}, amal, await planned({ onDay: '10', label: '8F' }));

		const desk = await teaching.atDesk(db, amal, scheme, noon);
		expect(desk).toMatchObject({
			waiting: [{ class: { label: '8B' } }],
			thisWeek: [
				{ class: { label: '8B' }, mine: true, givenId: null },
				{ class: { label: '8F' }, givenId: expect.any(String) },
				{ class: { label: '8C' }, teacher: 'bea', mine: false }
			],
			nextWeek: [{ class: { label: '8D' } }],
			given: [{ class: { label: '8F' } }]
		});
	});

	test('has a plan once, of which the record was taken back and made again', async () => {
		const plan = await planned({ onDay: '10' });
		await teaching.takeBack(db, amal, await recorded({}, amal, plan), { why: 'Wrong.' }, later(1));
		await recorded({}, amal, plan, later(2));
		const desk = await teaching.atDesk(db, amal, scheme, later(3));
		expect(desk).toMatchObject({ waiting: [], thisWeek: [{ givenId: expect.any(String) }] });
	});
});

const counts = (moment: string, each: string, over: Record<string, string> = {}) => ({
	...{ key: randomUUID(), moment, onDay: '10', onMonth: '11', onYear: '2026' },
	...Object.fromEntries(
		teaching
			.itemsFor(8)
			.flatMap((item) =>
				teaching.answers.map((answer, at) => [
					teaching.answerFieldOf(item, answer),
					each.split(' ')[at] ?? ''
				])
			)
	),
	...over
});

describe('before and after', () => {
	test('are one change for each item, of the answer that was hoped for', async () => {
		await recorded();
		const id = await classId();
		const before = counts('before', '20 4 4');
		expect(await teaching.tally(db, amal, id, before, noon)).toBe('kept');
		expect(await teaching.tally(db, amal, id, before, noon)).toBe('kept');
		expect(await teaching.tally(db, bea, id, counts('after', '5 3 20'), later(1))).toBe('kept');

		const read = await teaching.readClass(db, amal, scheme, id, later(2));
		expect(read).toMatchObject({
			sequences: [
				{
					changes: [
						{
							change: {
								answered: ['28 answered', '28 answered'],
								ofTen: ['fewer than two of ten', '7 of ten']
							}
						},
						{
							change: {
								ofTen: ['7 of ten', '2 of ten'],
								says: expect.stringContaining('fewer of ten')
							}
						},
						{ change: { ofTen: ['fewer than two of ten', '7 of ten'] } }
					]
				}
			]
		});
		expect(await ledgerOf(db)).toContain(`bea asked class ${id}`);
	});

	test('of fewer than five answers are not kept at all', async () => {
		await recorded();
		const id = await classId();
		await teaching.tally(db, amal, id, counts('before', '2 1 1'), noon);
		await teaching.tally(db, amal, id, counts('after', '5 3 20'), noon);

		expect(await db.select().from(teaching.classAnswers)).toHaveLength(3);
		expect(await teaching.readClass(db, amal, scheme, id)).toMatchObject({
			sequences: [{ changes: Array(3).fill({ change: { is: 'too few' } }) }]
		});
	});

	test('begin anew after each after, and one that was taken back is not compared', async () => {
		await recorded();
		const id = await classId();
		const again = counts('before', '9 9 9');
		await teaching.tally(db, amal, id, counts('before', '9 9 9'), noon);
		await teaching.tally(db, amal, id, counts('after', '9 9 9'), noon);
		await teaching.tally(db, amal, id, again, noon);
		expect(await teaching.takeAskingBack(db, bea, id, again.key)).toBe('not found');
		expect(await teaching.takeAskingBack(db, amal, id, again.key)).toBe('taken back');

		expect(await teaching.tally(db, amal, id, counts('after', '9 9 9'), noon)).toMatchObject({
			problems: { moment: expect.stringContaining('Nothing was asked before') }
		});
		expect(await teaching.readClass(db, amal, scheme, id)).toMatchObject({
			sequences: [{ after: { askedBy: 'amal' } }]
		});
	});

	test.each([
		['no number', { 'secondary-1-agree': 'many' }, 'secondary-1-agree', /from 0 to 60/],
		['nothing', { 'secondary-2-unsure': '' }, 'secondary-2-unsure', /from 0 to 60/],
		['sixty-one', { 'secondary-1-agree': '61' }, 'secondary-1-agree', /from 0 to 60/],
		['half a pupil', { 'secondary-1-agree': '1.5' }, 'secondary-1-agree', /from 0 to 60/],
		['fewer than none', { 'secondary-3-disagree': '-1' }, 'secondary-3-disagree', /from 0 to 60/],
		[
			'more than a class together',
			{ 'secondary-1-agree': '59' },
			'secondary-1-agree',
			/not one class/
		],
		['no moment', { moment: 'during' }, 'moment', /Choose whether/],
		['a day of years ago', { onYear: '2012' }, 'on', /more than a year/],
		['no key', { key: '' }, 'key', /Open the form again/]
	])('with %s are not kept, and say so beside it', async (_, over, field, says) => {
		await recorded();
		const outcome = await teaching.tally(
			db,
			amal,
			await classId(),
			counts('before', '9 9 9', over),
			noon
		);
		expect(outcome).toEqual({ problems: { [field]: expect.stringMatching(says) } });
		expect(await db.select().from(teaching.classesAsked)).toEqual([]);
	});
});

describe('the report', () => {
	const head = () => as(dee, 'head');

	test('says by year group what reached every class, some, and none', async () => {
		await recorded();
		await recorded({ label: '8C' });
		await recorded({ ...level3 });

		const report = await teaching.report(db, as(dee, 'governor'), scheme, undefined, noon);
		expect(report).toMatchObject({
			schoolYear: 2026,
			years: [
				{
					...{ year: 8, classes: 2, given: 3 },
					lessons: [
						{ id: 'K3-01', to: 2 },
						{ id: 'K3-04', to: 1 }
					],
					covered: [
						{ code: 'SR1', reach: 'every class', by: ['K3-01', 'K3-04'] },
						{ code: 'SS9', reach: 'some classes, or in part' },
						{ code: 'SI2', reach: 'not yet', by: [] }
					],
					next: [{ id: 'K3-04' }]
				}
			],
			leftOut: { secondary: { touched: [{ code: 'SR4' }], elsewhere: [{ code: 'SH1' }] } }
		});
		expect(await ledgerOf(db)).toContain('dee listed teaching 2026/27');
	});

	test.each([
		['on the short path', { path: 'short' }],
		['with a step left out', { cut: ['Sort'] }]
	])('counts a lesson %s in part', async (_, over) => {
		await recorded(over);
		const report = await teaching.report(db, head(), scheme, undefined, noon);
		expect(report).toMatchObject({
			years: [{ covered: [{ reach: 'some classes, or in part' }, {}, {}] }]
		});
	});

	test('counts what a year group had when it was younger', async () => {
		const lastYear = new Date('2025-11-10T12:00:00Z');
		await recorded({ ...level3, onYear: '2025', year: '8' }, amal, undefined, lastYear);
		await recorded({ year: '9', label: '9X' });

		const report = await teaching.report(db, head(), scheme, undefined, noon);
		expect(report).toMatchObject({
			schoolYears: [2026, 2025],
			years: [
				{ year: 9, classes: 1, given: 1, covered: [{}, { code: 'SS9', reach: 'every class' }, {}] }
			]
		});
		expect(await teaching.report(db, head(), scheme, 2025, noon)).toMatchObject({
			years: [{ year: 8, given: 1 }]
		});
	});

	test('has no count of a small class, and does not say that everybody answered alike', async () => {
		await recorded();
		const id = await classId();
		await teaching.tally(db, amal, id, counts('before', '10 0 1'), noon);
		await teaching.tally(db, amal, id, counts('after', '0 0 11'), noon);
		const text = JSON.stringify(await teaching.report(db, head(), scheme, undefined, noon));
		const csv = String(await teaching.exported(db, head(), scheme, undefined, noon));

		for (const said of [text, csv]) {
			expect(said).toContain('fewer than two of ten');
			expect(said).toContain('more than eight of ten');
			expect(said).toContain('fewer than 20 answered');
			expect(said).not.toMatch(/\b(1|10|11) (of ten|answer)/);
		}
	});

	test('has no note, no teacher, no pupil and no count of few', async () => {
		await recorded({ note: 'Fridays are hard.' });
		const id = await classId();
		await teaching.tally(db, amal, id, counts('before', '1 1 1'), noon);
		await teaching.tally(db, amal, id, counts('after', '9 9 9'), noon);
		const text = JSON.stringify(await teaching.report(db, head(), scheme, undefined, noon));
		const csv = String(await teaching.exported(db, head(), scheme, undefined, noon));

		for (const said of [text, csv]) {
			expect(said).not.toContain('Fridays');
			expect(said).not.toContain('amal');
		}
		expect(csv).toContain('fewer than five answered');
		expect(csv).toContain(
			'"2026/27","Year 8","lesson","K3-01","About K3-01","given to 1 of 1 class",""'
		);
		expect(csv).toContain('"item of the guidance","SS9","What abuse is","not yet",""');
		expect(await ledgerOf(db)).toContain('dee exported teaching 2026/27');
	});

	test('is shown to nobody while the ledger cannot be written', async () => {
		await fillTheLedger(db);
		await expect(teaching.report(db, head(), scheme, undefined, noon)).rejects.toThrow();
		await expect(teaching.exported(db, head(), scheme, undefined, noon)).rejects.toThrow();
	});
});

describe('the settings', () => {
	const typed = { 'years-K3-01': '7 and 8', 'years-K3-04': '9,10', apart: 'yes' };

	test('say which years a lesson is for, and a plan holds to them', async () => {
		expect(await teaching.keep(db, dee, scheme, typed, noon)).toBe('kept');
		expect(await teaching.keep(db, dee, scheme, typed, later(1))).toBe('kept');

		expect(await db.select().from(teaching.teachingSettings)).toHaveLength(1);
		expect(await teaching.own(db, dee, scheme)).toMatchObject({
			kept: true,
			typed: { 'years-K3-01': '7, 8', 'years-K4-01': '', apart: 'yes' }
		});
		await planned({ year: '7', label: '7A' });
		const plan = (over: object) => teaching.plan(place, amal, scheme, planningOf(over), noon);
		expect(await plan(level3)).toMatchObject({
			problems: { lesson: expect.stringContaining('taught to Year 9 and Year 10') }
		});
		expect(await plan({ lesson: 'K4-01', year: '10' })).toMatchObject({
			problems: { lesson: expect.stringContaining('is not taught') }
		});
		expect(await ledgerOf(db)).toContain('dee set teaching what is taught');
	});

	test('stand in nobody’s way until somebody has said anything', async () => {
		await planned({ year: '7', label: '7A' });
		expect(await teaching.own(db, dee, scheme)).toMatchObject({
			kept: false,
			typed: { 'years-K3-04': '8, 9' }
		});
	});

	test('say whether sex education is apart, and what is usual follows', async () => {
		await teaching.keep(db, dee, scheme, { 'years-K4-01': '10', 'years-K3-01': '8' }, noon);
		const some = await planned({ lesson: 'K4-01', year: '10', label: '10A', path: 'usual' });
		const none = await planned({ path: 'usual' });
		expect(await teaching.readPlan(db, amal, scheme, some)).toMatchObject({ path: 'without' });
		expect(await teaching.readPlan(db, amal, scheme, none)).toMatchObject({ path: 'whole' });
	});

	test.each(['nine', '9-11', '14', '-9', '9.5'])('take “%s” for no year', async (years) => {
		expect(await teaching.keep(db, dee, scheme, { 'years-K3-04': years })).toEqual({
			problems: { 'years-K3-04': 'K3-04: write years from 3 to 13, such as 9 or 9, 10' }
		});
		expect(await db.select().from(teaching.teachingSettings)).toEqual([]);
	});

	test('hold what a school says beside a lesson, named and dated, until it is taken away', async () => {
		const form = { key: randomUUID(), lesson: 'K3-04', says: 'In the hall.' };
		await teaching.add(db, dee, scheme, form, noon);
		await teaching.add(db, dee, scheme, form, later(1));
		const plan = await planned(level3);

		expect(await teaching.readPlan(db, amal, scheme, plan)).toMatchObject({
			additions: [{ says: 'In the hall.', by: 'dee', at: noon }]
		});
		expect(await teaching.takeAway(db, dee, form.key, later(2))).toBe('taken away');
		expect(await teaching.takeAway(db, dee, randomUUID(), later(3))).toBe('not found');
		expect(await teaching.additionsTo(db)).toEqual([]);
		expect(await db.select().from(teaching.lessonAdditions)).toHaveLength(1);
	});

	test('take no addition without a lesson or without words', async () => {
		const form = { key: randomUUID(), lesson: '', says: '' };
		expect(await teaching.add(db, dee, scheme, form)).toEqual({
			problems: {
				lesson: expect.stringContaining('Choose'),
				says: expect.stringContaining('Write')
			}
		});
		expect(await db.select().from(teaching.lessonAdditions)).toEqual([]);
	});
});

describe('who may not', () => {
	const acts: [Act, (staff: Staff) => Promise<unknown>][] = [
		['teach a class', (staff) => teaching.atDesk(db, staff, scheme)],
		['teach a class', (staff) => teaching.offered(db, staff, null)],
		['teach a class', (staff) => teaching.plan(place, staff, scheme, planningOf(), noon)],
		['teach a class', (staff) => teaching.callOff(place, staff, scheme, randomUUID())],
		[
			'teach a class',
			(staff) => teaching.record(place, staff, scheme, recordingOf(), undefined, noon)
		],
		['teach a class', (staff) => teaching.takeBack(db, staff, randomUUID(), { why: 'x' })],
		['teach a class', (staff) => teaching.readPlan(db, staff, scheme, randomUUID())],
		['teach a class', (staff) => teaching.readRecord(db, staff, scheme, randomUUID())],
		['teach a class', (staff) => teaching.readClass(db, staff, scheme, randomUUID())],
		['teach a class', (staff) => teaching.tally(db, staff, randomUUID(), {})],
		['teach a class', (staff) => teaching.takeAskingBack(db, staff, randomUUID(), randomUUID())],
		['read the record of teaching', (staff) => teaching.report(db, staff, scheme)],
		['read the record of teaching', (staff) => teaching.exported(db, staff, scheme)],
		['keep what is taught', (staff) => teaching.own(db, staff, scheme)],
		['keep what is taught', (staff) => teaching.keep(db, staff, scheme, {})],
		[
			'keep what is taught',
			(staff) => teaching.add(db, staff, scheme, { key: randomUUID(), lesson: '', says: '' })
		],
		['keep what is taught', (staff) => teaching.takeAway(db, staff, randomUUID())]
	];

	test.each(roles)(
		'a %s is told nothing of what is not theirs, and it is written down',
		async (role: Role) => {
			const before = await everythingIn(db);
			const theirs = acts.filter(([act]) => !may({ roles: [role] }, act));
			for (const [act, ask] of theirs) {
				expect(await ask(as(bea, role)), act).toBe('not found');
				expect((await ledgerOf(db)).at(-1)).toBe(`bea was refused act ${act}`);
			}
			expect(await everythingIn(db)).toEqual(before);
		}
	);

	test('a service teaches no class, whatever its people may do elsewhere', async () => {
		const service = await aService();
		const there = { platform: place.platform, db: service };
		for (const role of roles) {
			const staff = as(wren, role);
			expect(await teaching.atDesk(service, staff, scheme)).toBe('not found');
			expect(await teaching.plan(there, staff, scheme, planningOf())).toBe('not found');
			expect(await teaching.report(service, staff, scheme)).toBe('not found');
			expect(await teaching.own(service, staff, scheme)).toBe('not found');
		}
	});
});
