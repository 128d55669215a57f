import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Role, Staff } from '../access/index.ts';
import * as accounts from '../accounts/index.ts';
import * as organisations from '../organisations/index.ts';
import * as questionBox from '../question-box/index.ts';
import { aHouse, amal, later, noon, toldIn } from '../testing.ts';
import { startQuestions } from './index.ts';

let place: Awaited<ReturnType<typeof aHouse>>;
const staffIds: Record<string, string> = {};

beforeEach(async () => {
	place = await aHouse();
	for (const id of ['moss', 'heath']) {
		await organisations.add(place.house, { id, name: `${id} school`, kind: 'school' });
		for (const role of ['teacher', 'lead'] as const) await add(role, id);
	}
});
afterEach(() => place.end());

async function add(role: Role, organisationId: string): Promise<void> {
	await accounts.add(place.house, {
		...{ name: role, email: `${role}@${organisationId}.example`, organisationId },
		...{ password: 'paint on the stone', roles: [role] }
	});
	const [holder] = await accounts.holdersOf(place.house.platform, organisationId, [role]);
	staffIds[`${role} ${organisationId}`] = holder?.staffId ?? '';
}

const dbOf = async (id: string) => (await place.house.lease(id)).db;
const nothing = (fault: unknown) => expect(fault).toBeUndefined();

/** A box of a teacher at noon, with so many questions in it. */
async function aBox(id: string, many: number) {
	const teacher: Staff = { ...amal, id: staffIds[`teacher ${id}`] ?? '' };
	const at = { published: place.house.published, db: await dbOf(id) };
	const opening = { key: randomUUID(), className: 'Year 8', lessonId: '' };
	const made = await questionBox.openBox(at, teacher, opening, noon);
	if (made === 'not found') throw new Error('A box was not opened in the test');
	for (let each = 0; each < many; each += 1)
		await questionBox.put(at.published, made.code, { key: randomUUID(), words: 'Why?' }, noon);
	return { at, teacher, id: made.id };
}

async function lookAt(hours: number, more: Partial<Parameters<typeof startQuestions>[1]> = {}) {
	const job = startQuestions(place.house, { report: nothing, now: () => later(hours), ...more });
	await job.settled();
	await job.stop();
}

const told = async (id: string) =>
	(await toldIn(await dbOf(id))).map((each) => {
		const who = Object.keys(staffIds).find((role) => each.startsWith(staffIds[role] ?? ' '));
		return who ?? each;
	});

test('a teacher hears after a day that questions wait, and the leads after four, each once', async () => {
	await aBox('moss', 2);
	await aBox('heath', 0);
	let many = 0;
	const counting = { told: () => (many += 1) };

	await lookAt(23, counting);
	expect(await told('moss')).toEqual([]);
	for (const hours of [24, 25, 95]) await lookAt(hours, counting);
	expect(await told('moss')).toEqual(['teacher moss']);
	for (const hours of [96, 120]) await lookAt(hours, counting);
	expect((await told('moss')).sort()).toEqual(['lead moss', 'teacher moss']);
	expect(await told('heath')).toEqual([]);
	expect(many).toBe(2);
});

test.each([
	['next time', 'nobody', []],
	['', 'its teacher, and then the leads,', ['lead moss', 'teacher moss']]
] as const)('a box whose question stands at “%s” makes %s hear', async (state, _, hears) => {
	const { at, teacher, id } = await aBox('moss', 1);
	await questionBox.closeBox(at, teacher, id, noon);
	const read = await questionBox.readBox(at, teacher, id, noon);
	const number = read === 'not found' ? 0 : (read.questions[0]?.number ?? 0);
	await questionBox.handle(at, teacher, { box: id, number }, { says: '', state, leads: [] }, noon);

	for (const hours of [25, 100]) await lookAt(hours);
	expect((await told('moss')).sort()).toEqual(hears);
});

test('after a week every school’s box is gone, with what was asked', async () => {
	for (const id of ['moss', 'heath']) await aBox(id, 1);

	await lookAt(7 * 24 - 1);
	expect(await place.house.published.select().from(questionBox.sealedQuestions)).toHaveLength(2);
	await lookAt(7 * 24);

	expect(await place.house.published.select().from(questionBox.sealedQuestions)).toEqual([]);
	for (const id of ['moss', 'heath'])
		expect(await (await dbOf(id)).select().from(questionBox.questionBoxes)).toEqual([]);
});

test('a school whose boxes cannot be forgotten is reported, and holds up no other', async () => {
	for (const id of ['moss', 'heath']) await aBox(id, 1);
	await (
		await dbOf('heath')
	).run(
		`create trigger stuck before delete on question_boxes begin select raise(abort, 'stuck'); end`
	);
	const faults: unknown[] = [];

	await lookAt(7 * 24, { report: (fault) => faults.push(fault) });

	expect(faults).toHaveLength(1);
	expect(await (await dbOf('moss')).select().from(questionBox.questionBoxes)).toEqual([]);
});

test('where nobody leads, the head hears, and what nobody could hear is said once somebody can', async () => {
	await organisations.add(place.house, { id: 'lone', name: 'Lone school', kind: 'school' });
	await add('teacher', 'lone');
	await aBox('lone', 1);
	for (const hours of [25, 100]) await lookAt(hours);
	expect(await told('lone')).toEqual(['teacher lone']);

	await add('head', 'lone');
	await lookAt(101);
	expect((await told('lone')).sort()).toEqual(['head lone', 'teacher lone']);
});
