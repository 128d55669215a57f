import { and, eq, gt } from 'drizzle-orm';
import type { Staff } from '../access/index.ts';
import { staff as adults } from '../accounts/index.ts';
import type { Database, Tx } from '../db/index.ts';
import * as ledger from '../ledger/index.ts';
import type { Kind } from './finding.ts';
import { upon, type Refusal } from './guarding.ts';
import type { Reason } from './placing.ts';
import { brokenGlass, restrictionNames } from './schema.ts';
import { standingOn, type Restrictable } from './standing.ts';

/** A restriction as those who may open the record see it. */
export type Restriction = {
	reason: Reason;
	placedAt: Date;
	named: { id: string; name: string }[];
	/** Until when the record is open to this person by broken glass; `null` to those who are named. */
	openUntil: Date | null;
};

/** The restriction that stands on a record, for a person to whom the caller has just shown that record. */
export async function shownOn(
	tx: Tx,
	record: Restrictable,
	{ id: staffId }: Pick<Staff, 'id'>,
	at: Date
): Promise<Restriction | null> {
	const standing = await standingOn(tx, record);
	if (!standing) return null;
	const named = await tx
		.select({ id: adults.id, name: adults.name })
		.from(restrictionNames)
		.innerJoin(adults, eq(adults.id, restrictionNames.staffId))
		.where(eq(restrictionNames.restrictionId, standing.id))
		.orderBy(adults.name);
	const { reason, placedAt } = standing;
	const isNamed = named.some(({ id }) => id === staffId);
	const openUntil = isNamed ? null : await openTo(tx, staffId, standing.id, at);
	return { reason, placedAt, named, openUntil };
}

/** Until when somebody's broken glass is open; `null` when it is not. */
export async function openTo(
	tx: Tx,
	staffId: string,
	restrictionId: string,
	at: Date
): Promise<Date | null> {
	const [broken] = await tx
		.select({ until: brokenGlass.until })
		.from(brokenGlass)
		.where(
			and(
				eq(brokenGlass.restrictionId, restrictionId),
				eq(brokenGlass.staffId, staffId),
				gt(brokenGlass.until, at)
			)
		);
	return broken?.until ?? null;
}

/** What somebody sees before they restrict a record, change who may open it, or lift it. It is written down. */
export async function consider(
	db: Database<'organisation'>,
	staff: Staff,
	kind: Kind,
	reference: string,
	at = new Date()
): Promise<{ restriction: Restriction | null; writtenBy: string | null } | Refusal> {
	return upon(db, staff, kind, reference, at, async (tx, record) => {
		const entry = { did: 'looked at the restriction of', object: kind.object, id: reference };
		await ledger.record(tx, staff, entry, at);
		return {
			restriction: await shownOn(tx, record, staff, at),
			writtenBy: record.loggedById ?? null
		};
	});
}
