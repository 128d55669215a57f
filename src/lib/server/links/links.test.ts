import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as cases from '../cases/index.ts';
import { byLink } from '../ledger/index.ts';
import * as organisations from '../organisations/index.ts';
import * as referrals from '../referrals/index.ts';
import {
	amal,
	as,
	asASchool,
	bea,
	dee,
	everythingIn,
	fillTheLedger,
	flo,
	lantern,
	later,
	ledgerOf,
	nell,
	opened,
	referred,
	robin,
	sendingForm,
	toldIn
} from '../testing.ts';
import { referralLinks } from './schema.ts';
import { aReferralOutside } from './testing.ts';
import * as links from './index.ts';

let at: Awaited<ReturnType<typeof aReferralOutside>>;
beforeEach(async () => {
	at = await aReferralOutside();
});
afterEach(() => at.end());

const day = 24;
const wrongCode = (code: string) => String((Number(code) + 1) % 100_000_000).padStart(8, '0');
const refusals = async () =>
	(await ledgerOf(at.db)).filter((each) => each.includes('was refused by a link'));
const decline = () =>
	referrals.stepForm(randomUUID(), 'declined', {
		...{ reason: 'no place now', says: 'Ask again in spring, or ask the council.' }
	});
const opens = (token: string, code: string, hour = 5) =>
	links.open(at.house, token, { name: 'Somebody', code }, later(hour));
const reads = (token: string, session?: string, hour = 6) =>
	links.read(at.house, { token, session }, later(hour));

describe('a link to a referral', () => {
	test('goes in a letter that names nobody, and its code is not in it', async () => {
		const { code } = await at.sent();

		const [letter] = at.letters;
		expect(letter?.to).toBe('duty@service.example');
		const told = JSON.stringify(letter);
		for (const secret of [code, robin.givenName, robin.familyName, at.reference, 'Mosshowe'])
			expect(told).not.toContain(secret);
		expect(await ledgerOf(at.db)).toContainEqual(`dee sent a link to referral ${at.reference}`);
	});

	test('and its code are kept nowhere as they are', async () => {
		const { token, code } = await at.sent();
		const { session } = await at.openedBy();
		const kept = JSON.stringify([
			await everythingIn(at.db),
			await everythingIn(at.house.platform),
			await ledgerOf(at.db)
		]);
		for (const secret of [token, code, session]) expect(kept).not.toContain(secret);
	});

	test('sent by the same form twice is one link, one letter and one code', async () => {
		const key = randomUUID();
		const both = await Promise.all([at.make(later(3), dee, key), at.make(later(3), dee, key)]);

		expect(both).toEqual(
			expect.arrayContaining([
				{ code: expect.stringMatching(/^\d{8}$/), isNew: true },
				{ code: expect.any(String), isNew: false }
			])
		);
		expect(new Set(both.map((one) => (typeof one === 'string' ? one : one.code))).size).toBe(1);
		expect(at.letters).toHaveLength(1);
		expect(await at.house.platform.$count(referralLinks)).toBe(1);
	});

	test('shows its code for no other referral, whoever knows the key of its form', async () => {
		const key = randomUUID();
		const mine = await at.make(later(3), dee, key);
		const another = await referred(at.db, { ...lantern, id: 'elsewhere', organisationId: null });
		const form = { key, to: 'duty@service.example' };
		const theirs = await links.make(
			...([at.house, at.db, flo, another, form] as const),
			async () => true,
			later(4)
		);

		expect(theirs).toMatchObject({ isNew: false });
		expect((theirs as { code: string }).code).not.toBe((mine as { code: string }).code);
	});

	test('opens nothing when its letter could not be sent', async () => {
		expect(await at.make(later(3), dee, randomUUID(), async () => false)).toBe('not sent');
		expect((await at.house.platform.select().from(referralLinks))[0]?.endedAt).toEqual(later(3));
		expect((await ledgerOf(at.db)).at(-1)).toBe(`dee ended a link to referral ${at.reference}`);
	});

	test('is ended once, and the ledger says no more than that', async () => {
		await at.sent();
		const end = () => links.end(at.house, at.db, dee, at.reference, later(4));
		expect([await end(), await end()]).toEqual(['ended', 'ended']);
		const entries = (await ledgerOf(at.db)).filter((entry) => entry.includes('ended a link'));
		expect(entries).toHaveLength(1);
	});

	test('is made by nobody who may not send the referral', async () => {
		for (const who of [amal, bea, nell, as(dee, 'worker')]) {
			expect(await at.make(later(3), who)).toBe('not found');
			expect(await links.end(at.house, at.db, who, at.reference, later(3))).toBe('not found');
		}
		expect(at.letters).toEqual([]);
		expect(await at.house.platform.$count(referralLinks)).toBe(0);
		expect(await at.make(later(3), flo)).toMatchObject({ isNew: true });
	});

	test('is not made for a service on Waymark, or for a referral that is over', async () => {
		const here = await referred(at.db);
		const form = { key: randomUUID(), to: 'duty@service.example' };
		const make = (reference: string) =>
			links.make(at.house, at.db, dee, reference, form, async () => true, later(9));
		expect(await make(here)).toBe('not from here');

		const over = referrals.stepForm(randomUUID(), 'withdrawn', { says: 'They moved away.' });
		await referrals.stepSent(at.db, dee, at.reference, over, later(8));
		expect(await make(at.reference)).toBe('not from here');
	});
});

