import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import * as cases from '#lib/server/cases/index.ts';
import * as concerns from '#lib/server/concerns/index.ts';
import { write } from '#lib/server/db/index.ts';
import * as groups from '#lib/server/groups/index.ts';
import { groupPupils, groupStaff } from '#lib/server/groups/index.ts';
import * as referrals from '#lib/server/referrals/index.ts';
import * as restrictions from '#lib/server/restrictions/index.ts';
import {
	aSchool,
	amal,
	as,
	bea,
	caseOpened,
	next,
	dee,
	everythingIn,
	flo,
	lantern,
	later,
	ledgerOf,
	logged,
	noon,
	proven,
	robin,
	rowan,
	sendingForm
} from '#lib/server/testing.ts';

// Faults that were found in a leading open system, each by its name. Those of sessions are held in
// accounts/sessions.test.ts, of one's own groups in people/people.test.ts, of linked records and of
// another's parent in restrictions/linked.test.ts, of lists that drift from the check of one in
// lists.test.ts, and of refusals that are not logged in every cell of tests/matrix.

const lead = proven(dee, noon);
const form = { reason: 'sealed by the lead' as const, names: [] };

describe('bulk acts touching records out of reach', () => {
	test('restricting a case restricts the concerns it stands on, and none of another child', async () => {
		const db = await aSchool();
		const reference = await caseOpened(db);
		const another = await logged(db, amal, { pupil: rowan.id });

		await restrictions.restrict(db, lead, cases.restrictable, reference, form, [], noon);

		expect(await concerns.read(db, flo, another, noon)).toMatchObject({ reference: another });
		expect((await concerns.untriaged(db, flo, noon)).map((one) => one.reference)).toEqual([
			another
		]);
	});

	test('restricting a case leaves what others keep to others', async () => {
		const db = await aSchool();
		const reference = await caseOpened(db);
		const concern = await logged(db, bea);
		await cases.triage(db, dee, concern, { decision: 'add to the open case', why: 'x' }, noon);
		const keeper = proven(as(flo, 'lead'), noon);
		await restrictions.restrict(db, keeper, concerns.restrictable, concern, form, [], noon);

		await restrictions.restrict(db, lead, cases.restrictable, reference, form, [], noon);

		expect(await concerns.read(db, lead, concern, noon)).toBeUndefined();
		expect(await concerns.read(db, keeper, concern, noon)).toMatchObject({ reference: concern });
	});

	test('putting a whole year into a group puts nobody else in it', async () => {
		const db = await aSchool();
		const made = await groups.make(db, lead, { key: randomUUID(), name: 'Year 8' }, noon);
		if (typeof made === 'string') throw new Error('No group was made in the test');

		await groups.putIn(db, lead, made.id, { whole: 'year 8', pupil: '' }, noon);

		const inside = await db.select().from(groupPupils);
		expect(inside.every(({ pupilId }) => pupilId === robin.id)).toBe(true);
	});
});

describe('flags, attachments, closures and approvals not checked per record', () => {
	test('a decision, an entry, a referral and a restriction are each refused on a record that is kept', async () => {
		const db = await aSchool();
		const reference = await caseOpened(db);
		const concern = await logged(db, amal, { pupil: rowan.id });
		await restrictions.restrict(db, lead, cases.restrictable, reference, form, [], noon);
		await restrictions.restrict(db, lead, concerns.restrictable, concern, form, [], noon);
		const before = await everythingIn(db);
		// They may do each of these acts, and to these two records none of them.
		const other = proven(as(flo, 'lead', 'deputy'), noon);

		const refused = [
			(await cases.triage(db, other, concern, { ...next, decision: 'keep watch', why: 'x' }, noon))
				.outcome,
			await cases.note(db, other, reference, { kind: 'fact', says: 'x' }, noon),
			await referrals.send(db, other, reference, lantern, sendingForm(), noon),
			await restrictions.restrict(db, other, cases.restrictable, reference, form, [], noon),
			await restrictions.addName(
				db,
				other,
				cases.restrictable,
				reference,
				{ name: flo.id },
				[flo.id],
				noon
			),
			await restrictions.lift(db, other, cases.restrictable, reference, { why: 'x' }, noon)
		];

		expect(refused).toEqual(refused.map(() => 'not found'));
		expect(await everythingIn(db)).toEqual(before);
		expect((await ledgerOf(db)).slice(-refused.length)).toEqual([
			`flo was not shown concern ${concern}`,
			...Array.from({ length: 5 }, () => `flo was not shown case ${reference}`)
		]);
	});
});

describe('delete forgotten when update was guarded', () => {
	test('whoever may not restrict a record may not lift what restricts it', async () => {
		const db = await aSchool();
		const concern = await logged(db, amal);
		await restrictions.restrict(db, lead, concerns.restrictable, concern, form, [], noon);

		for (const who of [amal, bea, proven(flo, noon), proven(as(bea, 'head'), noon)])
			expect(
				await restrictions.lift(db, who, concerns.restrictable, concern, { why: 'x' }, noon)
			).toBe('not found');
		expect(
			await restrictions.lift(db, dee, concerns.restrictable, concern, { why: 'x' }, noon)
		).toBe('step up');

		expect(await concerns.read(db, proven(flo, noon), concern, noon)).toBeUndefined();
	});

	test('whoever may not put into a group may not take out of it, nor take it back', async () => {
		const db = await aSchool();
		const made = await groups.make(db, lead, { key: randomUUID(), name: 'Year 8' }, noon);
		if (typeof made === 'string') throw new Error('No group was made in the test');
		await write(db, async (tx) => {
			await tx.insert(groupPupils).values({ groupId: made.id, pupilId: robin.id });
			await tx.insert(groupStaff).values({ groupId: made.id, staffId: bea.id });
		});
		const before = await everythingIn(db);

		for (const who of [
			proven(amal, noon),
			proven(as(bea, 'pastoral'), noon),
			proven(as(amal, 'admin'), noon)
		]) {
			await groups.takeOut(db, who, made.id, robin.id, noon);
			await groups.takeBack(db, who, made.id, { person: bea.id }, noon);
		}

		expect(await everythingIn(db)).toEqual(before);
		expect((await ledgerOf(db)).filter((entry) => entry.includes('refused'))).toHaveLength(6);
	});

	test('what was decided is taken back by nobody: a second decision is an answer', async () => {
		const db = await aSchool();
		const concern = await logged(db, amal);
		await cases.triage(
			db,
			dee,
			concern,
			{ ...next, decision: 'keep watch', why: 'The first.' },
			later(1)
		);

		expect(
			await cases.triage(db, flo, concern, { decision: 'no further action', why: 'x' }, later(2))
		).toEqual({ outcome: 'already decided' });
		expect(await concerns.read(db, dee, concern, later(3))).toMatchObject({
			decisions: [{ why: 'The first.' }]
		});
	});
});
