import { render } from 'svelte/server';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import Moment from '#lib/components/room/Moment.svelte';
import ScreenMoment from '#lib/components/room/ScreenMoment.svelte';
import type { Database } from '../db/index.ts';
import { freshDatabase } from '../db/testing.ts';
import * as rooms from './index.ts';
import type { Hall, Room } from './index.ts';
import { answers, asking, noon, readSoFar } from './testing.ts';

let published: Database<'public'>;
let hall: Hall;
let room: Room;

beforeEach(async () => {
	published = await freshDatabase('public');
	hall = await rooms.openHall(published);
	room = await asking(hall, 'room-1');
	return () => published.close();
});

const encode: rooms.Encode = (moment) => new TextEncoder().encode(JSON.stringify(moment));

/** Everything that anybody gets of a room: its pages, whoever asks for them, and all that is known to draw them. */
const everyView = (): string =>
	JSON.stringify([
		render(Moment, { props: { moment: room.moment } }).body,
		render(Moment, { props: { moment: room.moment, answered: true } }).body,
		render(ScreenMoment, { props: { moment: room.moment } }).body,
		room.asked,
		rooms.enter(hall, room.code, noon),
		rooms.hasAnswered(hall, room.door, 'somebody-who-watches', noon)
	]);

describe('while forty known pupils vote one by one', () => {
	test('every view of the room stays the same, to the byte, until it is shown', async () => {
		const before = everyView();
		for (let pupil = 0; pupil < 40; pupil += 1) {
			await answers(hall, room, [pupil % 3], pupil);
			expect(everyView()).toBe(before);
		}

		await rooms.close(hall, 'room-1', 1, noon);
		expect(everyView()).not.toBe(before);
	});

	test('nothing is sent to anybody who waits, of whatever length, until it is shown, and then once', async () => {
		const stream = hall.streams.open(
			room,
			room.moment.revision,
			encode
		) as ReadableStream<Uint8Array>;
		const reader = stream.getReader();
		await readSoFar(reader);

		for (let pupil = 0; pupil < 40; pupil += 1) {
			await answers(hall, room, [pupil % 3], pupil);
			expect(await readSoFar(reader)).toBe('');
		}

		await rooms.close(hall, 'room-1', 1, noon);
		expect(JSON.parse(await readSoFar(reader))).toMatchObject({ revision: 2 });
		expect(await readSoFar(reader)).toBe('');
	});

	test('what is shown says how many of ten, and neither how many there were nor what any of them chose', async () => {
		await answers(
			hall,
			room,
			Array.from({ length: 40 }, (_, at) => at % 2)
		);
		await rooms.close(hall, 'room-1', 1, noon);

		const { asked } = room.moment;
		expect(Object.keys(asked ?? {}).sort()).toEqual(['ask', 'key', 'number', 'options', 'shown']);
		expect(Object.keys(asked?.shown ?? {}).sort()).toEqual(['hidden', 'shares']);
	});

	test('what was shown is the same however often it is looked at, and nothing moves it', async () => {
		await answers(
			hall,
			room,
			Array.from({ length: 40 }, (_, at) => at % 2)
		);
		await rooms.close(hall, 'room-1', 1, noon);
		const shown = everyView();

		await rooms.answer(hall, room.door, { number: 1, choice: 0 }, 'late', noon);
		await rooms.close(hall, 'room-1', 1, noon);
		const again = await rooms.openHall(published);

		expect(everyView()).toBe(shown);
		expect(again.rooms.get('room-1')?.moment).toEqual(room.moment);
	});
});

test('under five answers nobody ever sees what they were, and all such tallies look alike', async () => {
	const views = new Set<string>();
	for (const [at, choices] of [[], [0], [1], [0, 0, 0, 0], [0, 1, 2, 0]].entries()) {
		const other = await asking(hall, `other-${at}`);
		await answers(hall, other, choices);
		await rooms.close(hall, other.id, 1, noon);
		views.add(JSON.stringify(other.moment));
	}
	expect(views.size).toBe(1);
	expect([...views][0]).toContain('"hidden":true');
});

describe('whoever waits for what comes next', () => {
	const open = (seen: number) =>
		(hall.streams.open(room, seen, encode) as ReadableStream<Uint8Array>).getReader();

	test('and comes late, or again, is told what is now, and who has it already is not', async () => {
		expect(await readSoFar(open(0))).toMatch(/^retry: \d{4}\n\n\{"revision":1/);
		expect(await readSoFar(open(1))).toMatch(/^retry: \d{4}\n\n$/);
	});

	test('is told that the lesson is over, and let go', async () => {
		const reader = open(1);
		await rooms.end(hall, 'room-1');

		expect(await readSoFar(reader)).toContain('event: over');
		expect((await reader.read()).done).toBe(true);
	});

	test('and takes nothing any more is let go, and the others are not held up', async () => {
		const slow = open(1);
		const quick = open(1);
		let got = '';
		for (let time = 0; time < 30; time += 1) {
			hall.streams.show(room.id, room.moment);
			got += await readSoFar(quick);
		}
		expect(got.match(/"revision"/g)).toHaveLength(30);
		expect((await readSoFar(slow)).match(/"revision"/g)?.length).toBeLessThan(30);
		expect((await slow.read()).done).toBe(true);
	});

	test('in one room hears nothing of another', async () => {
		const other = await asking(hall, 'room-2');
		const reader = open(1);
		await readSoFar(reader);
		await rooms.close(hall, other.id, 1, noon);

		expect(await readSoFar(reader)).toBe('');
	});

	test('hears every fifteen seconds that the line is there, whatever anybody answers', async () => {
		vi.useFakeTimers({ toFake: ['setInterval'] });
		onTestFinished(() => void vi.useRealTimers());
		hall = await rooms.openHall(published);
		room = hall.rooms.get('room-1')!;
		const reader = open(1);
		await readSoFar(reader);

		vi.advanceTimersByTime(14_999);
		expect(await readSoFar(reader)).toBe('');
		vi.advanceTimersByTime(1);
		expect(await readSoFar(reader)).toBe(':\n\n');
	});

	test('takes nobody else’s place: one room has room for a year group, and the next one is let in', async () => {
		const another = await rooms.open(hall, 'room-2', noon);
		const enter = (of: Room) => hall.streams.open(of, of.moment.revision, encode);
		for (let each = 0; each < 400; each += 1) expect(enter(room)).not.toBe('full');

		expect(enter(room)).toBe('full');
		expect(enter(another)).not.toBe('full');
	});

	test('when the process ends is let go at once, and nobody is let in any more', async () => {
		const reader = open(1);
		hall.streams.closeAll();

		await readSoFar(reader);
		expect((await reader.read()).done).toBe(true);
		expect(hall.streams.open(room, 0, encode)).toBe('full');
	});
});
