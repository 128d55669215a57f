import { givenBy, type Role, type Staff } from '../access/index.ts';
import * as accounts from '../accounts/index.ts';
import type { Member } from '../accounts/index.ts';
import { write } from '../db/index.ts';
import * as ledger from '../ledger/index.ts';
import type { Done } from '../ledger/index.ts';
import type { Place } from './announcing.ts';
import { mayChange, maybeRefused, memberOf } from './guarding.ts';

const day = 86_400_000;

// As long as somebody may be away and still see on coming back what was changed meanwhile.
const lately = 30 * day;

/** A person as those who keep people see them. */
export type Person = Omit<Member, 'accountId'> & { isOneself: boolean; mayChange: boolean };

const asPerson = (by: Staff, member: Member): Person => {
	const { staffId, name, email, roles, since } = member;
	const isOneself = staffId === by.id;
	return { staffId, name, email, roles, since, isOneself, mayChange: mayChange(by, member) };
};

/** Everybody who belongs to one's own organisation, and what was done to people in the last thirty days. The listing is written down. */
export async function list(
	place: Place,
	by: Staff,
	at = new Date()
): Promise<{ people: Person[]; changes: Done[] } | 'not found' | 'step up'> {
	const refused = await maybeRefused(place, by, at);
	if (refused) return refused;
	const members = await accounts.asCalledHere(
		place.db,
		await accounts.membersOf(place.platform, by.organisation.id)
	);
	const changes = await write(place.db, async (tx) => {
		await ledger.record(tx, by, { did: 'listed', object: 'people', id: 'all' }, at);
		return ledger.doneToPeople(tx, new Date(at.getTime() - lately));
	});
	return { people: members.map((member) => asPerson(by, member)), changes };
}

/** One person, with the roles that one may give them. The reading is written down. */
export async function read(
	place: Place,
	by: Staff,
	staffId: string,
	at = new Date()
): Promise<(Person & { offered: Role[] }) | 'not found' | 'step up'> {
	const refused = await maybeRefused(place, by, at);
	if (refused) return refused;
	const found = await memberOf(place, by, staffId, at);
	const [member] = found ? await accounts.asCalledHere(place.db, [found]) : [];
	if (!member) return 'not found';
	const entry = { did: 'read', object: 'person', id: staffId };
	await write(place.db, (tx) => ledger.record(tx, by, entry, at));
	return { ...asPerson(by, member), offered: givenBy(by) };
}
