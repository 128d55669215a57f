import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { may, type Staff } from '../access/index.ts';
import * as cases from '../cases/index.ts';
import type { StepUp } from '../concerns/index.ts';
import { newReference, write, type Database, type Tx } from '../db/index.ts';
import * as exchange from '../exchange/index.ts';
import { record, recordNotShown, recordRefusal } from '../ledger/index.ts';
import * as sharing from '../sharing/index.ts';
import { nothingAgreed, type AgreedWith } from './answering.ts';
import { findings, type Recipient } from './checking.ts';
import { age } from '#lib/components/age.ts';
import { openBy } from './due.ts';
import { referralMessage, type ReferralBody } from './messages.ts';
import { layoutFor, notForAge, type Layout } from './layouts.ts';
import { leavingIn, missingFrom, recordOf, sectionsOf, type ReferralRecord } from './record.ts';
import { referrals } from './schema.ts';
import { timesBefore, triesIn } from './trying.ts';
import type { Sending } from './writing.ts';

/** What a person answered before sending, the services that could be mistaken, and what is repeated. */
export type Before = {
	answers?: sharing.Answers;
	among?: readonly Recipient[];
	repeats?: string;
	agreedWith?: AgreedWith;
};

type Sent = { reference: string };
/** What is wrong with the form, in sentences, by the field. */
type Wrong = { problems: Record<string, string> };

/**
 * Refers a child from a case to one service, or to several as one joint referral: the record, its
 * chronology entry, what was decided about sharing, and the message, in one transaction.
 *
 * Each service is written to in its own layout, and only the fields of that layout leave the school. Nothing is
 * sent while a layout misses what it cannot do without, or while something that was found in the words that
 * leave is not answered. The same form sent twice is one referral. To a service that is not on Waymark nothing
 * leaves by itself: the school prints it, or sends a link.
 */
export async function send(
	db: Database<'organisation'>,
	staff: Staff,
	caseReference: string,
	to: Recipient | readonly Recipient[],
	form: Sending,
	at = new Date(),
	{ answers = {}, among = [], repeats, agreedWith = nothingAgreed }: Before = {}
): Promise<Sent | Wrong | { findings: sharing.Finding[] } | 'not found' | StepUp> {
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
		const whole = recordOf(staff, theCase.pupil, form);
		const written = recipients.map((service) => ({
			...{ service, layout: layoutFor(form.layout, service) }
		}));
		const problems = wrongWith(written, whole, age(theCase.pupil.bornOn, at));
		if (Object.keys(problems).length > 0) return { problems };
		const leaving = written.map(({ service, layout }) => ({
			...{ service, fields: leavingIn(layout, form) }
		}));
		const found = await findings(tx, theCase.pupil, leaving, among, at);
		if (sharing.unanswered(found, answers).length > 0) return { findings: found };

		const tries = await triesIn(tx, theCase.id);
		const one: One = { theCase, form, at, jointId: recipients.length > 1 ? randomUUID() : null };
		const sent: { id: string; reference: string }[] = [];
		for (const [index, { service, layout }] of written.entries()) {
			const others = recipients.filter((each) => each !== service).map(({ name }) => name);
			const answerBy = openBy(at, await agreedWith(tx, idOf(service)));
			const body = {
				...bodyOf(staff, one, timesBefore(tries, idOf(service)), others),
				...{ answerBy, layout: layout.id, sections: sectionsOf(layout, whole) }
			};
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

/** What is missing for one of the layouts, or why one is not for this child. */
function wrongWith(
	written: readonly { layout: Layout }[],
	record: ReferralRecord,
	years: number
): Record<string, string> {
	const problems: Record<string, string> = {};
	for (const { layout } of written) {
		const otherwise = notForAge(layout, years);
		if (otherwise) problems.layout = otherwise;
		for (const { field, label } of missingFrom(layout, record))
			problems[field] ??= `Fill in “${label}”: ${layout.title} needs it`;
	}
	return problems;
}

/** What is asked in every layout, as the list of referrals keeps it. */
const alwaysSaid = ({ reason, hopedFor, childsWishes, agreementNote, safeContact }: Sending) => ({
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
	const { id, reference, answerBy, layout, sections } = body;
	await tx.insert(referrals).values({
		...alwaysSaid(form),
		...{ id, reference, answerBy, recipientId, messageId, jointId, repeats },
		...{ layout, sections: JSON.stringify(sections) },
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
): Omit<ReferralBody, 'answerBy' | 'layout' | 'sections'> => ({
	...{ id: randomUUID(), reference: newReference('R'), senderName: staff.organisation.name },
	...{ sentBy: staff.name, sentAt: at.toISOString() },
	child: {
		name: `${pupil.givenName} ${pupil.familyName}`,
		bornOn: pupil.bornOn,
		year: pupil.year
	},
	...alwaysSaid(form),
	...{ agreement: form.agreement, urgency: form.urgency, timesBefore: times, jointWith }
});
