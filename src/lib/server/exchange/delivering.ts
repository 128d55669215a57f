import { asc, eq, isNull } from 'drizzle-orm';
import { write, type Database } from '../db/index.ts';
import type { Lease } from '../organisations/index.ts';
import { receive, type Message, type Receiver } from './receiving.ts';
import { deliveries, outgoing } from './schema.ts';

type Sender = { id: string; db: Database<'organisation'> };

/** What waits to be delivered, in the order it was sent. */
export const pending = (db: Database<'organisation'>): Promise<Message[]> =>
	db
		.select({
			number: outgoing.number,
			id: outgoing.id,
			kind: outgoing.kind,
			version: outgoing.version,
			recipientId: outgoing.recipientId,
			body: outgoing.body,
			sentAt: outgoing.sentAt
		})
		.from(outgoing)
		.leftJoin(deliveries, eq(deliveries.messageId, outgoing.id))
		.where(isNull(deliveries.messageId))
		.orderBy(asc(outgoing.number));

/**
 * Delivers everything an organisation has sent, and says to whom.
 *
 * The recipient has it before the sender marks it: a crash between the two delivers again, and the
 * recipient knows it. What a recipient cannot take now holds back only what is for that recipient.
 */
export async function deliverAll(
	sender: Sender,
	lease: (organisationId: string) => Promise<Lease>,
	receivers: readonly Receiver[]
): Promise<{ reached: Set<string>; failed: Map<string, unknown> }> {
	const reached = new Set<string>();
	const failed = new Map<string, unknown>();
	for (const message of await pending(sender.db)) {
		if (failed.has(message.recipientId)) continue;
		try {
			await deliver(sender, message, lease, receivers);
			reached.add(message.recipientId);
		} catch (fault) {
			failed.set(message.recipientId, fault);
		}
	}
	return { reached, failed };
}

async function deliver(
	sender: Sender,
	message: Message,
	lease: (organisationId: string) => Promise<Lease>,
	receivers: readonly Receiver[]
): Promise<void> {
	const recipient = await lease(message.recipientId);
	try {
		await receive(recipient.db, message, sender.id, receivers);
	} finally {
		recipient.release();
	}
	await write(sender.db, (tx) =>
		tx
			.insert(deliveries)
			.values({ messageId: message.id, deliveredAt: new Date() })
			.onConflictDoNothing()
	);
}
