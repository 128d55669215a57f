import { eq } from 'drizzle-orm';
import { cases } from '../cases/index.ts';
import type { Tx } from '../db/index.ts';
import { answerDue } from './inbox.ts';
import { openBy } from './due.ts';
import { standingAfter, type Standing, type Taken } from './loop.ts';
import { receivedEvents, receivedReferrals, referralEvents, referrals } from './schema.ts';
import { isRestricted, workersOf } from './workers.ts';

/** A referral whose next step was due before a day, and how it came to wait. */
type Late = Pick<Standing, 'place' | 'waitsFor'> & {
	id: string;
	reference: string;
	dueOn: string;
	/** What it waits since: another step is another wait. */
	since: string;
};

const late = (
	one: { id: string; reference: string },
	events: readonly Taken[],
	answerBy: string,
	day: string
): Late[] => {
	const { place, waitsFor, dueOn } = standingAfter(events, answerBy);
	if (dueOn === null || dueOn >= day) return [];
	const since = `${one.id} ${place} ${dueOn}`;
	return [{ id: one.id, reference: one.reference, place, waitsFor, dueOn, since }];
};

/** The referrals that this school sent whose next step was due before a day, whoever may see them. */
export async function lateSent(tx: Tx, day: string) {
	const events = Map.groupBy(await tx.select().from(referralEvents), (one) => one.referralId);
	const sent = await tx
		.select({ referral: referrals, caseReference: cases.reference })
		.from(referrals)
		.innerJoin(cases, eq(cases.id, referrals.caseId));
	return sent.flatMap(({ referral, caseReference }) => {
		const { id, caseId, sentBy, answerBy, sentAt } = referral;
		return late(referral, events.get(id) ?? [], answerBy ?? openBy(sentAt), day).map((one) => ({
			...one,
			...{ caseId, caseReference, sentBy }
		}));
	});
}

/** The referrals that this service received for whose next step it is late, with who works with the young person. */
export async function lateReceived(tx: Tx, day: string) {
	const events = Map.groupBy(await tx.select().from(receivedEvents), (one) => one.referralId);
	const found: (Late & { workers: string[]; restricted: boolean })[] = [];
	for (const one of await tx.select().from(receivedReferrals))
		for (const each of late(one, events.get(one.id) ?? [], answerDue(one), day))
			if (each.waitsFor === 'service')
				found.push({
					...each,
					workers: (await workersOf(tx, one.id)).map(({ id }) => id),
					restricted: await isRestricted(tx, one.id)
				});
	return found;
}
