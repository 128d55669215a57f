import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '../db/testing.ts';
import { ledgerOf } from '../testing.ts';
import { about, begin, delayAfter, type Pace } from './limiting.ts';
import { aDoor, after, noon, password } from './testing.ts';
import * as accounts from './index.ts';

const pace: Pace = { free: 5, first: 1_000, longest: 900_000, forgottenAfter: 86_400_000 };

test('the wait grows with every failure, begins after the free ones, and has an end', () => {
	fc.assert(
		fc.property(fc.nat(10_000), (failures) => {
			const [now, next] = [delayAfter(failures, pace), delayAfter(failures + 1, pace)];
			expect(next).toBeGreaterThanOrEqual(now);
			expect(now).toBeLessThanOrEqual(pace.longest);
			expect(now === 0).toBe(failures < pace.free);
		})
	);
	expect([5, 6, 7, 14, 15].map((failures) => delayAfter(failures, pace))).toEqual([
		1_000, 2_000, 4_000, 512_000, 900_000
	]);
});

describe('attempts', () => {
	const on = about('sign-in', 'dee@moss.example');
	const failing = async (platform: Awaited<ReturnType<typeof fresh>>, times: number) => {
		for (let each = 0; each < times; each += 1) await begin(platform, on, {}, noon);
	};
	const fresh = () => freshDatabase('platform');

	test('wait after five that failed, and only on what they were made on', async () => {
		const platform = await fresh();
		await failing(platform, 5);

		expect(await begin(platform, on, {}, noon)).toEqual({ mayTry: false, wait: 1_000 });
		expect(await begin(platform, about('sign-in', 'flo'), {}, noon)).toMatchObject({
			mayTry: true
		});
		expect(await begin(platform, on, {}, new Date(noon.getTime() + 1_000))).toMatchObject({
			mayTry: true
		});
	});

	test('fifty at once are fifty', async () => {
		const platform = await fresh();

		const all = await Promise.all(Array.from({ length: 50 }, () => begin(platform, on, {}, noon)));

		expect(all.filter(({ mayTry }) => mayTry)).toHaveLength(5);
	});

	test('that worked are forgiven, and a day later all are', async () => {
		const platform = await fresh();
		await failing(platform, 4);
		const fifth = await begin(platform, on, {}, noon);
		if (!fifth.mayTry) throw new Error('The fifth had to wait');
		await fifth.worked();
		await failing(platform, 5);
		expect(await begin(platform, on, {}, noon)).toMatchObject({ mayTry: false });

		expect(await begin(platform, on, {}, after(24 * 60 + 1))).toMatchObject({ mayTry: true });
	});

	test('on many addresses slow the whole server down, but not a device that is known', async () => {
		const platform = await fresh();
		for (let each = 0; each < 300; each += 1)
			await begin(platform, about('sign-in', `${each}@moss.example`), {}, noon);

		expect(await begin(platform, on, {}, noon)).toMatchObject({ mayTry: false });
		expect(await begin(platform, on, { known: true }, noon)).toMatchObject({ mayTry: true });
	});

	test('leave nobody’s address in the table', async () => {
		expect(on).toMatch(/^[0-9a-f]{64}$/);
	});
});

