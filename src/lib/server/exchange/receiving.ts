import * as v from 'valibot';
import { write, type Database, type Tx } from '../db/index.ts';
import { incoming, type outgoing } from './schema.ts';
import { send } from './sending.ts';

export type Message = typeof outgoing.$inferSelect;

/** What a domain does with a message of one kind and version, in the transaction that takes it in. */
export type Receiver = {
	kind: string;
	version: number;
	schema: v.GenericSchema;
	take: (tx: Tx, message: { id: string; senderId: string; body: never }, at: Date) => Promise<void>;
};

export const notUnderstood = { kind: 'not-understood', version: 1 } as const;

/**
 * Takes a message in, once. The same one again changes nothing.
 *
 * One that no domain can read is kept as it came, and its sender is told; an answer to that is never
 * answered, so two organisations cannot talk past each other for ever.
 */
export async function receive(
	db: Database<'organisation'>,
	message: Message,
	senderId: string,
	receivers: readonly Receiver[],
	at = new Date()
): Promise<'taken' | 'had already' | 'not understood'> {
	const read = understand(message, receivers);
	return write(db, async (tx) => {
		const { id, kind, version, body } = message;
		const problem = read.understood ? null : read.problem;
		const [kept] = await tx
			.insert(incoming)
			.values({ id, kind, version, senderId, body, receivedAt: at, problem })
			.onConflictDoNothing()
			.returning({ id: incoming.id });
		if (!kept) return 'had already';
		if (read.understood) {
			await read.receiver.take(tx, { id, senderId, body: read.body as never }, at);
			return 'taken';
		}
		if (kind !== notUnderstood.kind)
			await send(tx, { ...notUnderstood, recipientId: senderId, body: { messageId: id } }, at);
		return 'not understood';
	});
}

function understand({ kind, version, body }: Message, receivers: readonly Receiver[]) {
	const receiver = receivers.find((one) => one.kind === kind && one.version === version);
	if (!receiver) return { understood: false, problem: `No reader for ${kind} ${version}` } as const;
	const parsed = v.safeParse(receiver.schema, parse(body));
	if (parsed.success) return { understood: true, receiver, body: parsed.output } as const;
	const fields = parsed.issues.map((issue) => v.getDotPath(issue) ?? 'body').join(', ');
	return { understood: false, problem: `Not of the agreed shape: ${fields}` } as const;
}

function parse(body: string): unknown {
	try {
		return JSON.parse(body);
	} catch (fault) {
		if (fault instanceof SyntaxError) return undefined;
		throw fault;
	}
}
