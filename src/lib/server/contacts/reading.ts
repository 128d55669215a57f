import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { staff as adults } from '../accounts/index.ts';
import { allows, may, type Staff } from '../access/index.ts';
import * as cases from '../cases/index.ts';
import type { StepUp } from '../concerns/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { record, recordNotShown, recordRefusal } from '../ledger/index.ts';
import { pupils, type Found } from '../pupils/index.ts';
import { contacts, contactVersions } from './schema.ts';

/** What is known of an adult around a household, and how it is safe to be in touch with them. */
export type Contact = Omit<
	typeof contactVersions.$inferSelect,
	'number' | 'contactId' | 'by' | 'at'
> & {
	id: string;
	/** Who wrote it down, and when. */
	by: string;
	at: Date;
};

const known = {
	id: contactVersions.contactId,
	name: contactVersions.name,
	relation: contactVersions.relation,
	responsibility: contactVersions.responsibility,
	livesHere: contactVersions.livesHere,
	telephone: contactVersions.telephone,
	toRing: contactVersions.toRing,
	toText: contactVersions.toText,
	toWrite: contactVersions.toWrite,
	whenSafe: contactVersions.whenSafe,
	mustNotKnow: contactVersions.mustNotKnow,
	by: adults.name,
	at: contactVersions.at
};

const versions = (tx: Tx) =>
	tx
		.select(known)
		.from(contactVersions)
		.innerJoin(contacts, eq(contacts.id, contactVersions.contactId))
		.innerJoin(adults, eq(adults.id, contactVersions.by))
		.$dynamic();

const isNewest = sql`${contactVersions.number} = (
	select max(other.number) from ${contactVersions} as other where other.contact_id = ${contacts.id}
)`;

/**
 * The contacts of the household of a case's pupil as they are known now, in the order in which they were
 * added. It is part of reading the case: the caller has looked, and writes it down.
 */
export async function ofCase(tx: Tx, { pupil }: { pupil: { id: string } }): Promise<Contact[]> {
	const home = await homeOf(tx, pupil.id);
	return versions(tx)
		.where(and(eq(contacts.householdId, home ?? ''), isNewest))
		.orderBy(asc(contacts.addedAt), asc(sql`${contacts}.rowid`));
}

/** What is known of one contact now. */
export async function newestOf(tx: Tx, contactId: string): Promise<Contact | undefined> {
	const [found] = await versions(tx)
		.where(eq(contactVersions.contactId, contactId))
		.orderBy(desc(contactVersions.number))
		.limit(1);
	return found;
}

/** The household of a pupil. */
export async function homeOf(tx: Tx, pupilId: string): Promise<string | undefined> {
	const [found] = await tx
		.select({ id: pupils.householdId })
		.from(pupils)
		.where(eq(pupils.id, pupilId));
	return found?.id;
}

export type Around = { reference: string; pupil: Found; contacts: Contact[]; mayAdd: boolean };

/** The contacts of a case, for somebody who may read it. The reading is written down, as one of the case. */
export async function read(
	db: Database<'organisation'>,
	staff: Staff,
	caseReference: string,
	at = new Date()
): Promise<Around | 'not found' | StepUp> {
	if (!may(staff, 'read a case')) {
		await recordRefusal(db, staff, 'read a case', at);
		return 'not found';
	}
	return write(db, async (tx) => {
		const found = await cases.look(tx, staff, 'read a case', caseReference, at);
		if (found === 'step up') return found;
		if (!found) {
			await recordNotShown(tx, staff, 'case', caseReference, at);
			return 'not found';
		}
		await record(tx, staff, { did: 'read', object: 'case', id: caseReference }, at);
		const { reference, pupil } = found;
		const facts = await cases.factsOf(tx, found.id, at);
		const mayAdd = allows(staff, 'add to a case', facts);
		return { reference, pupil, contacts: await ofCase(tx, found), mayAdd };
	});
}
