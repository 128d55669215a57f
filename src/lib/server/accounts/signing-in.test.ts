import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { write } from '../db/index.ts';
import * as organisations from '../organisations/index.ts';
import { aHouse, everythingIn, fillTheLedger, ledgerOf } from '../testing.ts';
import * as accounts from './index.ts';
import { accounts as accountTable, memberships, sessions } from './schema.ts';

const password = 'paint on the stone';
const email = 'amal@moss.example';

let place: Awaited<ReturnType<typeof aHouse>>;
let settings: accounts.DoorSettings;

beforeEach(async () => {
	place = await aHouse();
	settings = accounts.doorOf(place.house);
	await organisations.add(place.house, { id: 'moss', name: 'Moss School', kind: 'school' });
	await accounts.add(place.house, {
		...{ email, name: 'Amal', password, organisationId: 'moss' },
		roles: ['teacher', 'pastoral'],
		staffId: 'amal'
	});
	const [account] = await settings.platform.select().from(accountTable);
	await accounts.giveApp(place.house, { accountId: account?.id ?? '' });
});

afterEach(() => place.end());

async function signedIn(how = settings) {
	const [account] = await settings.platform.select().from(accountTable);
	const where = { accountId: account?.id ?? '', organisationId: 'moss', steppedUp: false };
	const cookie = await accounts.startWhole(how, where);
	return { cookie, header: `${cookie.name}=${cookie.value}`, token: cookie.value };
}

const hashed = (token: string) => createHash('sha256').update(token).digest('hex');

describe('signing in', () => {
	test('says who it is, in which organisation and as what', async () => {
		const { header, token } = await signedIn();

		expect(await accounts.whoIs(settings, header)).toEqual({
			id: 'amal',
			accountId: expect.any(String),
			sessionId: hashed(token),
			name: 'Amal',
			roles: expect.arrayContaining(['teacher', 'pastoral']),
			organisation: { id: 'moss', name: 'Moss School', kind: 'school', demonstration: false },
			steppedUpAt: null
		});
	});

	test('takes the address in capitals, and spaces around it', async () => {
		const form = v.parse(accounts.signingIn, { email: '  AMAL@Moss.example ', password });

		expect(await accounts.signIn(settings, form)).not.toBe('not recognised');
	});

	test('an address that is not there and a wrong password are one answer, and start nothing', async () => {
		const wrong = await accounts.signIn(settings, { email, password: 'paint on the wall' });
		const nobody = await accounts.signIn(settings, { email: 'bea@moss.example', password });

		expect(wrong).toBe('not recognised');
		expect(nobody).toBe(wrong);
		expect(await settings.platform.$count(sessions)).toBe(0);
	});

	test('is refused to an account that is nowhere a member any more', async () => {
		await write(settings.platform, (tx) => tx.delete(memberships));

		expect(await accounts.signIn(settings, { email, password })).toBe('not recognised');
		expect(await settings.platform.$count(sessions)).toBe(0);
	});

	test('every time is another token', async () => {
		const tokens = [await signedIn(), await signedIn()].map(({ token }) => token);

		expect(new Set(tokens).size).toBe(2);
	});

	test('asks for an address and a password', () => {
		const { issues } = v.safeParse(accounts.signingIn, { email: ' ', password: '' });

		expect(issues?.map(({ message }) => message)).toEqual([
			'Enter your e-mail address',
			'Enter your password'
		]);
	});
});

describe('the token', () => {
	test('is nowhere in the database: only its SHA-256 is', async () => {
		const { token } = await signedIn();

		const everything = JSON.stringify(await everythingIn(settings.platform));

		expect(everything).toContain(hashed(token));
		expect(everything).not.toContain(token);
		expect(everything).not.toContain(Buffer.from(token, 'base64url').toString('hex'));
	});

	test('is 32 random bytes', async () => {
		const { token } = await signedIn();

		expect(Buffer.from(token, 'base64url')).toHaveLength(32);
	});

	test('has a hash that opens nothing', async () => {
		const { cookie, token } = await signedIn();

		expect(await accounts.whoIs(settings, `${cookie.name}=${hashed(token)}`)).toBeUndefined();
	});

	test.each([null, '', 'wm=', 'wm=anything', 'other=value', 'wm=%00', ';;;'])(
		'a cookie header of %j is nobody',
		async (header) => {
			expect(await accounts.whoIs(settings, header)).toBeUndefined();
		}
	);
});

describe('the cookie', () => {
	test('on this very machine is wm, for the desk alone, and no script reads it', async () => {
		const { cookie } = await signedIn();

		expect(cookie.name).toBe('wm');
		expect(cookie.attributes).toEqual({
			path: '/desk',
			httpOnly: true,
			sameSite: 'lax',
			secure: false
		});
	});

	test('anywhere else is __Secure-wm, and travels by https alone', async () => {
		const { cookie } = await signedIn({ ...settings, secure: true });

		expect(cookie.name).toBe('__Secure-wm');
		expect(cookie.attributes).toEqual({
			path: '/desk',
			httpOnly: true,
			sameSite: 'lax',
			secure: true
		});
	});

	test('goes when the browser is closed: it names no time', async () => {
		const { cookie } = await signedIn();

		expect(cookie.serialize()).not.toMatch(/max-age|expires/i);
	});

	test('of the one name is not taken where the other is due', async () => {
		const { token } = await signedIn();
		const secure = { ...settings, secure: true };

		expect(await accounts.whoIs(secure, `wm=${token}`)).toBeUndefined();
	});
});

