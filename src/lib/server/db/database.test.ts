import { scrypt } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { promisify } from 'node:util';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { notes, notesMigrations, ownFolder } from '../../../../tests/faults/testing.ts';
import { open, write, type Database } from './database.ts';
import { codeOf } from './faults.ts';

let db: Database<'organisation'>;

// A file and encrypted, as in a school, since a database in memory waits and locks differently.
beforeEach(async () => {
	const folder = ownFolder();
	const place = { url: `file:${folder}/notes.db`, key: 'k'.repeat(32) };
	db = await open('organisation', place, notesMigrations(folder));
	return () => db.close();
});

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));
const kept = async () => (await db.select().from(notes)).map(({ says }) => says);
const note = (says: string) => write(db, (tx) => tx.insert(notes).values({ says }));

describe('a write', () => {
	test('gives what its work gives', async () => {
		expect(await write(db, async () => 'done')).toBe('done');
	});

	test('that throws leaves nothing, and says why', async () => {
		const failing = write(db, async (tx) => {
			await tx.insert(notes).values({ says: 'first' });
			throw new Error('Changed my mind');
		});

		await expect(failing).rejects.toThrow('Changed my mind');
		expect(await kept()).toEqual([]);
	});

	test('of which the second part is refused keeps nothing of the first', async () => {
		const failing = write(db, async (tx) => {
			await tx.insert(notes).values({ number: 1, says: 'first' });
			await tx.insert(notes).values({ number: 1, says: 'the same number' });
		});

		await expect(failing).rejects.toThrow();
		expect(await kept()).toEqual([]);
	});

	test('that fails does not hold up the next', async () => {
		const outcomes = await Promise.allSettled([
			note('before'),
			write(db, () => Promise.reject(new Error('No'))),
			note('after')
		]);

		expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
		expect(await kept()).toEqual(['before', 'after']);
	});

	test('that meets a full disk says so, keeps nothing, and the next one is not held up', async () => {
		await note('acknowledged');
		const pages = (await db.run(sql`pragma page_count`)).rows[0]![0];
		await db.run(sql.raw(`pragma max_page_count = ${String(pages)}`));

		const failing = write(db, async (tx) => {
			await tx.insert(notes).values({ says: 'small' });
			await tx.insert(notes).values({ says: 'x'.repeat(100_000) });
		});
		const fault = await failing.catch((fault: unknown) => fault);

		expect(codeOf(fault)).toBe('SQLITE_FULL');
		expect(await kept()).toEqual(['acknowledged']);
		await db.run(sql`pragma max_page_count = 100000`);
		await note('there is room again');
		expect(await kept()).toEqual(['acknowledged', 'there is room again']);
	});
});

describe('a write that SQLite undid by itself', () => {
	test('tells the fault that undid it, not that it was undone', async () => {
		const failing = write(db, async (tx) => {
			await tx.insert(notes).values({ number: 1, says: 'first' });
			await tx.run(sql`insert or rollback into notes values (1, 'the same number')`);
		});
		const fault = await failing.catch((fault: unknown) => fault);

		expect(codeOf(fault)).toMatch(/^SQLITE_CONSTRAINT/);
		expect(await kept()).toEqual([]);
	});

	test('cannot go on as if nothing had been undone', async () => {
		const failing = write(db, async (tx) => {
			const undone = tx.run(sql`insert or rollback into notes values (1, null)`);
			await undone.catch(() => {});
			await tx.insert(notes).values({ says: 'outside of any transaction' });
		});

		await expect(failing).rejects.toThrow();
		expect(await kept()).toEqual([]);
	});
});

