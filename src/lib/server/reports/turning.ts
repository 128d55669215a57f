import { randomUUID } from 'node:crypto';
import type { Staff } from '../access/index.ts';
import type { Tx } from '../db/index.ts';
import * as exchange from '../exchange/index.ts';
import { reportAnswerMessage } from './messages.ts';
import { reportTurns, type reportsReceived, type reportStates } from './schema.ts';

export type Report = typeof reportsReceived.$inferSelect;
type State = (typeof reportStates)[number];

/** Keeps what was done with a report, and tells its sender the word alone, in the caller's transaction. */
export async function turn(
	tx: Tx,
	staff: Staff,
	{ id: reportId, senderId }: Report,
	state: State,
	at: Date,
	{ concernId = null, says = '' }: { concernId?: string | null; says?: string } = {}
): Promise<void> {
	const by = staff.name;
	await tx
		.insert(reportTurns)
		.values({ reportId, state, says, by, at, staffId: staff.id, concernId });
	if (!senderId) return;
	// Not who read it: the sender is told by the school.
	const body = { id: randomUUID(), reportId, state, by: staff.organisation.name, at };
	await exchange.send(tx, { ...reportAnswerMessage, recipientId: senderId, body }, at);
}
