import { and, eq, gt, isNull, sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { isFresh, type Conditions, type Facts, type Staff } from '../access/index.ts';
import type { Tx } from '../db/index.ts';
import {
	brokenGlass,
	restrictionLifts,
	restrictionNames,
	restrictions,
	type objects
} from './schema.ts';

/** What can be restricted, as the restriction names it. */
export type Restrictable = { object: (typeof objects)[number]; id: string };

/** The restriction that stands on a record now, if one does. */
export async function standingOn(tx: Tx, { object, id }: Restrictable) {
	const [found] = await tx
		.select({ id: restrictions.id, reason: restrictions.reason, placedAt: restrictions.placedAt })
		.from(restrictions)
		.leftJoin(restrictionLifts, eq(restrictionLifts.restrictionId, restrictions.id))
		.where(
			and(
				eq(restrictions.object, object),
				eq(restrictions.objectId, id),
				isNull(restrictionLifts.restrictionId)
			)
		);
	return found;
}

/** Who may know of a record, for the check of one; `null` when it is not restricted. `at` is now. */
export async function restrictionOn(
	tx: Tx,
	record: Restrictable,
	at: Date
): Promise<Facts['restriction']> {
	const standing = await standingOn(tx, record);
	if (!standing) return null;
	const broken = await tx
		.select({ staffId: brokenGlass.staffId })
		.from(brokenGlass)
		.where(and(eq(brokenGlass.restrictionId, standing.id), gt(brokenGlass.until, at)));
	return {
		named: await namedOn(tx, standing.id),
		broken: broken.map(({ staffId }) => staffId)
	};
}

/** Who is named on a restriction. */
export async function namedOn(tx: Tx, restrictionId: string): Promise<string[]> {
	const named = await tx
		.select({ staffId: restrictionNames.staffId })
		.from(restrictionNames)
		.where(eq(restrictionNames.restrictionId, restrictionId));
	return named.map(({ staffId }) => staffId);
}

/**
 * The same as conditions on the rows of a list, in which `id` is the record's. Those who are named find it on
 * a list, as they open it, only within ten minutes of a step-up: a line of a list names the child.
 */
export function restrictionConditions(
	object: Restrictable['object'],
	id: SQLiteColumn,
	staff: Pick<Staff, 'id' | 'steppedUpAt'>,
	at: Date
): Pick<Conditions, 'isRestricted' | 'isNamed' | 'brokeTheGlass'> {
	const standing = (and: SQL) => sql`exists (
		select 1 from ${restrictions}
		where ${restrictions.object} = ${object} and ${restrictions.objectId} = ${id}
			and not exists (
				select 1 from ${restrictionLifts}
				where ${restrictionLifts.restrictionId} = ${restrictions.id}
			)
			and ${and}
	)`;
	const proved = (and: SQL) => (isFresh(staff, at) ? standing(and) : sql`false`);
	return {
		isRestricted: standing(sql`true`),
		isNamed: proved(sql`exists (
			select 1 from ${restrictionNames}
			where ${restrictionNames.restrictionId} = ${restrictions.id}
				and ${restrictionNames.staffId} = ${staff.id}
		)`),
		brokeTheGlass: proved(sql`exists (
			select 1 from ${brokenGlass}
			where ${brokenGlass.restrictionId} = ${restrictions.id}
				and ${brokenGlass.staffId} = ${staff.id} and ${gt(brokenGlass.until, at)}
		)`)
	};
}
