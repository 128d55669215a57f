import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { may, type Staff } from '../access/index.ts';
import { write, type Database } from '../db/index.ts';
import { send } from '../exchange/index.ts';
import { record, recordNotShown, recordRefusal } from '../ledger/index.ts';
import { decisionOn, lookReceived } from './inbox.ts';
import { stepMessage } from './messages.ts';
import { declineReasons, receivedEvents } from './schema.ts';

const says = v.pipe(
	v.optional(v.string(), ''),
	v.trim(),
	v.maxLength(20_000, 'Keep this under 20,000 letters')
);

export const answering = v.pipe(
	v.object({
		decision: v.pipe(
			v.optional(v.string(), ''),
			v.picklist(['accepted', 'declined'], 'Choose whether you accept it')
		),
		reason: v.optional(v.picklist(['', ...declineReasons], 'Choose why you decline'), ''),
		says
	}),
	v.forward(
		v.partialCheck(
			[['decision'], ['reason']],
			({ decision, reason }) => decision === 'accepted' || reason !== '',
			'Choose why you decline'
		),
		['reason']
	),
	v.forward(
		v.partialCheck(
			[['decision'], ['says']],
			({ says }) => says !== '',
			'Say what happens next, or where else the young person could be helped'
		),
		['says']
	)
);

/**
 * Accepts or declines a referral and tells the school, in one transaction.
 *
 * Deciding twice is an answer, not a fault: two workers may have it open. The first decision stands.
 */
export async function answer(
	db: Database<'organisation'>,
	staff: Staff,
	reference: string,
	form: v.InferOutput<typeof answering>,
	at = new Date()
): Promise<'answered' | 'already answered' | 'not found'> {
	if (!may(staff, 'answer a referral')) {
		await recordRefusal(db, staff, 'answer a referral', at);
		return 'not found';
	}
	return write(db, async (tx) => {
		const found = await lookReceived(tx, staff, 'answer a referral', reference);
		if (!found) {
			await recordNotShown(tx, staff, 'referral received', reference, at);
			return 'not found';
		}
		if (decisionOn(found)) return 'already answered';

		const id = randomUUID();
		const state = form.decision;
		const reason = state === 'declined' && form.reason ? form.reason : null;
		await tx.insert(receivedEvents).values({
			...{ referralId: found.id, id, side: 'service', state, reason, says: form.says },
			...{ by: staff.name, staffId: staff.id, at }
		});
		await send(
			tx,
			{
				...stepMessage,
				recipientId: found.senderId,
				body: {
					...{ referralId: found.id, id },
					...{ state, reason, says: form.says, supports: '', dueOn: null },
					...{ by: staff.name, at: at.toISOString() }
				}
			},
			at
		);
		await record(tx, staff, { did: state, object: 'referral received', id: reference }, at);
		return 'answered';
	});
}
