import { and, asc, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { staff as adults } from '../accounts/index.ts';
import { may, type Staff } from '../access/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { record } from '../ledger/index.ts';
import { visibleTo } from './access.ts';
import { childrenOf, type Child } from './children.ts';
import { concernEchoes, concerns, concernsWaiting, triages, type urgencies } from './schema.ts';

type Db = Database<'organisation'>;

export const summary = {
	id: concerns.id,
	reference: concerns.reference,
	loggedAt: concerns.loggedAt,
	noticedOn: concerns.noticedOn,
	urgency: concerns.urgency,
	loggedBy: adults.name,
	unknownChild: concerns.unknownChild,
	decidedAt: triages.decidedAt,
	echoedAt: concernEchoes.at
};

/** A concern in a list: which, about whom, how soon, and what came of it; none of its narrative. */
export type Listed = {
	id: string;
	reference: string;
	loggedAt: Date;
	noticedOn: string;
	urgency: (typeof urgencies)[number];
	loggedBy: string;
	children: Child[];
	/** What is known of a child whom nobody could name. */
	unknownChild: string | null;
	/** When it was read and decided on. */
	decidedAt: Date | null;
	/** When its author was told that something came of it. */
	echoedAt: Date | null;
};

const rows = (tx: Tx) =>
	tx
		.select(summary)
		.from(concerns)
		.innerJoin(adults, eq(adults.id, concerns.loggedBy))
		.leftJoin(triages, eq(triages.concernId, concerns.id))
		.leftJoin(concernEchoes, eq(concernEchoes.concernId, concerns.id))
		.$dynamic();

async function withChildren(tx: Tx, found: Omit<Listed, 'children'>[]): Promise<Listed[]> {
	const children = await childrenOf(
		tx,
		found.map(({ id }) => id)
	);
	return found.map((one) => ({ ...one, children: children.get(one.id) ?? [] }));
}

// As a list and not as a join: SQLite keeps no statistics here, and would begin with every concern there is.
const waiting = sql`(select ${concernsWaiting.concernId} from ${concernsWaiting})`;

/** Immediate first, then same day, then the rest. */
const bySoonest = sql`case ${concerns.urgency} when 'immediate' then 0 when 'same day' then 1 else 2 end`;

const everyOne = -1;

/** What nobody has triaged yet, the most urgent and then the oldest first. The listing is written down. */
export async function untriaged(
	db: Db,
	staff: Staff,
	at = new Date(),
	most = everyOne
): Promise<Listed[]> {
	if (!may(staff, 'list concerns to triage')) return [];
	return write(db, async (tx) => {
		await record(tx, staff, { did: 'listed', object: 'concerns', id: 'to triage' }, at);
		const found = await rows(tx)
			.where(and(inArray(concerns.id, waiting), visibleTo(staff, 'list concerns to triage', at)))
			.orderBy(bySoonest, asc(concerns.loggedAt))
			.limit(most);
		return withChildren(tx, found);
	});
}

/** What this person has logged themselves, newest first, and what came of it. At most twenty. */
export async function loggedBy(db: Db, staff: Staff, at = new Date()): Promise<Listed[]> {
	if (!may(staff, 'read a concern')) return [];
	return listed(db, staff, 'own', at, {
		where: and(visibleTo(staff, 'read a concern', at), eq(concerns.loggedBy, staff.id)),
		most: 20
	});
}

/** Everything this person has logged themselves, newest first: nothing they do can lose it. */
export async function allLoggedBy(db: Db, staff: Staff, at = new Date()): Promise<Listed[]> {
	if (!may(staff, 'read a concern')) return [];
	return listed(db, staff, 'own', at, {
		where: and(visibleTo(staff, 'read a concern', at), eq(concerns.loggedBy, staff.id)),
		most: everyOne
	});
}

/** What was written about the pupils whom this person looks after, newest first. At most a hundred. */
export async function ofGroups(db: Db, staff: Staff, at = new Date()): Promise<Listed[]> {
	if (!may(staff, 'list concerns of a group')) return [];
	return listed(db, staff, 'of groups', at, {
		where: visibleTo(staff, 'list concerns of a group', at),
		most: 100
	});
}

const listed = (
	db: Db,
	staff: Staff,
	id: string,
	at: Date,
	{ where, most }: { where: SQL | undefined; most: number }
): Promise<Listed[]> =>
	write(db, async (tx) => {
		await record(tx, staff, { did: 'listed', object: 'concerns', id }, at);
		return withChildren(
			tx,
			await rows(tx).where(where).orderBy(desc(concerns.loggedAt)).limit(most)
		);
	});

/** How many concerns wait to be triaged. A count is no record: nothing is written down. */
export async function countUntriaged(db: Db, staff: Staff, at = new Date()): Promise<number> {
	if (!may(staff, 'list concerns to triage')) return 0;
	const [row] = await db
		.select({ waiting: sql<number>`count(*)` })
		.from(concerns)
		.where(and(inArray(concerns.id, waiting), visibleTo(staff, 'list concerns to triage', at)));
	return row?.waiting ?? 0;
}
