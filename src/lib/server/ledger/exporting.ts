import { write, type Database } from '../db/index.ts';
import { record, type Who } from './recording.ts';
import type { ledger } from './schema.ts';
import { inOrder } from './walking.ts';

/** An entry as one line of the exported ledger. docs/ledger.md says what each name means. */
export const lineOf = (entry: typeof ledger.$inferSelect): string =>
	`${JSON.stringify({
		number: entry.number,
		at: entry.at.toISOString(),
		staff: entry.staffId,
		session: entry.sessionId,
		did: entry.did,
		object: entry.object,
		id: entry.objectId,
		seal: entry.hash
	})}\n`;

/** The whole ledger as JSON Lines, in parts of some thousand lines. That it was exported is its last entry. */
export async function* exported(
	db: Database<'organisation'>,
	who: Who,
	at = new Date()
): AsyncGenerator<string> {
	await write(db, (tx) => record(tx, who, { did: 'exported', object: 'ledger', id: 'whole' }, at));
	for await (const entries of inOrder(db)) yield entries.map(lineOf).join('');
}
