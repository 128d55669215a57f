import { decodeBase32IgnorePadding } from '@oslojs/encoding';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Staff } from '../access/index.ts';
import { write } from '../db/index.ts';
import * as organisations from '../organisations/index.ts';
import { everythingIn, ledgerOf } from '../testing.ts';
import { stepOf } from './authenticators.ts';
import { aDoor, after, noon } from './testing.ts';
import { memberships } from './schema.ts';
import * as accounts from './index.ts';

// RFC 6238, appendix B, for SHA-1, cut to six digits (its secret in ASCII).
const rfc = Buffer.from('12345678901234567890');
const vectors: [seconds: number, code: string][] = [
	[59, '287082'],
	[1_111_111_109, '081804'],
	[1_111_111_111, '050471'],
	[1_234_567_890, '005924'],
	[2_000_000_000, '279037'],
	[20_000_000_000, '353130']
];

describe('a code', () => {
	test.each(vectors)('of RFC 6238 at %i seconds is %s', (seconds, code) => {
		expect(accounts.codeAt(rfc, new Date(seconds * 1000))).toBe(code);
	});

	test('is taken one step early and one late, and no further', () => {
		const step = Math.floor(noon.getTime() / 30_000);
		for (const [off, taken] of [
			[-2, undefined],
			[-1, step - 1],
			[0, step],
			[1, step + 1],
			[2, undefined]
		] as const) {
			const code = accounts.codeAt(rfc, new Date(noon.getTime() + off * 30_000));
			expect(stepOf(rfc, code, noon), String(off)).toBe(taken);
		}
	});

	test('that is anything else is none', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 12 }), (typed) => {
				const right = [-1, 0, 1].map((off) =>
					accounts.codeAt(rfc, new Date(noon.getTime() + off * 30_000))
				);
				expect(stepOf(rfc, typed, noon) !== undefined).toBe(right.includes(typed));
			})
		);
	});
});

let at: Awaited<ReturnType<typeof aDoor>>;
let dee: Awaited<ReturnType<typeof at.person>>;

beforeEach(async () => {
	at = await aDoor();
	dee = await at.person('dee', ['lead']);
});
afterEach(() => at.end());

async function half(who = dee, now = noon) {
	const come = await who.signIn(now);
	if (come === 'not recognised' || 'wait' in come) throw new Error('They could not sign in');
	return (await accounts.whoComes(at.door, at.headerOf(come.cookie), now))!.staff;
}

const second = (staff: Awaited<ReturnType<typeof half>>, code: string, now = noon) =>
	accounts.takeSecondStep(at.door, staff, { code, passkey: '' }, now);

const isIn = (outcome: accounts.Proved) => outcome !== 'not recognised' && 'cookie' in outcome;

describe('the second step', () => {
	test('takes the code of the moment, and writes down that somebody signed in', async () => {
		const outcome = await second(await half(), dee.code(noon));

		expect(isIn(outcome)).toBe(true);
		expect(await ledgerOf(await at.ledger())).toEqual([
			expect.stringMatching(/^dee signed in session [0-9a-f]{64}$/)
		]);
	});

	test('takes the code with the space that apps show in it', async () => {
		const code = dee.code(noon);

		expect(isIn(await second(await half(), `${code.slice(0, 3)} ${code.slice(3)}`))).toBe(true);
	});

	test('takes a code once, also when it is sent twice together', async () => {
		const [one, other] = [await half(), await half()];
		const code = dee.code(noon);

		const outcomes = await Promise.all([second(one, code), second(other, code)]);

		expect(outcomes.filter(isIn)).toHaveLength(1);
		expect(isIn(await second(await half(), code))).toBe(false);
	});

	test('takes none that is older than the last one taken', async () => {
		expect(isIn(await second(await half(), dee.code(after(0.5))))).toBe(true);

		expect(isIn(await second(await half(), dee.code(noon)))).toBe(false);
	});

	test('takes nobody else’s code', async () => {
		const flo = await at.person('flo', ['deputy']);

		expect(isIn(await second(await half(), flo.code(noon)))).toBe(false);
		expect(await ledgerOf(await at.ledger())).toEqual([
			expect.stringMatching(/^dee was not recognised/)
		]);
	});

	test.each(['', '000000', 'abcdef', '1234567', '½½½½½½'])('does not take “%s”', async (code) => {
		expect(isIn(await second(await half(), code))).toBe(false);
	});

	test('is not held up on its owner’s device by somebody who has the password and guesses codes', async () => {
		const mine = await second(await half(), dee.code(noon));
		if (mine === 'not recognised' || 'wait' in mine) throw new Error('Dee could not sign in');
		const now = after(1);
		const guesser = await half(dee, now);
		for (let guess = 0; guess < 20; guess += 1) await second(guesser, 'wrong', now);
		const proof = { code: dee.code(now), passkey: '' };

		expect(await accounts.takeSecondStep(at.door, await half(dee, now), proof, now)).toMatchObject({
			wait: expect.any(Number)
		});
		const own = await half(dee, now);
		expect(isIn(await accounts.takeSecondStep(at.door, own, proof, now, mine.device))).toBe(true);
	});

	test('gives nobody a known device for the password alone', async () => {
		const come = await dee.signIn();
		if (come === 'not recognised' || 'wait' in come) throw new Error('Dee could not sign in');

		expect(come.stage).toBe('second step');
		expect(come.device).toBeUndefined();
	});

	test('makes a guesser wait', async () => {
		const staff = await half();
		for (let guess = 0; guess < 5; guess += 1) await second(staff, 'wrong');

		expect(await second(staff, dee.code(noon))).toEqual({ wait: 1000 });
		expect(isIn(await second(staff, dee.code(after(1)), after(1)))).toBe(true);
	});
});

