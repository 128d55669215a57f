import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDoor, noon } from './testing.ts';
import { about, begin } from './limiting.ts';
import * as accounts from './index.ts';

const samples = 240;

let at: Awaited<ReturnType<typeof aDoor>>;
let waiting: Promise<void>[] = [];

beforeAll(async () => {
	at = await aDoor();
	await at.person('dee', ['lead']);
	await accounts.signIn(at.door, { email: 'warm@moss.example', password: 'x' }, {}, noon);
});
afterAll(() => at.end());

// As `aside.ts` does it: it begins when the answer has left. Here it is waited for, before the next one.
const aside = async (work: () => Promise<void>) => {
	waiting.push(new Promise((done, fail) => setImmediate(() => work().then(done, fail))));
};

async function settle() {
	await Promise.all(waiting);
	waiting = [];
}

async function timed(ask: () => Promise<unknown>): Promise<number> {
	const began = process.hrtime.bigint();
	await ask();
	const took = Number(process.hrtime.bigint() - began) / 1e6;
	await settle();
	return took;
}

/** Forgives an address, so that no sample waits. */
async function forgiven(email: string) {
	const attempt = await begin(at.door.platform, about('sign-in', email), { known: true }, noon);
	if (attempt.mayTry) await attempt.worked();
}

/**
 * The Mann–Whitney statistic as a share: how often a time of one is longer than a time of the other. A half
 * says that they cannot be told apart; ties count as a half.
 */
function shareLonger(one: number[], other: number[]): number {
	let longer = 0;
	for (const a of one) for (const b of other) longer += a > b ? 1 : a === b ? 0.5 : 0;
	return longer / (one.length * other.length);
}

// The share's standard error for two samples of 240 alike is sqrt(481 / (12 × 240 × 240)) = 0.026. Six of
// them to each side let a noisy machine pass, and two that differ by their work alone lie near 0 or 1.
const tolerance = 0.16;

async function compare(ask: (email: string) => () => Promise<unknown>): Promise<number> {
	const times = { there: [] as number[], not: [] as number[] };
	for (let each = 0; each < samples; each += 1) {
		const nobody = `nobody-${each}@moss.example`;
		// In turn, and now one first and now the other, so that what slows the machine slows both.
		const first = each % 2 === 0;
		for (const there of first ? [true, false] : [false, true]) {
			const email = there ? 'dee@moss.example' : nobody;
			times[there ? 'there' : 'not'].push(await timed(ask(email)));
			await forgiven(email);
		}
	}
	return shareLonger(times.there, times.not);
}

test('the time of a refused sign-in does not tell whether there is such an account', async () => {
	const share = await compare(
		(email) => () =>
			accounts.signIn(at.door, { email, password: 'not the password' }, { aside }, noon)
	);

	expect(Math.abs(share - 0.5)).toBeLessThan(tolerance);
});

test('the measure tells apart what differs: a password that is not checked', async () => {
	const share = await compare((email) => async () => {
		if (email === 'dee@moss.example')
			await accounts.signIn(at.door, { email, password: 'not the password' }, { aside }, noon);
		else await at.door.platform.$count((await import('./schema.ts')).accounts);
	});

	expect(Math.abs(share - 0.5)).toBeGreaterThan(tolerance);
});

test('the answers are the same to the letter', async () => {
	const ask = (email: string) =>
		accounts.signIn(at.door, { email, password: 'not the password' }, { aside }, noon);

	expect(await ask('dee@moss.example')).toEqual(await ask('somebody@moss.example'));
});
