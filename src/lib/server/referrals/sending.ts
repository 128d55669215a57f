import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { may, type Staff } from '../access/index.ts';
import * as cases from '../cases/index.ts';
import type { StepUp } from '../concerns/index.ts';
import { newReference, write, type Database, type Tx } from '../db/index.ts';
import { today } from '../days.ts';
import type * as directory from '../directory/index.ts';
import * as exchange from '../exchange/index.ts';
import { record, recordNotShown, recordRefusal } from '../ledger/index.ts';
import { addSchoolDays, usual } from '../school-days/index.ts';
import { referralMessage, type ReferralBody } from './messages.ts';
import { agreements, referrals } from './schema.ts';

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
		service: v.pipe(v.optional(v.string(), ''), v.nonEmpty('Choose a service')),
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

/**
 * Refers a child from a case: the record, its chronology entry and the message, in one transaction.
 *
 * The same form sent twice is one referral. Only what `referralMessage` names leaves the school.
 */
export async function send(
	db: Database<'organisation'>,
	staff: Staff,
	caseReference: string,
	service: directory.Recipient,
	form: Sending,
	at = new Date()
): Promise<{ reference: string } | 'not found' | StepUp> {
	if (!may(staff, 'send a referral')) {
		await recordRefusal(db, staff, 'send a referral', at);
		return 'not found';
	}
	return write(db, async (tx) => {
		const theCase = await cases.look(tx, staff, 'send a referral', caseReference, at);
		if (!theCase) {
			await recordNotShown(tx, staff, 'case', caseReference, at);
			return 'not found';
		}
		if (theCase === 'step up') return theCase;
		const before = await sentWith(tx, staff, form.key);
		if (before) return before;

		const body = bodyOf(staff, theCase.pupil, form, at);
		const { id: messageId } = await exchange.send(
			tx,
			{ ...referralMessage, recipientId: service.organisationId ?? service.id, body },
			at
		);
		const { id, reference, reason, hopedFor, childsWishes, agreement, agreementNote, safeContact } =
			body;
		await tx.insert(referrals).values({
			...{ id, reference, reason, hopedFor, childsWishes, agreement, agreementNote, safeContact },
			caseId: theCase.id,
			recipientId: service.organisationId ?? service.id,
			recipientName: service.name,
			sentBy: staff.id,
			sentAt: at,
			messageId,
			formKey: form.key,
			answerBy: body.answerBy
		});
		await cases.chronicle(tx, {
			caseId: theCase.id,
			kind: 'referral',
			says: `Referred to ${service.name}.`,
			about: reference,
			staffId: staff.id,
			at
		});
		await record(tx, staff, { did: 'sent', object: 'referral', id: reference }, at);
		await cases.echoAll(tx, staff, theCase.id, at);
		return { reference };
	});
}

async function sentWith(
	tx: Tx,
	staff: Staff,
	key: string
): Promise<{ reference: string } | undefined> {
	const [before] = await tx
		.select({ reference: referrals.reference })
		.from(referrals)
		.where(and(eq(referrals.formKey, key), eq(referrals.sentBy, staff.id)));
	return before;
}

type Child = { givenName: string; familyName: string; bornOn: string; year: number };

const bodyOf = (staff: Staff, child: Child, form: Sending, at: Date): ReferralBody => ({
	id: randomUUID(),
	reference: newReference('R'),
	senderName: staff.organisation.name,
	sentBy: staff.name,
	sentAt: at.toISOString(),
	child: {
		name: `${child.givenName} ${child.familyName}`,
		bornOn: child.bornOn,
		year: child.year
	},
	reason: form.reason,
	hopedFor: form.hopedFor,
	childsWishes: form.childsWishes,
	agreement: form.agreement,
	agreementNote: form.agreementNote,
	safeContact: form.safeContact,
	layout: 'neutral',
	sections: [],
	urgency: 'routine',
	answerBy: addSchoolDays(usual, today(at), 1),
	timesBefore: 0,
	jointWith: []
});
