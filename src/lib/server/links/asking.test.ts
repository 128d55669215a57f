import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Staff } from '../access/index.ts';
import * as concerns from '../concerns/index.ts';
import { byLink } from '../ledger/index.ts';
import * as organisations from '../organisations/index.ts';
import * as reports from '../reports/index.ts';
import {
	amal,
	as,
	bea,
	dee,
	everythingIn,
	fillTheLedger,
	later,
	ledgerOf,
	nell,
	opened,
	robin,
	una
} from '../testing.ts';
import { referralLinks } from './schema.ts';
import { aReferralOutside } from './testing.ts';
import * as links from './index.ts';

let at: Awaited<ReturnType<typeof aReferralOutside>>;
beforeEach(async () => {
	at = await aReferralOutside();
});
afterEach(() => at.end());

const says = (different = {}): reports.WritingOutside => ({
	...{ childName: 'Robin M.', childBornOn: '', senderName: 'Youth justice', reach: '01632 960009' },
	...{ says: 'Came to us twice this week.', childsWords: 'It is loud there.' },
	...{ childKnows: 'Knows.', safeContact: 'In school.', urgency: 'same day' },
	...different
});

const ask = (who: Staff = dee, key: string = randomUUID(), goes = true) =>
	links.ask(
		at.house,
		at.db,
		who,
		{ key, to: 'yot@council.example' },
		async (letter) => goes && at.letters.push(letter) > 0,
		later(3)
	);

/** Asks somebody, and gives what reaches them: by letter, and by telephone. */
async function sent() {
	const made = await ask();
	if (typeof made === 'string') throw new Error(`No link was made in the test: ${made}`);
	const token = /\/w\/([\w-]{43})\n/.exec(at.letters.at(-1)?.text ?? '')?.[1] ?? '';
	return { token, code: made.code };
}

async function openedBy(name = 'Kim') {
	const { token, code } = await sent();
	const outcome = await links.open(at.house, token, { name, code }, later(4), 'report');
	if (typeof outcome === 'string') throw new Error(`The link was ${outcome} in the test`);
	return { token, session: outcome.session };
}

const cameBack = async (holder: links.Holder, hour = 8) => {
	const found = await links.readAsked(at.house, holder, later(hour));
	if (typeof found === 'string') return found;
	return found.written?.state ?? 'nothing yet';
};

const referenceOf = async (): Promise<string> =>
	(await reports.waiting(at.db, dee, later(6)))[0]?.reference ?? '';

describe('somebody without Waymark who was asked to write', () => {
	test('is asked by a letter that names nobody and no school, and its code is not in it', async () => {
		const { code } = await sent();
		const told = JSON.stringify(at.letters);
		for (const secret of [code, 'Mosshowe', robin.givenName]) expect(told).not.toContain(secret);
		expect((await ledgerOf(at.db)).at(-1)).toMatch(/^dee sent a link to report W-/);
	});

	test('writes once, and the lead finds it among what is to triage', async () => {
		const holder = await openedBy();
		expect(await cameBack(holder, 5)).toBe('nothing yet');

		const both = await Promise.all([
			links.write(at.house, holder, says(), later(5)),
			links.write(at.house, holder, says(), later(5))
		]);

		expect(both).toEqual(['written', 'written']);
		expect(await reports.waiting(at.db, dee, later(6))).toMatchObject([
			{ senderName: 'Youth justice', childName: 'Robin M.', urgency: 'same day' }
		]);
		const entries = (await ledgerOf(at.db)).filter((entry) => / sent report /.test(entry));
		expect(entries).toEqual([`${byLink} sent report ${await referenceOf()}`]);
	});

	test('changes nothing of it by writing again', async () => {
		const holder = await openedBy();
		await links.write(at.house, holder, says(), later(5));
		await links.write(at.house, holder, says({ says: 'Something else.' }), later(6));
		const read = await reports.read(at.db, dee, await referenceOf(), later(7));
		expect(read).toMatchObject({ says: 'Came to us twice this week.', reach: '01632 960009' });
	});

	test('hears that it was read and taken in, and nothing of what the school does', async () => {
		const holder = await openedBy();
		await links.write(at.house, holder, says(), later(5));
		expect(await cameBack(holder)).toBe('sent');
		await reports.read(at.db, dee, await referenceOf(), later(7));
		expect(await cameBack(holder)).toBe('read');
		const taken = await reports.takeIn(at.db, dee, await referenceOf(), robin.id, later(8));
		expect(await cameBack(holder, 9)).toBe('taken in');

		const shown = JSON.stringify(await links.readAsked(at.house, holder, later(9)));
		const { concern } = taken as { concern: string };
		for (const kept of [concern, dee.name, robin.familyName, 'Came to us twice'])
			expect(shown).not.toContain(kept);
		expect(opened(await concerns.read(at.db, dee, concern, later(9)))).toMatchObject({
			seenOrHeard: 'Came to us twice this week.'
		});
	});

	test('hears that the school knows no such young person', async () => {
		const holder = await openedBy();
		await links.write(at.house, holder, says(), later(5));
		await reports.turnAway(at.db, dee, await referenceOf(), { says: 'By every name.' }, later(7));
		expect(await cameBack(holder)).toBe('no child of ours');
		expect(JSON.stringify(await links.readAsked(at.house, holder))).not.toContain('every name');
	});
});

