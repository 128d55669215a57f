import { and, desc, eq } from 'drizzle-orm';
import { write, type Database, type Tx } from '../db/index.ts';
import { byLink, record, type Entry } from '../ledger/index.ts';
import type { House } from '../organisations/index.ts';
import { referralLinks } from './schema.ts';
import { hashOf } from './secrets.ts';

export type Link = typeof referralLinks.$inferSelect;

/** How many codes may be tried: of a hundred million, five guesses find one in twenty million links. */
export const mostTries = 5;

/** The link that a token is of, whatever became of it; at the door of another purpose it is none. */
export async function find(
	platform: Pick<Tx, 'select'>,
	token: string,
	purpose: Link['purpose']
): Promise<Link | undefined> {
	const [found] = await platform
		.select()
		.from(referralLinks)
		.where(and(eq(referralLinks.hash, hashOf(token)), eq(referralLinks.purpose, purpose)));
	return found;
}

/** The newest link of a referral of this school. The caller has shown its reader that very referral. */
export async function newestOf(
	{ platform }: { platform: Database<'platform'> },
	organisationId: string,
	referralId: string
): Promise<Link | undefined> {
	const theirs = and(
		eq(referralLinks.organisationId, organisationId),
		eq(referralLinks.referralId, referralId)
	);
	const [found] = await platform
		.select()
		.from(referralLinks)
		.where(theirs)
		.orderBy(desc(referralLinks.madeAt))
		.limit(1);
	return found;
}

/** Why a link opens nothing, to nobody; `undefined` while it can be opened or used. */
export function whyShut({ endedAt, expiresAt, sessionHash, tries }: Link, at: Date) {
	if (endedAt) return 'it had ended';
	if (expiresAt <= at) return 'it had expired';
	if (!sessionHash && tries >= mostTries) return 'too many codes were tried';
	return undefined;
}

/** Works in the database of the school whose link it is. */
export async function atTheSchool<Result>(
	house: House,
	{ organisationId }: Link,
	work: (db: Database<'organisation'>) => Promise<Result>
): Promise<Result> {
	const { db, release } = await house.lease(organisationId);
	try {
		return await work(db);
	} finally {
		release();
	}
}

/** Writes down what was done by a link, in the school's own ledger. */
export const recordedBy =
	({ hash }: Link) =>
	(tx: Tx, entry: Entry, at: Date): Promise<void> =>
		record(tx, { id: byLink, sessionId: hash }, entry, at);

// Whoever holds a token that opens nothing could otherwise fill a school's ledger.
const mostRefusals = 50;

/** Writes down in the school's ledger that somebody was refused by a link: the first fifty times. */
export async function refuse(house: House, link: Link, why: string, at: Date): Promise<void> {
	if (link.refusals >= mostRefusals) return;
	const counted = await write(house.platform, async (tx) => {
		const [now] = await tx
			.select({ refusals: referralLinks.refusals })
			.from(referralLinks)
			.where(eq(referralLinks.hash, link.hash));
		const refusals = (now?.refusals ?? 0) + 1;
		await tx.update(referralLinks).set({ refusals }).where(eq(referralLinks.hash, link.hash));
		return refusals;
	});
	if (counted > mostRefusals) return;
	const { purpose: object, reference: id } = link;
	const entry = { did: `was refused by a link: ${why}`, object, id };
	await atTheSchool(house, link, (db) => write(db, (tx) => recordedBy(link)(tx, entry, at)));
}
