import { isFresh, may, type Staff } from '../access/index.ts';
import type { StepUp } from '../concerns/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { record, recordNotShown, recordRefusal } from '../ledger/index.ts';
import { usualWithin, type Within } from './due.ts';
import { answerDue, lookReceived, type Received } from './inbox.ts';
import { loop } from './loop.ts';
import { receivedEvents } from './schema.ts';
import { isRestricted } from './workers.ts';
import { isKnown, stepOf, tellOfStep, type StepForm } from './stepping.ts';

/** What two organisations agreed, when they did: within how many working days a referral is opened and decided. */
export type AgreedWith = (tx: Tx, partnerId: string) => Promise<Within>;

/** While two organisations agreed on nothing. */
export const nothingAgreed: AgreedWith = () => Promise.resolve(usualWithin);

const act = 'answer a referral';

/**
 * Takes a service's step in a referral that it received, and tells the school, in one transaction.
 *
 * The same form sent twice is one step. `'not from here'` is an answer, not a fault: two workers may have
 * it open, or the school has withdrawn it.
 */
export async function stepReceived(
	db: Database<'organisation'>,
	staff: Staff,
	reference: string,
	form: StepForm,
	at = new Date(),
	agreedWith = nothingAgreed
): Promise<'taken' | 'not from here' | 'not found' | StepUp> {
	if (!may(staff, act)) {
		await recordRefusal(db, staff, act, at);
		return 'not found';
	}
	return write(db, async (tx) => {
		const found = await lookReceived(tx, staff, act, reference);
		if (!found) {
			await recordNotShown(tx, staff, 'referral received', reference, at);
			return 'not found';
		}
		if ((await isRestricted(tx, found.id)) && !isFresh(staff, at)) return 'step up';
		if (isKnown(found, form.key)) return 'taken';
		if (loop[form.state].by !== 'service') return 'not from here';
		if (!(await take(tx, staff, found, form, agreedWith, at))) return 'not from here';
		await record(tx, staff, { did: form.state, object: 'referral received', id: reference }, at);
		return 'taken';
	});
}

/** The step itself, without its ledger entry; whether it led anywhere. */
export async function take(
	tx: Tx,
	{ id, name }: Pick<Staff, 'id' | 'name'>,
	found: Received,
	form: StepForm,
	agreedWith: AgreedWith,
	at: Date
): Promise<boolean> {
	const within = await agreedWith(tx, found.senderId);
	const known = { ...found, answerBy: answerDue(found) };
	const step = stepOf(known, form, { name, staffId: id }, within, at);
	if (step === 'not from here') return false;
	await tx.insert(receivedEvents).values(step);
	await tellOfStep(tx, found.senderId, step, at);
	return true;
}
