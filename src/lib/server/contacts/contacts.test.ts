import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import * as cases from '../cases/index.ts';
import { write, type Database } from '../db/index.ts';
import * as restrictions from '../restrictions/index.ts';
import {
	amal,
	as,
	aSchool,
	bea,
	caseOpened,
	dee,
	everythingIn,
	fillTheLedger,
	flo,
	later,
	ledgerOf,
	logged,
	nell,
	next,
	opened,
	proven,
	roll,
	rowan,
	wren
} from '../testing.ts';
import * as contacts from './index.ts';

type Db = Database<'organisation'>;
type Form = v.InferOutput<typeof contacts.keeping>;

const form = (different: Partial<Form> = {}): Form => ({
	...v.parse(contacts.keeping, {
		key: randomUUID(),
		name: 'Fern Mossgate',
		relation: 'Mother of both'
	}),
	...different
});

const knownIn = async (db: Db, reference: string, who = dee) => {
	const found = opened(await contacts.read(db, who, reference, later(9)));
	if (found === 'not found') throw new Error('The case of the test is not there');
	return found.contacts;
};

/** The case of another child, of the same household or of another. */
async function anotherCase(db: Db, pupil: string): Promise<string> {
	const reference = await logged(db, amal, { pupil });
	const triage = { ...next, decision: 'open a case', why: 'The same.' } as const;
	const { caseReference } = await cases.triage(db, dee, reference, triage, later(2));
	if (!caseReference) throw new Error('No case was opened in the test');
	return caseReference;
}

test('a contact is kept and the ledger says so, without naming anybody', async () => {
	const db = await aSchool();
	const reference = await caseOpened(db);

	expect(await contacts.keep(db, dee, reference, form({ toText: 'safe' }), later(2))).toBe('kept');

	expect((await ledgerOf(db)).at(-1)).toBe(`dee kept a contact case ${reference}`);
	expect(await knownIn(db, reference)).toMatchObject([
		{
			name: 'Fern Mossgate',
			relation: 'Mother of both',
			toText: 'safe',
			by: dee.name,
			at: later(2)
		}
	]);
});

test('how it is safe to be in touch is not known until somebody says it', () => {
	expect(form()).toMatchObject({
		responsibility: 'not known',
		livesHere: 'not known',
		toRing: 'not known',
		toText: 'not known',
		toWrite: 'not known'
	});
});

test('a newer version stands, and the older one stays', async () => {
	const db = await aSchool();
	const reference = await caseOpened(db);
	const first = form({ toRing: 'safe' });
	await contacts.keep(db, dee, reference, first, later(2));

	const newer = form({ contact: first.key, toRing: 'not safe', mustNotKnow: 'Her brother' });
	expect(await contacts.keep(db, dee, reference, newer, later(3))).toBe('kept');

	expect(await knownIn(db, reference)).toMatchObject([
		{ id: first.key, toRing: 'not safe', mustNotKnow: 'Her brother', at: later(3) }
	]);
	expect(await db.$count(contacts.contactVersions)).toBe(2);
});

test('the same form sent twice is one, whether the contact is new or not', async () => {
	const db = await aSchool();
	const reference = await caseOpened(db);
	const first = form();
	const newer = form({ contact: first.key, toRing: 'safe' });

	for (const one of [first, first, newer, newer, first])
		expect(await contacts.keep(db, dee, reference, one, later(2))).toBe('kept');

	expect(await db.$count(contacts.contactVersions)).toBe(2);
	expect(await knownIn(db, reference)).toMatchObject([{ toRing: 'safe' }]);
	expect((await ledgerOf(db)).filter((entry) => entry.includes('kept a contact'))).toHaveLength(2);
});

test('the contacts of a household are those of each of its children, in the order they were added', async () => {
	const db = await aSchool();
	const reference = await caseOpened(db);
	await contacts.keep(db, dee, reference, form({ name: 'Zinnia' }), later(2));
	await contacts.keep(db, dee, reference, form({ name: 'Aster' }), later(2));

	const sisters = await anotherCase(db, rowan.id);
	const elsewhere = await anotherCase(db, roll[2].id);

	expect((await knownIn(db, sisters)).map(({ name }) => name)).toEqual(['Zinnia', 'Aster']);
	expect(await knownIn(db, elsewhere)).toEqual([]);
});

