import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { may, type Staff } from '../access/index.ts';
import { newReference, write, type Database } from '../db/index.ts';
import * as exchange from '../exchange/index.ts';
import { record, recordRefusal } from '../ledger/index.ts';
import type { Organisation } from '../organisations/index.ts';
import type { Writing } from './forms.ts';
import { reportMessage } from './messages.ts';
import { reportsSent } from './schema.ts';

/**
 * Writes to a school's lead about a young person, and gives the reference at once. What is kept here and
 * what leaves is one transaction; the same form sent twice is one report.
 */
export async function send(
	db: Database<'organisation'>,
	staff: Staff,
	school: Organisation | undefined,
	{ key: formKey, ...says }: Writing,
	at = new Date()
): Promise<{ reference: string } | 'not found'> {
	if (!may(staff, 'write to a school') || school?.kind !== 'school') {
		await recordRefusal(db, staff, 'write to a school', at);
		return 'not found';
	}
	return write(db, async (tx) => {
		const [before] = await tx
			.select({ reference: reportsSent.reference })
			.from(reportsSent)
			.where(and(eq(reportsSent.formKey, formKey), eq(reportsSent.writtenBy, staff.id)));
		if (before) return before;
		const kept = { id: randomUUID(), reference: newReference('W'), ...says, sentAt: at };
		const body = { ...kept, senderName: staff.organisation.name, writtenBy: staff.name };
		const message = { ...reportMessage, recipientId: school.id, body };
		const { id: messageId } = await exchange.send(tx, message, at);
		const to = { recipientId: school.id, recipientName: school.name };
		await tx
			.insert(reportsSent)
			.values({ ...kept, ...to, writtenBy: staff.id, messageId, formKey });
		await record(tx, staff, { did: 'sent', object: 'report', id: kept.reference }, at);
		return { reference: kept.reference };
	});
}
