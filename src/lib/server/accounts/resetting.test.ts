import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { everythingIn, ledgerOf } from '../testing.ts';
import type { Letter } from '../mail/index.ts';
import { aDoor, after, noon, password } from './testing.ts';
import { attempts } from './schema.ts';
import * as accounts from './index.ts';

let at: Awaited<ReturnType<typeof aDoor>>;
let gov: Awaited<ReturnType<typeof at.person>>;
let letters: Letter[];

const send = async (letter: Letter) => void letters.push(letter);
const tokenIn = (letter?: Letter) => /\/desk\/link\/([\w-]+)/.exec(letter?.text ?? '')?.[1] ?? '';
const better = 'gorse lantern kettle';

beforeEach(async () => {
	at = await aDoor();
	gov = await at.person('gov', ['governor'], { app: false });
	letters = [];
});
afterEach(() => at.end());

async function asked(now = noon) {
	await accounts.askForReset(at.door, gov.email, send, now);
	return tokenIn(letters.at(-1));
}

const choose = (token: string, words = better, now = noon) =>
	accounts.chooseByLink(at.door, token, words, now);
const signsIn = async (words: string) =>
	(await accounts.signIn(at.door, { email: gov.email, password: words }, {}, noon)) !==
	'not recognised';

describe('a link to choose a new password', () => {
	test('goes to the address alone, and names nobody', async () => {
		const token = await asked();

		expect(letters).toHaveLength(1);
		expect(letters[0]?.to).toBe(gov.email);
		expect(letters[0]?.text).not.toMatch(/gov|moss/i);
		expect(Buffer.from(token, 'base64url')).toHaveLength(32);
	});

	test('is sent to nobody for an address without an account, and the ledger says nothing', async () => {
		await accounts.askForReset(at.door, 'nobody@moss.example', send, noon);

		expect(letters).toEqual([]);
		expect(await ledgerOf(await at.ledger())).toEqual([]);
	});

	test('is kept as a hash: the database does not open it', async () => {
		const token = await asked();

		expect(JSON.stringify(await everythingIn(at.door.platform))).not.toContain(token);
	});

	test('is not used up by being looked at', async () => {
		const token = await asked();

		expect(await accounts.kindOf(at.door, token, noon)).toBe('reset');
		expect(await accounts.kindOf(at.door, token, noon)).toBe('reset');
		expect(await choose(token)).toEqual({ device: expect.any(String) });
	});

	test('works once, also when it is used twice together', async () => {
		const token = await asked();

		const outcomes = await Promise.all([choose(token), choose(token, 'moss kettle lantern')]);

		expect(outcomes.filter((one) => one !== 'not valid')).toHaveLength(1);
		expect(await choose(token)).toBe('not valid');
		expect(await accounts.kindOf(at.door, token, noon)).toBeUndefined();
	});

	test('works for half an hour', async () => {
		const token = await asked();

		expect(await accounts.kindOf(at.door, token, after(29))).toBe('reset');
		expect(await choose(token, better, after(30))).toBe('not valid');
		expect(await signsIn(password)).toBe(true);
	});

	test('is worth nothing once a newer one was asked for', async () => {
		const [older, newer] = [await asked(), await asked(after(1))];

		expect(await choose(older, better, after(1))).toBe('not valid');
		expect(await choose(newer, better, after(1))).toEqual({ device: expect.any(String) });
	});

	test.each(['', 'anything', 'a'.repeat(43)])('that was made up, “%s”, is none', async (token) => {
		await asked();

		expect(await choose(token)).toBe('not valid');
	});

	test('changes the password, ends every session, and is written down without the link', async () => {
		const { header } = await at.whole(gov.accountId);
		const token = await asked();

		expect(await choose(token)).toEqual({ device: expect.any(String) });

		expect(await signsIn(better)).toBe(true);
		expect(await signsIn(password)).toBe(false);
		expect(await accounts.whoComes(at.door, header, noon)).toBeUndefined();
		const said = await ledgerOf(await at.ledger());
		expect(said.slice(0, 2)).toEqual([
			'gov asked to reset the password session none',
			'gov reset the password session none'
		]);
		expect(said.join()).not.toContain(token);
	});

	test('takes no password that is easy to guess, and still works after that', async () => {
		const token = await asked();

		expect(await choose(token, 'Moss School 2026')).toMatchObject({
			problem: expect.stringContaining('your school’s')
		});
		expect(await choose(token)).toEqual({ device: expect.any(String) });
	});

	test('lets its owner in where guesses hold everybody else up', async () => {
		const wrong = { email: gov.email, password: 'a guess' };
		for (let guess = 0; guess < 30; guess += 1) await accounts.signIn(at.door, wrong, {}, noon);
		const right = { email: gov.email, password: better };
		const chosen = await choose(await asked());
		if (chosen === 'not valid' || 'problem' in chosen) throw new Error('It was not chosen');

		expect(await accounts.signIn(at.door, right, {}, noon)).toMatchObject({
			wait: expect.any(Number)
		});
		expect(await accounts.signIn(at.door, right, { device: chosen.device }, noon)).toMatchObject({
			stage: 'signed in'
		});
	});

	test('asked for at addresses that are not there leaves nothing behind', async () => {
		for (let each = 0; each < 20; each += 1)
			await accounts.askForReset(at.door, `nobody-${each}@moss.example`, send, noon);

		expect(await at.door.platform.$count(attempts)).toBe(0);
	});

	test('is not sent without end to one address', async () => {
		for (let each = 0; each < 30; each += 1) await asked();

		expect(letters.length).toBe(5);
	});
});

