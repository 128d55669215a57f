import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { write } from '../db/index.ts';
import { ledgerOf } from '../testing.ts';
import { aDoor, after, noon, password } from './testing.ts';
import { sessions } from './schema.ts';
import * as accounts from './index.ts';

let at: Awaited<ReturnType<typeof aDoor>>;
let dee: Awaited<ReturnType<typeof at.person>>;

beforeEach(async () => {
	at = await aDoor();
	dee = await at.person('dee', ['lead']);
});
afterEach(() => at.end());

const comes = (header: string, now = noon) => accounts.whoComes(at.door, header, now);
const count = () => at.door.platform.$count(sessions);

describe('an unused session', () => {
	test('opens the desk for fifteen minutes, and not a moment longer', async () => {
		const { header } = await at.whole(dee.accountId);

		expect(await comes(header, after(15))).toMatchObject({ stage: 'signed in' });
		const { header: another } = await at.whole(dee.accountId);
		expect(await comes(another, new Date(after(15).getTime() + 1))).toBeUndefined();
		expect(await count()).toBe(1);
	});

	test('that is used goes on', async () => {
		const { header } = await at.whole(dee.accountId);

		for (const minute of [10, 20, 30])
			expect(await comes(header, after(minute))).toMatchObject({ stage: 'signed in' });
	});

	test('ends after ten hours, however much it is used', async () => {
		const { header } = await at.whole(dee.accountId);

		for (let minute = 10; minute <= 600; minute += 10)
			expect(await comes(header, after(minute)), `${minute}`).toBeDefined();
		expect(await comes(header, after(601))).toBeUndefined();
	});

	test('does not begin its ten hours again with a new token', async () => {
		let { header, staff } = await at.whole(dee.accountId);
		for (let minute = 14; minute <= 590; minute += 14) {
			const now = after(minute);
			const proof = { code: dee.code(now), passkey: '', password: '' };
			const outcome = await accounts.stepUp(at.door, staff, proof, now);
			if (outcome === 'not recognised' || 'wait' in outcome) throw new Error(String(minute));
			header = at.headerOf(outcome.cookie);
			staff = (await comes(header, now))!.staff;
		}

		expect(await comes(header, after(600))).toBeDefined();
		expect(await comes(header, after(600.1))).toBeUndefined();
	});
});

describe('session fixation and hijack', () => {
	test('a token from before signing in is never the session after it', async () => {
		const planted = 'planted-by-somebody-else';
		const come = await dee.signIn(noon, { cookieHeader: `wm=${planted}` });
		if (come === 'not recognised' || 'wait' in come) throw new Error('Dee could not sign in');

		expect(come.cookie.value).not.toBe(planted);
		expect(await comes(`wm=${planted}`)).toBeUndefined();
	});

	test('signing in over a live session ends that one', async () => {
		const { header } = await at.whole(dee.accountId);

		await dee.signIn(noon, { cookieHeader: header });

		expect(await comes(header)).toBeUndefined();
	});

	test('a cookie planted beside one’s own opens nothing, and neither does one’s own', async () => {
		const attacker = await at.person('mal', ['staff']);
		const [own, planted] = [await at.whole(dee.accountId), await at.whole(attacker.accountId)];

		expect(await comes(`${planted.header}; ${own.header}`)).toBeUndefined();
		expect(await comes(`${own.header}; ${planted.header}`)).toBeUndefined();
		expect(await comes(own.header)).toMatchObject({ staff: { id: 'dee' } });
	});

	test('a cookie beside one’s own that opens nothing keeps nobody out', async () => {
		const { header } = await at.whole(dee.accountId);

		expect(await comes(`wm=anything; ${header}`)).toMatchObject({ staff: { id: 'dee' } });
		expect(await comes(`${header}; wm=`)).toMatchObject({ staff: { id: 'dee' } });
	});

	test('a request with a heap of tokens is not looked at', async () => {
		const { header } = await at.whole(dee.accountId);
		const heap = Array.from({ length: 5 }, (_, each) => `wm=heap${each}`).join('; ');

		expect(await comes(`${heap}; ${header}`)).toBeUndefined();
	});

	test('the old token is dead after the second factor, a step-up and a change of place', async () => {
		const half = await dee.signIn();
		if (half === 'not recognised' || 'wait' in half) throw new Error('Dee could not sign in');
		const first = at.headerOf(half.cookie);
		const { staff } = (await comes(first))!;
		const whole = await accounts.takeSecondStep(
			at.door,
			staff,
			{ code: dee.code(noon), passkey: '' },
			noon
		);
		if (whole === 'not recognised' || 'wait' in whole) throw new Error('The code was not taken');
		const second = at.headerOf(whole.cookie);

		expect(await comes(first)).toBeUndefined();
		expect(await comes(second)).toMatchObject({ stage: 'signed in' });
		const stepped = await accounts.stepUp(
			at.door,
			(await comes(second))!.staff,
			{ code: dee.code(after(1)), passkey: '', password: '' },
			after(1)
		);
		if (stepped === 'not recognised' || 'wait' in stepped)
			throw new Error('The code was not taken');
		expect(await comes(second, after(1))).toBeUndefined();
		expect(await count()).toBe(1);
	});

	test('two that rotate one token at once end with one session', async () => {
		const { header, staff } = await at.whole(dee.accountId);
		const press = (now: Date) =>
			accounts.stepUp(at.door, staff, { code: dee.code(now), passkey: '', password: '' }, now);

		const outcomes = await Promise.all([press(after(1)), press(after(2))]);

		expect(outcomes.filter((one) => one !== 'not recognised' && 'cookie' in one)).toHaveLength(1);
		expect(await count()).toBe(1);
		expect(await comes(header, after(2))).toBeUndefined();
	});
});

