import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { may, roles } from '../access/index.ts';
import { write, type Database } from '../db/index.ts';
import { freshDatabase } from '../db/testing.ts';
import * as lessonChecks from '../lesson-checks/index.ts';
import * as lessons from '../lessons/index.ts';
import * as rooms from '../rooms/index.ts';
import type { Hall } from '../rooms/index.ts';
import {
	amal,
	as,
	aSchool,
	bea,
	dee,
	fillTheLedger,
	ledgerOf,
	nell,
	noon,
	una,
	wren
} from '../testing.ts';
import * as teachingRooms from './index.ts';

const lesson = lessons.byId('K3-04')!;
const another = lessons.byId('K3-05')!;

let db: Database<'organisation'>;
let published: Database<'public'>;
let hall: Hall;

beforeEach(async () => {
	db = await aSchool();
	published = await freshDatabase('public');
	hall = await rooms.openHall(published);
	await lessonChecks.check(
		db,
		dee,
		lesson,
		{
			...{ key: randomUUID(), digest: lesson.digest, whole: 'yes', says: '' },
			...{ checkedBy: 'Dee', checkedAs: 'Lead' }
		},
		noon
	);
	return () => published.close();
});

/** A room that Amal opened for the lesson. */
async function aRoom(staff = amal): Promise<string> {
	const key = randomUUID();
	expect(await teachingRooms.open(db, hall, staff, lesson, { key }, noon)).toBe('opened');
	return key;
}
const first = { question: 'sort-1' };
const second = { question: 'sort-2' };
const ask = (id: string, form = first, staff = amal) =>
	teachingRooms.ask(db, hall, staff, id, form, noon);
const hands = (id: string, counts: number[], form = first, staff = amal) => {
	const [count0 = 0, count1 = 0, count2 = 0] = counts;
	const counting = { count0, count1, count2, count3: 0, count4: 0, count5: 0 };
	return teachingRooms.byHands(db, hall, staff, id, { ...form, ...counting }, noon);
};
const readBy = (id: string, staff = amal) => teachingRooms.read(db, hall, staff, id, noon);

describe('a room', () => {
	test('is opened for a lesson that may be presented, and the ledger has it', async () => {
		const id = await aRoom();

		expect(rooms.byId(hall, id, noon)).toBeDefined();
		expect((await ledgerOf(db)).at(-1)).toBe('amal opened a room lesson K3-04');
	});

	test('of another school is not opened here by its id, nor asked anything', async () => {
		const key = await aRoom();
		const here = db;
		db = await aSchool();
		const checks = await here.select().from(lessonChecks.lessonChecks);
		await write(db, (tx) => tx.insert(lessonChecks.lessonChecks).values(checks));

		expect(await teachingRooms.open(db, hall, bea, lesson, { key }, noon)).toBe('not found');
		expect(await readBy(key, bea)).toBe('not found');
		expect(await ask(key, first, bea)).toBe('not found');
	});

	test('is not opened for a lesson that may not, and says why', async () => {
		const key = randomUUID();
		expect(await teachingRooms.open(db, hall, amal, another, { key }, noon)).toEqual({
			why: expect.stringContaining('no specialist has checked it')
		});
		expect(hall.rooms.size).toBe(0);
	});

	test('asked for twice by one form is one, and by the form of another is not found', async () => {
		const key = await aRoom();
		expect(await teachingRooms.open(db, hall, amal, lesson, { key }, noon)).toBe('opened');
		expect(await teachingRooms.open(db, hall, bea, lesson, { key }, noon)).toBe('not found');

		expect(hall.rooms.size).toBe(1);
		expect((await ledgerOf(db)).filter((line) => line.includes('opened a room'))).toHaveLength(1);
	});

	test('tells the public database its id, and nothing of the school, the lesson or the teacher', async () => {
		const id = await aRoom();
		const [row] = await published.select().from(rooms.rooms);

		expect(Object.keys(row ?? {}).sort()).toEqual(
			['code', 'door', 'fourth', 'id', 'openedAt', 'touchedAt'].sort()
		);
		expect(row?.id).toBe(id);
		expect(JSON.stringify(row)).not.toMatch(/amal|school|K3-04/i);
	});

	test('is not opened where the ledger cannot be written', async () => {
		await fillTheLedger(db);
		const opening = teachingRooms.open(db, hall, amal, lesson, { key: randomUUID() }, noon);

		await expect(opening).rejects.toThrow();
		expect(hall.rooms.size).toBe(0);
	});
});

describe('nobody but whoever opened a room', () => {
	test('sees it, asks in it, shows in it or ends it, whatever else they may', async () => {
		const id = await aRoom();
		for (const staff of [bea, dee, una, as(nell, 'governor', 'admin'), wren]) {
			expect(await readBy(id, staff)).toBe('not found');
			expect(await ask(id, first, staff)).toBe('not found');
			expect(await hands(id, [9], first, staff)).toBe('not found');
			expect(await teachingRooms.close(db, hall, staff, id, { number: 1 }, noon)).toBe('not found');
			expect(await teachingRooms.end(db, hall, staff, id, { keep: [] }, noon)).toBe('not found');
		}
		expect(rooms.byId(hall, id, noon)?.asked).toEqual([]);
		const refused = await ledgerOf(db);
		expect(refused).toContain(`bea was not shown room ${id}`);
		expect(refused).toContain('nell was refused act teach a class');
	});

	test('has it among their own', async () => {
		const id = await aRoom();
		const own = async (staff = amal) => {
			const found = await teachingRooms.own(db, hall, staff, lessons.all(), noon);
			return found === 'not found' ? found : found.open.map((each) => each.id);
		};
		expect(await own()).toEqual([id]);
		expect(await own(bea)).toEqual([]);
		expect(await own(as(nell, 'governor'))).toBe('not found');
	});
});

