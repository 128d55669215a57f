import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { write, type Database } from '../db/index.ts';
import { deliveries, incoming, pending, send } from '../exchange/index.ts';
import * as organisations from '../organisations/index.ts';
import { aHouse, noon } from '../testing.ts';
import { startPost } from './index.ts';

let place: Awaited<ReturnType<typeof aHouse>>;
let faults: string[];

beforeEach(async () => {
	place = await aHouse();
	faults = [];
	for (const id of ['ash', 'birch']) await found(id);
});

afterEach(() => place.end());

const found = (id: string) =>
	organisations.add(place.house, { id, name: `Organisation ${id}`, kind: 'school' });

const start = () => startPost(place.house, (fault) => faults.push((fault as Error).message));

async function within<Result>(
	id: string,
	work: (db: Database<'organisation'>) => Promise<Result>
): Promise<Result> {
	const { db, release } = await place.house.lease(id);
	try {
		return await work(db);
	} finally {
		release();
	}
}

/** Something that nobody can read: it needs no case to be sent, and is answered by itself. */
const sing = (from: string, to: string) =>
	within(from, (db) =>
		write(db, (tx) =>
			send(tx, { kind: 'song', version: 1, recipientId: to, body: { says: 'la' } }, noon)
		)
	);

const kindsReceivedBy = (id: string) =>
	within(id, async (db) => (await db.select().from(incoming)).map(({ kind }) => kind));

const waitingAt = (id: string) => within(id, async (db) => (await pending(db)).length);

test('what was sent before the post started is delivered, and what comes back of it', async () => {
	await sing('ash', 'birch');

	const post = await start();
	await post.settled();

	expect(await kindsReceivedBy('birch')).toEqual(['song']);
	expect(await kindsReceivedBy('ash')).toEqual(['not-understood']);
	expect([await waitingAt('ash'), await waitingAt('birch')]).toEqual([0, 0]);
	expect(faults).toEqual([]);
	await post.stop();
});

test('a post that starts again delivers nothing again', async () => {
	await sing('ash', 'birch');
	for (let time = 0; time < 2; time += 1) {
		const post = await start();
		await post.settled();
		await post.stop();
	}

	expect(await kindsReceivedBy('birch')).toEqual(['song']);
	expect(await within('ash', (db) => db.$count(deliveries))).toBe(1);
});

test('an organisation that is woken is looked at, and whoever it reached', async () => {
	const post = await start();
	await post.settled();
	await sing('ash', 'birch');
	expect(await waitingAt('ash')).toBe(1);

	post.wake('ash');
	await post.settled();

	expect(await waitingAt('ash')).toBe(0);
	expect(await kindsReceivedBy('ash')).toEqual(['not-understood']);
	await post.stop();
});

test('one woken while the post is on its way is not forgotten', async () => {
	const post = await start();
	await sing('ash', 'birch');
	post.wake('ash');
	const onItsWay = post.settled();
	await sing('birch', 'ash');
	post.wake('birch');

	await onItsWay;
	await post.settled();

	expect(await kindsReceivedBy('ash')).toContain('song');
	await post.stop();
});

test('a recipient that is not there is reported and holds back nothing else, not even an answer', async () => {
	const post = await start();
	await post.settled();
	await sing('ash', 'nowhere');
	await sing('ash', 'birch');

	post.wake('ash');
	await post.settled();

	expect(await kindsReceivedBy('birch')).toEqual(['song']);
	expect(await kindsReceivedBy('ash')).toEqual(['not-understood']);
	expect(await waitingAt('ash')).toBe(1);
	expect([...new Set(faults)]).toEqual(['There is no such organisation here.']);
	await post.stop();
});

test('what could not be delivered is tried again by itself, after a while', async () => {
	vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
	try {
		await sing('ash', 'cairn');
		const post = await start();
		await post.settled();
		expect(await waitingAt('ash')).toBe(1);
		await found('cairn');

		vi.advanceTimersByTime(5_000);
		await post.settled();

		expect(await waitingAt('ash')).toBe(0);
		expect(await kindsReceivedBy('cairn')).toEqual(['song']);
		await post.stop();
	} finally {
		vi.useRealTimers();
	}
});

test('a post that has stopped carries nothing more', async () => {
	const post = await start();
	await post.stop();
	await sing('ash', 'birch');

	post.wake('ash');
	await post.settled();

	expect(await waitingAt('ash')).toBe(1);
});
