import { asc } from 'drizzle-orm';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { write, type Database } from '../db/index.ts';
import { freshDatabase } from '../db/testing.ts';
import { everythingIn, noon } from '../testing.ts';
import {
	deliverAll,
	deliveries,
	incoming,
	notUnderstood,
	pending,
	receive,
	send,
	type Message,
	type Receiver
} from './index.ts';

type Db = Database<'organisation'>;

/** Three organisations, a road between them, and what each has heard, in order. */
async function threeOrganisations() {
	const dbs = new Map<string, Db>();
	for (const id of ['ash', 'birch', 'cairn']) dbs.set(id, await freshDatabase('organisation'));
	const dbOf = (id: string): Db => {
		const db = dbs.get(id);
		if (!db) throw new Error('There is no such organisation here.');
		return db;
	};
	const heard: string[] = [];
	const greeting: Receiver = {
		kind: 'greeting',
		version: 1,
		schema: v.object({ says: v.string() }),
		take: async (_tx, { senderId, body }: { senderId: string; body: { says: string } }) => {
			heard.push(`${senderId}: ${body.says}`);
		}
	};
	const complaint: Receiver = {
		...notUnderstood,
		schema: v.object({ messageId: v.string() }),
		take: async (_tx, { senderId, body }: { senderId: string; body: { messageId: string } }) => {
			heard.push(`${senderId} did not understand ${body.messageId}`);
		}
	};
	return { dbOf, heard, receivers: [greeting, complaint] };
}

type Organisations = Awaited<ReturnType<typeof threeOrganisations>>;

const say = (db: Db, recipientId: string, says: unknown, kind = 'greeting', version = 1) =>
	write(db, (tx) => send(tx, { kind, version, recipientId, body: { says } }, noon));

const roadOf =
	({ dbOf }: Organisations) =>
	async (id: string) => ({ db: dbOf(id), release: () => {} });

const deliver = (all: Organisations, id: string, lease = roadOf(all)) =>
	deliverAll({ id, db: all.dbOf(id) }, lease, all.receivers);

const onlyMessage = async (db: Db): Promise<Message> => {
	const [message] = await pending(db);
	if (!message) throw new Error('Nothing waits in the test');
	return message;
};

/** The same road, on which one place cannot be reached until it is mended. */
const brokenTo = (all: Organisations, broken: string) => {
	const road = { mended: false };
	const lease = async (id: string) => {
		if (id === broken && !road.mended) throw new Error(`${id} cannot be reached`);
		return roadOf(all)(id);
	};
	return { road, lease };
};

describe('a message', () => {
	test('is delivered once and marked', async () => {
		const all = await threeOrganisations();
		const { id } = await say(all.dbOf('ash'), 'birch', 'hello');

		const { reached, failed } = await deliver(all, 'ash');
		await deliver(all, 'ash');

		expect([...reached]).toEqual(['birch']);
		expect(failed.size).toBe(0);
		expect(all.heard).toEqual(['ash: hello']);
		expect(await pending(all.dbOf('ash'))).toEqual([]);
		expect(await all.dbOf('ash').select().from(deliveries)).toMatchObject([{ messageId: id }]);
		expect(await all.dbOf('birch').select().from(incoming)).toMatchObject([
			{ id, senderId: 'ash', kind: 'greeting', version: 1, problem: null }
		]);
	});

	test('arrives after those that were sent to the same place before it', async () => {
		const all = await threeOrganisations();
		for (let number = 1; number <= 5; number += 1)
			await say(all.dbOf('ash'), number % 2 ? 'birch' : 'cairn', `${number}`);

		await deliver(all, 'ash');

		expect(all.heard).toEqual([1, 2, 3, 4, 5].map((number) => `ash: ${number}`));
	});

	test('goes with the act that sent it, or not at all', async () => {
		const all = await threeOrganisations();

		await expect(
			write(all.dbOf('ash'), async (tx) => {
				await send(tx, { kind: 'greeting', version: 1, recipientId: 'birch', body: {} }, noon);
				throw new Error('The act failed');
			})
		).rejects.toThrow('The act failed');

		expect(await pending(all.dbOf('ash'))).toEqual([]);
	});

	test('that comes again changes nothing', async () => {
		const all = await threeOrganisations();
		const birch = all.dbOf('birch');
		await say(all.dbOf('ash'), 'birch', 'hello');
		const message = await onlyMessage(all.dbOf('ash'));
		expect(await receive(birch, message, 'ash', all.receivers, noon)).toBe('taken');
		const before = await everythingIn(birch);

		expect(await receive(birch, message, 'ash', all.receivers)).toBe('had already');
		const other = { ...message, body: '{"says":"something else"}' };
		expect(await receive(birch, other, 'ash', all.receivers)).toBe('had already');

		expect(all.heard).toEqual(['ash: hello']);
		expect(await everythingIn(birch)).toEqual(before);
	});
});

describe('a crash between the recipient’s writing and the sender’s mark', () => {
	test('delivers again and changes nothing', async () => {
		const all = await threeOrganisations();
		await say(all.dbOf('ash'), 'birch', 'hello');
		const crashing = async (id: string) => ({
			...(await roadOf(all)(id)),
			release: () => {
				throw new Error('The power went');
			}
		});

		const { failed } = await deliver(all, 'ash', crashing);
		expect(failed.has('birch')).toBe(true);
		expect(await all.dbOf('birch').$count(incoming)).toBe(1);
		expect(await pending(all.dbOf('ash'))).toHaveLength(1);

		await deliver(all, 'ash');

		expect(all.heard).toEqual(['ash: hello']);
		expect(await all.dbOf('birch').$count(incoming)).toBe(1);
		expect(await pending(all.dbOf('ash'))).toEqual([]);
	});
});

