import { describe, expect, test } from 'vitest';
import type { Staff } from '../access/index.ts';
import * as cases from '../cases/index.ts';
import * as concerns from '../concerns/index.ts';
import { write, type Database } from '../db/index.ts';
import { groupPupils, groups, groupStaff } from '../groups/index.ts';
import * as referrals from '../referrals/index.ts';
import {
	amal,
	as,
	aSchool,
	aSchoolAndAService,
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
	nell,
	noticed,
	proven,
	referred,
	robin,
	sendingForm,
	una,
	wren
} from '../testing.ts';
import { addName, lift, restrict } from './index.ts';
import { aRestrictedConcern, everybody, restricted, sealed } from './testing.ts';

type Db = Database<'organisation'>;

const at = later(5);

/** Everybody who is not named, each in every role that reads anything of the school. */
const notNamed: [string, Staff][] = [
	['the author', amal],
	['a colleague', bea],
	['a deputy', flo],
	['another lead', as(flo, 'lead')],
	['a head', as(bea, 'head')],
	['somebody who looks after the child', as(bea, 'pastoral')],
	['somebody of every role', as(flo, 'staff', 'teacher', 'pastoral', 'deputy', 'lead', 'head')],
	['a governor, administrator, analyst or operator', nell],
	['a worker', wren]
];

/** Bea and Flo look after Robin, whom every record of these tests is about. */
async function lookingAfterRobin(db: Db): Promise<void> {
	await write(db, async (tx) => {
		await tx.insert(groups).values({ id: 'year-8', name: 'Year 8' });
		await tx.insert(groupPupils).values({ groupId: 'year-8', pupilId: robin.id });
		await tx
			.insert(groupStaff)
			.values(['bea', 'flo'].map((staffId) => ({ groupId: 'year-8', staffId })));
	});
}

/** All that a person is shown by any list or count, or by the records that they may open besides. */
async function allThatIsShown(db: Db, staff: Staff, besides: string[]): Promise<string> {
	const who = proven(staff, at);
	const shown: unknown[] = [
		await concerns.untriaged(db, who, at),
		await concerns.loggedBy(db, who, at),
		await concerns.ofGroups(db, who, at),
		await cases.list(db, who, at),
		await cases.caseFor(db, who, robin.id, at),
		await referrals.list(db, who, at),
		await referrals.listReceived(db, who, at)
	];
	for (const reference of besides)
		shown.push(
			await concerns.read(db, who, reference, at),
			await cases.read(db, who, reference, at),
			await referrals.read(db, who, reference, at)
		);
	return JSON.stringify(shown);
}

describe.each(notNamed)('to %s', (_, who) => {
	test('a restricted concern is in no list, count or chronology, nor is what was decided on it', async () => {
		const db = await aSchool();
		await lookingAfterRobin(db);
		const caseReference = await caseOpened(db);
		const kept = await logged(db, amal, { seenOrHeard: 'Kept from nearly all.' }, later(2));
		const waiting = await logged(db, amal, { seenOrHeard: 'Kept and waiting.' }, later(2));
		const why = 'A decision that is kept.';
		await cases.triage(db, dee, kept, { decision: 'add to the open case', why }, later(3));
		for (const one of [kept, waiting]) await restricted(db, concerns.restrictable, one, later(4));

		const shown = await allThatIsShown(db, who, [caseReference, kept, waiting]);

		for (const secret of [kept, waiting, 'Kept from nearly all.', 'Kept and waiting.', why])
			expect(shown).not.toContain(secret);
		expect(await concerns.countUntriaged(db, proven(who, at), at)).toBe(0);
	});

	test('a restricted case is nowhere, nor its entries, its referral, and the concern it stands on', async () => {
		const db = await aSchool();
		await lookingAfterRobin(db);
		const referral = await referred(db);
		const [theCase] = await db.select().from(cases.cases);
		const [concern] = await db.select().from(concerns.concerns);
		const caseReference = theCase?.reference ?? '';
		await restricted(db, cases.restrictable, caseReference, later(4));
		const entry = { kind: 'fact', says: 'An entry that is kept.' } as const;
		await cases.note(db, proven(dee, at), caseReference, entry, at);

		const secrets = [referral, caseReference, concern?.reference ?? '', entry.says];
		const shown = await allThatIsShown(db, who, secrets);

		for (const secret of [...secrets, 'Several of us have noticed a change.'])
			expect(shown).not.toContain(secret);
	});
});

