import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freshDatabase } from '../db/testing.ts';
import type { Database } from '../db/index.ts';
import { Leases, type Lease } from './leasing.ts';

type Opened = { id: string; db: Database<'organisation'>; closed: boolean };

/** Leases on databases in memory, and what was opened and closed of them. */
function leasesOf(bound: number) {
	const opened: Opened[] = [];
	const leases = new Leases(bound, async (id) => {
		const db = await freshDatabase('organisation');
		const one: Opened = { id, db, closed: false };
		opened.push(one);
		return Object.assign(db, {
			close: ((close) => () => {
				one.closed = true;
				close();
			})(db.close)
		});
	});
	const open = () => opened.filter(({ closed }) => !closed).map(({ id }) => id);
	const use = async (id: string) => (await leases.lease(id)).release();
	return { leases, opened, open, use };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('leases', () => {
	test('of one organisation at the same time share one database, opened once', async () => {
		const { leases, opened } = leasesOf(2);

		const [one, other] = await Promise.all([leases.lease('a'), leases.lease('a')]);

		expect(one!.db).toBe(other!.db);
		expect(opened).toHaveLength(1);
	});

	test('of an organisation that is open already open nothing', async () => {
		const { opened, use } = leasesOf(2);

		await use('a');
		await use('a');

		expect(opened).toHaveLength(1);
	});

	test('past the bound close the least recently used first', async () => {
		const { open, use } = leasesOf(2);
		for (const id of ['a', 'b', 'a', 'c']) await use(id);
		await settled();

		expect(open()).toEqual(['a', 'c']);
	});

	test('make room as soon as they are given, not when they are given back', async () => {
		const { leases, open, use } = leasesOf(2);
		await use('a');
		await use('b');

		await leases.lease('c');
		await settled();

		expect(open()).toEqual(['b', 'c']);
	});

	test('in use are never closed, and the bound is passed for that moment', async () => {
		const { leases, open } = leasesOf(1);
		const held = await Promise.all(['a', 'b', 'c'].map((id) => leases.lease(id)));
		await settled();
		expect(open()).toEqual(['a', 'b', 'c']);

		held[0]!.release();
		held[2]!.release();
		await settled();

		expect(open()).toEqual(['b']);
		expect((await held[1]!.db.run('select 1')).rows).toHaveLength(1);
	});

	test('given back twice count once: whoever else holds the database keeps it', async () => {
		const { leases, open, use } = leasesOf(1);
		const [one] = await Promise.all([leases.lease('a'), leases.lease('a')]);

		one!.release();
		one!.release();
		await use('b');
		await settled();

		expect(open()).toContain('a');
	});

	test('that fail to open are not remembered: the next one tries again', async () => {
		let tries = 0;
		const leases = new Leases(2, async () => {
			tries += 1;
			if (tries === 1) throw new Error('The disk was away');
			return freshDatabase('organisation');
		});

		await expect(leases.lease('a')).rejects.toThrow('The disk was away');
		expect(leases.size).toBe(0);

		const { db } = await leases.lease('a');
		expect((await db.run('select 1')).rows).toHaveLength(1);
	});

	test('that wait for one failing to open all fail, and each of them may try again', async () => {
		const answers = [Promise.reject(new Error('The disk was away')), freshDatabase('organisation')];
		const leases = new Leases(2, () => answers.shift()!);
		const again = () => leases.lease('a');

		const [one, other] = await Promise.all([again().catch(again), again().catch(again)]);

		expect(one!.db).toBe(other!.db);
		expect(leases.size).toBe(1);
	});

	test('are all closed at the end, also when one of them never opened', async () => {
		const opening = Promise.withResolvers<Database<'organisation'>>();
		const db = await freshDatabase('organisation');
		const leases = new Leases(2, (id) => (id === 'a' ? opening.promise : Promise.resolve(db)));
		const waiting = leases.lease('a').catch(() => 'failed');
		await leases.lease('b');

		const closing = leases.closeAll();
		opening.reject(new Error('The disk was away'));

		await closing;
		expect(await waiting).toBe('failed');
		await expect(db.run('select 1')).rejects.toThrow();
		expect(leases.size).toBe(0);
	});
});

type Step = { lease: string } | { release: number };

const steps: fc.Arbitrary<Step[]> = fc.array(
	fc.oneof(
		{ weight: 3, arbitrary: fc.record({ lease: fc.constantFrom('a', 'b', 'c', 'd', 'e') }) },
		{ weight: 2, arbitrary: fc.record({ release: fc.nat(9) }) }
	),
	{ maxLength: 30 }
);

test('whatever is leased and given back, in whatever order, the promises of leasing hold', async () => {
	await fc.assert(
		fc.asyncProperty(fc.integer({ min: 1, max: 4 }), steps, async (bound, sequence) => {
			const { leases, opened, open } = leasesOf(bound);
			const held: { id: string; lease: Lease }[] = [];
			for (const step of sequence) {
				if ('lease' in step) held.push({ id: step.lease, lease: await leases.lease(step.lease) });
				else if (held.length > 0) held.splice(step.release % held.length, 1)[0]!.lease.release();
				await Promise.resolve();

				const inUse = new Set(held.map(({ id }) => id));
				expect(open().length).toBe(new Set(open()).size);
				expect(open().length).toBe(leases.size);
				expect(leases.size).toBeLessThanOrEqual(Math.max(bound, inUse.size));
				expect(opened.filter(({ db, closed }) => closed && isHeld(held, db))).toEqual([]);
			}
			await leases.closeAll();
			expect(open()).toEqual([]);
		}),
		{ numRuns: 40 }
	);
});

const isHeld = (held: { lease: Lease }[], db: Database<'organisation'>) =>
	held.some(({ lease }) => lease.db === db);
