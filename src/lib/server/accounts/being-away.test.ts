import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { write } from '../db/index.ts';
import * as organisations from '../organisations/index.ts';
import { aHouse, fillTheLedger, later, ledgerOf, noon } from '../testing.ts';
import * as accounts from './index.ts';
import { accounts as accountTable, sessions } from './schema.ts';

const password = 'paint on the stone';
const minutes = (number: number) => later(number / 60);

let place: Awaited<ReturnType<typeof aHouse>>;
let door: accounts.DoorSettings;

beforeEach(async () => {
	place = await aHouse();
	door = accounts.doorOf(place.house);
	await organisations.add(place.house, { id: 'moss', name: 'Moss School', kind: 'school' });
	await accounts.add(place.house, {
		...{ email: 'nell@moss.example', name: 'Nell', password, organisationId: 'moss' },
		// A role that needs no second factor.
		roles: ['governor'],
		staffId: 'nell'
	});
});

afterEach(() => place.end());

async function signedIn(at = noon) {
	const [account] = await door.platform.select().from(accountTable);
	const who = { accountId: account?.id ?? '', organisationId: 'moss' };
	const { name, value } = await accounts.startWhole(door, who, at);
	const header = `${name}=${value}`;
	const staff = await accounts.whoIs(door, header, at);
	if (!staff) throw new Error('Nell is not signed in, in the test');
	return { header, staff };
}

const stageOf = async (header: string, at: Date) =>
	(await accounts.whoComes(door, header, at))?.stage;

const entries = async () => {
	const { db, release } = await door.lease('moss');
	release();
	return ledgerOf(db);
};

describe('a session that is put away', () => {
	test('opens nothing, and the ledger says that it was', async () => {
		const { header, staff } = await signedIn();

		await accounts.putAway(door, staff, minutes(1));

		expect(await accounts.whoIs(door, header, minutes(2))).toBeUndefined();
		expect(await stageOf(header, minutes(2))).toBe('away');
		expect(await entries()).toEqual([`nell hid the desk session ${staff.sessionId}`]);
	});

	test('twice is once', async () => {
		const { staff } = await signedIn();

		await accounts.putAway(door, staff, minutes(1));
		await accounts.putAway(door, staff, minutes(2));

		expect(await entries()).toHaveLength(1);
	});

	test('leaves the person’s other sessions open', async () => {
		const [one, other] = [await signedIn(), await signedIn()];

		await accounts.putAway(door, one.staff, minutes(1));

		expect(await accounts.whoIs(door, other.header, minutes(2))).toMatchObject({ id: 'nell' });
	});

	test('is away also when the ledger cannot be written', async () => {
		const { header, staff } = await signedIn();
		const { db, release } = await door.lease('moss');
		await fillTheLedger(db);
		release();

		await expect(accounts.putAway(door, staff, minutes(1))).rejects.toThrow();

		expect(await stageOf(header, minutes(2))).toBe('away');
	});

	test('ends like any other when nobody comes back to it', async () => {
		const { header, staff } = await signedIn();

		await accounts.putAway(door, staff, minutes(1));

		expect(await accounts.whoComes(door, header, minutes(17))).toBeUndefined();
	});
});

describe('coming back', () => {
	test('needs the password, gives a new token, and asks anew for a step-up', async () => {
		const { header, staff } = await signedIn();
		await accounts.putAway(door, staff, minutes(1));

		const back = await accounts.comeBack(door, staff, { password }, minutes(2));

		if (typeof back === 'string' || 'wait' in back) throw new Error('Nell did not come back');
		const { name, value } = back.cookie;
		expect(await accounts.whoIs(door, `${name}=${value}`, minutes(3))).toMatchObject({
			id: 'nell',
			steppedUpAt: null
		});
		expect(await accounts.whoComes(door, header, minutes(3))).toBeUndefined();
		expect((await entries()).map((entry) => entry.split(' session ')[0])).toEqual([
			'nell hid the desk',
			'nell came back'
		]);
	});

	test('with a wrong password opens nothing, is an entry, and is made to wait in the end', async () => {
		const { header, staff } = await signedIn();
		await accounts.putAway(door, staff, minutes(1));

		const outcomes = [];
		for (let tries = 0; tries < 7; tries++)
			outcomes.push(await accounts.comeBack(door, staff, { password: 'wrong' }, minutes(2)));

		expect(outcomes[0]).toBe('not recognised');
		expect(outcomes.at(-1)).toHaveProperty('wait');
		expect(await stageOf(header, minutes(3))).toBe('away');
		expect(await entries()).toContain(`nell was not recognised session ${staff.sessionId}`);
		expect(await entries()).toContain(`nell was made to wait session ${staff.sessionId}`);
	});

	test('is not for a session that has ended meanwhile', async () => {
		const { header, staff } = await signedIn();
		await accounts.putAway(door, staff, minutes(1));
		await accounts.end(door, header);

		expect(await accounts.comeBack(door, staff, { password }, minutes(2))).toBe('not recognised');
	});
});

describe('how long a session lasts', () => {
	test('is fifteen minutes from when it was last seen, and never past its tenth hour', async () => {
		const { header, staff } = await signedIn();
		const left = (at: Date) => accounts.timeLeft(door, staff, at);

		expect(await left(minutes(5))).toBe(10 * 60_000);
		for (let at = 10; at <= 590; at += 10) await accounts.whoIs(door, header, minutes(at));
		expect(await left(minutes(590))).toBe(10 * 60_000);
		await accounts.whoIs(door, header, minutes(599));
		expect(await left(minutes(599))).toBe(60_000);
	});
});

describe('whose session has reached its limit', () => {
	test('is known for a day, to keep what they had typed', async () => {
		const { header } = await signedIn();

		expect(await accounts.whoWas(door, header, minutes(14))).toBeUndefined();
		expect(await accounts.whoWas(door, header, minutes(16))).toEqual({
			id: 'nell',
			roles: ['governor'],
			organisationId: 'moss'
		});
		expect(await accounts.whoWas(door, header, later(24.1))).toBeUndefined();
	});

	test('is nobody’s when it was put away, was half begun, or was ended by hand', async () => {
		const away = await signedIn();
		await accounts.putAway(door, away.staff, minutes(1));
		const half = await signedIn();
		const ended = await signedIn();
		await accounts.end(door, ended.header);
		expect(await accounts.whoWas(door, away.header, minutes(16))).toBeUndefined();
		expect(await accounts.whoWas(door, ended.header, minutes(16))).toBeUndefined();

		expect(await accounts.whoWas(door, half.header, minutes(16))).toBeDefined();
		await write(door.platform, (tx) => tx.update(sessions).set({ standing: 'half' }));
		expect(await accounts.whoWas(door, half.header, minutes(16))).toBeUndefined();
	});

	test('is nobody’s for a cookie that names two, or none', async () => {
		const [one, other] = [await signedIn(), await signedIn()];

		const both = `${one.header}; ${other.header}`;
		expect(await accounts.whoWas(door, both, minutes(16))).toBeUndefined();
		for (const header of [null, '', 'wm=', 'wm=anything'])
			expect(await accounts.whoWas(door, header, minutes(16))).toBeUndefined();
	});
});
