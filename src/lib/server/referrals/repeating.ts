import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { may, type Staff } from '../access/index.ts';
import * as cases from '../cases/index.ts';
import type { StepUp } from '../concerns/index.ts';
import { write, type Database } from '../db/index.ts';
import { record, recordNotShown, recordRefusal } from '../ledger/index.ts';
import { openBy } from './due.ts';
import { lookSent } from './following.ts';
import { isFinal, returned, standingAfter, type Taken } from './loop.ts';
import { referrals } from './schema.ts';
import { triesIn, type Tries } from './trying.ts';

/** What a new referral begins with when it repeats another. */
export type Repeat = {
	/** The id of the referral that it repeats. */
	repeats: string;
	caseReference: string;
	recipientId: string;
	recipientName: string;
	/** The whole neutral record as it was sent, as JSON. */
	record: string;
	tries: Tries;
};

type Folded = { events: readonly Taken[]; answerBy: string | null; sentAt: Date };

const act = 'send a referral';

/**
 * What the next referral begins with, once one has ended: everything that was known then, and every earlier
 * try. `'not ended'` while a service may still answer. The reading is written down.
 */
export async function repeat(
	db: Database<'organisation'>,
	staff: Staff,
	reference: string,
	at = new Date()
): Promise<Repeat | 'not ended' | 'not found' | StepUp> {
	if (!may(staff, act)) {
		await recordRefusal(db, staff, act, at);
		return 'not found';
	}
	return write(db, async (tx): Promise<Repeat | 'not ended' | 'not found' | StepUp> => {
		const found = await lookSent(tx, eq(referrals.reference, reference));
		const theCase = found && (await cases.look(tx, staff, act, found.caseReference, at));
		if (theCase === 'step up') return theCase;
		if (!found || !theCase) {
			await recordNotShown(tx, staff, 'referral', reference, at);
			return 'not found';
		}
		const { id: repeats, caseReference, recipientId, recipientName, record: sent } = found;
		if (!hasEnded(found)) return 'not ended';
		await record(tx, staff, { did: 'read', object: 'referral', id: reference }, at);
		const tries = await triesIn(tx, theCase.id);
		return { repeats, caseReference, recipientId, recipientName, record: sent, tries };
	});
}

const kept = v.record(v.string(), v.union([v.string(), v.array(v.string())]));
// What is said anew each time: which form it is, on what basis and with whose knowledge it is shared, and what
// the case knows of the home as it is now.
const saidAnew = [
	...['key', 'basis', 'childTold', 'parentsTold', 'agreement', 'agreementNote'],
	...['childKnows', 'parentsKnow', 'safeContact', 'household', 'parentalResponsibility']
];

/** What the form for a repeated referral begins with, as it was typed before. */
export function asTyped({ record: sent, recipientId }: Repeat): Record<string, string> {
	const fields = Object.entries(v.parse(kept, JSON.parse(sent)))
		.filter(([field]) => !saidAnew.includes(field))
		.map(([field, said]): [string, string] => [field, [said].flat().join('\n')])
		// What was left empty then may be known by now.
		.filter(([, said]) => said !== '');
	return { service: recipientId, ...Object.fromEntries(fields) };
}

/** Whether the service has no part in it any more. */
export function hasEnded({ events, answerBy, sentAt }: Folded): boolean {
	const { place } = standingAfter(events, answerBy ?? openBy(sentAt));
	return isFinal(place) || returned.some((each) => each === place);
}
