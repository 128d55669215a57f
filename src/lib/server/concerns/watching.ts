import { and, asc, eq, lte } from 'drizzle-orm';
import { staff as adults } from '../accounts/index.ts';
import { may, type Staff } from '../access/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { record } from '../ledger/index.ts';
import { tell } from '../notices/index.ts';
import { visibleTo } from './access.ts';
import { childrenOf, type Child } from './children.ts';
import { decisionsOf } from './deciding.ts';
import { concernReviews, concerns, concernsWatched } from './schema.ts';

/** A concern that somebody watches over, and the day (`YYYY-MM-DD`) on which they look again. */
export type Watched = {
	id: string;
	reference: string;
	lookAgainOn: string;
	owner: string;
	children: Child[];
};

const rows = (tx: Tx) =>
	tx
		.select({
			id: concerns.id,
			reference: concerns.reference,
			lookAgainOn: concernsWatched.lookAgainOn,
			owner: adults.name
		})
		.from(concernsWatched)
		.innerJoin(concerns, eq(concerns.id, concernsWatched.concernId))
		.innerJoin(adults, eq(adults.id, concernsWatched.ownerId))
		.$dynamic();

async function withChildren(tx: Tx, found: Omit<Watched, 'children'>[]): Promise<Watched[]> {
	const children = await childrenOf(
		tx,
		found.map(({ id }) => id)
	);
	return found.map((one) => ({ ...one, children: children.get(one.id) ?? [] }));
}

/** What is to be looked at again until a day, the soonest first. At most fifty. The listing is written down. */
export async function watchedUntil(
	db: Database<'organisation'>,
	staff: Staff,
	until: string,
	at = new Date()
): Promise<Watched[]> {
	if (!may(staff, 'list concerns to triage')) return [];
	return write(db, async (tx) => {
		await record(tx, staff, { did: 'listed', object: 'concerns', id: 'watched' }, at);
		const theirs = visibleTo(staff, 'list concerns to triage', at);
		const found = await rows(tx)
			.where(and(theirs, lte(concernsWatched.lookAgainOn, until)))
			.orderBy(asc(concernsWatched.lookAgainOn))
			.limit(50);
		return withChildren(tx, found);
	});
}

/** What one person watches over: what whoever asks may see, and how many more there are. */
export async function watchesOf(
	tx: Tx,
	staff: Staff,
	person: string,
	at: Date
): Promise<{ seen: Watched[]; unseen: number }> {
	const own = eq(concernsWatched.ownerId, person);
	const found = await rows(tx)
		.where(and(own, visibleTo(staff, 'list concerns to triage', at)))
		.orderBy(asc(concernsWatched.lookAgainOn));
	const all = await tx.select().from(concernsWatched).where(own);
	return { seen: await withChildren(tx, found), unseen: all.length - found.length };
}

/** Gives what is watched over to somebody else, in the caller's transaction: the decision stands, and so does its day. */
export async function giveWatches(
	tx: Tx,
	staff: Staff,
	watched: readonly Watched[],
	ownerId: string,
	why: string,
	at: Date
): Promise<void> {
	for (const { id: concernId, lookAgainOn } of watched) {
		const standing = (await decisionsOf(tx, concernId)).at(-1);
		if (!standing) continue;
		const { decision } = standing;
		await tx.insert(concernReviews).values({
			...{ concernId, decision, why, decidedBy: staff.id, decidedAt: at, ownerId, lookAgainOn }
		});
	}
	if (watched.length > 0 && ownerId !== staff.id)
		await tell(tx, [ownerId], { says: 'Something was given to you to do.' }, at);
}
