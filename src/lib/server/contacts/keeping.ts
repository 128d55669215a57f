import * as v from 'valibot';
import { and, eq } from 'drizzle-orm';
import { may, type Staff } from '../access/index.ts';
import * as cases from '../cases/index.ts';
import type { StepUp } from '../concerns/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { key, text } from '../fields.ts';
import { record, recordNotShown, recordRefusal } from '../ledger/index.ts';
import { homeOf, newestOf } from './reading.ts';
import { answers, contacts, contactVersions, safeties } from './schema.ts';

// As long as a name, or a number with an extension, can be; what is longer belongs below it.
const short = v.pipe(text, v.maxLength(200, 'Keep this under 200 letters'));
// Nobody is taken to be safe because nobody asked.
const answer = v.optional(v.picklist(answers, 'Choose yes, no or not known'), 'not known');
const safety = v.optional(v.picklist(safeties, 'Choose safe, not safe or not known'), 'not known');

/** What the form for a contact must say. Whatever nobody answered is not known. */
export const keeping = v.object({
	key,
	/** Which contact it is a new version of; empty for a new one. */
	contact: v.optional(v.string(), ''),
	name: v.pipe(short, v.nonEmpty('Write who it is')),
	relation: v.pipe(short, v.nonEmpty('Say who they are to the children')),
	responsibility: answer,
	livesHere: answer,
	telephone: short,
	toRing: safety,
	toText: safety,
	toWrite: safety,
	whenSafe: text,
	mustNotKnow: text
});

type Form = v.InferOutput<typeof keeping>;

/**
 * Keeps what is known of an adult around the household of a case's pupil: a new contact, or a new version of
 * one. What was known before stays. The same form sent twice is one.
 */
export async function keep(
	db: Database<'organisation'>,
	staff: Staff,
	caseReference: string,
	form: Form,
	at = new Date()
): Promise<'kept' | 'not found' | StepUp> {
	if (!may(staff, 'add to a case')) {
		await recordRefusal(db, staff, 'add to a case', at);
		return 'not found';
	}
	return write(db, async (tx) => {
		const found = await cases.look(tx, staff, 'add to a case', caseReference, at);
		if (found === 'step up') return found;
		const home = found && (await homeOf(tx, found.pupil.id));
		const contactId = home && (await contactIn(tx, staff, home, form, at));
		if (!contactId) {
			await recordNotShown(tx, staff, 'case', caseReference, at);
			return 'not found';
		}
		if (!(await addVersion(tx, staff, contactId, form, at))) return 'kept';
		await record(tx, staff, { did: 'kept a contact', object: 'case', id: caseReference }, at);
		return 'kept';
	});
}

/** The contact that a form is about, made when it is new; `undefined` when it is of another household. */
async function contactIn(
	tx: Tx,
	staff: Staff,
	householdId: string,
	{ key, contact }: Form,
	at: Date
): Promise<string | undefined> {
	const id = contact || key;
	if (!contact)
		await tx
			.insert(contacts)
			.values({ id, householdId, addedBy: staff.id, addedAt: at })
			.onConflictDoNothing();
	const [found] = await tx
		.select({ id: contacts.id })
		.from(contacts)
		.where(and(eq(contacts.id, id), eq(contacts.householdId, householdId)));
	return found?.id;
}

/** Adds what is known of a contact, unless it is what was known already; `false` when nothing was added. */
async function addVersion(
	tx: Tx,
	staff: Staff,
	contactId: string,
	{ key, contact, ...known }: Form,
	at: Date
): Promise<boolean> {
	const newest = await newestOf(tx, contactId);
	// The form for a new contact, sent again after somebody learnt more, takes nothing back.
	if (newest && !contact && contactId === key) return false;
	if (newest && fields.every((field) => newest[field] === known[field])) return false;
	await tx.insert(contactVersions).values({ contactId, ...known, by: staff.id, at });
	return true;
}

const fields = [
	'name',
	'relation',
	'responsibility',
	'livesHere',
	'telephone',
	'toRing',
	'toText',
	'toWrite',
	'whenSafe',
	'mustNotKnow'
] as const;
