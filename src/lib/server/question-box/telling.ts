import { desc, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { may, type Staff } from '../access/index.ts';
import * as accounts from '../accounts/index.ts';
import { newReference, write, type Database } from '../db/index.ts';
import * as ledger from '../ledger/index.ts';
import * as notices from '../notices/index.ts';
import { keep } from './handling.ts';
import type { Place } from './place.ts';
import { ownBox, questionsIn } from './reading.ts';
import { questionsTold } from './schema.ts';

type Db = Database<'organisation'>;

const act = 'read questions told';

/** What a teacher may add for the lead. */
export const telling = v.object({
	note: v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.maxLength(1000, 'Keep it under 1,000 letters')
	)
});

/**
 * Tells the leads of a question, with its words, and says so on the question. It is a record of the school’s from then
 * on and outlives the box. Told twice is told once.
 *
 * @param leads who is told, by their ids among the staff
 */
export async function tellLead(
	place: Place,
	staff: Staff,
	{ box: id, number }: { box: string; number: number },
	{ note, leads }: { note: string; leads: readonly string[] },
	at = new Date()
): Promise<'told' | 'nobody to tell' | 'not found'> {
	const found = await ownBox(place, staff, id, at);
	if (found === 'not found') return found;
	const question = (await questionsIn(place, found, at)).find((each) => each.number === number);
	if (question && leads.length === 0) return 'nobody to tell';
	return write(place.db, async (tx) => {
		if (!question) {
			await ledger.recordNotShown(tx, staff, 'question', id, at);
			return 'not found';
		}
		const { words, says } = question;
		const { className, lessonId } = found;
		const [told] = await tx
			.insert(questionsTold)
			.values({
				...{ reference: newReference('Q'), number, words, className, lessonId, note },
				...{ toldBy: staff.id, at }
			})
			.onConflictDoNothing({ target: questionsTold.number })
			.returning({ reference: questionsTold.reference });
		if (!told) return 'told';
		await keep(tx, { number, boxId: id, says, state: 'told the lead' });
		const notice = { says: saying, about: told.reference, urgent: 'yes' as const };
		await notices.tell(tx, leads, notice, at);
		await ledger.record(tx, staff, { did: 'told', object: 'question', id: told.reference }, at);
		return 'told';
	});
}

const saying = 'A teacher passed on a question from a class that may be a disclosure.';

/** A question that the leads were told of. */
export type Told = Omit<typeof questionsTold.$inferSelect, 'number' | 'toldBy'> & { by: string };

const listed = {
	reference: questionsTold.reference,
	className: questionsTold.className,
	lessonId: questionsTold.lessonId,
	at: questionsTold.at,
	by: accounts.staff.name
};

/**
 * Every question that the leads were told of, newest first and without its words, and whether anybody has read it. The
 * listing is written down.
 */
export async function listTold(
	db: Db,
	staff: Staff,
	at = new Date()
): Promise<(Omit<Told, 'words' | 'note'> & { isRead: boolean })[] | 'not found'> {
	if (await mayNotRead(db, staff, at)) return 'not found';
	return write(db, async (tx) => {
		await ledger.record(tx, staff, { did: 'listed', object: 'questions told', id: 'all' }, at);
		const all = await tx
			.select(listed)
			.from(questionsTold)
			.innerJoin(accounts.staff, eq(accounts.staff.id, questionsTold.toldBy))
			.orderBy(desc(questionsTold.at));
		const told: Awaited<ReturnType<typeof listTold>> = [];
		for (const each of all) {
			const readers = await ledger.readersOf(tx, 'question told', each.reference);
			told.push({ ...each, isRead: readers.length > 0 });
		}
		return told;
	});
}

/** One of them, with its words; the reading is written down, and the notice of it put away. */
export async function readTold(
	db: Db,
	staff: Staff,
	reference: string,
	at = new Date()
): Promise<Told | 'not found'> {
	if (await mayNotRead(db, staff, at)) return 'not found';
	return write(db, async (tx) => {
		const [found] = await tx
			.select({ ...listed, words: questionsTold.words, note: questionsTold.note })
			.from(questionsTold)
			.innerJoin(accounts.staff, eq(accounts.staff.id, questionsTold.toldBy))
			.where(eq(questionsTold.reference, reference));
		if (!found) {
			await ledger.recordNotShown(tx, staff, 'question told', reference, at);
			return 'not found';
		}
		await ledger.record(tx, staff, { did: 'read', object: 'question told', id: reference }, at);
		await notices.seeAbout(tx, staff, reference, at);
		return found;
	});
}

async function mayNotRead(db: Db, staff: Staff, at: Date): Promise<boolean> {
	if (may(staff, act)) return false;
	await ledger.recordRefusal(db, staff, act, at);
	return true;
}
