import * as v from 'valibot';
import { beforeEach, describe, expect, test } from 'vitest';
import { roles } from '../access/index.ts';
import type { Database } from '../db/index.ts';
import { freshDatabase } from '../db/testing.ts';
import { as, aSchool, fillTheLedger, ledgerOf, nell } from '../testing.ts';
import * as checks from './index.ts';

const at = new Date('2026-11-27T12:00:00Z');
const operator = as(nell, 'operator');
let published: Database<'public'>;
let db: Database<'organisation'>;

beforeEach(async () => {
	published = await freshDatabase('public');
	db = await aSchool();
	return () => published.close();
});

const place = (): checks.Place => ({ published, db });
const form = (over: Partial<checks.Checking> = {}): checks.Checking => ({
	...{ key: crypto.randomUUID(), service: 'childline', on: '2026-11-26' },
	...{ found: 'as shown', note: '' },
	...over
});
const listed = async (when = at) => {
	const found = await checks.list(place(), operator, when);
	if (found === 'not found') throw new Error('The list was refused in the test');
	return found;
};
const childline = async (when = at) => (await listed(when)).find(({ id }) => id === 'childline')!;

describe('every service', () => {
	test('is due until a named person has confirmed it, the hidden ones with their reason', async () => {
		const all = await listed();

		expect(all.length).toBe(70);
		expect(all.filter(({ due }) => !due)).toEqual([]);
		expect(all.filter(({ show, whyNot }) => !show && !whyNot)).toEqual([]);
		expect(all.filter(({ show }) => !show).length).toBeGreaterThan(10);
	});

	test('that was found as shown is due no more, until ninety days have gone', async () => {
		expect(await checks.record(place(), operator, form(), at)).toBe('recorded');

		expect(await childline()).toMatchObject({
			...{ due: false, freshness: { checkedOn: '2026-11-26', is: 'fresh' } },
			newest: {
				on: '2026-11-26',
				found: 'as shown',
				by: `${operator.name}, ${operator.organisation.name}`
			}
		});
		expect((await childline(new Date('2027-03-01T12:00:00Z'))).due).toBe(true);
		expect(await checks.latest(published)).toEqual(new Map([['childline', '2026-11-26']]));
	});

	test('that was found different stays due, and says what is different', async () => {
		const note = 'The chat closes at midnight.';
		await checks.record(place(), operator, form({ found: 'different', note }), at);

		expect(await childline()).toMatchObject({ due: true, newest: { found: 'different', note } });
		expect(await checks.latest(published)).toEqual(new Map());
	});

	test('that was found different since is due again, and not said to be checked', async () => {
		await checks.record(place(), operator, form({ on: '2026-11-25' }), at);
		await checks.record(place(), operator, form({ found: 'different', note: 'Moved' }), at);

		expect((await childline()).due).toBe(true);
		expect(await checks.latest(published)).toEqual(new Map());
	});

	test('has its newest check, in whatever order they were recorded', async () => {
		await checks.record(place(), operator, form({ on: '2026-11-26' }), at);
		await checks.record(place(), operator, form({ on: '2026-11-20' }), at);

		expect((await checks.latest(published)).get('childline')).toBe('2026-11-26');
	});
});

describe('a check', () => {
	test('sent twice is one, written down once, with the service and without a word of the note', async () => {
		const twice = form({ found: 'different', note: 'Another number' });
		await checks.record(place(), operator, twice, at);
		await checks.record(place(), operator, twice, at);

		expect(await published.$count(checks.helpChecks)).toBe(1);
		expect(await ledgerOf(db)).toEqual([
			`${operator.id} checked: different help service childline`
		]);
	});

	test('is never changed and never removed', async () => {
		await checks.record(place(), operator, form(), at);

		for (const change of [
			'update help_checks set note = ?',
			'delete from help_checks where note <> ?'
		])
			await expect(published.run(change.replace('?', "'x'"))).rejects.toThrow();
	});

	test('of no service, or of a day to come, is refused', async () => {
		expect(await checks.record(place(), operator, form({ service: 'nobody' }), at)).toBe(
			'no such service'
		);
		expect(await checks.record(place(), operator, form({ on: '2026-11-28' }), at)).toBe('not yet');
		expect(await published.$count(checks.helpChecks)).toBe(0);
	});

	test('that cannot be written down is not made', async () => {
		await fillTheLedger(db);

		await expect(checks.record(place(), operator, form(), at)).rejects.toThrow();
		expect(await published.$count(checks.helpChecks)).toBe(0);
	});

	test('says what is missing, each beside its field', () => {
		const said = (typed: object) =>
			(v.safeParse(checks.checking, typed).issues ?? []).map((issue) => v.getDotPath(issue));
		const key = crypto.randomUUID();

		expect(said({ key })).toEqual(['service', 'on', 'found']);
		expect(said({ ...form(), found: 'different', note: ' ' })).toEqual(['note']);
		expect(said({ ...form(), on: '2026-02-30' })).toEqual(['on']);
		expect(said(form())).toEqual([]);
	});
});

test.each(roles.filter((role) => role !== 'operator'))(
	'a %s neither sees nor records any',
	async (role) => {
		const staff = as(nell, role);

		expect(await checks.list(place(), staff, at)).toBe('not found');
		expect(await checks.record(place(), staff, form(), at)).toBe('not found');
		expect(await published.$count(checks.helpChecks)).toBe(0);
		expect(await ledgerOf(db)).toEqual(
			Array(2).fill(`${staff.id} was refused act check help services`)
		);
	}
);
