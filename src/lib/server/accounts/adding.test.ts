import { afterEach, beforeEach, expect, test } from 'vitest';
import * as organisations from '../organisations/index.ts';
import { aHouse, everythingIn } from '../testing.ts';
import * as accounts from './index.ts';
import { accounts as accountTable, memberships } from './schema.ts';

const password = 'paint on the stone';

let place: Awaited<ReturnType<typeof aHouse>>;

beforeEach(async () => {
	place = await aHouse();
	await organisations.add(place.house, { id: 'moss', name: 'Moss School', kind: 'school' });
});

afterEach(() => place.end());

const add = (different: Partial<accounts.NewAccount> = {}) =>
	accounts.add(place.house, {
		email: 'dee@moss.example',
		name: 'Dee',
		password,
		organisationId: 'moss',
		roles: ['lead', 'teacher'],
		...different
	});

test('a person gets an account, their roles, and a place among the staff', async () => {
	await add();

	const [account] = await place.house.platform.select().from(accountTable);
	expect(account).toMatchObject({ email: 'dee@moss.example', name: 'Dee' });
	const held = await place.house.platform.select().from(memberships);
	expect(held.map(({ role }) => role).sort()).toEqual(['lead', 'teacher']);
	const { db, release } = await place.house.lease('moss');
	expect(await db.select().from(accounts.staff)).toEqual([
		{ id: held[0]?.staffId, name: 'Dee', job: 'lead, teacher', leftAt: null }
	]);
	release();
});

test('the password is nowhere in the database', async () => {
	await add();

	const everything = JSON.stringify(await everythingIn(place.house.platform));

	expect(everything).not.toContain(password);
	expect(everything).toContain('$argon2id$');
});

test('an address is kept in small letters, and one that is taken is an answer', async () => {
	await add({ email: ' Dee@Moss.Example ' });

	expect(await add({ email: 'DEE@moss.example', name: 'Another' })).toBe('address taken');

	const all = await place.house.platform.select().from(accountTable);
	expect(all.map(({ email, name }) => [email, name])).toEqual([['dee@moss.example', 'Dee']]);
});

test('the same address twice at the same moment is one account', async () => {
	const outcomes = await Promise.all([add(), add()]);

	expect(outcomes.filter((outcome) => outcome === 'address taken')).toHaveLength(1);
	expect(await place.house.platform.$count(accountTable)).toBe(1);
});

test('a place among the staff that is there already is kept as it is', async () => {
	await add({ staffId: 'dee', job: 'Designated safeguarding lead' });

	await add({ email: 'dee@home.example', staffId: 'dee', job: 'Something else' });

	const { db, release } = await place.house.lease('moss');
	expect(await db.select().from(accounts.staff)).toEqual([
		{ id: 'dee', name: 'Dee', job: 'Designated safeguarding lead', leftAt: null }
	]);
	release();
});

test('an organisation that is not there gives nobody an account', async () => {
	await expect(add({ organisationId: 'nowhere' })).rejects.toThrow('There is no such organisation');

	expect(await place.house.platform.$count(accountTable)).toBe(0);
});
