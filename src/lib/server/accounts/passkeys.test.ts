import {
	createHash,
	createSign,
	generateKeyPairSync,
	randomBytes,
	type KeyObject
} from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ledgerOf } from '../testing.ts';
import { askForPasskey, offerPasskey, passkeysOf } from './passkeys.ts';
import { aDoor, after, noon } from './testing.ts';
import * as accounts from './index.ts';

const origin = 'http://localhost:3000';
const sha = (data: Buffer | string) => createHash('sha256').update(data).digest();

// A passkey in software, after WebAuthn Level 3: ES256, attestation "none", written in CBOR by hand.
const head = (major: number, value: number): Buffer =>
	value < 24
		? Buffer.from([(major << 5) | value])
		: value < 256
			? Buffer.from([(major << 5) | 24, value])
			: Buffer.from([(major << 5) | 25, value >> 8, value & 255]);
const bytes = (data: Buffer) => Buffer.concat([head(2, data.length), data]);
const text = (data: string) => Buffer.concat([head(3, data.length), Buffer.from(data)]);
const int = (value: number) => (value < 0 ? head(1, -1 - value) : head(0, value));
const map = (...pairs: [Buffer, Buffer][]) =>
	Buffer.concat([head(5, pairs.length), ...pairs.flat()]);

function aKey({ counts = true, host = 'localhost' } = {}) {
	const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const id = randomBytes(32);
	let counter = 0;
	const flags = { present: 1, verified: 4, attested: 64 };
	const data = (flag: number, more = Buffer.alloc(0)) => {
		const count = Buffer.alloc(4);
		count.writeUInt32BE(counts ? ++counter : 0);
		return Buffer.concat([sha(host), Buffer.from([flag]), count, more]);
	};
	const client = (type: string, challenge: string, at = origin) =>
		Buffer.from(JSON.stringify({ type, challenge, origin: at, crossOrigin: false }));
	const named = (response: object) => ({
		id: id.toString('base64url'),
		rawId: id.toString('base64url'),
		type: 'public-key',
		clientExtensionResults: {},
		response
	});
	return {
		id: id.toString('base64url'),
		goBack: () => void (counter = 0),
		create(challenge: string, { verified = true, at = origin } = {}) {
			const length = Buffer.alloc(2);
			length.writeUInt16BE(id.length);
			const attested = Buffer.concat([Buffer.alloc(16), length, id, cose(publicKey)]);
			const flag = flags.present | flags.attested | (verified ? flags.verified : 0);
			const attestation = map(
				[text('fmt'), text('none')],
				[text('attStmt'), map()],
				[text('authData'), bytes(data(flag, attested))]
			);
			return named({
				clientDataJSON: client('webauthn.create', challenge, at).toString('base64url'),
				attestationObject: attestation.toString('base64url'),
				transports: ['internal']
			});
		},
		get(challenge: string, { verified = true, at = origin } = {}) {
			const authenticatorData = data(flags.present | (verified ? flags.verified : 0));
			const clientDataJSON = client('webauthn.get', challenge, at);
			const signed = Buffer.concat([authenticatorData, sha(clientDataJSON)]);
			return named({
				clientDataJSON: clientDataJSON.toString('base64url'),
				authenticatorData: authenticatorData.toString('base64url'),
				signature: createSign('sha256').update(signed).sign(privateKey).toString('base64url')
			});
		}
	};
}

function cose(key: KeyObject): Buffer {
	const { x = '', y = '' } = key.export({ format: 'jwk' });
	return map(
		[int(1), int(2)],
		[int(3), int(-7)],
		[int(-1), int(1)],
		[int(-2), bytes(Buffer.from(x, 'base64url'))],
		[int(-3), bytes(Buffer.from(y, 'base64url'))]
	);
}

let at: Awaited<ReturnType<typeof aDoor>>;
let dee: Awaited<ReturnType<typeof at.person>>;
beforeEach(async () => {
	at = await aDoor();
	dee = await at.person('dee', ['lead'], { app: false });
});
afterEach(() => at.end());

const whole = async (who = dee) => (await at.whole(who.accountId)).staff;

/** Adds a passkey to somebody, as their browser would. */
async function added(key = aKey(), who = dee, how: { verified?: boolean; at?: string } = {}) {
	const staff = await whole(who);
	const { challenge } = await offerPasskey(at.door, staff, noon);
	const made = { name: 'Laptop', response: key.create(challenge, how) };
	return { key, outcome: await accounts.addPasskey(at.door, staff, made, noon) };
}

/** Signs in with the password and gives who stands before the second step. */
async function half(who = dee) {
	const come = await who.signIn();
	if (come === 'not recognised' || 'wait' in come) throw new Error('They could not sign in');
	return (await accounts.whoComes(at.door, at.headerOf(come.cookie), noon))!.staff;
}

const answer = (staff: Awaited<ReturnType<typeof half>>, response: unknown, now = noon) =>
	accounts.takeSecondStep(at.door, staff, { code: '', passkey: JSON.stringify(response) }, now);