describe('other cookies beside it', () => {
	test('that are broken keep nobody out', async () => {
		const { header } = await signedIn();

		for (const cookies of [`other=%; ${header}`, `${header}; %E0%A4%A=x`, `%;${header}`])
			expect(await accounts.whoIs(settings, cookies), cookies).toMatchObject({ id: 'amal' });
	});

	test('whose name is only its name once decoded do not stand for it', async () => {
		const { header, token } = await signedIn({ ...settings, secure: true });
		const secure = { ...settings, secure: true };

		expect(await accounts.whoIs(secure, header)).toMatchObject({ id: 'amal' });
		expect(await accounts.whoIs(secure, `%5F_Secure-wm=${token}`)).toBeUndefined();
	});
});

describe('a session', () => {
	test('ends on signing out, for whoever still has the cookie', async () => {
		const { cookie, header } = await signedIn();

		const forgets = await accounts.end(settings, header);

		expect(await accounts.whoIs(settings, header)).toBeUndefined();
		expect(await settings.platform.$count(sessions)).toBe(0);
		expect(forgets).toMatchObject({ name: cookie.name, value: '' });
		expect(forgets.attributes).toMatchObject({ path: '/desk', maxAge: 0, httpOnly: true });
	});

	test('of the same person elsewhere goes on when one is ended', async () => {
		const [one, other] = [await signedIn(), await signedIn()];

		await accounts.end(settings, one.header);

		expect(await accounts.whoIs(settings, other.header)).toMatchObject({ id: 'amal' });
	});

	test('signing out when nobody is signed in forgets the cookie all the same', async () => {
		for (const header of [null, 'wm=anything'])
			expect(await accounts.end(settings, header)).toMatchObject({ name: 'wm', value: '' });
	});

	test('that has expired is refused, and gone', async () => {
		const { header } = await signedIn();
		const ago = new Date(Date.now() - 1_000);
		await write(settings.platform, (tx) => tx.update(sessions).set({ expiresAt: ago }));

		expect(await accounts.whoIs(settings, header)).toBeUndefined();
		expect(await settings.platform.$count(sessions)).toBe(0);
	});

	test('opens nothing once the membership is gone', async () => {
		const { header } = await signedIn();
		await write(settings.platform, (tx) => tx.delete(memberships));

		expect(await accounts.whoIs(settings, header)).toBeUndefined();
	});

	test('holds the roles of now, and not those of the moment of signing in', async () => {
		const { header } = await signedIn();
		await write(settings.platform, (tx) =>
			tx.delete(memberships).where(eq(memberships.role, 'pastoral'))
		);

		expect((await accounts.whoIs(settings, header))?.roles).toEqual(['teacher']);
	});
});

test('roles in another organisation are not held in this one', async () => {
	await organisations.add(place.house, { id: 'lantern', name: 'Lantern', kind: 'service' });
	const [account] = await settings.platform.select().from(accountTable);
	await write(settings.platform, (tx) =>
		tx.insert(memberships).values({
			accountId: account?.id ?? '',
			organisationId: 'lantern',
			role: 'worker',
			staffId: 'amal-there',
			since: new Date(Date.now() + 1_000)
		})
	);

	const { header } = await signedIn();

	const who = await accounts.whoIs(settings, header);
	expect(who).toMatchObject({ id: 'amal', organisation: { id: 'moss' } });
	expect(who?.roles).not.toContain('worker');
});

describe('the ledger', () => {
	const ledger = async () => (await place.house.lease('moss')).db;

	test('says who went, and with which session', async () => {
		const { header, token } = await signedIn();
		await accounts.signOut(settings, header);

		expect(await ledgerOf(await ledger())).toEqual([`amal signed out session ${hashed(token)}`]);
		expect(await accounts.whoIs(settings, header)).toBeUndefined();
	});

	test('says nothing of somebody who signs out without having been in', async () => {
		expect(await accounts.signOut(settings, 'wm=anything')).toMatchObject({ value: '' });

		expect(await ledgerOf(await ledger())).toEqual([]);
	});

	test('says that a password was wrong, and of an address that is not there nothing', async () => {
		await accounts.signIn(settings, { email, password: 'paint on the wall' });
		await accounts.signIn(settings, { email: 'bea@moss.example', password });

		expect(await ledgerOf(await ledger())).toEqual(['amal was not recognised session none']);
	});

	test('that cannot be written lets nobody in, and still lets go whoever leaves', async () => {
		const { header } = await signedIn();
		await settings.platform.run(`delete from authenticators`);
		await fillTheLedger(await ledger());

		await expect(accounts.signIn(settings, { email, password })).rejects.toThrow();
		await expect(accounts.signOut(settings, header)).rejects.toThrow();

		expect(await accounts.whoIs(settings, header)).toBeUndefined();
	});
});
