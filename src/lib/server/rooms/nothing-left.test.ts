import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { ownFolder } from '../../../../tests/faults/testing.ts';
import type { Database } from '../db/index.ts';
import { markOf } from './answering.ts';
import * as rooms from './index.ts';
import type { Hall, Room } from './index.ts';
import { answers, aPublicFile, asking, noon } from './testing.ts';

let folder: string;
let published: Database<'public'>;
let hall: Hall;
let room: Room;

beforeEach(async () => {
	folder = ownFolder();
	published = await aPublicFile(folder);
	hall = await rooms.openHall(published);
	room = await asking(hall, 'room-1');
	return () => published.close();
});

/** Every byte that the database has on the disk: its file, its log, and whatever else lies there. */
const disk = (): string =>
	readdirSync(folder)
		.map((file) => readFileSync(join(folder, file), 'latin1'))
		.join('\n');
/** Everything that this process holds of its rooms, to the bottom. */
const memory = (): string =>
	inspect(hall, { depth: Infinity, maxArrayLength: null, maxStringLength: null, showHidden: true });

const tokens = Array.from({ length: 200 }, (_, at) => `pupil-${at}-of-the-test`);
const choices = tokens.map((_, at) => at % 3);

/** What could tell of a pupil: what their browsers hold, the marks made of it, and the seal that makes marks. */
function traces(): string[] {
	const seal = Buffer.from(room.open?.seal ?? '');
	return [...tokens, ...tokens.map((token) => markOf(seal, token)), seal.toString('base64url')];
}
const foundIn = (where: string, what: string[]): string[] =>
	what.filter((each) => where.includes(each));

describe('after a question has closed', () => {
	test('no mark, no seal and no token is on the disk or in memory', async () => {
		await answers(hall, room, choices);
		const what = traces();
		// So that the search is known to find them: while it is open, the marks are there, and the tokens never are.
		expect(foundIn(disk(), what)).toHaveLength(201);
		expect(foundIn(disk(), tokens)).toEqual([]);
		expect(foundIn(memory(), what).length).toBeGreaterThanOrEqual(200);

		await rooms.close(hall, 'room-1', 1, noon);

		expect(foundIn(disk(), what)).toEqual([]);
		expect(foundIn(memory(), what)).toEqual([]);
		expect(await published.$count(rooms.roomMarks)).toBe(0);
		expect(await published.$count(rooms.roomCounts)).toBe(0);
	});

	test('what there is of it is the shares that everybody saw', async () => {
		await answers(hall, room, choices);
		await rooms.close(hall, 'room-1', 1, noon);

		const [row] = await published.select().from(rooms.roomQuestions);
		expect(row).toMatchObject({ seal: null, shown: JSON.stringify(room.moment.asked?.shown) });
	});
});

describe('after a lesson has ended', () => {
	test('nothing of its room is on the disk or in memory, its words and questions among it', async () => {
		await answers(hall, room, choices);
		const what = [...traces(), room.code, room.door, 'Sharing a password with a partner'];
		await rooms.end(hall, 'room-1');

		expect(foundIn(disk(), what)).toEqual([]);
		expect(foundIn(memory(), what)).toEqual([]);
		for (const table of [rooms.rooms, rooms.roomQuestions, rooms.roomCounts, rooms.roomMarks])
			expect(await published.$count(table)).toBe(0);
	});

	test('the same when its time ran out with a question open, and other rooms go on', async () => {
		await answers(hall, room, choices);
		const what = traces();
		const other = await asking(hall, 'room-2');
		other.openedAt = other.touchedAt = new Date(noon.getTime() + 60 * 60_000);

		await rooms.endOld(hall, new Date(noon.getTime() + 60 * 60_000));

		expect(foundIn(disk(), what)).toEqual([]);
		expect(foundIn(memory(), what)).toEqual([]);
		expect([...hall.rooms.keys()]).toEqual(['room-2']);
	});

	test('and so it is when the process was killed with a question open, and the lesson ended afterwards', async () => {
		await answers(hall, room, choices);
		const what = traces();
		hall = await rooms.openHall(published);
		await rooms.end(hall, 'room-1');

		expect(foundIn(disk(), what)).toEqual([]);
	});

	test('ended twice it is ended once', async () => {
		await rooms.end(hall, 'room-1');
		await rooms.end(hall, 'room-1');
		expect(hall.rooms.size).toBe(0);
	});
});

test('what is removed is overwritten where it stood', async () => {
	const { rows } = await published.run(sql`pragma secure_delete`);
	expect(rows[0]?.[0]).toBe(1);
});