describe('recovery codes', () => {
	const codes = async () => {
		const { staff } = await at.whole(dee.accountId);
		const made = await accounts.renewRecoveryCodes(at.door, staff, noon);
		if (typeof made === 'string') throw new Error(made);
		return made;
	};

	test('are ten, each another, and are kept as hashes', async () => {
		const made = await codes();

		expect(new Set(made).size).toBe(10);
		expect(
			made.every((code) => /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/.test(code))
		).toBe(true);
		const kept = JSON.stringify(await everythingIn(at.door.platform));
		for (const code of made) expect(kept).not.toContain(code.replaceAll('-', ''));
		for (const code of made) expect(kept).not.toContain(code);
	});

	test('let one in once each, as people type them, and the ledger says so', async () => {
		const [first = '', other = ''] = await codes();

		expect(isIn(await second(await half(), first.toLowerCase().replaceAll('-', ' ')))).toBe(true);
		expect(isIn(await second(await half(), first))).toBe(false);
		expect(isIn(await second(await half(), other))).toBe(true);
		expect(await ledgerOf(await at.ledger())).toContainEqual(
			expect.stringMatching(/^dee used a recovery code/)
		);
		expect(await accounts.recoveryCodesLeft(at.door.platform, dee.accountId)).toBe(8);
	});

	test('are nobody else’s', async () => {
		const [first = ''] = await codes();
		const flo = await at.person('flo', ['deputy']);

		expect(isIn(await second(await half(flo), first))).toBe(false);
	});

	test('of before are worth nothing once new ones are made', async () => {
		const [before = ''] = await codes();
		await codes();

		expect(isIn(await second(await half(), before))).toBe(false);
	});
});

