import { randomBytes } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { givenBy, needsStepUp, type Role, type Staff } from '../access/index.ts';
import { write } from '../db/index.ts';
import * as ledger from '../ledger/index.ts';
import { add } from './adding.ts';
import { makeLink } from './links.ts';
import { asInvitation, asWelcome } from './mailing.ts';
import { addressOf, type Send } from './resetting.ts';
import { accounts, memberships } from './schema.ts';
import { staff as staffTable } from './staff.ts';
import type { House } from '../organisations/index.ts';

export type Invitation = { email: string; name: string; roles: Role[] };

/**
 * Invites somebody into one's own organisation, in roles that one may give. They get a letter with a link
 * that opens once within seven days; until they have chosen a password, nobody can sign in as them.
 *
 * Somebody who has an account already is added with it, keeps their password, and is told so. Inviting
 * somebody who is there already sends them a new link, and changes no role.
 */
export async function invite(
	house: House,
	by: Staff,
	{ email, name, roles }: Invitation,
	send: Send,
	at = new Date()
): Promise<'invited' | 'added' | 'there already' | 'not allowed' | 'step up'> {
	const { platform } = house;
	const address = email.trim().toLowerCase();
	const mayGive = givenBy(by);
	if (roles.length === 0 || !roles.every((role) => mayGive.includes(role))) {
		await inLedger(house, by, { did: 'was refused', object: 'act', id: 'keep people' }, at);
		return 'not allowed';
	}
	if (needsStepUp(by, 'keep people', at)) return 'step up';

	const organisationId = by.organisation.id;
	const [present] = await platform.select().from(accounts).where(eq(accounts.email, address));
	const here = present && (await isMember(house, present.id, organisationId));
	if (present && here) return 'there already';
	await inLedger(
		house,
		by,
		{ did: `invited as: ${roles.join(', ')}`, object: 'person', id: 'new' },
		at
	);
	if (present) {
		await join(house, { id: present.id, name }, organisationId, roles, at);
		await send({ to: address, ...asWelcome() });
		return 'added';
	}
	const password = randomBytes(32).toString('base64url');
	const added = await add(house, { email: address, name, password, organisationId, roles }, at);
	if (added === 'address taken') return 'there already';
	const token = await makeLink(platform, added.id, 'invitation', at);
	await send({ to: address, ...asInvitation(addressOf(house.config, token)) });
	return 'invited';
}

async function isMember({ platform }: House, accountId: string, organisationId: string) {
	const held = and(
		eq(memberships.accountId, accountId),
		eq(memberships.organisationId, organisationId)
	);
	return (await platform.$count(memberships, held)) > 0;
}

/**
 * Gives an account that is there already a place among the staff, and roles. It is called there what it was
 * invited as: what it is called elsewhere is nobody's here to learn.
 */
async function join(
	house: House,
	{ id, name }: { id: string; name: string },
	organisationId: string,
	roles: Role[],
	at: Date
): Promise<void> {
	const staffId = crypto.randomUUID();
	const { db, release } = await house.lease(organisationId);
	try {
		await write(db, (tx) =>
			tx.insert(staffTable).values({ id: staffId, name, job: roles.join(', ') })
		);
	} finally {
		release();
	}
	await write(house.platform, (tx) =>
		tx
			.insert(memberships)
			.values(roles.map((role) => ({ accountId: id, organisationId, role, staffId, since: at })))
	);
}

async function inLedger(house: House, by: Staff, entry: ledger.Entry, at: Date): Promise<void> {
	const { db, release } = await house.lease(by.organisation.id);
	try {
		await write(db, (tx) => ledger.record(tx, by, entry, at));
	} finally {
		release();
	}
}