describe('a recipient that cannot take it now', () => {
	test('holds back what is for it, in order, and nothing else', async () => {
		const all = await threeOrganisations();
		const { road, lease } = brokenTo(all, 'birch');
		await say(all.dbOf('ash'), 'birch', 'one');
		await say(all.dbOf('ash'), 'cairn', 'two');
		await say(all.dbOf('ash'), 'birch', 'three');

		const { reached, failed } = await deliver(all, 'ash', lease);

		expect([...reached]).toEqual(['cairn']);
		expect([...failed.keys()]).toEqual(['birch']);
		expect(all.heard).toEqual(['ash: two']);

		road.mended = true;
		await deliver(all, 'ash', lease);

		expect(all.heard).toEqual(['ash: two', 'ash: one', 'ash: three']);
	});

	test('for one moment gets what comes after not before what could not come', async () => {
		const all = await threeOrganisations();
		const { road, lease } = brokenTo(all, 'birch');
		const mending = async (id: string) => {
			try {
				return await lease(id);
			} finally {
				road.mended = true;
			}
		};
		await say(all.dbOf('ash'), 'birch', 'one');
		await say(all.dbOf('ash'), 'birch', 'two');

		await deliver(all, 'ash', mending);
		expect(all.heard).toEqual([]);
		await deliver(all, 'ash', mending);

		expect(all.heard).toEqual(['ash: one', 'ash: two']);
	});

	test('whose own act fails takes nothing in', async () => {
		const all = await threeOrganisations();
		await say(all.dbOf('ash'), 'birch', 'hello');
		const failing: Receiver[] = all.receivers.map((receiver) => ({
			...receiver,
			take: async () => {
				throw new Error('It could not be kept');
			}
		}));

		await deliverAll({ id: 'ash', db: all.dbOf('ash') }, roadOf(all), failing);

		expect(await all.dbOf('birch').$count(incoming)).toBe(0);
		expect(await pending(all.dbOf('ash'))).toHaveLength(1);
	});
});

describe('a message that nobody can read', () => {
	test.each([
		['of a kind nobody knows', 'song', 1, 'la', 'No reader for song 1'],
		['of a version nobody knows', 'greeting', 2, 'hello', 'No reader for greeting 2'],
		['of another shape', 'greeting', 1, 7, 'Not of the agreed shape: says']
	])(
		'%s is kept with its problem, and its sender told',
		async (_, kind, version, says, problem) => {
			const all = await threeOrganisations();
			const { id } = await say(all.dbOf('ash'), 'birch', says, kind, version);

			await deliver(all, 'ash');
			await deliver(all, 'birch');

			expect(await all.dbOf('birch').select().from(incoming)).toMatchObject([
				{ id, kind, version, body: JSON.stringify({ says }), problem }
			]);
			expect(all.heard).toEqual([`birch did not understand ${id}`]);
		}
	);

	test('because it is no JSON is kept as it came', async () => {
		const all = await threeOrganisations();
		await say(all.dbOf('ash'), 'birch', 'hello');
		const torn = { ...(await onlyMessage(all.dbOf('ash'))), body: '{"says":' };

		expect(await receive(all.dbOf('birch'), torn, 'ash', all.receivers)).toBe('not understood');

		expect(await all.dbOf('birch').select().from(incoming)).toMatchObject([
			{ body: '{"says":', problem: 'Not of the agreed shape: body' }
		]);
	});

	test('says in its problem which fields, and nothing of what is in them', async () => {
		const all = await threeOrganisations();
		await say(all.dbOf('ash'), 'birch', { childsName: 'Robin' });

		await deliver(all, 'ash');

		const [kept] = await all.dbOf('birch').select().from(incoming);
		expect(kept?.problem).toBe('Not of the agreed shape: says');
	});

	test('is answered once, and the answer is never answered', async () => {
		const all = await threeOrganisations();
		const deaf = { ...all, receivers: [] };
		await say(all.dbOf('ash'), 'birch', 'hello');

		for (let round = 0; round < 5; round += 1)
			for (const id of ['ash', 'birch']) await deliver(deaf, id);

		expect(await all.dbOf('birch').$count(incoming)).toBe(1);
		const back = await all.dbOf('ash').select().from(incoming).orderBy(asc(incoming.id));
		expect(back).toMatchObject([{ kind: notUnderstood.kind, senderId: 'birch' }]);
		expect(await pending(all.dbOf('ash'))).toEqual([]);
		expect(await pending(all.dbOf('birch'))).toEqual([]);
	});

	test('also a complaint of a version to come, which is not answered either', async () => {
		const all = await threeOrganisations();
		await say(all.dbOf('ash'), 'birch', 'hm', notUnderstood.kind, 2);

		await deliver(all, 'ash');

		expect(await pending(all.dbOf('birch'))).toEqual([]);
		expect(await all.dbOf('birch').select().from(incoming)).toMatchObject([
			{ problem: 'No reader for not-understood 2' }
		]);
	});

	test('does not hold back the next', async () => {
		const all = await threeOrganisations();
		await say(all.dbOf('ash'), 'birch', 7);
		await say(all.dbOf('ash'), 'birch', 'hello');

		await deliver(all, 'ash');

		expect(all.heard).toEqual(['ash: hello']);
	});
});
