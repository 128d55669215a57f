import { and, desc, eq, gte, ne, sql } from 'drizzle-orm';
import type { Tx } from '../db/index.ts';
import { byLink } from './recording.ts';
import { ledger } from './schema.ts';

/** Somebody who read a record on a day of the school's (Europe/London), and how often that day. */
export type Reader = { name: string; on: string; times: number };

const dayOf = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

// Named in SQL and not by its table: accounts stand on the ledger, so the ledger imports none of theirs.
const name = sql<string | null>`(select name from staff where staff.id = ${ledger.staffId})`;

/**
 * Who has read a record, by person and day, newest first.
 *
 * It asks nobody's leave: a domain calls it for a person to whom it has just shown that very record.
 */
export async function readersOf(
	tx: Pick<Tx, 'select'>,
	object: string,
	id: string
): Promise<Reader[]> {
	const readings = await tx
		.select({ staffId: ledger.staffId, name, at: ledger.at })
		.from(ledger)
		.where(and(eq(ledger.objectId, id), eq(ledger.object, object), eq(ledger.did, 'read')))
		.orderBy(desc(ledger.number));
	const readers = new Map<string, Reader>();
	for (const reading of readings) {
		const on = dayOf.format(reading.at);
		const key = `${on} ${reading.staffId}`;
		const known = readers.get(key) ?? {
			name: reading.name ?? nameless(reading.staffId),
			on,
			times: 0
		};
		readers.set(key, { ...known, times: known.times + 1 });
	}
	return [...readers.values()];
}

const nameless = (staffId: string): string =>
	staffId === byLink ? 'The service, by its link' : 'Not on the staff';

/** What was done to a person of the organisation. `to` is nobody's name for somebody who was new. */
export type Done = { number: number; by: string; did: string; to: string | null; at: Date };

const whom = sql<string | null>`(select name from staff where staff.id = ${ledger.objectId})`;

// Asked by each person's id, so that the index serves and the whole ledger is not walked.
const aPerson = sql`${ledger.objectId} in (select id from staff union all select 'new')`;

/** What was done to people since a moment, newest first: roles, invitations, leaving. Reading is not among it. */
export async function doneToPeople(tx: Pick<Tx, 'select'>, since: Date): Promise<Done[]> {
	const found = await tx
		.select({ number: ledger.number, name, did: ledger.did, to: whom, at: ledger.at })
		.from(ledger)
		.where(and(aPerson, eq(ledger.object, 'person'), ne(ledger.did, 'read'), gte(ledger.at, since)))
		.orderBy(desc(ledger.number));
	return found.map(({ name: by, ...done }) => ({ ...done, by: by ?? 'Not on the staff' }));
}
