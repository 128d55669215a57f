import { randomUUID } from 'node:crypto';
import type { Tx } from '../db/index.ts';
import { outgoing } from './schema.ts';

export type NewMessage = { kind: string; version: number; recipientId: string; body: unknown };

/** Puts a message in the post, inside the act that sends it. The exchange carries it from there. */
export async function send(tx: Tx, message: NewMessage, at: Date): Promise<{ id: string }> {
	const id = randomUUID();
	const { kind, version, recipientId, body } = message;
	await tx
		.insert(outgoing)
		.values({ id, kind, version, recipientId, body: JSON.stringify(body), sentAt: at });
	return { id };
}