describe('enrolling', () => {
	const none = { app: false, passkeys: 0 };

	/** The code of what is offered to somebody in their session. */
	const offeredCode = async (staff: Staff, now = noon) => {
		const offered = await accounts.offer(at.house, staff, now);
		if (offered === 'has one') throw new Error('They have one already');
		return accounts.codeAt(decodeBase32IgnorePadding(offered.secret), now);
	};

	const newcomer = () => at.person('amal', ['teacher'], { app: false });

	test('is all that somebody without a factor may do, when their roles read concerns', async () => {
		const amal = await newcomer();
		const come = await amal.signIn();
		if (come === 'not recognised' || 'wait' in come) throw new Error('Amal could not sign in');

		expect(come.stage).toBe('enrolling');
		expect(await accounts.whoIs(at.door, at.headerOf(come.cookie), noon)).toBeUndefined();
	});

	test('offers one secret until it is confirmed by a code, and then counts', async () => {
		const amal = await newcomer();
		const { staff } = await at.whole(amal.accountId);
		const offered = await accounts.offer(at.house, staff, noon);
		if (offered === 'has one') throw new Error('Amal has one already');

		expect(await accounts.offer(at.house, staff, noon)).toEqual(offered);
		expect(offered.address).toMatch(/^otpauth:\/\/totp\/Waymark:/);
		expect(await accounts.confirmApp(at.door, staff, '000000', noon)).toBe('not recognised');
		expect(await accounts.factorsOf(at.door.platform, amal.accountId)).toEqual(none);
		const code = accounts.codeAt(decodeBase32IgnorePadding(offered.secret), noon);
		const outcome = await accounts.confirmApp(at.door, staff, code, noon);
		if (typeof outcome === 'string') throw new Error('The code was not taken');
		expect(outcome.codes).toHaveLength(10);
		expect(await accounts.whoIs(at.door, at.headerOf(outcome.cookie), noon)).toMatchObject({
			id: 'amal',
			steppedUpAt: noon
		});
		expect(await accounts.offer(at.house, staff, noon)).toBe('has one');
	});

	test('an app that was only offered proves nothing', async () => {
		const amal = await newcomer();
		const { staff } = await at.whole(amal.accountId);
		const code = await offeredCode(staff);

		expect(isIn(await second(staff, code))).toBe(false);
	});

	test('is not done by whoever sits at a desk that was left open: the first factor asks for a proof too', async () => {
		const gov = await at.person('gov', ['governor'], { app: false });
		const { staff } = await at.whole(gov.accountId, noon, false);
		const code = await offeredCode(staff);

		expect(await accounts.confirmApp(at.door, staff, code, noon)).toBe('step up');
		expect(await accounts.addPasskey(at.door, staff, { name: 'x', response: {} }, noon)).toBe(
			'step up'
		);
		expect(await accounts.renewRecoveryCodes(at.door, staff, noon)).toBe('step up');
		expect(await accounts.factorsOf(at.door.platform, gov.accountId)).toEqual(none);
	});

	test('is no step-up: what was proved holds no longer for it', async () => {
		const gov = await at.person('gov', ['governor'], { app: false });
		const { staff } = await at.whole(gov.accountId);
		const outcome = await accounts.confirmApp(
			at.door,
			staff,
			await offeredCode(staff, after(9)),
			after(9)
		);
		if (typeof outcome === 'string') throw new Error('The code was not taken');

		expect(await accounts.whoIs(at.door, at.headerOf(outcome.cookie), after(9))).toMatchObject({
			steppedUpAt: noon
		});
	});

	test('offers another secret in another session, and the one that was read elsewhere confirms nothing', async () => {
		const amal = await newcomer();
		const [reader, owner] = [await at.whole(amal.accountId), await at.whole(amal.accountId)];
		const read = await offeredCode(reader.staff);
		const own = await offeredCode(owner.staff);

		expect(own).not.toBe(read);
		expect(await accounts.confirmApp(at.door, reader.staff, read, noon)).toBe('not recognised');
		expect(await accounts.confirmApp(at.door, owner.staff, read, noon)).toBe('not recognised');
		expect(await accounts.confirmApp(at.door, owner.staff, own, noon)).toMatchObject({
			codes: expect.anything()
		});
	});

	test('makes no recovery codes before there is a factor, and makes those of before worth nothing', async () => {
		const gov = await at.person('gov', ['governor']);
		const { staff } = await at.whole(gov.accountId);
		const before = await accounts.renewRecoveryCodes(at.door, staff, noon);
		if (typeof before === 'string') throw new Error(before);

		expect(await accounts.removeFactor(at.door, staff, 'app', noon)).toBe('removed');
		expect(await accounts.recoveryCodesLeft(at.door.platform, gov.accountId)).toBe(0);
		expect(await accounts.renewRecoveryCodes(at.door, staff, noon)).toBe('no factor');
		const anew = await accounts.confirmApp(at.door, staff, await offeredCode(staff), noon);
		if (typeof anew === 'string') throw new Error('The code was not taken');
		expect(anew.codes).toHaveLength(10);
		expect(isIn(await second(await half(gov), before[0] ?? ''))).toBe(false);
		expect(isIn(await second(await half(gov), anew.codes[0] ?? ''))).toBe(true);
	});

	test('keeps the secret where the database alone does not tell it', async () => {
		const kept = JSON.stringify(await everythingIn(at.door.platform));

		expect(kept).not.toContain(dee.secret);
	});

	test('the last factor of somebody who needs one is not taken away', async () => {
		const { staff } = await at.whole(dee.accountId);

		expect(await accounts.removeFactor(at.door, staff, 'app', noon)).toBe('the last one');
		expect(await accounts.factorsOf(at.door.platform, dee.accountId)).toMatchObject({ app: true });
	});

	test('nor of somebody who needs one elsewhere', async () => {
		const gov = await at.person('gov', ['governor']);
		await organisations.add(at.house, { id: 'lantern', name: 'Lantern', kind: 'service' });
		const there = { accountId: gov.accountId, organisationId: 'lantern', role: 'worker' as const };
		await write(at.door.platform, (tx) =>
			tx.insert(memberships).values({ ...there, staffId: 'gov-there', since: noon })
		);
		const { staff } = await at.whole(gov.accountId);

		expect(await accounts.removeFactor(at.door, staff, 'app', noon)).toBe('the last one');
		expect(await ledgerOf(await at.ledger())).toEqual([]);
	});

	test('somebody who needs none may take theirs away', async () => {
		const gov = await at.person('gov', ['governor']);
		const { staff } = await at.whole(gov.accountId);

		expect(await accounts.removeFactor(at.door, staff, 'app', noon)).toBe('removed');
		expect(await ledgerOf(await at.ledger())).toEqual([
			expect.stringMatching(/^gov removed a second factor/)
		]);
	});
});