describe('a service that opens its link', () => {
	test('reads the referral, and the school knows that it is opened, and by whom', async () => {
		const { token, session } = await at.openedBy();

		const found = await reads(token, session);

		expect(found).toMatchObject({
			reference: at.reference,
			by: 'Ash',
			childName: 'Robin Mossgate'
		});
		const atSchool = opened(await referrals.read(at.db, dee, at.reference));
		expect(atSchool?.events).toMatchObject([{ state: 'opened', side: 'service', by: 'Ash' }]);
		expect(atSchool?.readers).toContainEqual(
			expect.objectContaining({ name: 'The service, by its link' })
		);
		const ledger = await ledgerOf(at.db);
		expect(ledger).toContainEqual(`${byLink} opened by its link referral ${at.reference}`);
		expect(ledger).toContainEqual(`${byLink} read referral ${at.reference}`);
	});

	test('answers it, and the school is told: the same form twice is one answer', async () => {
		const { token, session } = await at.openedBy();
		await reads(token, session);
		const form = decline();
		const take = () => links.step(at.house, { token, session }, form, later(7));

		expect(await Promise.all([take(), take()])).toEqual(['taken', 'taken']);

		const atSchool = opened(await referrals.read(at.db, dee, at.reference));
		expect(atSchool?.events.map(({ state, by }) => [state, by])).toEqual([
			['opened', 'Ash'],
			['declined', 'Ash']
		]);
		expect(await toldIn(at.db)).toContainEqual(
			expect.stringContaining('A service has answered a referral of yours')
		);
		expect(await ledgerOf(at.db)).toContainEqual(`${byLink} declined referral ${at.reference}`);
		expect(await links.step(at.house, { token, session }, decline(), later(8))).toBe(
			'not from here'
		);
	});

	test('reads nothing any more once the school has withdrawn it', async () => {
		const { token, session } = await at.openedBy();
		expect(await reads(token, session)).toMatchObject({ reference: at.reference });
		const over = referrals.stepForm(randomUUID(), 'withdrawn', { says: 'They moved away.' });
		await referrals.stepSent(at.db, dee, at.reference, over, later(7));

		expect(await reads(token, session, 8)).toBe('not valid');
		expect(await refusals()).toEqual([
			`${byLink} was refused by a link: the referral is over referral ${at.reference}`
		]);
	});

	test('takes no step that is the school’s', async () => {
		const { token, session } = await at.openedBy();
		const form = referrals.stepForm(randomUUID(), 'withdrawn', { says: 'No.' });
		expect(await links.step(at.house, { token, session }, form, later(7))).toBe('not from here');
	});

	test('is shown what the school wrote for it, and no field of the case beside', async () => {
		const theCase = opened(await referrals.read(at.db, dee, at.reference))?.caseReference ?? '';
		await cases.note(at.db, dee, theCase, {
			kind: 'fact',
			says: 'MARKED: what only the case says.'
		});
		const { token, session } = await at.openedBy();
		const shown = await reads(token, session);
		if (typeof shown === 'string') throw new Error('It was not shown in the test');

		const leaves = leavesOf([sendingForm(), robin.givenName, robin.familyName, robin.bornOn]).join(
			'\n'
		);
		// The headings and labels of a layout are the same for every child.
		const said = leavesOf([{ ...shown, sections: '' }, saysOf(shown)]).join('\n');
		const rows = Object.values(await everythingIn(at.db)).flat(2);
		const inTheFile = rows
			.filter((value): value is string => typeof value === 'string' && value.length > 3)
			.filter((value) => said.includes(value) && !leaves.includes(value));
		const ours = [
			'Ash',
			dee.name,
			dee.organisation.id,
			'opened',
			'service',
			'domestic-abuse',
			at.reference
		];
		expect(inTheFile.filter((value) => !ours.includes(value) && !isOurs(shown, value))).toEqual([]);
		const { basis, parentsTold } = sendingForm();
		for (const kept of [basis, parentsTold]) expect(said).not.toContain(kept);
		expect(said).not.toContain('MARKED');
		expect(said).not.toContain(robin.admissionNumber);
		expect(said).not.toContain(theCase);
	});
});

