import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { ownFolder } from '../../../../tests/faults/testing.ts';
import type { Database } from '../db/index.ts';
import * as rooms from './index.ts';
import type { Hall, Room } from './index.ts';
import { answers, aPublicFile, asking, minutesLater, noon, question } from './testing.ts';

let published: Database<'public'>;
let hall: Hall;
let room: Room;

beforeEach(async () => {
	published = await aPublicFile(ownFolder());
	hall = await rooms.openHall(published);
	room = await asking(hall, 'room-1');
	return () => published.close();
});

const counted = async () =>
	(await published.select().from(rooms.roomCounts)).reduce((sum, { count }) => sum + count, 0);
const first = { number: 1, choice: 0 };

describe('an answer', () => {
	test('is on the disk when it is said to be counted', async () => {
		expect(await rooms.answer(hall, room.door, first, 'a', noon)).toBe('counted');

		expect(await published.select().from(rooms.roomCounts)).toEqual([
			{ roomId: 'room-1', number: 1, choice: 0, count: 1 }
		]);
	});

	test('sent twice, at once or later, or changed, is counted once', async () => {
		const again = { number: 1, choice: 2 };
		const both = [first, first, again].map((each) =>
			rooms.answer(hall, room.door, each, 'a', noon)
		);
		expect(await Promise.all(both)).toEqual(['counted', 'counted', 'counted']);
		expect(await rooms.answer(hall, room.door, again, 'a', noon)).toBe('counted');

		expect(await published.select().from(rooms.roomCounts)).toMatchObject([
			{ choice: 0, count: 1 }
		]);
	});

	test('of two hundred at once is counted for each, in a few writes', async () => {
		await answers(
			hall,
			room,
			Array.from({ length: 200 }, (_, at) => at % 3)
		);

		expect(await counted()).toBe(200);
	});

	test('is not taken to a question that is not open, to no option, or to no room', async () => {
		expect(await rooms.answer(hall, room.door, { number: 2, choice: 0 }, 'a', noon)).toBe('closed');
		expect(await rooms.answer(hall, room.door, { number: 1, choice: 3 }, 'a', noon)).toBe('closed');
		expect(await rooms.answer(hall, 'no-such-door', first, 'a', noon)).toBe('over');
		expect(await rooms.answer(hall, room.id, first, 'a', noon)).toBe('over');
		await rooms.close(hall, 'room-1', 1, noon);
		expect(await rooms.answer(hall, room.door, first, 'b', noon)).toBe('closed');
		expect(await counted()).toBe(0);
	});

	test('that comes while the question is being closed is either counted in it or refused', async () => {
		const sent = answers(
			hall,
			room,
			Array.from({ length: 20 }, () => 1)
		);
		const closing = rooms.close(hall, 'room-1', 1, noon);
		const late = rooms.answer(hall, room.door, first, 'late', noon);

		expect([...new Set(await sent)]).toEqual(['counted']);
		expect(await closing).toBe('shown');
		expect(await late).toBe('closed');
		expect(room.moment.asked?.shown).toMatchObject({ hidden: false });
	});

	test('that the disk does not take is refused, and counted when it is sent again', async () => {
		await published.run(
			sql`create trigger full before insert on room_counts begin select raise(abort, 'disk full'); end`
		);
		await expect(rooms.answer(hall, room.door, first, 'a', noon)).rejects.toThrow();
		expect(rooms.hasAnswered(hall, room.door, 'a', noon)).toBe(false);

		await published.run(sql`drop trigger full`);
		expect(await rooms.answer(hall, room.door, first, 'a', noon)).toBe('counted');
		expect(await counted()).toBe(1);
	});

	test('is known to the browser that sent it, and to no other', async () => {
		await rooms.answer(hall, room.door, first, 'a', noon);

		expect(rooms.hasAnswered(hall, room.door, 'a', noon)).toBe(true);
		expect(rooms.hasAnswered(hall, room.door, 'b', noon)).toBe(false);
	});

	test('a thousand and one from one machine stuff no ballot further', async () => {
		await answers(
			hall,
			room,
			Array.from({ length: 1_000 }, () => 0)
		);

		expect(await rooms.answer(hall, room.door, first, 'one-more', noon)).toBe('closed');
		expect(await counted()).toBe(1_000);
	});
});

