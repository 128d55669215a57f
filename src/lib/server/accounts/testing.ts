import { decodeBase32IgnorePadding } from '@oslojs/encoding';
import { eq } from 'drizzle-orm';
import type { Role } from '../access/index.ts';
import * as organisations from '../organisations/index.ts';
import { aHouse } from '../testing.ts';
import { accounts as accountTable } from './schema.ts';
import * as accounts from './index.ts';

export const password = 'paint on the stone';
export const noon = new Date('2026-11-10T12:00:00Z');
export const after = (minutes: number, from = noon): Date =>
	new Date(from.getTime() + minutes * 60_000);

/** A house with one school, and a way to add people to it who sign in. */
export async function aDoor() {
	const place = await aHouse();
	const door = accounts.doorOf(place.house);
	await organisations.add(place.house, { id: 'moss', name: 'Moss School', kind: 'school' });

	/** A person of these roles, with the secret of their app when they are given one. */
	async function person(name: string, roles: Role[], { app = true }: { app?: boolean } = {}) {
		const email = `${name}@moss.example`;
		const who = { email, name, password, organisationId: 'moss', roles, staffId: name };
		const added = await accounts.add(place.house, who);
		if (added === 'address taken') throw new Error('There is somebody of that name in the test');
		const account = { accountId: added.id, name: email };
		const secret = app ? await accounts.giveApp(place.house, account, noon) : '';
		const code = (at: Date) => accounts.codeAt(decodeBase32IgnorePadding(secret), at);
		const signIn = (at = noon, more: Parameters<typeof accounts.signIn>[2] = {}) =>
			accounts.signIn(door, { email, password }, more, at);
		return { ...account, email, secret, code, signIn };
	}

	/** What a form of a signed-in person is asked by: the header of a cookie. */
	const headerOf = ({ name, value }: { name: string; value: string }) => `${name}=${value}`;

	/** Somebody all the way in. */
	async function whole(accountId: string, at = noon, steppedUp = true) {
		const cookie = await accounts.startWhole(
			door,
			{ accountId, organisationId: 'moss', steppedUp },
			at
		);
		const header = headerOf(cookie);
		const comer = await accounts.whoComes(door, header, at);
		if (!comer) throw new Error('Nobody came in the test');
		return { header, staff: comer.staff };
	}

	const ledger = async () => {
		const { db, release } = await place.house.lease('moss');
		release();
		return db;
	};
	const hashOf = async (accountId: string) =>
		(await door.platform.select().from(accountTable).where(eq(accountTable.id, accountId)))[0]
			?.passwordHash;
	return { ...place, door, person, whole, headerOf, ledger, hashOf };
}
