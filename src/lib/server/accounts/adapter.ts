import { eq, lte } from 'drizzle-orm';
import type { Adapter, DatabaseSession } from 'lucia';
import { write, type Database } from '../db/index.ts';
import { accounts, sessions } from './schema.ts';

type Row = typeof sessions.$inferSelect;

const asLucia = ({ id, accountId, expiresAt, ...attributes }: Row): DatabaseSession => ({
	id,
	userId: accountId,
	expiresAt,
	attributes
});

/** Lucia's sessions in the platform database. Every id here is already a hash. */
export const adapter = (platform: Database<'platform'>): Adapter => ({
	async getSessionAndUser(id) {
		const [found] = await platform
			.select()
			.from(sessions)
			.innerJoin(accounts, eq(accounts.id, sessions.accountId))
			.where(eq(sessions.id, id));
		if (!found) return [null, null];
		const user = { id: found.accounts.id, attributes: { name: found.accounts.name } };
		return [asLucia(found.sessions), user];
	},
	async getUserSessions(accountId) {
		const found = await platform.select().from(sessions).where(eq(sessions.accountId, accountId));
		return found.map(asLucia);
	},
	async setSession({ id, userId, expiresAt, attributes }) {
		await write(platform, (tx) =>
			tx.insert(sessions).values({ id, accountId: userId, expiresAt, ...attributes })
		);
	},
	// Lucia would move the end on as a session is used. Ours is the absolute limit, and stays where it is.
	async updateSessionExpiration() {},
	async deleteSession(id) {
		await write(platform, (tx) => tx.delete(sessions).where(eq(sessions.id, id)));
	},
	async deleteUserSessions(accountId) {
		await write(platform, (tx) => tx.delete(sessions).where(eq(sessions.accountId, accountId)));
	},
	async deleteExpiredSessions() {
		await write(platform, (tx) => tx.delete(sessions).where(lte(sessions.expiresAt, new Date())));
	}
});
