import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { may, type Staff } from '../access/index.ts';
import * as cases from '../cases/index.ts';
import type { StepUp } from '../concerns/index.ts';
import { newReference, write, type Database, type Tx } from '../db/index.ts';
import * as exchange from '../exchange/index.ts';
import { record, recordNotShown, recordRefusal } from '../ledger/index.ts';
import { lines } from '../fields.ts';
import * as sharing from '../sharing/index.ts';
import { nothingAgreed, type AgreedWith } from './answering.ts';
import { findings, type Recipient } from './checking.ts';
import { openBy } from './due.ts';
import { referralMessage, type ReferralBody } from './messages.ts';
import { agreements, referrals, urgencies } from './schema.ts';
import { timesBefore, triesIn } from './trying.ts';

const narrative = (ask: string) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.nonEmpty(ask),
		v.maxLength(20_000, 'Keep this under 20,000 letters')
	);

export const sending = v.pipe(
	v.object({
		key: v.pipe(v.string(), v.uuid('Open the form again')),
		/** The ids of the services, each on a line. */
		service: v.pipe(lines, v.minLength(1, 'Choose a service')),
		urgency: v.optional(v.picklist(urgencies, 'Choose how soon'), 'routine'),
		...sharing.sharing,
		reason: narrative('Say why you are referring, in words the family could read'),
		hopedFor: narrative('Say what you hope will be different'),
		childsWishes: narrative('Write what the young person wants, or why they were not asked'),
		agreement: v.pipe(
			v.optional(v.string(), ''),
			v.picklist(agreements, 'Choose whether the young person or parent agrees to the service')
		),
		agreementNote: v.pipe(
			v.optional(v.string(), ''),
			v.trim(),
			v.maxLength(20_000, 'Keep this under 20,000 letters')
		),
		safeContact: narrative('Say how and when it is safe to be in touch, and with whom')
	}),
	v.forward(
		v.partialCheck(
			[['agreement'], ['agreementNote']],
			({ agreement, agreementNote }) => agreement === 'agreed' || agreementNote !== '',
			'Say why they were not asked, or why you refer without agreement'
		),
		['agreementNote']
	)
);

type Sending = v.InferOutput<typeof sending>;

/** What a person answered before sending, the services that could be mistaken, and what is repeated. */
export type Before = {
	answers?: sharing.Answers;
	among?: readonly Recipient[];
	repeats?: string;
	agreedWith?: AgreedWith;
};

type Sent = { reference: string };

/**
 * Refers a child from a case to one service, or to several as one joint referral: the record, its
 * chronology entry, what was decided about sharing, and the message, in one transaction.
 *
 * Nothing is sent while something that was found in it is not answered. The same form sent twice is one
 * referral. Only what `referralMessage` names leaves the school; to a service that is not on Waymark
 * nothing leaves by itself: the school prints it.
 */
export async function send(
	db: Database<'organisation'>,
	staff: Staff,
	caseReference: string,
	to: Recipient | readonly Recipient[],
	form: Sending,
	at = new Date(),
	{ answers = {}, among = [], repeats, agreedWith = nothingAgreed }: Before = {}
): Promise<Sent | { findings: sharing.Finding[] } | 'not found' | StepUp> {
	if (!may(staff, 'send a referral')) {
		await recordRefusal(db, staff, 'send a referral', at);
		return 'not found';
	}
	const recipients = [to].flat();
	return write(db, async (tx) => {
		const theCase = await cases.look(tx, staff, 'send a referral', caseReference, at);
		if (!theCase) {
			await recordNotShown(tx, staff, 'case', caseReference, at);
			return 'not found';
		}
		if (theCase === 'step up') return theCase;
		const before = await sentWith(tx, staff, form.key);
		if (before) return before;
		const found = await findings(tx, theCase.pupil, leavingOf(form), recipients, among, at);
		if (sharing.unanswered(found, answers).length > 0) return { findings: found };

		const tries = await triesIn(tx, theCase.id);
		const one: One = { theCase, form, at, jointId: recipients.length > 1 ? randomUUID() : null };
		const sent: { id: string; reference: string }[] = [];
		for (const [index, service] of recipients.entries()) {
			const others = recipients.filter((each) => each !== service).map(({ name }) => name);
			const answerBy = openBy(at, await agreedWith(tx, idOf(service)));
			const body = { ...bodyOf(staff, one, timesBefore(tries, idOf(service)), others), answerBy };
			await sendOne(tx, staff, one, service, body, index, await repeated(tx, theCase.id, repeats));
			sent.push(body);
		}
		const [first] = sent;
		if (!first) throw new Error('A referral was sent to nobody');
		const withWhom = recipients.map(({ name }) => name).join(', ');
		const about = { caseId: theCase.id, referralId: first.id, withWhom };
		await sharing.share(tx, staff, about, form, at);
		await sharing.keepAnswers(tx, staff, first.id, found, answers, at);
		await cases.echoAll(tx, staff, theCase.id, at);
		return { reference: first.reference };
	});
}

