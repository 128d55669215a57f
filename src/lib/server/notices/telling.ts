import { randomUUID } from 'node:crypto';
import type { Tx } from '../db/index.ts';
import { notices } from './schema.ts';

/**
 * What somebody is told. It names no child and no category; `about` is a record's reference. What is
 * `urgent` must not wait: unopened, it is told to others.
 */
export type Notice = { says: string; about?: string; urgent?: 'yes' };

/** Tells people something, inside the act that it tells of: without the notice the act is not done. */
export async function tell(
	tx: Tx,
	staffIds: readonly string[],
	{ says, about, urgent }: Notice,
	at: Date
): Promise<void> {
	const told = [...new Set(staffIds)];
	if (told.length > 0)
		await tx
			.insert(notices)
			.values(told.map((staffId) => ({ id: randomUUID(), staffId, says, about, urgent, at })));
}
