import { describe, expect, test } from 'vitest';
import {
	amal,
	as,
	aSchool,
	bea,
	dee,
	everythingIn,
	fillTheLedger,
	ledgerOf,
	logged,
	nell,
	noon,
	noticed,
	opened,
	proven,
	stopTheNotices,
	toldIn,
	una,
	wren
} from '../testing.ts';
import { restricted } from '../restrictions/testing.ts';
import * as concerns from './index.ts';

test('a logged concern stands as it was typed, and its ledger entry with it', async () => {
	const db = await aSchool();
	const form = noticed();

	const outcome = await concerns.log(db, amal, form, noon);

	expect(outcome).toEqual({ reference: expect.stringMatching(/^C(-[0-9A-HJKMNP-TV-Z]{4}){2}$/) });
	const { reference } = outcome as { reference: string };
	const [kept] = await db.select().from(concerns.concerns);
	expect(kept).toMatchObject({
		reference,
		noticedOn: form.noticedOn,
		noticedTime: form.noticedTime,
		place: form.place,
		seenOrHeard: form.seenOrHeard,
		childsWords: form.childsWords,
		doneAlready: form.doneAlready,
		urgency: form.urgency,
		loggedBy: amal.id,
		loggedAt: noon
	});
	expect(await db.select().from(concerns.concernPupils)).toEqual([
		{ concernId: kept?.id, pupilId: form.children[0]?.id, part: null }
	]);
	expect(await ledgerOf(db)).toEqual([`amal logged concern ${reference}`]);
});

test('a time that was left empty is not known, rather than midnight', async () => {
	const db = await aSchool();

	await logged(db, amal, { noticedTime: '' });

	const [kept] = await db.select().from(concerns.concerns);
	expect(kept?.noticedTime).toBeNull();
});

test('the same form sent twice is one concern with one reference and one ledger entry', async () => {
	const db = await aSchool();
	const form = noticed();

	const first = await concerns.log(db, amal, form);

	expect(await concerns.log(db, amal, form)).toEqual(first);
	expect(await concerns.log(db, amal, { ...form, place: 'Elsewhere' })).toEqual(first);
	expect(await db.$count(concerns.concerns)).toBe(1);
	expect(await ledgerOf(db)).toHaveLength(1);
});

test('the same form sent twice at the same moment is one concern', async () => {
	const db = await aSchool();
	const form = noticed();

	const [first, second] = await Promise.all([
		concerns.log(db, amal, form),
		concerns.log(db, amal, form)
	]);

	expect(second).toEqual(first);
	expect(await db.$count(concerns.concerns)).toBe(1);
});

test('two forms are two concerns, also when every word is the same', async () => {
	const db = await aSchool();

	const references = [await logged(db, amal), await logged(db, amal)];

	expect(new Set(references).size).toBe(2);
});

test('another’s form key brings back none of their concern', async () => {
	const db = await aSchool();
	const form = noticed();
	await concerns.log(db, amal, form);

	await expect(concerns.log(db, bea, form)).rejects.toThrow();

	expect(await db.$count(concerns.concerns)).toBe(1);
	expect(await ledgerOf(db)).toHaveLength(1);
});

test.each([nell, wren, as(nell, 'governor'), as(nell, 'admin'), as(amal)])(
	'$roles log nothing, and hear what anybody hears of a pupil who is not there',
	async (person) => {
		const db = await aSchool();

		expect(await concerns.log(db, person, noticed())).toBe('no such pupil');
		expect(await concerns.log(db, amal, noticed({ pupil: 'nobody' }))).toBe('no such pupil');
		expect(await db.$count(concerns.concerns)).toBe(0);
		expect(await ledgerOf(db)).toEqual([
			`${person.id} was refused act log a concern`,
			'amal was not shown pupil of no such form'
		]);
	}
);

test('what a database cannot hold is cleaned and not refused', async () => {
	const db = await aSchool();

	const reference = await logged(db, amal, { childsWords: 'He said \ud800 and \0 then “go”.' });

	const found = opened(await concerns.read(db, amal, reference));
	expect(found?.childsWords).toBe('He said \ufffd and  then “go”.');
});

test('nothing is logged when it cannot be written in the ledger', async () => {
	const db = await aSchool();
	await fillTheLedger(db);
	const before = await everythingIn(db);

	await expect(logged(db, amal)).rejects.toThrow();

	expect(await everythingIn(db)).toEqual(before);
});

describe('a concern about an adult of the school', () => {
	const aboutStaff = noticed({ aboutStaff: 'yes' });
	const one = (db: Awaited<ReturnType<typeof aSchool>>, few = ['una']) =>
		concerns.log(db, amal, aboutStaff, noon, { few: few });

	test('is kept at once to its author and the few, who are told', async () => {
		const db = await aSchool();

		const outcome = await one(db);

		const { reference = '' } = outcome as { reference?: string };
		expect(outcome).toEqual({ reference, seenBy: [amal.name, una.name] });
		expect(await ledgerOf(db)).toEqual([
			`amal logged concern ${reference}`,
			`amal restricted concern ${reference}`
		]);
		expect(await toldIn(db)).toEqual([
			`una A record that only you and a few others may open waits for you. ${reference}`
		]);
		for (const who of [amal, una])
			expect(await concerns.read(db, proven(who, noon), reference, noon)).toMatchObject({
				restriction: { reason: 'about a member of staff' }
			});
		for (const who of [dee, as(bea, 'head')])
			expect(await concerns.read(db, proven(who, noon), reference, noon)).toBeUndefined();
		expect(await concerns.untriaged(db, dee)).toEqual([]);
		expect(await concerns.untriaged(db, proven(una, noon), noon)).toMatchObject([{ reference }]);
	});

	test('sent twice is one, restricted once, and says the same', async () => {
		const db = await aSchool();

		const [first, second] = await Promise.all([one(db), one(db)]);

		expect(second).toEqual(first);
		expect(await toldIn(db)).toHaveLength(1);
	});

	test('sent again tells an author who was left off since what it tells anybody: that it arrived', async () => {
		const db = await aSchool();
		const form = noticed();
		const { reference } = (await concerns.log(db, amal, form, noon)) as { reference: string };
		await restricted(db, concerns.restrictable, reference, noon, [una.id]);

		expect(await concerns.log(db, amal, form, noon)).toEqual({ reference });
	});

	test.each([stopTheNotices, fillTheLedger])('is not logged when %o stops it', async (stop) => {
		const db = await aSchool();
		await stop(db);
		const before = await everythingIn(db);

		await expect(one(db)).rejects.toThrow();

		expect(await everythingIn(db)).toEqual(before);
	});

	test('is kept to its author alone, rather than lost, when none of the few is on the staff', async () => {
		const db = await aSchool();

		expect(await one(db, ['nobody'])).toMatchObject({ seenBy: [amal.name] });
		expect(await toldIn(db)).toEqual([]);
	});

	test('which is not said to be so is as open as any', async () => {
		const db = await aSchool();

		for (const said of [{}, { aboutStaff: 'no' } as const]) {
			const outcome = await concerns.log(db, amal, noticed(said), noon, { few: ['una'] });
			expect(outcome).toEqual({ reference: expect.any(String) });
		}
		expect(await concerns.countUntriaged(db, dee)).toBe(2);
	});
});
