import { inArray, lte, sql } from 'drizzle-orm';
import { write, type Database } from '../db/index.ts';
import { publicBoxes, sealedQuestions } from './public-schema.ts';
import { questionBoxes, questionHandlings } from './schema.ts';

/**
 * Forgets every box of an organisation whose week is over: its key, and what was done about its questions. Without the
 * key, nothing that was put into it opens any more, wherever a copy of it is.
 */
export async function forgetKeys(db: Database<'organisation'>, at = new Date()): Promise<void> {
	const forgot = await write(db, async (tx) => {
		const over = await tx
			.select({ id: questionBoxes.id })
			.from(questionBoxes)
			.where(lte(questionBoxes.goesAt, at));
		const ids = over.map(({ id }) => id);
		await tx.delete(questionHandlings).where(inArray(questionHandlings.boxId, ids));
		await tx.delete(questionBoxes).where(inArray(questionBoxes.id, ids));
		return ids.length > 0;
	});
	if (forgot) await leaveNothingBehind(db);
}

/** Forgets every box at the public door whose week is over, and what was put into it. */
export async function forgetQuestions(
	published: Database<'public'>,
	at = new Date()
): Promise<void> {
	const forgot = await write(published, async (tx) => {
		const over = await tx
			.select({ code: publicBoxes.code })
			.from(publicBoxes)
			.where(lte(publicBoxes.goesAt, at));
		const codes = over.map(({ code }) => code);
		await tx.delete(sealedQuestions).where(inArray(sealedQuestions.code, codes));
		await tx.delete(publicBoxes).where(inArray(publicBoxes.code, codes));
		return codes.length > 0;
	});
	if (forgot) await leaveNothingBehind(published);
}

// What is deleted is written over where it stood (`secure_delete`, db/client.ts); until the log of writes is emptied,
// the page as it was would still lie there.
const leaveNothingBehind = async (db: Database): Promise<void> => {
	if (db.local) await db.run(sql`pragma wal_checkpoint(truncate)`);
};