describe('changing one’s own password', () => {
	const change = async (present: string, chosen: string) => {
		const { staff, header } = await at.whole(gov.accountId);
		const form = { present, password: chosen };
		return { header, outcome: await accounts.changePassword(at.door, staff, form, noon) };
	};

	test('gives this session a new token and ends the others', async () => {
		const other = await at.whole(gov.accountId);
		const { header, outcome } = await change(password, better);
		if (typeof outcome === 'string' || !('cookie' in outcome)) throw new Error('It was refused');

		expect(await accounts.whoComes(at.door, header, noon)).toBeUndefined();
		expect(await accounts.whoComes(at.door, other.header, noon)).toBeUndefined();
		expect(await accounts.whoComes(at.door, at.headerOf(outcome.cookie), noon)).toMatchObject({
			stage: 'signed in'
		});
		expect(await signsIn(better)).toBe(true);
	});

	test('knows this device anew', async () => {
		const { outcome } = await change(password, better);
		if (typeof outcome === 'string' || !('cookie' in outcome)) throw new Error('It was refused');
		const wrong = { email: gov.email, password: 'a guess' };
		for (let guess = 0; guess < 30; guess += 1) await accounts.signIn(at.door, wrong, {}, noon);
		const right = { email: gov.email, password: better };

		expect(await accounts.signIn(at.door, right, { device: outcome.device }, noon)).toMatchObject({
			stage: 'signed in'
		});
	});

	test('needs the present one, and a new one that holds', async () => {
		expect((await change('not the one', better)).outcome).toBe('not recognised');
		expect((await change(password, 'short')).outcome).toMatchObject({
			problem: expect.stringContaining('12 letters')
		});
		expect(await signsIn(password)).toBe(true);
	});

	test('makes a guesser at a desk that was left open wait', async () => {
		const { staff } = await at.whole(gov.accountId, after(-1));
		const form = (present: string) => ({ present, password: better });
		for (let guess = 0; guess < 5; guess += 1)
			await accounts.changePassword(at.door, staff, form('a guess'), noon);

		expect(await accounts.changePassword(at.door, staff, form(password), noon)).toEqual({
			wait: 1_000
		});
		expect((await change(password, better)).outcome).toMatchObject({ cookie: expect.anything() });
	});
});
