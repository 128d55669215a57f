import { and, eq, inArray } from 'drizzle-orm';
import type { Role } from '../access/index.ts';
import type { Database } from '../db/index.ts';
import { accounts, memberships } from './schema.ts';

/** Somebody who holds a role: who they are among the staff, and where they are written to. */
export type Holder = { staffId: string; email: string; name: string };

/** Everybody who holds one of these roles in an organisation, each once, by name. */
export async function holdersOf(
	platform: Database<'platform'>,
	organisationId: string,
	roles: readonly Role[]
): Promise<Holder[]> {
	return platform
		.select({
			staffId: memberships.staffId,
			email: accounts.email,
			name: accounts.name
		})
		.from(memberships)
		.innerJoin(accounts, eq(accounts.id, memberships.accountId))
		.where(
			and(eq(memberships.organisationId, organisationId), inArray(memberships.role, [...roles]))
		)
		.groupBy(memberships.staffId)
		.orderBy(accounts.name);
}

/** Whom a concern about an adult goes to: the heads; the leads where there is no head, or the deputies. */
export async function headsOf(
	platform: Database<'platform'>,
	organisationId: string
): Promise<Holder[]> {
	for (const role of ['head', 'lead', 'deputy'] as const) {
		const found = await holdersOf(platform, organisationId, [role]);
		if (found.length > 0) return found;
	}
	return [];
}
