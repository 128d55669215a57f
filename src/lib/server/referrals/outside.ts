import { randomUUID } from 'node:crypto';
import { and, eq, lt, ne } from 'drizzle-orm';
import { staff as adults } from '../accounts/index.ts';
import type { Staff } from '../access/index.ts';
import * as cases from '../cases/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { record, type Entry } from '../ledger/index.ts';
import { pupils } from '../pupils/index.ts';
import { nothingAgreed, type AgreedWith } from './answering.ts';
import { saidOf } from './chronicling.ts';
import { lookSent } from './following.ts';
import { stepForm } from './forms.ts';
import type { Received } from './inbox.ts';
import { isFinal, loop, standingAfter } from './loop.ts';
import { referralEvents, referrals } from './schema.ts';
import { isKnown, stepOf, type StepForm } from './stepping.ts';
import { tellSender } from './telling.ts';

type Db = Database<'organisation'>;
type Found = NonNullable<Awaited<ReturnType<typeof lookSent>>>;
/** What the ledger is to say of what was done by a link. */
type Recorded = (tx: Tx, entry: Entry, at: Date) => Promise<void>;

/**
 * A service's step, taken in the school's own database by somebody who came by a single-purpose link. The
 * caller has made sure that the link is theirs, and says what the ledger is to say of it.
 */
export async function stepOutside(
	db: Db,
	referralId: string,
	{ name }: { name: string },
	form: StepForm,
	recorded: Recorded,
	at = new Date(),
	agreedWith: AgreedWith = nothingAgreed
): Promise<'taken' | 'not from here' | 'not found'> {
	return write(db, async (tx) => {
		const found = await lookOutside(tx, referralId);
		if (!found) return 'not found';
		if (isKnown(found, form.key)) return 'taken';
		if (loop[form.state].by !== 'service') return 'not from here';
		if (!(await take(tx, found, name, form, agreedWith, at))) return 'not from here';
		await tellSender(tx, found, at);
		await recorded(tx, { did: form.state, object: 'referral', id: found.reference }, at);
		return 'taken';
	});
}

/**
 * What a service is shown by its link, in the form in which a service on Waymark receives a referral: what the
 * school wrote for it and what both said since. The first reading opens it.
 *
 * `undefined` for one that went another way, or that is over: withdrawn, closed or sent in error, nobody reads it
 * by a link any more.
 */
export async function readOutside(
	db: Db,
	referralId: string,
	{ school, name }: { school: { id: string; name: string }; name: string },
	recorded: Recorded,
	at = new Date(),
	agreedWith: AgreedWith = nothingAgreed
): Promise<Received | undefined> {
	return write(db, async (tx) => {
		const found = await lookOutside(tx, referralId);
		if (!found || isOver(found)) return undefined;
		await recorded(tx, { did: 'read', object: 'referral', id: found.reference }, at);
		await take(tx, found, name, stepForm(randomUUID(), 'opened'), agreedWith, at);
		const now = await lookOutside(tx, referralId);
		return asReceived(tx, now ?? found, school);
	});
}

/** Notes in the case and in the ledger that a link to a referral was sent or ended. */
export const tellOfLink = (
	db: Db,
	staff: Staff,
	reference: string,
	what: 'sent' | 'ended',
	at = new Date()
): Promise<void> =>
	write(db, async (tx) => {
		const found = await lookSent(tx, eq(referrals.reference, reference));
		if (!found) throw new Error('A link was made to no referral');
		await record(tx, staff, { did: `${what} a link to`, object: 'referral', id: reference }, at);
		await cases.chronicle(tx, {
			...{ caseId: found.caseId, kind: 'referral', about: reference, staffId: staff.id, at },
			says: `A link to read and answer it was ${what === 'sent' ? 'sent to' : 'ended for'} ${found.recipientName}.`
		});
		await cases.echoAll(tx, staff, found.caseId, at);
	});

async function lookOutside(tx: Tx, referralId: string): Promise<Found | undefined> {
	const found = await lookSent(tx, eq(referrals.id, referralId));
	return found?.way === 'Waymark' ? undefined : found;
}

const isOver = ({ events, answerBy }: Found): boolean =>
	isFinal(standingAfter(events, answerBy).place);

/** The step itself; whether it led anywhere. */
async function take(
	tx: Tx,
	found: Found,
	name: string,
	form: StepForm,
	agreedWith: AgreedWith,
	at: Date
): Promise<boolean> {
	const within = await agreedWith(tx, found.recipientId);
	const step = stepOf(found, { ...form, heardBy: '' }, { name, staffId: null }, within, at);
	if (step === 'not from here') return false;
	await tx.insert(referralEvents).values(step);
	await cases.chronicle(tx, {
		...{ caseId: found.caseId, kind: 'answer', about: found.reference, at },
		...{ says: saidOf(step), from: `${name}, ${found.recipientName}` }
	});
	return true;
}

async function asReceived(
	tx: Tx,
	found: Found,
	school: { id: string; name: string }
): Promise<Received> {
	const [told] = await tx
		.select({ sentBy: adults.name, pupil: pupils })
		.from(cases.cases)
		.innerJoin(pupils, eq(pupils.id, cases.cases.pupilId))
		.innerJoin(adults, eq(adults.id, found.sentBy))
		.where(eq(cases.cases.id, found.caseId));
	if (!told) throw new Error('A referral was of no case');
	const { id, reference, sentAt, reason, hopedFor, childsWishes, agreement, agreementNote } = found;
	const { safeContact, layout, sections, urgency, answerBy } = found;
	return {
		...{ id, reference, sentAt, reason, hopedFor, childsWishes, agreement, agreementNote },
		...{ safeContact, layout, sections, urgency, answerBy },
		...{ senderId: school.id, senderName: school.name, sentBy: told.sentBy, receivedAt: sentAt },
		childName: `${told.pupil.givenName} ${told.pupil.familyName}`,
		childBornOn: told.pupil.bornOn,
		childYear: told.pupil.year,
		timesBefore: await timesAskedBefore(tx, found),
		jointWith: JSON.stringify(await sentTogetherWith(tx, found)),
		// How the school heard of a step, and which of its people wrote it down, are the school's own.
		events: found.events.map((event) => ({ ...event, heardBy: '', staffId: null }))
	};
}

const timesAskedBefore = (tx: Tx, { caseId, recipientId, sentAt }: Found): Promise<number> =>
	tx.$count(
		referrals,
		and(
			eq(referrals.caseId, caseId),
			eq(referrals.recipientId, recipientId),
			lt(referrals.sentAt, sentAt)
		)
	);

async function sentTogetherWith(tx: Tx, { id, jointId }: Found): Promise<string[]> {
	if (!jointId) return [];
	const others = await tx
		.select({ name: referrals.recipientName })
		.from(referrals)
		.where(and(eq(referrals.jointId, jointId), ne(referrals.id, id)));
	return others.map(({ name }) => name);
}