describe('many at once on one file', () => {
	test('twenty writes all succeed, in the order they were asked for', async () => {
		const asked = Array.from({ length: 20 }, (_, index) => `note ${index}`);

		await Promise.all(asked.map(note));

		expect(await kept()).toEqual(asked);
	});

	test('the server goes on with other things while writes wait for one that takes its time', async () => {
		let turns = 0;
		let going = true;
		const count = () => {
			turns += 1;
			if (going) setImmediate(count);
		};
		setImmediate(count);
		const slow = write(db, nextTurn).catch(() => 'undone');

		await Promise.all([slow, ...Array.from({ length: 20 }, (_, index) => note(`${index}`))]);
		going = false;

		expect(await slow).toBe('undone');
		expect(turns).toBeGreaterThan(0);
		expect(await kept()).toHaveLength(20);
	});

	test('each part of a write sees only its own write', async () => {
		const counting = () =>
			write(db, async (tx) => {
				const before = await tx.$count(notes);
				await tx.insert(notes).values({ says: `after ${before}` });
				return before;
			});

		expect(await Promise.all([counting(), counting(), counting()])).toEqual([0, 1, 2]);
	});

	test('what is read during a write waits for it and is not refused', async () => {
		const writing = write(db, (tx) => tx.insert(notes).values({ says: 'written first' }));
		const reads = [kept(), kept(), db.$count(notes), db.run(sql`select 1`)];

		await writing;

		expect((await Promise.all(reads)).slice(0, 3)).toEqual([
			['written first'],
			['written first'],
			1
		]);
	});

	test('what is read while a write is half-way waits for the end of it', async () => {
		let reading: Promise<string[]> | undefined;
		const half = Promise.withResolvers<void>();
		void half.promise.then(() => (reading = kept()));

		await write(db, async (tx) => {
			await tx.insert(notes).values({ says: 'one' });
			half.resolve();
			await half.promise;
			await tx.insert(notes).values({ says: 'two' });
		});

		expect(await reading).toEqual(['one', 'two']);
	});
});

describe('inside a write', () => {
	const misuses: Record<string, () => PromiseLike<unknown>> = {
		'a read of the database': () => db.select().from(notes),
		'a count of the database': () => db.$count(notes),
		'a statement on the database': () => db.run(sql`select 1`),
		'another write': () => note('within')
	};

	test.each(Object.entries(misuses))(
		'%s is found out at once, and nothing is kept',
		async (_, misuse) => {
			const failing = write(db, async (tx) => {
				await tx.insert(notes).values({ says: 'by the transaction' });
				await misuse();
			});

			const fault = (await failing.catch((fault: unknown) => fault)) as Error;
			expect(`${fault.message} ${String(fault.cause)}`).toMatch(
				/used its database instead of its transaction/
			);
			expect(await kept()).toEqual([]);
		}
	);

	test('another database may be written, since it is another file', async () => {
		const folder = ownFolder();
		const other = await open('public', { url: `file:${folder}/other.db` }, notesMigrations(folder));

		await write(db, async (tx) => {
			await tx.insert(notes).values({ says: 'here' });
			await write(other, (there) => there.insert(notes).values({ says: 'there' }));
		});

		expect(await other.$count(notes)).toBe(1);
		expect(await kept()).toEqual(['here']);
		other.close();
	});

	const elsewhere: Record<string, () => Promise<unknown>> = {
		'a turn of the event loop': nextTurn,
		'a tick': () => new Promise<void>((resolve) => process.nextTick(resolve)),
		'a timer': () => new Promise((resolve) => setTimeout(resolve, 2)),
		'a file': () => readdir('.'),
		'a password being hashed': () => promisify(scrypt)('a password', 'salt', 32)
	};

	test.each(Object.entries(elsewhere))(
		'to await %s is an error, and the write is undone',
		async (_, away) => {
			const failing = write(db, async (tx) => {
				await tx.insert(notes).values({ says: 'before going away' });
				await away();
				await tx.insert(notes).values({ says: 'after coming back' });
			});

			await expect(failing).rejects.toThrow('Something else was awaited inside a write');
			expect(await kept()).toEqual([]);
			await note('the next one');
			expect(await kept()).toEqual(['the next one']);
		}
	);

	test('promises that are ready already may be awaited', async () => {
		await write(db, async (tx) => {
			for (const says of await Promise.all(['a', 'b'].map((each) => Promise.resolve(each))))
				await tx.insert(notes).values({ says });
		});

		expect(await kept()).toEqual(['a', 'b']);
	});
});

test('a database that was not opened here cannot be written', async () => {
	const copy = { ...db };

	await expect(write(copy, async () => {})).rejects.toThrow('that nobody opened');
});
