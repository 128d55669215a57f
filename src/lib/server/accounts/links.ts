import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, isNull } from 'drizzle-orm';
import { write, type Database, type Tx } from '../db/index.ts';
import { accounts, links, type linkKinds } from './schema.ts';

type Platform = Database<'platform'>;
export type LinkKind = (typeof linkKinds)[number];

const minute = 60_000;

/** How long each kind of link opens. Issue B: half an hour, and a week. */
const lasts: Record<LinkKind, number> = {
	reset: 30 * minute,
	invitation: 7 * 24 * 60 * minute
};

const hashed = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * Makes a link for an account and gives its token, which is kept nowhere: only its SHA-256 is. An older
 * one of the kind opens nothing from then on.
 */
export async function makeLink(
	platform: Platform,
	accountId: string,
	kind: LinkKind,
	at: Date
): Promise<string> {
	const token = randomBytes(32).toString('base64url');
	const expiresAt = new Date(at.getTime() + lasts[kind]);
	await write(platform, async (tx) => {
		const ofKind = and(eq(links.accountId, accountId), eq(links.kind, kind));
		await tx
			.update(links)
			.set({ usedAt: at })
			.where(and(ofKind, isNull(links.usedAt)));
		await tx
			.insert(links)
			.values({ hash: hashed(token), accountId, kind, createdAt: at, expiresAt });
	});
	return token;
}

const alive = (token: string, at: Date) =>
	and(eq(links.hash, hashed(token)), isNull(links.usedAt), gt(links.expiresAt, at));

/**
 * Whose link this is and what for, without using it: programs that read mail open every link. One that was
 * used, has expired or never was is one answer.
 */
export async function openLink(platform: Platform, token: string, at: Date) {
	const [found] = await platform
		.select({ kind: links.kind, account: accounts })
		.from(links)
		.innerJoin(accounts, eq(accounts.id, links.accountId))
		.where(alive(token, at));
	return found;
}

/** Uses a link up, in the caller's own transaction. Of two who use it together, one does. */
export async function useLink(tx: Tx, token: string, at: Date): Promise<boolean> {
	const [used] = await tx
		.update(links)
		.set({ usedAt: at })
		.where(alive(token, at))
		.returning({ hash: links.hash });
	return used !== undefined;
}

/** Every link of an account is worth nothing from now on, in the caller's own transaction. */
export const endLinks = async (tx: Tx, accountId: string, at: Date): Promise<void> => {
	await tx
		.update(links)
		.set({ usedAt: at })
		.where(and(eq(links.accountId, accountId), isNull(links.usedAt)));
};
