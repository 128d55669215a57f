import { and, asc, eq, isNull, ne, notInArray } from 'drizzle-orm';
import type { Role } from '../access/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { accounts, memberships } from './schema.ts';
import { endSessions } from './sessions.ts';
import { staff } from './staff.ts';

type Platform = Database<'platform'>;

/** Somebody who belongs to an organisation: who they are there, and as what, since when at the latest. */
export type Member = {
	accountId: string;
	staffId: string;
	name: string;
	email: string;
	roles: Role[];
	since: Date;
};

/** Everybody who belongs to an organisation, by name. */
export async function membersOf(platform: Platform, organisationId: string): Promise<Member[]> {
	const rows = await platform
		.select({ account: accounts, membership: memberships })
		.from(memberships)
		.innerJoin(accounts, eq(accounts.id, memberships.accountId))
		.where(eq(memberships.organisationId, organisationId))
		.orderBy(asc(accounts.name), asc(accounts.id), asc(memberships.role));
	const members = new Map<string, Member>();
	for (const { account, membership } of rows) {
		const { staffId, role, since } = membership;
		const found = members.get(account.id);
		if (found) {
			found.roles.push(role);
			if (since > found.since) found.since = since;
		} else {
			const { id: accountId, name, email } = account;
			members.set(accountId, { accountId, staffId, name, email, roles: [role], since });
		}
	}
	return [...members.values()];
}

/**
 * Makes these the roles that a member has in an organisation, none for somebody who leaves it. Every session
 * of theirs there ends in the same write.
 *
 * Nothing is done when they are no longer what the caller was shown. An organisation that has a lead keeps
 * one: of two leads who take each other's role, one succeeds.
 */
export async function setRoles(
	platform: Platform,
	{ accountId, staffId, roles: shown }: Pick<Member, 'accountId' | 'staffId' | 'roles'>,
	organisationId: string,
	roles: readonly Role[],
	at = new Date()
): Promise<'set' | 'last lead' | 'changed meanwhile'> {
	return write(platform, async (tx) => {
		const theirs = of(accountId, organisationId);
		const held = (await tx.select().from(memberships).where(theirs)).map(({ role }) => role);
		if ([...held].sort().join() !== [...shown].sort().join()) return 'changed meanwhile';
		if (held.includes('lead') && !roles.includes('lead'))
			if ((await otherLeads(tx, accountId, organisationId)) === 0) return 'last lead';
		await tx.delete(memberships).where(and(theirs, notInArray(memberships.role, [...roles])));
		for (const role of roles)
			await tx
				.insert(memberships)
				.values({ accountId, organisationId, role, staffId, since: at })
				.onConflictDoNothing();
		await endSessions(tx, accountId, { organisationId });
		return 'set';
	});
}

const of = (accountId: string, organisationId: string) =>
	and(eq(memberships.accountId, accountId), eq(memberships.organisationId, organisationId));

async function otherLeads(tx: Tx, accountId: string, organisationId: string): Promise<number> {
	const others = await tx
		.select({ accountId: memberships.accountId })
		.from(memberships)
		.where(
			and(
				eq(memberships.organisationId, organisationId),
				eq(memberships.role, 'lead'),
				ne(memberships.accountId, accountId)
			)
		);
	return others.length;
}

/** Marks somebody of the staff as gone, in the caller's own transaction. The first time stays. */
export const markLeft = async (tx: Tx, staffId: string, at: Date): Promise<void> => {
	await tx
		.update(staff)
		.set({ leftAt: at })
		.where(and(eq(staff.id, staffId), isNull(staff.leftAt)));
};
