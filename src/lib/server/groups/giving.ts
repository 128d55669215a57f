import { and, eq, isNull } from 'drizzle-orm';
import * as v from 'valibot';
import type { Staff } from '../access/index.ts';
import { staff as adults } from '../accounts/index.ts';
import type { Database, Tx } from '../db/index.ts';
import * as ledger from '../ledger/index.ts';
import { tell } from '../notices/index.ts';
import { upon, type Refusal } from './guarding.ts';
import { groupStaff } from './schema.ts';

type Db = Database<'organisation'>;

export const giving = v.object({
	person: v.pipe(v.optional(v.string(), ''), v.nonEmpty('Choose who looks after it'))
});

/** Who has the role now, by their ids among the staff: the platform knows. */
type Holders = Record<'pastoral' | 'leads', readonly string[]>;

/**
 * Gives a group to somebody, from among `pastoral`: those who have that role now. They read from then on
 * what is written about its pupils, and the leads are told. Nobody gives one to themselves, whatever their roles.
 */
export async function give(
	db: Db,
	staff: Staff,
	id: string,
	{ person }: v.InferOutput<typeof giving>,
	{ pastoral, leads }: Holders,
	at = new Date()
): Promise<'given' | 'given already' | 'not oneself' | 'not pastoral' | Refusal> {
	return upon(db, staff, id, at, async (tx) => {
		if (await refusedOneself(tx, staff, person, at)) return 'not oneself';
		if (!pastoral.includes(person) || !(await isPresent(tx, person))) return 'not pastoral';
		const [given] = await tx
			.insert(groupStaff)
			.values({ groupId: id, staffId: person })
			.onConflictDoNothing()
			.returning();
		if (!given) return 'given already';
		const did = ['gave a group', 'gave to somebody'] as const;
		await ledger.recordAll(tx, staff, entriesOf(did, person, id), at);
		const told = leads.filter((lead) => lead !== staff.id);
		await tell(
			tx,
			told,
			{ says: 'A group was given to somebody. Under Groups you see whose it is.' },
			at
		);
		return 'given';
	});
}

/** Takes a group back from somebody. Twice is once, and nobody takes one from themselves either. */
export async function takeBack(
	db: Db,
	staff: Staff,
	id: string,
	{ person }: v.InferOutput<typeof giving>,
	at = new Date()
): Promise<'taken back' | 'not theirs' | 'not oneself' | Refusal> {
	return upon(db, staff, id, at, async (tx) => {
		if (await refusedOneself(tx, staff, person, at)) return 'not oneself';
		const [gone] = await tx
			.delete(groupStaff)
			.where(and(eq(groupStaff.groupId, id), eq(groupStaff.staffId, person)))
			.returning();
		if (!gone) return 'not theirs';
		const did = ['took a group back', 'took back from somebody'] as const;
		await ledger.recordAll(tx, staff, entriesOf(did, person, id), at);
		return 'taken back';
	});
}

/** Somebody who has left, or is pastoral no more, looks after nothing from now on; in the caller's own transaction. */
export const leaveAll = async (tx: Tx, staffId: string): Promise<void> => {
	await tx.delete(groupStaff).where(eq(groupStaff.staffId, staffId));
};

async function refusedOneself(tx: Tx, staff: Staff, person: string, at: Date): Promise<boolean> {
	if (person !== staff.id) return false;
	const did = 'was refused';
	await ledger.record(tx, staff, { did, object: 'act', id: 'keep one’s own groups' }, at);
	return true;
}

async function isPresent(tx: Tx, staffId: string): Promise<boolean> {
	const [found] = await tx
		.select({ id: adults.id })
		.from(adults)
		.where(and(eq(adults.id, staffId), isNull(adults.leftAt)));
	return found !== undefined;
}

const entriesOf = (
	[toPerson, toGroup]: readonly [string, string],
	person: string,
	id: string
): ledger.Entry[] => [
	{ did: toPerson, object: 'person', id: person },
	{ did: toGroup, object: 'group', id }
];
