import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { beforeEach, describe, expect, test } from 'vitest';
import { may, roles } from '../access/index.ts';
import type { Database } from '../db/index.ts';
import { amal, as, aSchool, bea, dee, everythingIn, fillTheLedger } from '../testing.ts';
import { flo, later, ledgerOf, nell, noon, una } from '../testing.ts';
import * as checks from './index.ts';

const lesson: checks.Checkable = {
	...{ id: 'K3-04', level: 3, digest: 'one' },
	review: { status: 'drafted', checkedBy: [] }
};
const rewritten: checks.Checkable = { ...lesson, digest: 'another' };
const another: checks.Checkable = { ...lesson, id: 'K3-05', level: 1, digest: 'third' };
const checkedByTwo: checks.Checkable = {
	...lesson,
	review: {
		status: 'checked',
		checkedBy: ['Ada', 'Bo'].map((name) => ({ name, as: 'specialist', on: '2026-11-20' }))
	}
};

let db: Database<'organisation'>;
beforeEach(async () => {
	db = await aSchool();
});

type Form = Parameters<typeof checks.check>[3];
const form = (over: Partial<Form> = {}): Form => ({
	...{ key: randomUUID(), digest: lesson.digest, whole: 'yes', says: 'Mind the ending.' },
	...{ checkedBy: 'Ned Sykehouse', checkedAs: 'Lead for RSHE' },
	...over
});
const stands = async (of = lesson) => {
	const found = await checks.read(db, amal, of, noon);
	if (found === 'not found') throw new Error('The lesson was not shown in the test');
	return found;
};

describe('a drafted lesson', () => {
	test('may not be presented until somebody has put their name to it', async () => {
		expect(await checks.mayBePresented(db, lesson)).toEqual({
			...{ level: 3, may: false },
			why: expect.stringContaining('no specialist has checked it')
		});

		expect(await checks.check(db, dee, lesson, form(), noon)).toBe('checked');

		expect(await checks.mayBePresented(db, lesson)).toEqual({
			...{ level: 3, may: true, by: 'the school' }
		});
		expect(await checks.mayBePresented(db, another)).toMatchObject({ level: 1, may: false });
		expect(await ledgerOf(db)).toEqual(['dee checked lesson K3-04']);
	});

	test('that changed since its check may not, and says so', async () => {
		await checks.check(db, dee, lesson, form(), noon);

		expect(await checks.mayBePresented(db, rewritten)).toMatchObject({
			may: false,
			why: expect.stringContaining('changed since your school checked it')
		});
		expect((await stands(rewritten)).standing).toMatchObject({ is: 'changed since' });

		await checks.check(db, dee, rewritten, form({ digest: rewritten.digest }), later(1));
		expect(await checks.mayBePresented(db, rewritten)).toMatchObject({ may: true });
		// And back again: a check is of words, and those words were checked.
		expect(await checks.mayBePresented(db, lesson)).toMatchObject({ may: true });
	});

	test('whose check was withdrawn may not, unless another check holds', async () => {
		const first = form();
		await checks.check(db, dee, lesson, first, noon);
		const why = 'The pages were not read to the end.';

		expect(await checks.withdraw(db, una, lesson, { check: first.key, why }, later(1))).toBe(
			'withdrawn'
		);
		expect(await checks.mayBePresented(db, lesson)).toMatchObject({
			may: false,
			why: expect.stringContaining('withdrawn')
		});

		await checks.check(db, flo, lesson, form({ checkedBy: 'Flo' }), later(2));
		expect(await checks.mayBePresented(db, lesson)).toMatchObject({ may: true });
		expect((await stands()).checks).toMatchObject([
			{ checkedBy: 'Flo', withdrawn: undefined, recorder: flo.name, isOfTheseWords: true },
			{ checkedBy: 'Ned Sykehouse', withdrawn: { why }, recorder: dee.name, withdrawer: una.name }
		]);
		expect(await ledgerOf(db)).toContain('una withdrew a check lesson K3-04');
	});

	test('of which one of two checks is withdrawn may still be presented', async () => {
		const second = form({ checkedBy: 'Bea' });
		await checks.check(db, dee, lesson, form(), noon);
		await checks.check(db, dee, lesson, second, later(1));
		await checks.withdraw(db, dee, lesson, { check: second.key, why: 'Too soon.' }, later(2));

		expect((await stands()).standing).toMatchObject({
			is: 'checked',
			check: { checkedBy: 'Ned Sykehouse' }
		});
	});
});

test('a lesson that specialists checked may be presented without the school’s own check', async () => {
	expect(await checks.mayBePresented(db, checkedByTwo)).toEqual({
		...{ level: 3, may: true, by: 'a specialist and a teacher' }
	});
});

