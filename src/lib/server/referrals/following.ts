import { eq } from 'drizzle-orm';
import { may, type Staff } from '../access/index.ts';
import * as cases from '../cases/index.ts';
import type { StepUp } from '../concerns/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { record, recordNotShown, recordRefusal } from '../ledger/index.ts';
import * as sharing from '../sharing/index.ts';
import { nothingAgreed, type AgreedWith } from './answering.ts';
import { saidOf } from './chronicling.ts';
import { findings, type Recipient } from './checking.ts';
import { openBy } from './due.ts';
import { loop } from './loop.ts';
import { eventsOf } from './reading.ts';
import { referralEvents, referrals } from './schema.ts';
import { isKnown, stepOf, tellOfStep, type StepForm } from './stepping.ts';

type Db = Database<'organisation'>;
type Outcome = 'taken' | 'not from here' | 'not found' | { findings: sharing.Finding[] };

const act = 'send a referral';

/**
 * Takes a school's step in a referral that it sent, or writes down what a service without Waymark said
 * (`heardBy` says how it was heard), and tells the service where it is on Waymark, in one transaction.
 *
 * The school’s own words leave it, at once or by a link that is made later: they are looked at again like those of
 * a referral, and nothing is sent while a finding is not answered. The same form sent twice is one step.
 * `'not from here'` is an answer: the service may have been first.
 */
export async function stepSent(
	db: Db,
	staff: Staff,
	reference: string,
	form: StepForm,
	at = new Date(),
	agreedWith: AgreedWith = nothingAgreed,
	answers: sharing.Answers = {}
): Promise<Outcome | StepUp> {
	if (!may(staff, act)) {
		await recordRefusal(db, staff, act, at);
		return 'not found';
	}
	return write(db, async (tx) => {
		const found = await lookSent(tx, eq(referrals.reference, reference));
		const theCase = found && (await cases.look(tx, staff, act, found.caseReference, at));
		if (theCase === 'step up') return theCase;
		if (!found || !theCase) {
			await recordNotShown(tx, staff, 'referral', reference, at);
			return 'not found';
		}
		if (isKnown(found, form.key)) return 'taken';
		if (!isTheirs(found, form)) return 'not from here';
		const step = stepOf(
			found,
			form,
			{ name: form.heardBy ? found.recipientName : staff.name, staffId: staff.id },
			await agreedWith(tx, found.recipientId),
			at
		);
		if (step === 'not from here') return step;
		const leaving = { service: asRecipient(found), fields: { says: form.says } };
		const alarms = form.heardBy ? [] : await findings(tx, theCase.pupil, [leaving], [], at);
		if (sharing.unanswered(alarms, answers).length > 0) return { findings: alarms };
		await tx.insert(referralEvents).values(step);
		await sharing.keepAnswers(tx, staff, found.id, alarms, answers, at);
		if (found.way === 'Waymark') await tellOfStep(tx, found.recipientId, step, at);
		const kind = form.heardBy ? 'answer' : 'referral';
		await cases.chronicle(tx, {
			...{ caseId: found.caseId, kind, about: reference, staffId: staff.id, at },
			says: saidOf(step)
		});
		await record(tx, staff, { did: form.state, object: 'referral', id: reference }, at);
		await cases.echoAll(tx, staff, theCase.id, at);
		return 'taken';
	});
}

// Of a step only its words are looked at: whom the service takes was asked before the referral went.
const asRecipient = ({ recipientId, recipientName }: typeof referrals.$inferSelect): Recipient => ({
	...{ id: recipientId, organisationId: null, name: recipientName },
	...{ sector: 'other', fromAge: null, toAge: null }
});

/** The school's own steps; and a service's, written down as heard, where it cannot take them itself. */
const isTheirs = ({ way }: { way: string }, { state, heardBy }: StepForm): boolean =>
	heardBy ? way !== 'Waymark' && loop[state].by === 'service' : loop[state].by === 'school';

/** A referral that was sent, with its steps, inside the caller’s transaction; who may see it, the caller asks. */
export async function lookSent(tx: Tx, where: ReturnType<typeof eq>) {
	const [found] = await tx.select().from(referrals).where(where);
	if (!found) return undefined;
	return {
		...found,
		answerBy: found.answerBy ?? openBy(found.sentAt),
		caseReference: (await cases.referenceOf(tx, found.caseId)) ?? '',
		events: await eventsOf(tx, found.id)
	};
}