/** Every value that something holds, however deep, as text. */
const leavesOf = (held: unknown): string[] => {
	if (held instanceof Date) return [held.toISOString()];
	if (held === null || typeof held !== 'object') return [String(held)];
	return Object.values(held).flatMap(leavesOf);
};

/** What was written into the sections that a service is shown. */
const saysOf = ({ sections }: referrals.Received): string[] =>
	(JSON.parse(sections) as { fields: { says: string }[] }[]).flatMap(({ fields }) =>
		fields.map(({ says }) => says)
	);

/** An id or a day of the referral itself. */
const isOurs = (shown: referrals.Received, value: string): boolean =>
	[
		shown.id,
		shown.answerBy,
		shown.sentAt.toISOString().slice(0, 10),
		...shown.events.flatMap(({ id, dueOn }) => [id, dueOn])
	].includes(value);

describe('is refused, and the school’s ledger says so:', () => {
	test('a code used a second time', async () => {
		const { token, code } = await at.openedBy();
		expect(await opens(token, code)).toBe('not valid');
		expect(await refusals()).toEqual([
			`${byLink} was refused by a link: it was opened before referral ${at.reference}`
		]);
	});

	test('a link that was forwarded once it was opened', async () => {
		const { token } = await at.openedBy();
		expect(await reads(token)).toBe('not valid');
		expect(await reads(token, 'made-up')).toBe('not valid');
		expect(await refusals()).toHaveLength(2);
	});

	test('a link that was forwarded before it was opened: without its code it shows nothing', async () => {
		const { token, code } = await at.sent();
		expect(await reads(token)).toBe('asks for the code');
		expect(await reads(token, 'made-up')).toBe('not valid');
		expect(await opens(token, wrongCode(code))).toBe('wrong code');
		expect(await refusals()).toHaveLength(2);
	});

	test('the right code after five wrong ones, also when fifty came at once', async () => {
		const { token, code } = await at.sent();
		const guesses = Array.from({ length: 50 }, () => opens(token, wrongCode(code)));
		const outcomes = await Promise.all(guesses);
		expect(outcomes.filter((each) => each === 'wrong code')).toHaveLength(5);

		expect(await opens(token, code)).toBe('not valid');
		expect(await refusals()).toHaveLength(50);
	});

	test('a link that nobody opened for seven days, and one that was opened after ninety', async () => {
		const { token, code } = await at.sent(later(0));
		expect(await reads(token, undefined, 7 * day)).toBe('not valid');
		expect(await opens(token, code, 7 * day)).toBe('not valid');

		const whole = await at.openedBy('Ash', later(4));
		expect(await reads(whole.token, whole.session, 90 * day + 3)).toMatchObject({ by: 'Ash' });
		expect(await reads(whole.token, whole.session, 90 * day + 4)).toBe('not valid');
		expect(await refusals()).toHaveLength(3);
	});

	test('a link that the school ended, or replaced by a newer one', async () => {
		const first = await at.openedBy();
		const second = await at.openedBy();
		expect(await reads(first.token, first.session)).toBe('not valid');
		expect(await reads(second.token, second.session)).toMatchObject({ by: 'Ash' });

		expect(await links.end(at.house, at.db, dee, at.reference, later(6))).toBe('ended');
		expect(await reads(second.token, second.session, 7)).toBe('not valid');
		expect(
			await links.step(
				at.house,
				{ token: second.token, session: second.session },
				decline(),
				later(7)
			)
		).toBe('not valid');
		expect(await refusals()).toHaveLength(3);
	});

	test('one link with what another link’s browser holds, of this school or of another', async () => {
		const { token } = await at.openedBy();
		const id = 'other-school';
		await organisations.add(at.house, { id, name: 'Other School', kind: 'school' });
		const { db, release } = await at.house.lease(id);
		await asASchool(db);
		const lead = { ...dee, organisation: { ...dee.organisation, id } };
		const reference = await referred(db, { ...lantern, id: 'elsewhere', organisationId: null });
		const letters: string[] = [];
		const made = await links.make(
			...([at.house, db, lead, reference, { key: randomUUID(), to: 'a@b.example' }] as const),
			async ({ text }) => letters.push(text) > 0,
			later(3)
		);
		const code = typeof made === 'string' ? '' : made.code;
		const theirs = /\/r\/([\w-]{43})\n/.exec(letters[0] ?? '')?.[1] ?? '';
		const outcome = await links.open(at.house, theirs, { name: 'Elm', code }, later(4));
		const session = typeof outcome === 'string' ? '' : outcome.session;

		expect(await reads(theirs, session)).toMatchObject({ reference });
		expect(await reads(token, session)).toBe('not valid');
		expect(await refusals()).toHaveLength(1);
		expect((await ledgerOf(db)).filter((each) => each.includes('was refused'))).toEqual([]);
		release();
	});

	test('a referral that was sent in error', async () => {
		const { token, session } = await at.openedBy();
		const error = referrals.stepForm(randomUUID(), 'entered in error', {
			says: 'The wrong child.'
		});
		await referrals.stepSent(at.db, dee, at.reference, error, later(5));
		expect(await reads(token, session)).toBe('not valid');
		expect(await refusals()).toHaveLength(1);
	});

	test('and no more than fifty times, so that nobody fills a ledger with one link', async () => {
		const { token } = await at.openedBy();
		for (let times = 0; times < 60; times += 1) await reads(token);
		expect(await refusals()).toHaveLength(50);
	});
});

test('a token that was never made opens nothing, and belongs to no school’s ledger', async () => {
	await at.sent();
	const before = await ledgerOf(at.db);
	for (const token of ['', 'a'.repeat(43), 'x’\u0000'])
		expect([await reads(token), await opens(token, '12345678')]).toEqual([
			'not valid',
			'not valid'
		]);
	expect(await ledgerOf(at.db)).toEqual(before);
});

test('nothing is shown or opened while the ledger cannot be written', async () => {
	const { token, session } = await at.openedBy();
	const unopened = await at.sent();
	await fillTheLedger(at.db);
	await expect(reads(token, session)).rejects.toThrow();
	await expect(opens(unopened.token, unopened.code)).rejects.toThrow();
});
