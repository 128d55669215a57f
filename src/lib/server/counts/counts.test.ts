import { describe, expect, test } from 'vitest';
import type { Staff } from '../access/index.ts';
import * as cases from '../cases/index.ts';
import * as concerns from '../concerns/index.ts';
import type { Database } from '../db/index.ts';
import * as restrictions from '../restrictions/index.ts';
import {
	amal,
	aSchool,
	aSchoolAndAService,
	as,
	caseOpened,
	dee,
	fillTheLedger,
	flo,
	later,
	ledgerOf,
	logged,
	nell,
	noon,
	proven,
	referred,
	roll,
	una,
	wren
} from '../testing.ts';
import { hidden } from './hiding.ts';
import { monthsOf, schoolYearFrom } from './months.ts';
import * as counts from './index.ts';

const governor = as(nell, 'governor');

async function seen(db: Database<'organisation'>, staff: Staff, at = later(3)) {
	const found = await counts.see(db, staff, at);
	if (found === 'not found') throw new Error('The counts were refused in the test');
	return Object.fromEntries(
		found.counts.flatMap(({ title, rows }) =>
			rows.map(({ label, count }) => [`${title}: ${label}`, count])
		)
	);
}

describe('small numbers', () => {
	test.each([
		[0, 0],
		[1, 'c'],
		[7, 'c'],
		[8, 10],
		[12, 10],
		[13, 15],
		[22, 20],
		[23, 25]
	])('%i is shown as %s', (count, shown) => {
		expect(hidden(count)).toBe(shown);
	});

	/** Every number that may stand behind what is shown. */
	const behind = (shown: counts.Shown): number[] =>
		Array.from({ length: 100 }, (_, count) => count).filter((count) => hidden(count) === shown);

	/** What a hidden number may be, for somebody who knows what is shown of the others and of their total. */
	function possible(others: number[], total: number): number[] {
		const sums = new Set(behind(hidden(total)));
		const rest = others.reduce(
			(all, one) => all.flatMap((sum) => behind(hidden(one)).map((each) => sum + each)),
			[0]
		);
		return behind('c').filter((one) => rest.some((sum) => sums.has(sum + one)));
	}

	test('that are hidden may be any from 1 to 7', () => {
		expect(behind('c')).toEqual([1, 2, 3, 4, 5, 6, 7]);
	});

	test('would be found by subtraction from a total, so none is shown', async () => {
		expect(possible([18, 8], 27)).toEqual([1]);

		const db = await aSchool();
		await referred(db);
		expect(Object.keys(await seen(db, governor)).join()).not.toMatch(/total|all/i);
	});

	test('are not counted twice for somebody who could subtract one list from the other', async () => {
		const { service } = await aSchoolAndAService();
		const titles = async (staff: Staff) => {
			const found = await counts.see(service, staff, noon);
			return found === 'not found' ? found : found.counts.map(({ title }) => title);
		};

		expect(await titles(as(wren, 'analyst'))).toEqual(['Referrals received']);
		expect(await titles(as(wren, 'manager'))).toEqual(['Referrals received', 'How they stand']);
	});
});