describe('a mark', () => {
	test('stands beside no choice, and of the same browser is another for each question and room', async () => {
		await rooms.answer(hall, room.door, first, 'a', noon);
		const other = await asking(hall, 'room-2');
		await rooms.answer(hall, other.door, first, 'a', noon);

		const marks = await published.select().from(rooms.roomMarks);
		expect(Object.keys(marks[0] ?? {}).sort()).toEqual(['mark', 'number', 'roomId']);
		expect(new Set(marks.map(({ mark }) => mark)).size).toBe(2);
		expect(JSON.stringify(marks)).not.toContain('"a"');
	});
});

describe('a hall that is opened again', () => {
	test('has its rooms, their words, their counts, and counts nobody twice', async () => {
		await answers(hall, room, [0, 0, 1, 2, 0]);

		const later = await rooms.openHall(published);

		expect(rooms.enter(later, room.code, noon)).toEqual({ door: room.door });
		const again = later.rooms.get('room-1')!;
		expect(again.moment).toEqual(room.moment);
		expect(rooms.hasAnswered(later, room.door, 'pupil-0-of-the-test', noon)).toBe(true);
		await answers(later, again, [1, 1, 1, 1, 1]);
		expect(await counted()).toBe(5);
		expect(await rooms.answer(later, room.door, first, 'new', noon)).toBe('counted');
		expect(await rooms.close(later, 'room-1', 1, noon)).toBe('shown');
		expect((await rooms.openHall(published)).rooms.get('room-1')?.moment).toEqual(again.moment);
	});
});

describe('a teacher', () => {
	test('asks one question at a time, and of two presses at once one asks', async () => {
		expect(await rooms.ask(hall, 'room-1', question, noon)).toBe('one is open');
		expect(await rooms.byHands(hall, 'room-1', question, [9, 9, 9], noon)).toBe('one is open');
		await rooms.open(hall, 'room-2', noon);
		const both = [1, 2].map(() => rooms.ask(hall, 'room-2', question, noon));
		expect((await Promise.all(both)).sort()).toEqual(['asked', 'one is open']);
	});

	test('closes a question once, and only the one that they saw', async () => {
		expect(await rooms.close(hall, 'room-1', 2, noon)).toBe('not open');
		const both = [1, 2].map(() => rooms.close(hall, 'room-1', 1, noon));
		expect((await Promise.all(both)).sort()).toEqual(['not open', 'shown']);
		expect(await rooms.close(hall, 'room-1', 1, noon)).toBe('not open');
	});

	test('who does nothing for 45 minutes, or is there for two hours, has no room any more', async () => {
		expect(rooms.byId(hall, 'room-1', minutesLater(44))).toBeDefined();
		expect(rooms.byId(hall, 'room-1', minutesLater(45))).toBeUndefined();
		await rooms.close(hall, 'room-1', 1, minutesLater(44));
		expect(rooms.byId(hall, 'room-1', minutesLater(88))).toBeDefined();
		await rooms.byHands(hall, 'room-1', question, [9, 9, 9], minutesLater(80));
		expect(rooms.byId(hall, 'room-1', minutesLater(119))).toBeDefined();
		expect(rooms.byId(hall, 'room-1', minutesLater(120))).toBeUndefined();
		expect(await rooms.ask(hall, 'room-1', question, minutesLater(120))).toBe('over');
		expect(await rooms.answer(hall, room.door, first, 'a', minutesLater(120))).toBe('over');

		await rooms.endOld(hall, minutesLater(120));
		expect(await published.$count(rooms.rooms)).toBe(0);
	});

	test('shows a tally of hands by the same rule: under five, nothing, and no number is kept', async () => {
		await rooms.close(hall, 'room-1', 1, noon);
		await rooms.byHands(hall, 'room-1', question, [4, 0, 0], noon);
		expect(room.moment.asked?.shown).toEqual({ hidden: true });

		await rooms.byHands(hall, 'room-1', question, [24, 0, 0], noon);
		expect(room.moment.asked?.shown).toEqual({
			...{ hidden: false, shares: [9, 'none or a few', 'none or a few'] }
		});
		expect(await counted()).toBe(0);
	});
});
