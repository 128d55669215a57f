import { may, type Staff } from '../access/index.ts';
import { write, type Database } from '../db/index.ts';
import * as exchange from '../exchange/index.ts';
import { record, recordRefusal } from '../ledger/index.ts';
import type { Organisation } from '../organisations/index.ts';
import type { Proposing } from './forms.ts';
import { standardMessage } from './messages.ts';
import { isPartner } from './partners.ts';
import { standards } from './schema.ts';

/**
 * Proposes to a partner what both are to hold to, and sends it, in one transaction. It stands only once
 * the other side has agreed. The same form sent twice is one proposal.
 */
export async function propose(
	db: Database<'organisation'>,
	staff: Staff,
	partner: Organisation,
	{ key, ...says }: Proposing,
	at = new Date()
): Promise<'proposed' | 'not found'> {
	if (!may(staff, 'keep standards') || !isPartner(staff, partner)) {
		await recordRefusal(db, staff, 'keep standards', at);
		return 'not found';
	}
	return write(db, async (tx): Promise<'proposed'> => {
		const by = staff.name;
		const [kept] = await tx
			.insert(standards)
			.values({
				...{ id: key, partnerId: partner.id, partnerName: partner.name, proposedHere: true },
				...{ ...says, by, at }
			})
			.onConflictDoNothing()
			.returning({ id: standards.id });
		if (!kept) return 'proposed';
		const body = { id: key, senderName: staff.organisation.name, ...says, by, at };
		await exchange.send(tx, { ...standardMessage, recipientId: partner.id, body }, at);
		await record(tx, staff, { did: 'proposed', object: 'standard', id: key }, at);
		return 'proposed';
	});
}
