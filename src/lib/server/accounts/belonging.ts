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
 * Makes these the roles that somebody has in an organisation, none for somebody who leaves it. Every
 * session of theirs there ends in the same write.
 *
 * An organisation that has a lead keeps one: of two leads who take each other's role, one succeeds.
 */
export async function setRoles(
	platform: Platform,
	{ accountId, staffId }: Pick<Member, 'accountId' | 'staffId'>,
	organisationId: string,
	roles: readonly Role[],
	at = new Date()
): Promise<'set' | 'last lead'> {
	return write(platform, async (tx) => {
		if (!roles.includes('lead') && (await isLastLead(tx, accountId, organisationId)))
			return 'last lead';
		const theirs = of(accountId, organisationId);
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

async function isLastLead(tx: Tx, accountId: string, organisationId: string): Promise<boolean> {
	const lead = eq(memberships.role, 'lead');
	const held = await tx
		.select()
		.from(memberships)
		.where(and(of(accountId, organisationId), lead));
	const others = await tx
		.select()
		.from(memberships)
		.where(
			and(
				eq(memberships.organisationId, organisationId),
				ne(memberships.accountId, accountId),
				lead
			)
		);
	return held.length > 0 && others.length === 0;
}

/** Marks somebody of the staff as gone, in the caller's own transaction. The first time stays. */
export const markLeft = async (tx: Tx, staffId: string, at: Date): Promise<void> => {
	await tx
		.update(staff)
		.set({ leftAt: at })
		.where(and(eq(staff.id, staffId), isNull(staff.leftAt)));
};
