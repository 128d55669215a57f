import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Role } from '../access/index.ts';
import { write } from '../db/index.ts';
import type { House } from '../organisations/index.ts';
import { hashPassword } from './passwords.ts';
import { accounts, memberships } from './schema.ts';
import { staff } from './staff.ts';

export type NewAccount = {
	email: string;
	name: string;
	password: string;
	organisationId: string;
	roles: Role[];
	/** Their place among the organisation's staff, when they have one already. */
	staffId?: string;
	job?: string;
};

/**
 * Gives a person an account, roles in one organisation, and a place among its staff.
 *
 * The account comes last: until it is there nobody can sign in, so a crash half-way gives nobody
 * anything and the same call may be made again.
 */
export async function add(
	house: House,
	{ email, name, password, organisationId, roles, staffId = randomUUID(), job }: NewAccount,
	at = new Date()
): Promise<{ id: string } | 'address taken'> {
	const address = email.trim().toLowerCase();
	const [taken] = await house.platform
		.select({ id: accounts.id })
		.from(accounts)
		.where(eq(accounts.email, address));
	if (taken) return 'address taken';

	const passwordHash = await hashPassword(password);
	const { db, release } = await house.lease(organisationId);
	try {
		await write(db, (tx) =>
			tx
				.insert(staff)
				.values({ id: staffId, name, job: job ?? roles.join(', ') })
				.onConflictDoNothing()
		);
	} finally {
		release();
	}

	const id = randomUUID();
	return write(house.platform, async (tx) => {
		const [added] = await tx
			.insert(accounts)
			.values({ id, email: address, name, passwordHash, createdAt: at })
			.onConflictDoNothing()
			.returning({ id: accounts.id });
		if (!added) return 'address taken';
		await tx
			.insert(memberships)
			.values(roles.map((role) => ({ accountId: id, organisationId, role, staffId, since: at })));
		return added;
	});
}