type One = {
	theCase: { id: string; pupil: Child };
	form: Sending;
	at: Date;
	jointId: string | null;
};

const idOf = ({ organisationId, id }: Recipient): string => organisationId ?? id;

/** The words that would leave, by their fields. */
const leavingOf = ({ reason, hopedFor, childsWishes, agreementNote, safeContact }: Sending) => ({
	...{ reason, hopedFor, childsWishes, agreementNote, safeContact }
});

async function sendOne(
	tx: Tx,
	staff: Staff,
	{ theCase, form, at, jointId }: One,
	service: Recipient,
	body: ReferralBody,
	index: number,
	repeats: string | null
): Promise<void> {
	const recipientId = idOf(service);
	const isHere = service.organisationId !== null;
	const messageId = isHere
		? (await exchange.send(tx, { ...referralMessage, recipientId, body }, at)).id
		: randomUUID();
	const { id, reference, answerBy } = body;
	await tx.insert(referrals).values({
		...leavingOf(form),
		...{ id, reference, answerBy, recipientId, messageId, jointId, repeats },
		...{ caseId: theCase.id, recipientName: service.name, agreement: form.agreement },
		...{ sentBy: staff.id, sentAt: at, urgency: form.urgency, record: JSON.stringify(form) },
		formKey: index === 0 ? form.key : `${form.key} ${index}`,
		way: isHere ? 'Waymark' : 'paper'
	});
	const says = isHere ? `Referred to ${service.name}.` : `Referred to ${service.name}, on paper.`;
	await cases.chronicle(tx, {
		...{ caseId: theCase.id, kind: 'referral', says },
		...{ about: reference, staffId: staff.id, at }
	});
	await record(tx, staff, { did: 'sent', object: 'referral', id: reference }, at);
}

async function sentWith(tx: Tx, staff: Staff, key: string): Promise<Sent | undefined> {
	const [before] = await tx
		.select({ reference: referrals.reference })
		.from(referrals)
		.where(and(eq(referrals.formKey, key), eq(referrals.sentBy, staff.id)));
	return before;
}

/** The referral of the same case that this one repeats. */
async function repeated(tx: Tx, caseId: string, reference = ''): Promise<string | null> {
	const [found] = await tx
		.select({ id: referrals.id })
		.from(referrals)
		.where(and(eq(referrals.caseId, caseId), eq(referrals.reference, reference)));
	return found?.id ?? null;
}

type Child = { id: string; givenName: string; familyName: string; bornOn: string; year: number };

const bodyOf = (
	staff: Staff,
	{ theCase: { pupil }, form, at }: One,
	times: number,
	jointWith: string[]
): Omit<ReferralBody, 'answerBy'> => ({
	...{ id: randomUUID(), reference: newReference('R'), senderName: staff.organisation.name },
	...{ sentBy: staff.name, sentAt: at.toISOString() },
	child: {
		name: `${pupil.givenName} ${pupil.familyName}`,
		bornOn: pupil.bornOn,
		year: pupil.year
	},
	...leavingOf(form),
	...{ agreement: form.agreement, urgency: form.urgency, timesBefore: times, jointWith },
	...{ layout: 'neutral', sections: [] }
});