describe('a check', () => {
	test('sent twice is one', async () => {
		const twice = form();
		await checks.check(db, dee, lesson, twice, noon);
		expect(await checks.check(db, dee, lesson, twice, later(1))).toBe('checked');

		expect(await db.select().from(checks.lessonChecks)).toHaveLength(1);
		expect(await ledgerOf(db)).toHaveLength(1);
	});

	test('of words that changed while they were read is not kept', async () => {
		expect(await checks.check(db, dee, rewritten, form(), noon)).toBe('changed meanwhile');
		expect(await db.select().from(checks.lessonChecks)).toEqual([]);
	});

	test('withdrawn twice keeps the first reason', async () => {
		const { key: check, ...rest } = form();
		await checks.check(db, dee, lesson, { key: check, ...rest }, noon);
		await checks.withdraw(db, dee, lesson, { check, why: 'First.' }, later(1));

		expect(await checks.withdraw(db, flo, lesson, { check, why: 'Second.' }, later(2))).toBe(
			'withdrawn'
		);
		expect(await db.select().from(checks.lessonCheckWithdrawals)).toMatchObject([
			{ why: 'First.', by: dee.id }
		]);
		expect(await ledgerOf(db)).toHaveLength(2);
	});

	test('of another lesson, or of none, is not withdrawn', async () => {
		const { key: check, ...rest } = form();
		await checks.check(db, dee, lesson, { key: check, ...rest }, noon);

		for (const [of, id] of [
			[another, check],
			[lesson, randomUUID()]
		] as const)
			expect(await checks.withdraw(db, dee, of, { check: id, why: 'x' }, later(1))).toBe(
				'not found'
			);
		expect(await db.select().from(checks.lessonCheckWithdrawals)).toEqual([]);
		expect((await ledgerOf(db)).slice(1)).toEqual(
			Array(2).fill(expect.stringMatching(/^dee was not shown check of a lesson/))
		);
	});

	test('that cannot be written down is not made, nor withdrawn', async () => {
		const held = form();
		await checks.check(db, dee, lesson, held, noon);
		const before = await everythingIn(db);
		await fillTheLedger(db);

		await expect(checks.check(db, dee, lesson, form(), later(1))).rejects.toThrow();
		const withdrawal = { check: held.key, why: 'x' };
		await expect(checks.withdraw(db, dee, lesson, withdrawal, later(1))).rejects.toThrow();
		expect(await everythingIn(db)).toEqual(before);
	});

	test('says what is missing, each beside its field', () => {
		const said = (typed: object) =>
			(v.safeParse(checks.checking, typed).issues ?? []).map(
				(issue) => `${v.getDotPath(issue)}: ${issue.message.split(' ')[0]}`
			);

		expect(said({ key: randomUUID() })).toEqual(['checkedBy: Write', 'checkedAs: Say', 'whole: A']);
		expect(said({ ...form(), checkedBy: ' ' })).toEqual(['checkedBy: Write']);
		expect(said({ ...form(), whole: 'no' })).toEqual(['whole: A']);
		expect(said(form())).toEqual([]);
	});
});

test('every teacher sees how each lesson stands', async () => {
	await checks.check(db, dee, lesson, form(), noon);

	expect(await checks.list(db, bea, [lesson, another])).toMatchObject([
		{ id: 'K3-04', standing: { is: 'checked' }, presentable: { may: true } },
		{ id: 'K3-05', standing: { is: 'not checked' }, presentable: { may: false } }
	]);
	expect(await stands()).toMatchObject({ mayCheck: false });
});

test.each(roles.filter((role) => !may({ roles: [role] }, 'see checks of lessons')))(
	'a %s sees none',
	async (role) => {
		const staff = as(nell, role);
		expect(await checks.list(db, staff, [lesson])).toBe('not found');
		expect(await checks.read(db, staff, lesson)).toBe('not found');
		expect(await ledgerOf(db)).toEqual(Array(2).fill('nell was refused act see checks of lessons'));
	}
);

test.each(roles.filter((role) => !may({ roles: [role] }, 'check a lesson')))(
	'a %s puts no name to any, and withdraws none',
	async (role) => {
		const held = form();
		await checks.check(db, dee, lesson, held, noon);
		const before = await everythingIn(db);
		const staff = as(nell, role);

		expect(await checks.check(db, staff, lesson, form(), noon)).toBe('not found');
		expect(await checks.withdraw(db, staff, lesson, { check: held.key, why: 'x' }, noon)).toBe(
			'not found'
		);
		expect(await everythingIn(db)).toEqual(before);
	}
);

test('a check of one school is none of another’s, and a service or a partnership has none', async () => {
	await checks.check(db, dee, lesson, form(), noon);
	const elsewhere = await aSchool();
	expect(await checks.mayBePresented(elsewhere, lesson)).toMatchObject({ may: false });

	for (const kind of ['service', 'partnership'] as const) {
		const staff = { ...as(nell, 'admin'), organisation: { ...nell.organisation, kind } };
		expect(await checks.list(elsewhere, staff, [lesson])).toBe('not found');
		expect(await checks.check(elsewhere, staff, lesson, form(), noon)).toBe('not found');
	}
	expect(await elsewhere.select().from(checks.lessonChecks)).toEqual([]);
});
