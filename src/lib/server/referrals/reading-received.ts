import { randomUUID } from 'node:crypto';
import { isFresh, type Staff } from '../access/index.ts';
import type { StepUp } from '../concerns/index.ts';
import { write, type Database } from '../db/index.ts';
import { readersOf, record, recordNotShown, type Reader } from '../ledger/index.ts';
import { seeAbout } from '../notices/index.ts';
import { nothingAgreed, take, type AgreedWith } from './answering.ts';
import { lookReceived, type Received } from './inbox.ts';
import { stepForm } from './forms.ts';
import { isRestricted, workersOf, type Worker } from './workers.ts';

/** With who has read it, who works on it, and whether only they may. */
export type ReadReceived = Received & {
	readers: Reader[];
	workers: Worker[];
	restricted: boolean;
};

/**
 * Reads a referral received. The reading is written down, and the first one tells the sender that it
 * has been opened: silence is what schools fear most. One that is kept to its workers is read within ten minutes of
 * a step-up.
 */
export async function readReceived(
	db: Database<'organisation'>,
	staff: Staff,
	reference: string,
	at = new Date(),
	agreedWith: AgreedWith = nothingAgreed
): Promise<ReadReceived | StepUp | undefined> {
	return write(db, async (tx): Promise<ReadReceived | StepUp | undefined> => {
		const found = await lookReceived(tx, staff, 'read a referral received', reference);
		if (!found) {
			await recordNotShown(tx, staff, 'referral received', reference, at);
			return undefined;
		}
		const restricted = await isRestricted(tx, found.id);
		if (restricted && !isFresh(staff, at)) return 'step up';
		await seeAbout(tx, staff, reference, at);
		await record(tx, staff, { did: 'read', object: 'referral received', id: reference }, at);
		const readers = await readersOf(tx, 'referral received', reference);
		const opening = stepForm(randomUUID(), 'opened');
		const isFirst = await take(tx, staff, found, opening, agreedWith, at);
		const now = isFirst
			? await lookReceived(tx, staff, 'read a referral received', reference)
			: found;
		const workers = await workersOf(tx, found.id);
		return { ...(now ?? found), readers, workers, restricted };
	});
}