const isIn = (outcome: accounts.Proved) => outcome !== 'not recognised' && 'cookie' in outcome;

describe('adding a passkey', () => {
	test('enrols somebody who had none, with recovery codes, and is written down', async () => {
		const { outcome } = await added();

		expect(outcome).toMatchObject({ codes: expect.objectContaining({ length: 10 }) });
		expect(await passkeysOf(at.door.platform, dee.accountId)).toMatchObject([{ name: 'Laptop' }]);
		expect(await ledgerOf(await at.ledger())).toContainEqual(
			expect.stringMatching(/^dee added a second factor/)
		);
	});

	test.each([
		['by a device that did not check who held it', { verified: false }],
		['on another site', { at: 'https://waymark.evil.example' }]
	])('%s is refused', async (_, how) => {
		expect((await added(aKey(), dee, how)).outcome).toBe('not recognised');
		expect(await passkeysOf(at.door.platform, dee.accountId)).toEqual([]);
	});

	test('for another host is refused', async () => {
		expect((await added(aKey({ host: 'evil.example' }))).outcome).toBe('not recognised');
	});

	test('answers one challenge, of its own session, within five minutes', async () => {
		const [one, other] = [await whole(), await whole()];
		const key = aKey();
		const { challenge } = await offerPasskey(at.door, one, noon);
		const made = () => ({ name: 'Laptop', response: key.create(challenge) });

		expect(await accounts.addPasskey(at.door, other, made(), noon)).toBe('not recognised');
		expect(await accounts.addPasskey(at.door, one, made(), after(6))).toBe('not recognised');
		const again = await offerPasskey(at.door, one, noon);
		const right = () => ({ name: 'Laptop', response: key.create(again.challenge) });
		expect(await accounts.addPasskey(at.door, one, right(), noon)).not.toBe('not recognised');
		expect(await accounts.addPasskey(at.door, await whole(), right(), noon)).toBe('not recognised');
	});

	test.each([null, {}, { id: 'x' }, 'text', { id: 'x', response: {} }])(
		'by something that is no answer, %j, is refused and is no fault',
		async (response) => {
			const staff = await whole();
			await offerPasskey(at.door, staff, noon);

			expect(await accounts.addPasskey(at.door, staff, { name: 'x', response }, noon)).toBe(
				'not recognised'
			);
		}
	);
});

describe('signing in with a passkey', () => {
	test('takes its answer to the challenge of this sign-in, once', async () => {
		const { key } = await added();
		const staff = await half();
		const { challenge } = await askForPasskey(at.door, staff, noon);
		const response = key.get(challenge);

		expect(isIn(await answer(staff, response))).toBe(true);
		expect(isIn(await answer(await half(), response))).toBe(false);
	});

	test('refuses one whose counter goes back: it was copied', async () => {
		const { key } = await added();
		const once = async () => {
			const staff = await half();
			const { challenge } = await askForPasskey(at.door, staff, noon);
			return isIn(await answer(staff, key.get(challenge)));
		};

		expect(await once()).toBe(true);
		key.goBack();
		expect(await once()).toBe(false);
		expect((await ledgerOf(await at.ledger())).at(-1)).toMatch(/^dee was not recognised/);
	});

	test('takes one that does not count', async () => {
		const { key } = await added(aKey({ counts: false }));
		for (let each = 0; each < 2; each += 1) {
			const staff = await half();
			const { challenge } = await askForPasskey(at.door, staff, noon);
			expect(isIn(await answer(staff, key.get(challenge)))).toBe(true);
		}
	});

	test('refuses another’s passkey, another site’s, and one that nobody unlocked', async () => {
		const flo = await at.person('flo', ['deputy'], { app: false });
		const [{ key: own }, { key: hers }] = [await added(), await added(aKey(), flo)];
		const attempts = [
			(challenge: string) => hers.get(challenge),
			(challenge: string) => own.get(challenge, { at: 'https://waymark.evil.example' }),
			(challenge: string) => own.get(challenge, { verified: false }),
			() => own.get('another challenge')
		];
		for (const attempt of attempts) {
			const staff = await half();
			const { challenge } = await askForPasskey(at.door, staff, noon);
			expect(isIn(await answer(staff, attempt(challenge)))).toBe(false);
			await at.door.platform.run('delete from attempts');
		}
	});
});

test('one of two passkeys may be taken away, and the last may not', async () => {
	const [{ key: one }, { key: two }] = [await added(), await added()];
	const staff = await whole();

	expect(await accounts.removeFactor(at.door, staff, { passkey: one.id }, noon)).toBe('removed');
	expect(await accounts.removeFactor(at.door, staff, { passkey: two.id }, noon)).toBe(
		'the last one'
	);
	const flo = await at.person('flo', ['deputy']);
	await added(two, dee);
	const other = await whole(flo);
	await added(aKey(), flo);
	expect(await accounts.removeFactor(at.door, other, { passkey: two.id }, noon)).toBe('not found');
	expect(await passkeysOf(at.door.platform, dee.accountId)).toHaveLength(1);
});
