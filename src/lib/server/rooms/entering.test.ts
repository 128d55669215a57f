import { beforeEach, describe, expect, test } from 'vitest';
import list from '../../../../content/site/room-words.json' with { type: 'json' };
import { freshDatabase } from '../db/testing.ts';
import * as rooms from './index.ts';
import type { Hall, Room } from './index.ts';
import { minutesLater, noon } from './testing.ts';

let hall: Hall;
let room: Room;

beforeEach(async () => {
	const published = await freshDatabase('public');
	hall = await rooms.openHall(published);
	room = await rooms.open(hall, 'room-1', noon);
	return () => published.close();
});

/** Three words that open nothing: no room has the same one thrice. */
const wrong = (at: number): string => `${list.words[at % 1_000]} `.repeat(3);
const guessing = (many: number, at: Date) => {
	for (let each = 0; each < many; each += 1) rooms.enter(hall, wrong(each), at);
};
const asOneDoes = (code: string) => code.replaceAll('-', ' ');

describe('coming in', () => {
	test('takes the three words, however they are written', () => {
		const spaced = asOneDoes(room.code);
		for (const typed of [room.code, spaced, spaced.toUpperCase(), ` ${spaced}. `])
			expect(rooms.enter(hall, typed, noon)).toEqual({ door: room.door });
	});

	test('takes the three words and the fourth, and not the three with another', () => {
		expect(rooms.enter(hall, `${room.code} ${room.fourth}`, noon)).toEqual({ door: room.door });
		const other = list.words.find((word) => word !== room.fourth) ?? '';
		expect(rooms.enter(hall, `${room.code} ${other}`, noon)).toEqual({ says: 'no such room' });
	});

	test('takes no two words, no words of another list, and not those of a room that is over', () => {
		expect(rooms.enter(hall, 'otter lantern', noon)).toEqual({ says: 'too few words' });
		expect(rooms.enter(hall, '', noon)).toEqual({ says: 'too few words' });
		expect(rooms.enter(hall, 'zebra qqqqqqq otter', noon)).toEqual({
			...{ says: 'not words of ours', unknown: ['qqqqqqq'] }
		});
		expect(rooms.enter(hall, room.code, minutesLater(46))).toEqual({ says: 'no such room' });
	});

	test('leads to an address that says nothing of the words, and that nobody can guess', async () => {
		const doors = [room.door];
		for (let each = 2; each < 30; each += 1)
			doors.push((await rooms.open(hall, `room-${each}`, noon)).door);
		expect(new Set(doors).size).toBe(doors.length);
		for (const door of doors) expect(door).toMatch(/^[\w-]{22}$/);
	});
});

describe('somebody who guesses', () => {
	test('and uses up the wrong guesses finds that three words open nothing, the right ones either', () => {
		guessing(300, noon);

		expect(rooms.enter(hall, room.code, noon)).toEqual({ says: 'one more word' });
		expect(rooms.enter(hall, wrong(1), noon)).toEqual({ says: 'one more word' });
	});

	test('does not shut a class of thirty out: they come in with the fourth word that is before them', () => {
		guessing(10_000, noon);

		for (let pupil = 0; pupil < 30; pupil += 1) {
			const typed = asOneDoes(`${room.code} ${room.fourth}`);
			expect(rooms.enter(hall, typed, noon)).toEqual({ door: room.door });
			guessing(100, noon);
		}
	});

	test('is done with at once: a second later three words open a room again', () => {
		guessing(10_000, noon);

		const soon = new Date(noon.getTime() + 1_000);
		expect(rooms.enter(hall, room.code, soon)).toEqual({ door: room.door });
	});

	test('and never stops is let try ten guesses a second and no more, for a whole lesson', () => {
		const seconds = 44 * 60;
		let tried = 0;
		for (let tick = 0; tick < seconds * 10; tick += 1)
			for (let each = 0; each < 3; each += 1) {
				const entered = rooms.enter(hall, wrong(each), new Date(noon.getTime() + tick * 100));
				if ('says' in entered && entered.says === 'no such room') tried += 1;
			}
		expect(tried).toBeLessThanOrEqual(seconds * 10 + 300);
		expect(tried).toBeGreaterThan(seconds * 9);
	});
});

describe('a class', () => {
	test('that types everything wrong at first is not taken for somebody who guesses', () => {
		for (let pupil = 0; pupil < 30; pupil += 1)
			for (let slip = 0; slip < 9; slip += 1) rooms.enter(hall, wrong(pupil * 9 + slip), noon);

		expect(rooms.enter(hall, room.code, noon)).toEqual({ door: room.door });
	});

	test('may slip by a letter, or type what is no word at all, a thousand times', () => {
		const [first = '', ...rest] = room.code.split('-');
		for (let slip = 0; slip < 1_000; slip += 1)
			expect(rooms.enter(hall, `qqqqqqq ${rest.join(' ')}`, noon)).toMatchObject({
				says: 'not words of ours'
			});

		expect(rooms.enter(hall, `${first}q ${rest.join(' ')}`, noon)).toEqual({ door: room.door });
	});
});