test('a contact of another household is not there', async () => {
	const db = await aSchool();
	const reference = await caseOpened(db);
	const elsewhere = await anotherCase(db, roll[2].id);
	const theirs = form();
	await contacts.keep(db, dee, elsewhere, theirs, later(2));
	const before = await everythingIn(db);

	for (const contact of [theirs.key, randomUUID()])
		expect(await contacts.keep(db, dee, reference, form({ contact }))).toBe('not found');
	expect(await contacts.keep(db, dee, reference, form({ key: theirs.key }))).toBe('not found');

	expect(await everythingIn(db)).toEqual(before);
	expect((await ledgerOf(db)).at(-1)).toContain('was not shown case');
});

describe('who may not', () => {
	test.each([amal, bea, as(bea, 'head'), nell, wren, as(dee)])(
		'$roles keep no contact and read none, and hear what anybody hears of nothing',
		async (who) => {
			const db = await aSchool();
			const reference = await caseOpened(db);
			await contacts.keep(db, dee, reference, form(), later(2));
			const before = await everythingIn(db);

			expect(await contacts.keep(db, who, reference, form())).toBe('not found');
			expect(await contacts.read(db, who, reference)).toBe('not found');
			expect(await contacts.keep(db, dee, 'K-0000-0000', form())).toBe('not found');
			expect(await contacts.read(db, dee, 'K-0000-0000')).toBe('not found');

			expect(await everythingIn(db)).toEqual(before);
		}
	);

	test('of a restricted case nobody but those who are named, and they once they proved who they are', async () => {
		const db = await aSchool();
		const reference = await caseOpened(db);
		await contacts.keep(db, dee, reference, form(), later(2));
		const sealed = { reason: restrictions.reasons[0], names: [] };
		const lead = proven(dee, later(3));
		await restrictions.restrict(db, lead, cases.restrictable, reference, sealed, [], later(3));

		expect(await contacts.read(db, flo, reference, later(4))).toBe('not found');
		expect(await contacts.keep(db, flo, reference, form(), later(4))).toBe('not found');
		expect(await contacts.read(db, dee, reference, later(9))).toBe('step up');
		expect(await contacts.keep(db, dee, reference, form(), later(9))).toBe('step up');
		expect(await contacts.read(db, proven(dee, later(9)), reference, later(9))).toMatchObject({
			contacts: [{ name: 'Fern Mossgate' }],
			mayAdd: true
		});
	});
});

test('reading the contacts is reading the case', async () => {
	const db = await aSchool();
	const reference = await caseOpened(db);

	await contacts.read(db, dee, reference, later(2));

	expect((await ledgerOf(db)).at(-1)).toBe(`dee read case ${reference}`);
});

test('nothing is kept or shown when it cannot be written in the ledger', async () => {
	const db = await aSchool();
	const reference = await caseOpened(db);
	await fillTheLedger(db);
	const before = await everythingIn(db);

	await expect(contacts.keep(db, dee, reference, form())).rejects.toThrow();
	await expect(contacts.read(db, dee, reference)).rejects.toThrow();

	expect(await everythingIn(db)).toEqual(before);
});

test('the form asks who it is and who they are to the children, and takes no other safety', () => {
	const { issues } = v.safeParse(contacts.keeping, { key: randomUUID(), toRing: 'probably' });

	expect(issues?.map(({ message }) => message)).toEqual([
		'Write who it is',
		'Say who they are to the children',
		'Choose safe, not safe or not known'
	]);
});

test('a contact can be read inside the act of another domain', async () => {
	const db = await aSchool();
	const reference = await caseOpened(db);
	await contacts.keep(db, dee, reference, form(), later(2));

	const found = await write(db, async (tx) => {
		const looked = await cases.look(tx, dee, 'read a case', reference, later(3));
		return looked && looked !== 'step up' ? contacts.ofCase(tx, looked) : [];
	});

	expect(found.map(({ name }) => name)).toEqual(['Fern Mossgate']);
});