test('those who are named see all of it, so that the tests above could fail', async () => {
	const db = await aSchool();
	const referral = await referred(db);
	const [theCase] = await db.select().from(cases.cases);
	const [concern] = await db.select().from(concerns.concerns);
	const caseReference = theCase?.reference ?? '';
	await restricted(db, cases.restrictable, caseReference, later(4));

	const secrets = [referral, caseReference, concern?.reference ?? ''];
	for (const who of [dee, una]) {
		const shown = await allThatIsShown(db, who, secrets);
		for (const secret of secrets) expect(shown).toContain(secret);
	}
});

describe('who is named and proved it too long ago', () => {
	test('is asked for it anew, by the concern, the case and the referral alike', async () => {
		const db = await aSchool();
		const referral = await referred(db);
		const [theCase] = await db.select().from(cases.cases);
		const [concern] = await db.select().from(concerns.concerns);
		const caseReference = theCase?.reference ?? '';
		await restricted(db, cases.restrictable, caseReference, later(4));

		for (const who of [una, proven(una, later(4))]) {
			expect(await concerns.read(db, who, concern?.reference ?? '', at)).toBe('step up');
			expect(await cases.read(db, who, caseReference, at)).toBe('step up');
			expect(await referrals.read(db, who, referral, at)).toBe('step up');
		}
	});

	test('is asked before a decision joins the case, and after it would be told where it went', async () => {
		const db = await aSchool();
		await restricted(db, cases.restrictable, await caseOpened(db), later(4));
		const waiting = await logged(db, bea, {}, at);
		const before = await everythingIn(db);
		const stale = as(una, 'lead');

		for (const decision of ['open a case', 'add to the open case'] as const)
			expect(await cases.triage(db, stale, waiting, { ...next, decision, why: 'x' }, at)).toEqual({
				outcome: 'step up'
			});

		expect(await everythingIn(db)).toEqual(before);
		expect(await cases.caseFor(db, stale, robin.id, at)).toBeUndefined();
		expect(await cases.caseFor(db, proven(stale, at), robin.id, at)).toBeDefined();
	});

	test('finds it on no list until then', async () => {
		const db = await aSchool();
		const reference = await caseOpened(db);
		await restricted(db, cases.restrictable, reference, later(4));
		const waiting = await aRestrictedConcern(db);
		const lists = async (who: Staff) =>
			JSON.stringify([
				await cases.list(db, who, at),
				await concerns.untriaged(db, who, at),
				await concerns.loggedBy(db, who, at)
			]);

		expect(await lists(una)).not.toMatch(/[CK]-/);
		const shown = await lists(proven(una, at));
		for (const each of [reference, waiting]) expect(shown).toContain(each);
	});
});

describe('a case that grows out of a restricted concern', () => {
	test('is restricted to the same people, and the ledger says so', async () => {
		const db = await aSchool();
		const reference = await aRestrictedConcern(db);
		const triage = { ...next, decision: 'open a case', why: 'It is.' } as const;

		const { caseReference = '' } = await cases.triage(db, proven(una, at), reference, triage, at);

		expect(await ledgerOf(db)).toContain(`una restricted case ${caseReference}`);
		expect(await cases.read(db, proven(dee, at), caseReference, at)).toMatchObject({
			restricted: true
		});
		expect(await cases.read(db, proven(as(flo, 'lead'), at), caseReference, at)).toBeUndefined();
	});
});