describe('a link to write is refused, and the school’s ledger says so:', () => {
	const refusals = async () =>
		(await ledgerOf(at.db)).filter((each) => /was refused by a link: .* report W-/.test(each));

	test('another browser, once it was opened', async () => {
		const { token } = await openedBy();
		for (const session of [undefined, 'another'])
			expect(await cameBack({ token, session })).toBe('not valid');
		expect(await links.write(at.house, { token, session: undefined }, says())).toBe('not valid');
		expect(await refusals()).toHaveLength(3);
	});

	test('a wrong code, five times and no more', async () => {
		const { token, code } = await sent();
		const wrong = String((Number(code) + 1) % 100_000_000).padStart(8, '0');
		const tries = (tried: string) =>
			links.open(at.house, token, { name: 'Kim', code: tried }, later(4), 'report');
		for (let many = 0; many < 5; many += 1) expect(await tries(wrong)).toBe('wrong code');
		expect(await tries(code)).toBe('not valid');
		expect(await refusals()).toHaveLength(6);
	});

	test('one that has ended, and one that has expired', async () => {
		const holder = await openedBy();
		const [{ reference } = { reference: '' }] = await links.asked(at.house, dee, later(5));
		expect(await links.endAsked(at.house, at.db, dee, reference, later(5))).toBe('ended');
		expect(await links.endAsked(at.house, at.db, dee, reference, later(5))).toBe('not found');
		expect(await links.write(at.house, holder, says(), later(6))).toBe('not valid');

		const { token, code } = await sent();
		const late = later(3 + 7 * 24);
		expect(await links.open(at.house, token, { name: 'Kim', code }, late, 'report')).toBe(
			'not valid'
		);
		expect(await reports.waiting(at.db, dee, late)).toEqual([]);
	});
});

test('a link opens at the door of its own purpose and at no other', async () => {
	const { token, code } = await sent();
	const form = { name: 'Kim', code };
	expect(await links.open(at.house, token, form, later(4))).toBe('not valid');
	expect(await links.read(at.house, { token, session: undefined }, later(4))).toBe('not valid');

	const referral = await at.openedBy();
	expect(await links.readAsked(at.house, referral, later(5))).toBe('not valid');
	expect(await links.write(at.house, referral, says(), later(5))).toBe('not valid');
	expect(await reports.waiting(at.db, dee, later(6))).toEqual([]);
});

describe('asking', () => {
	test.each([
		['a teacher', amal],
		['another teacher', bea],
		['a head', una],
		['who keeps the school', nell],
		['a worker', as(dee, 'worker')]
	])('is not for %s', async (_who, staff) => {
		const before = await everythingIn(at.house.platform);
		expect(await ask(staff)).toBe('not found');
		expect(await links.asked(at.house, staff)).toEqual([]);
		expect(await links.endAsked(at.house, at.db, staff, 'W-0000-0000')).toBe('not found');
		expect(await everythingIn(at.house.platform)).toEqual(before);
	});

	test('by the same form twice is one link, one letter and one code', async () => {
		const key = randomUUID();
		const both = await Promise.all([ask(dee, key), ask(dee, key)]);
		expect(new Set(both.map((one) => (one as { code: string }).code)).size).toBe(1);
		expect(at.letters).toHaveLength(1);
		expect(await at.house.platform.$count(referralLinks)).toBe(1);
	});

	test('ends its link where the letter could not be sent', async () => {
		expect(await ask(dee, randomUUID(), false)).toBe('not sent');
		expect(await links.asked(at.house, dee, later(4))).toMatchObject([{ over: true }]);
	});

	test('shows a school only whom it asked itself', async () => {
		await ask();
		const other = { ...dee, organisation: { ...dee.organisation, id: 'another' } };
		expect(await links.asked(at.house, other, later(4))).toEqual([]);
		const [{ reference } = { reference: '' }] = await links.asked(at.house, dee, later(4));
		await organisations.add(at.house, { id: 'another', name: 'Another', kind: 'school' });
		expect(await links.endAsked(at.house, at.db, other, reference)).toBe('not found');
	});

	test('sends no letter while the ledger cannot be written', async () => {
		await fillTheLedger(at.db);
		await expect(ask()).rejects.toThrow();
		expect(at.letters).toEqual([]);
	});

	test('a report is not written while the ledger cannot be written', async () => {
		const holder = await openedBy();
		await fillTheLedger(at.db);
		await expect(links.write(at.house, holder, says())).rejects.toThrow();
		expect(await at.db.run('select count(*) as many from reports_received')).toMatchObject({
			rows: [{ many: 0 }]
		});
	});
});