describe('nobody is shut out', () => {
	let at: Awaited<ReturnType<typeof aDoor>>;
	beforeEach(async () => void (at = await aDoor()));
	afterEach(() => at.end());

	async function guessed() {
		const dee = await at.person('dee', ['lead']);
		const come = await dee.signIn();
		if (come === 'not recognised' || 'wait' in come) throw new Error('Dee could not sign in');
		const half = await accounts.whoComes(at.door, at.headerOf(come.cookie), noon);
		const proof = { code: dee.code(noon), passkey: '' };
		const before = await accounts.takeSecondStep(at.door, half!.staff, proof, noon);
		if (before === 'not recognised' || 'wait' in before) throw new Error('Dee could not come in');
		const wrong = { email: dee.email, password: 'a pupil’s guess' };
		for (let guess = 0; guess < 30; guess += 1) await accounts.signIn(at.door, wrong, {}, noon);
		return { dee, device: before.device };
	}

	test('by somebody who guesses: the lead’s own device signs in meanwhile', async () => {
		const { dee, device } = await guessed();

		expect(await dee.signIn()).toMatchObject({ wait: expect.any(Number) });
		expect(await dee.signIn(noon, { device })).toMatchObject({ stage: 'second step' });
	});

	test('and a wait says nothing of whether the password was right', async () => {
		const { dee } = await guessed();
		const form = { email: dee.email, password: 'wrong again' };

		expect(await accounts.signIn(at.door, form, {}, noon)).toEqual(await dee.signIn());
		expect((await ledgerOf(await at.ledger())).at(-1)).toBe('dee was made to wait session none');
	});

	test('whoever goes on knocking fills no ledger', async () => {
		const { dee } = await guessed();
		const before = await ledgerOf(await at.ledger());
		for (let each = 0; each < 20; each += 1) await dee.signIn();

		expect(await ledgerOf(await at.ledger())).toEqual(before);
	});

	test('a device’s own guesses make it wait as anybody’s', async () => {
		const { dee, device } = await guessed();
		const wrong = { email: dee.email, password: 'wrong' };
		for (let guess = 0; guess < 5; guess += 1)
			await accounts.signIn(at.door, wrong, { device }, noon);

		expect(await dee.signIn(noon, { device })).toMatchObject({ wait: 1_000 });
	});

	test('by one token, however it is written: what is added to it makes no other device', async () => {
		const { dee, device } = await guessed();
		const wrong = { email: dee.email, password: 'wrong' };
		const outcomes = [];
		for (let guess = 0; guess < 20; guess += 1)
			outcomes.push(
				await accounts.signIn(at.door, wrong, { device: `${device}.${guess}` }, noon),
				await accounts.signIn(at.door, wrong, { device: ` ${device}` }, noon)
			);

		expect(outcomes.filter((one) => one === 'not recognised')).toEqual([]);
	});

	test('a device that is known by the password alone is not known at the second step', async () => {
		const gov = await at.person('gov', ['governor'], { app: false });
		const come = await gov.signIn();
		if (come === 'not recognised' || 'wait' in come) throw new Error('They could not sign in');
		await accounts.giveApp(at.house, { accountId: gov.accountId }, noon);
		const half = await gov.signIn();
		if (half === 'not recognised' || 'wait' in half) throw new Error('They could not sign in');
		const { staff } = (await accounts.whoComes(at.door, at.headerOf(half.cookie), noon))!;
		const guess = { code: 'wrong', passkey: '' };
		for (let each = 0; each < 5; each += 1)
			await accounts.takeSecondStep(at.door, staff, guess, noon);

		expect(await accounts.takeSecondStep(at.door, staff, guess, noon, come.device)).toMatchObject({
			wait: expect.any(Number)
		});
	});

	test.each(['', 'anything', '1.2', '99999999999999.forged'])(
		'a made-up device “%s” is not known',
		async (device) => {
			const { dee } = await guessed();

			expect(await dee.signIn(noon, { device })).toMatchObject({ wait: expect.any(Number) });
		}
	);

	test('a device that is known for one account is not for another, nor after 180 days', async () => {
		const { device } = await guessed();
		const flo = await at.person('flo', ['deputy']);
		const wrong = { email: flo.email, password: 'wrong' };
		for (let guess = 0; guess < 5; guess += 1) await accounts.signIn(at.door, wrong, {}, noon);

		expect(await flo.signIn(noon, { device })).toMatchObject({ wait: 1_000 });
		const later = after(181 * 24 * 60);
		const dee = { email: 'dee@moss.example', password: 'wrong' };
		for (let guess = 0; guess < 5; guess += 1)
			await accounts.signIn(at.door, dee, { device }, later);
		expect(await accounts.signIn(at.door, { ...dee, password }, { device }, later)).toMatchObject({
			wait: 1_000
		});
	});
});