describe('a step-up', () => {
	test('asks whoever has a factor for it, and is not content with the password', async () => {
		const { staff } = await at.whole(dee.accountId, noon, false);
		const withPassword = { code: '', passkey: '', password: 'paint on the stone' };

		expect(await accounts.stepUp(at.door, staff, withPassword, noon)).toBe('not recognised');
		const outcome = await accounts.stepUp(
			at.door,
			staff,
			{ code: dee.code(noon), passkey: '', password: '' },
			noon
		);
		if (outcome === 'not recognised' || 'wait' in outcome) throw new Error('It was not taken');
		expect(await accounts.whoIs(at.door, at.headerOf(outcome.cookie), noon)).toMatchObject({
			steppedUpAt: noon
		});
	});

	test('is held up by guesses in its own session, and in no other', async () => {
		const left = await at.whole(dee.accountId);
		const own = await at.whole(dee.accountId, after(-1));
		const wrong = { code: 'wrong', passkey: '', password: '' };
		for (let guess = 0; guess < 9; guess += 1)
			await accounts.stepUp(at.door, left.staff, wrong, noon);
		const right = { code: dee.code(noon), passkey: '', password: '' };

		expect(await accounts.stepUp(at.door, left.staff, right, noon)).toMatchObject({
			wait: expect.any(Number)
		});
		expect(isIn(await accounts.stepUp(at.door, own.staff, right, noon))).toBe(true);
	});

	test.each(['goes to another place', 'changes no password'])(
		'is not guessed at without end by somebody who %s between the guesses',
		async (how) => {
			await organisations.add(at.house, { id: 'lantern', name: 'Lantern', kind: 'service' });
			const there = {
				accountId: dee.accountId,
				organisationId: 'lantern',
				role: 'worker' as const
			};
			await write(at.door.platform, (tx) =>
				tx.insert(memberships).values({ ...there, staffId: 'dee-there', since: noon })
			);
			let { staff } = await at.whole(dee.accountId, noon, false);
			const wrong = { code: 'wrong', passkey: '', password: '' };
			const outcomes: unknown[] = [];
			for (let guess = 0; guess < 20; guess += 1) {
				outcomes.push(await accounts.stepUp(at.door, staff, wrong, noon));
				if (how === 'changes no password') {
					const form = { present: 'paint on the stone', password: 'short' };
					await accounts.changePassword(at.door, staff, form, noon);
					continue;
				}
				const next = staff.organisation.id === 'moss' ? 'lantern' : 'moss';
				const cookie = await accounts.goTo(at.door, staff, next, noon);
				if (cookie === 'not found') throw new Error('Dee belongs there');
				staff = (await accounts.whoComes(at.door, at.headerOf(cookie), noon))!.staff;
			}

			expect(outcomes.filter((one) => one === 'not recognised')).toHaveLength(5);
		}
	);

	test('asks whoever has none for the password', async () => {
		const gov = await at.person('gov', ['governor'], { app: false });
		const { staff } = await at.whole(gov.accountId, noon, false);
		const form = (password: string) => ({ code: '', passkey: '', password });

		expect(await accounts.stepUp(at.door, staff, form('wrong'), noon)).toBe('not recognised');
		expect(isIn(await accounts.stepUp(at.door, staff, form('paint on the stone'), noon))).toBe(
			true
		);
	});
});