test.each(roles)('a %s teaches, or is told that there is nothing here', async (role) => {
	const staff = as(amal, role);
	const found = await teachingRooms.own(db, hall, staff, lessons.all(), noon);
	expect(found === 'not found').toBe(!may(staff, 'teach a class'));
	const elsewhere = { ...staff, organisation: wren.organisation };
	expect(await teachingRooms.own(db, hall, elsewhere, lessons.all(), noon)).toBe('not found');
});

describe('a question', () => {
	test('is one of the lesson’s own, with its options', async () => {
		const id = await aRoom();
		expect(await ask(id)).toBe('asked');
		const sort = lesson.activities.sort;
		expect(rooms.byId(hall, id, noon)?.moment.asked).toMatchObject({
			ask: sort?.kind === 'sort' && sort.items[0]?.text,
			options: sort?.kind === 'sort' && sort.boxes.map(({ label }) => label)
		});
	});

	test('that the lesson does not have is not asked', async () => {
		const id = await aRoom();
		for (const question of ['sort-99', 'weeks-1', '', 'constructor'])
			expect(await ask(id, { question })).toBe('no such question');
	});

	test('is asked once, so that what changed between two tallies tells of nobody; a poll as often as one likes', async () => {
		const id = await aRoom();
		await ask(id);
		await teachingRooms.close(db, hall, amal, id, { number: 1 }, noon);
		expect(await ask(id)).toBe('asked before');
		expect(await hands(id, [9, 9, 9])).toBe('asked before');
		expect(await hands(id, [9, 9], { question: 'aloud:2' })).toBe('shown');
		expect(await hands(id, [9, 9], { question: 'aloud:2' })).toBe('shown');
	});

	test('while it is open says nothing of its answers to its teacher', async () => {
		const id = await aRoom();
		await ask(id);
		const before = JSON.stringify(await readBy(id));
		const room = rooms.byId(hall, id, noon)!;
		for (let pupil = 0; pupil < 20; pupil += 1) {
			await rooms.answer(hall, room.door, { number: 1, choice: pupil % 3 }, `p${pupil}`, noon);
			expect(JSON.stringify(await readBy(id))).toBe(before);
		}
	});
});

describe('when the lesson is over', () => {
	async function taught(keep: string[]) {
		const id = await aRoom();
		await hands(id, [20, 0, 0]);
		await hands(id, [2, 0, 0], second);
		await ask(id, { question: 'sort-3' });
		expect(await teachingRooms.end(db, hall, amal, id, { keep }, noon)).toBe('ended');
		return id;
	}

	test('nothing of it remains, unless the teacher keeps the tallies', async () => {
		const id = await taught([]);

		expect(hall.rooms.size).toBe(0);
		expect(await db.$count(teachingRooms.keptTallies)).toBe(0);
		expect(await readBy(id)).toMatchObject({ live: undefined, sets: [], kept: [] });
		expect((await ledgerOf(db)).at(-1)).toBe('amal ended a room lesson K3-04');
	});

	test('what is kept is what everybody saw, and what was hidden stays hidden', async () => {
		const id = await taught(['yes']);

		const found = await readBy(id);
		expect(found === 'not found' ? [] : found.kept.map(({ shown }) => shown)).toEqual([
			{ hidden: false, shares: [9, 'none or a few', 'none or a few'] },
			{ hidden: true }
		]);
		expect((await ledgerOf(db)).at(-1)).toBe('amal ended a room and kept its tallies lesson K3-04');
		expect(await readBy(id, bea)).toBe('not found');
	});

	test('it is over for whoever presses again, and nothing can be asked', async () => {
		const id = await taught(['yes']);
		expect(await teachingRooms.end(db, hall, amal, id, { keep: ['yes'] }, noon)).toBe('ended');
		expect(await ask(id, { question: 'sort-4' })).toBe('over');
		expect(await db.$count(teachingRooms.keptTallies)).toBe(2);
	});
});

test('every lesson can be asked about with hands, and nearly every one has questions of its own', () => {
	const own = lessons.all().map((each) => teachingRooms.questionsOf(each));
	for (const sets of own) {
		expect(sets.at(-1)?.kind).toBe('poll');
		for (const { questions, noDevice } of sets) {
			expect(noDevice.length).toBeGreaterThan(10);
			for (const { options } of questions) {
				expect(options.length).toBeGreaterThanOrEqual(2);
				expect(options.length).toBeLessThanOrEqual(6);
			}
		}
		const keys = sets.flatMap(({ questions }) => questions.map(({ key }) => key));
		expect(new Set(keys).size).toBe(keys.length);
	}
	expect(own.filter((sets) => sets.length > 1).length).toBeGreaterThan(own.length * 0.9);
});
