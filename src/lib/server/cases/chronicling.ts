import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Tx } from '../db/index.ts';
import { cases, chronology, type kinds } from './schema.ts';

export type NewEntry = {
	/** A form's key, where the same form sent twice must be one entry. */
	id?: string;
	caseId: string;
	kind: (typeof kinds)[number];
	says: string;
	about?: string;
	/** Who acted: one of our own staff, or the name of somebody elsewhere. */
	staffId?: string;
	from?: string;
	at: Date;
	/** `YYYY-MM-DD`, when it happened on another day. */
	happenedOn?: string;
};

/** Adds an entry to a case's chronology, inside the act that it tells of. */
export async function chronicle(tx: Tx, entry: NewEntry): Promise<void> {
	await tx.insert(chronology).values({ id: randomUUID(), ...entry });
}

/** Whether an entry is there already: its form was sent before. */
export async function isThere(tx: Tx, id: string): Promise<boolean> {
	const [found] = await tx
		.select({ id: chronology.id })
		.from(chronology)
		.where(eq(chronology.id, id));
	return found !== undefined;
}

/** The reference of a case, for an entry that arrives from elsewhere. */
export async function referenceOf(tx: Tx, caseId: string): Promise<string | undefined> {
	const [found] = await tx
		.select({ reference: cases.reference })
		.from(cases)
		.where(eq(cases.id, caseId));
	return found?.reference;
}