describe('the counts of a school', () => {
	test('are exact for those who lead', async () => {
		const db = await aSchool();
		await caseOpened(db);
		await logged(db, amal, { pupil: roll[1].id });

		for (const staff of [dee, flo, una])
			expect(await seen(db, staff)).toEqual({
				'Concerns written down: September 2026': 0,
				'Concerns written down: October 2026': 0,
				'Concerns written down: November 2026': 2,
				'Now: Concerns waiting for a decision': 1,
				'Now: Cases open': 1,
				'Referrals sent: Waiting for an answer': 0,
				'Referrals sent: Accepted': 0,
				'Referrals sent: Declined': 0,
				'Referrals sent: Withdrawn': 0
			});
	});

	test('for a governor hold no small number', async () => {
		const db = await aSchool();
		await referred(db);
		for (let times = 0; times < 8; times += 1) await logged(db, amal);

		const shown = await seen(db, governor);

		expect(shown).toMatchObject({
			'Concerns written down: October 2026': 0,
			'Concerns written down: November 2026': 10,
			'Now: Concerns waiting for a decision': 10,
			'Now: Cases open': 'c',
			'Referrals sent: Waiting for an answer': 'c'
		});
		for (const count of Object.values(shown))
			expect(count === 'c' || count === 0 || (Number(count) >= 10 && Number(count) % 5 === 0)).toBe(
				true
			);
	});

	test('leave out what is restricted, for everybody and also for those who are named', async () => {
		const db = await aSchool();
		const reference = await logged(db, amal);
		await logged(db, amal);
		const reason = { reason: 'sealed by the lead', names: [una.id] } as const;
		const ids = [una.id];
		expect(
			await restrictions.restrict(
				db,
				proven(dee, later(1)),
				concerns.restrictable,
				reference,
				{ ...reason, names: [...reason.names] },
				ids,
				later(1)
			)
		).toBe('restricted');

		for (const staff of [dee, una, flo])
			expect(await seen(db, staff)).toMatchObject({
				'Concerns written down: November 2026': 1,
				'Now: Concerns waiting for a decision': 1
			});
	});

	test('leave out a restricted case, with what was sent from it', async () => {
		const db = await aSchool();
		await referred(db);
		const before = { 'Now: Cases open': 1, 'Referrals sent: Waiting for an answer': 1 };
		expect(await seen(db, dee)).toMatchObject(before);
		const [{ reference } = { reference: '' }] = await cases.list(db, dee, later(3));
		const lead = proven(dee, later(3));
		const form = { reason: 'sealed by the lead' as const, names: [] };
		await restrictions.restrict(db, lead, cases.restrictable, reference, form, [], later(3));

		for (const staff of [dee, una, flo])
			expect(await seen(db, staff)).toEqual(
				expect.objectContaining({
					'Concerns written down: November 2026': 0,
					'Now: Cases open': 0,
					'Referrals sent: Waiting for an answer': 0
				})
			);
	});

	test('count from the first of September', async () => {
		const db = await aSchool();
		await logged(db, amal, {}, new Date('2026-08-31T23:59:59Z'));
		await logged(db, amal, {}, new Date('2026-09-01T00:00:00Z'));

		const shown = await seen(db, dee);
		expect(shown['Concerns written down: September 2026']).toBe(1);
		expect(Object.keys(shown).join()).not.toContain('August');
	});

	test('hold no name, no reference and no word of a child', async () => {
		const db = await aSchool();
		const reference = await referred(db);

		const said = JSON.stringify(await counts.see(db, dee, later(3)));
		for (const { givenName, familyName } of roll) {
			expect(said).not.toContain(givenName);
			expect(said).not.toContain(familyName);
		}
		expect(said).not.toContain(reference);
	});

	test('are a look that is written down, without which nothing is shown', async () => {
		const db = await aSchool();
		await counts.see(db, governor, noon);
		expect(await ledgerOf(db)).toEqual(['nell listed counts of the year']);

		await fillTheLedger(db);
		await expect(counts.see(db, governor, noon)).rejects.toThrow();
	});

	test.each(['staff', 'teacher', 'pastoral', 'admin', 'operator'] as const)(
		'are not for %s',
		async (role) => {
			const db = await aSchool();

			expect(await counts.see(db, as(amal, role), noon)).toBe('not found');
			expect(await ledgerOf(db)).toEqual(['amal was refused act see counts']);
		}
	);
});

test('a service counts what it received, exactly for its manager and not for a worker', async () => {
	const { school, service, carry } = await aSchoolAndAService();
	await referred(school);
	await carry();

	const shown = await seen(service, as(wren, 'manager'), new Date());
	expect(shown).toMatchObject({ 'How they stand: Waiting for an answer': 1 });
	expect(Object.values(shown).filter((count) => count === 1)).toHaveLength(2);
	expect(await counts.see(service, wren, noon)).toBe('not found');
});

test('a partnership has nothing to count', async () => {
	const organisation = { ...nell.organisation, kind: 'partnership' as const };
	const kit = { ...as(nell, 'analyst'), organisation };

	expect(await counts.see(await aSchool(), kit, noon)).toMatchObject({ exact: false, counts: [] });
});

test('a school year begins in September', () => {
	expect(schoolYearFrom(new Date('2026-08-31T12:00:00Z')).toISOString()).toMatch(/^2025-09-01/);
	expect(schoolYearFrom(new Date('2026-09-01T00:00:00Z')).toISOString()).toMatch(/^2026-09-01/);
});

test('each month has its row, over the turn of the year too', () => {
	const rows = monthsOf(
		schoolYearFrom(noon),
		new Date('2027-02-01T00:00:00Z'),
		new Map([['2027-01', 3]])
	);

	expect(rows.map(({ count }) => count)).toEqual([0, 0, 0, 0, 3, 0]);
	expect(rows.at(-2)?.label).toBe('January 2027');
});
