import { expect, test } from 'vitest';
import { freshDatabase } from '../db/testing.ts';
import * as rooms from '../rooms/index.ts';
import { startRooms } from './rooms.ts';

test('a lesson whose time is over is removed, and one that goes on is not', async () => {
	const published = await freshDatabase('public');
	const hall = await rooms.openHall(published);
	const now = new Date('2026-11-10T12:00:00Z');
	await rooms.open(hall, 'over', new Date(now.getTime() - 46 * 60_000));
	await rooms.open(hall, 'goes-on', new Date(now.getTime() - 44 * 60_000));
	const faults: unknown[] = [];

	const ending = startRooms(
		hall,
		(fault) => faults.push(fault),
		() => now
	);
	await ending.settled();
	await ending.stop();

	expect((await published.select().from(rooms.rooms)).map(({ id }) => id)).toEqual(['goes-on']);
	expect(faults).toEqual([]);
	published.close();
});
