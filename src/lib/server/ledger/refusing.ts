import { referenceForm } from '#lib/references.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { record, type Who } from './recording.ts';

/** Writes down that a person asked for something that their roles do not allow. */
export const recordRefusal = (
	db: Database<'organisation'>,
	who: Who,
	act: string,
	at = new Date()
): Promise<void> =>
	write(db, (tx) => record(tx, who, { did: 'was refused', object: 'act', id: act }, at));

// References, numbers and the ids that we make ourselves, and nothing that only looks like a word: what else
// somebody sends may be anything they typed, and would stand here for ever.
const ours = new RegExp(
	`^(${referenceForm}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[a-z]{1,12}-\\d{1,6}|\\d{1,9})$`
);

/**
 * Writes down, in the caller's own transaction, that a person asked for a record and was not shown it.
 *
 * One that is not there and one that is not theirs leave the same entry.
 */
export const recordNotShown = (
	tx: Tx,
	who: Who,
	object: string,
	id: string,
	at: Date
): Promise<void> =>
	record(tx, who, { did: 'was not shown', object, id: ours.test(id) ? id : 'of no such form' }, at);