describe('a half session', () => {
	test('is known for ten minutes, and using it does not make it longer', async () => {
		const half = await dee.signIn();
		if (half === 'not recognised' || 'wait' in half) throw new Error('Dee could not sign in');
		const header = at.headerOf(half.cookie);

		expect(half.stage).toBe('second step');
		expect(await comes(header, after(9))).toMatchObject({ stage: 'second step' });
		expect(await accounts.whoIs(at.door, header, after(9))).toBeUndefined();
		expect(await comes(header, after(10.1))).toBeUndefined();
	});

	test('is not written down as signed in, and is no session of one’s list', async () => {
		await dee.signIn();
		const { staff } = await at.whole(dee.accountId);

		expect(await ledgerOf(await at.ledger())).toEqual([]);
		expect(await accounts.ownSessions(at.door, staff, noon)).toHaveLength(1);
	});
});

describe('one’s own sessions', () => {
	test('are listed, the newest first, and say which one this is', async () => {
		await at.whole(dee.accountId);
		const { staff } = await at.whole(dee.accountId, after(5));

		expect(await accounts.ownSessions(at.door, staff, after(6))).toMatchObject([
			{ number: 1, begun: after(5), method: 'password', thisOne: true },
			{ number: 2, begun: noon, thisOne: false }
		]);
	});

	test('hold no hash and no token', async () => {
		const { header, staff } = await at.whole(dee.accountId);

		const said = JSON.stringify(await accounts.ownSessions(at.door, staff, noon));

		expect(said).not.toContain(staff.sessionId);
		expect(said).not.toContain(header.slice(3));
	});

	test('are ended one by one, or all but this', async () => {
		const [one, two] = [await at.whole(dee.accountId), await at.whole(dee.accountId, after(1))];
		const three = await at.whole(dee.accountId, after(2));

		expect(await accounts.endOwn(at.door, three.staff, String(noon.getTime()), after(3))).toBe(
			'ended'
		);
		expect(await comes(one.header, after(3))).toBeUndefined();
		expect(await comes(two.header, after(3))).toBeDefined();
		await accounts.endOthers(at.door, three.staff, after(3));
		expect(await comes(two.header, after(3))).toBeUndefined();
		expect(await comes(three.header, after(3))).toBeDefined();
	});

	test('are not another’s to end', async () => {
		const amal = await at.person('amal', ['teacher']);
		const other = await at.whole(amal.accountId);
		const { staff } = await at.whole(dee.accountId, after(1));

		expect(await accounts.endOwn(at.door, staff, String(noon.getTime()), after(1))).toBe(
			'not found'
		);
		await accounts.endOthers(at.door, staff, after(1));

		expect(await comes(other.header, after(1))).toBeDefined();
	});

	test('end together, or those of one organisation alone', async () => {
		const { header } = await at.whole(dee.accountId);
		await write(at.door.platform, (tx) =>
			accounts.endSessions(tx, dee.accountId, { organisationId: 'another' })
		);
		expect(await comes(header)).toBeDefined();

		await write(at.door.platform, (tx) =>
			accounts.endSessions(tx, dee.accountId, { organisationId: 'moss' })
		);
		expect(await comes(header)).toBeUndefined();
	});
});

test('nobody goes to where they are, for a new token alone', async () => {
	const { staff, header } = await at.whole(dee.accountId);

	expect(await accounts.goTo(at.door, staff, 'moss', noon)).toBe('not found');
	expect(await accounts.goTo(at.door, staff, 'elsewhere', noon)).toBe('not found');
	expect(await comes(header)).toMatchObject({ stage: 'signed in' });
});

test('somebody who needs no second factor is in with the password', async () => {
	const gov = await at.person('gov', ['governor'], { app: false });
	const come = await gov.signIn();
	if (come === 'not recognised' || 'wait' in come)
		throw new Error('The governor could not sign in');

	expect(come.stage).toBe('signed in');
	expect(await comes(at.headerOf(come.cookie))).toMatchObject({ stage: 'signed in' });
	expect(await accounts.signIn(at.door, { email: gov.email, password: `${password}s` })).toBe(
		'not recognised'
	);
});