describe('acting on a record through another’s parent', () => {
	const lead = proven(as(flo, 'lead'), at);

	test('nobody who is not named triages, notes, refers, or restricts what is restricted', async () => {
		const db = await aSchool();
		const concern = await aRestrictedConcern(db);
		const theCase = await restricted(db, cases.restrictable, await caseOpened(db), later(4));
		const before = await everythingIn(db);
		const triage = { ...next, decision: 'keep watch', why: 'Nothing.' } as const;
		const entry = { kind: 'fact', says: 'So it is.' } as const;

		expect(await cases.triage(db, lead, concern, triage, at)).toEqual({ outcome: 'not found' });
		expect(await cases.note(db, lead, theCase, entry, at)).toBe('not found');
		expect(await referrals.send(db, lead, theCase, lantern, sendingForm(), at)).toBe('not found');
		for (const [kind, is] of [
			[concerns.restrictable, concern],
			[cases.restrictable, theCase]
		] as const) {
			expect(await restrict(db, lead, kind, is, sealed, everybody, at)).toBe('not found');
			expect(await addName(db, lead, kind, is, { name: 'flo' }, everybody, at)).toBe('not found');
			expect(await lift(db, lead, kind, is, { why: 'So.' }, at)).toBe('not found');
		}

		expect(await everythingIn(db)).toEqual(before);
	});

	test('one kind of record is never reached by the door of another', async () => {
		const db = await aSchool();
		const concern = await aRestrictedConcern(db);
		const theCase = await restricted(db, cases.restrictable, await caseOpened(db), later(4));
		const before = await everythingIn(db);
		const who = proven(dee, at);

		expect(await lift(db, who, cases.restrictable, concern, { why: 'So.' }, at)).toBe('not found');
		expect(await lift(db, who, concerns.restrictable, theCase, { why: 'So.' }, at)).toBe(
			'not found'
		);
		expect(await everythingIn(db)).toEqual(before);
	});

	test('lifting the restriction of a case leaves its concern restricted', async () => {
		const db = await aSchool();
		const theCase = await restricted(db, cases.restrictable, await caseOpened(db), later(4));
		const [concern] = await db.select().from(concerns.concerns);

		await lift(db, proven(dee, at), cases.restrictable, theCase, { why: 'It is over.' }, at);

		expect(await cases.read(db, lead, theCase, at)).toMatchObject({ restriction: null });
		expect(await allThatIsShown(db, lead, [theCase])).not.toContain(concern?.reference);
	});

	test('an open concern joins a restricted case without a word of the case', async () => {
		const db = await aSchool();
		const theCase = await restricted(db, cases.restrictable, await caseOpened(db), later(4));
		const open = await logged(db, bea);
		const triage = { why: 'It is.' } as const;

		expect(
			await cases.triage(db, lead, open, { ...triage, decision: 'add to the open case' }, at)
		).toEqual({ outcome: 'no open case' });
		expect(await cases.triage(db, lead, open, { ...triage, decision: 'open a case' }, at)).toEqual({
			outcome: 'decided'
		});
		expect(await allThatIsShown(db, lead, [open])).not.toContain(theCase);
	});

	test('an answer that comes back to a restricted case is told to nobody else', async () => {
		const { school, service, carry } = await aSchoolAndAService();
		const referral = await referred(school);
		const [theCase] = await school.select().from(cases.cases);
		await restricted(school, cases.restrictable, theCase?.reference ?? '', later(4));
		await carry();
		await referrals.readReceived(service, wren, referral, at);
		await carry();

		expect(await allThatIsShown(school, lead, [theCase?.reference ?? '', referral])).not.toContain(
			referral
		);
		expect(await referrals.read(school, proven(una, at), referral, at)).toMatchObject({
			events: [{ state: 'opened' }]
		});
	});
});

describe('who has read it', () => {
	test('is told to those who are named, and reading is written down as ever', async () => {
		const db = await aSchool();
		const reference = await aRestrictedConcern(db);
		await concerns.read(db, proven(una, at), reference, at);

		const found = await concerns.read(db, proven(dee, at), reference, at);

		expect(found).toMatchObject({ readers: [{ name: dee.name }, { name: una.name }] });
	});

	test('is not told to a teacher who is named, nor what was decided', async () => {
		const db = await aSchool();
		const reference = await restricted(
			db,
			concerns.restrictable,
			await logged(db, amal),
			later(1),
			[amal.id]
		);
		const triage = {
			...next,
			decision: 'keep watch',
			why: 'A reason that is the lead’s.'
		} as const;
		await cases.triage(db, proven(dee, at), reference, triage, at);

		expect(await concerns.read(db, proven(amal, at), reference, at)).toMatchObject({
			readers: null,
			decisions: null,
			mayTriage: false,
			mayRestrict: false
		});
	});
});

test('a form cannot name its own few: only what the route hands in is taken', async () => {
	const db = await aSchool();
	const form = { ...noticed({ aboutStaff: 'yes' }), few: ['bea'], names: ['bea'] };

	const outcome = await concerns.log(db, amal, form, later(1), { few: ['una'] });

	expect(outcome).toMatchObject({ seenBy: [amal.name, una.name] });
});
