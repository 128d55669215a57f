import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { inWords } from '#lib/components/in-words.ts';
import { may, type Staff } from '../access/index.ts';
import { cases } from '../cases/index.ts';
import type { StepUp } from '../concerns/index.ts';
import { write, type Database } from '../db/index.ts';
import { record, recordRefusal } from '../ledger/index.ts';
import { pupils } from '../pupils/index.ts';
import type { AgreedWith } from './answering.ts';
import { bundleOf, type Exported } from './bundle.ts';
import { openBy } from './due.ts';
import type { Received } from './inbox.ts';
import type { Sections } from './messages.ts';
import { readReceived } from './reading-received.ts';
import { read, type Read } from './reading.ts';
import { standing, standingReceived } from './standing.ts';

/** As a FHIR R4 bundle, as plain JSON of what was sent and what came back, or on paper. */
export type Format = 'fhir' | 'json' | 'pdf';

/** A referral as it is put on paper. */
export type ReferralPaper = ReturnType<typeof asPaper>;

/** What makes a file of it: `make` puts it on paper, as PDF. */
type Making = { format: Format; make: (paper: ReferralPaper) => Promise<Uint8Array> };

/** What is taken away: a file and what it is. */
export type Taken = { bytes: Uint8Array; type: string };

type Whole = Exported & Pick<Read, 'reference' | 'events'> & { sentBy: string; answerBy: string };
type Db = Database<'organisation'>;

/**
 * A referral that this school sent, as a file to be taken away: the words that left the school, and the steps
 * since, but for the paper, which is the referral alone. It holds no UPN. Reading it is written down, and taking
 * it away too, with the SHA-256 of the file, by which a copy that turns up is known.
 */
export async function take(
	db: Db,
	staff: Staff,
	reference: string,
	making: Making,
	at = new Date()
): Promise<Taken | 'not found' | StepUp> {
	if (!may(staff, 'send a referral')) {
		await recordRefusal(db, staff, 'send a referral', at);
		return 'not found';
	}
	const found = await read(db, staff, reference, at, 'send a referral');
	if (found === undefined) return 'not found';
	if (found === 'step up') return found;
	const [child] = await db
		.select({
			...{ givenName: pupils.givenName, familyName: pupils.familyName, bornOn: pupils.bornOn }
		})
		.from(pupils)
		.innerJoin(cases, eq(cases.pupilId, pupils.id))
		.where(eq(cases.reference, found.caseReference));
	if (!child) throw new Error('A referral was of no child');
	const { givenName, familyName, bornOn } = child;
	const whole = {
		...wholeOf(found, standing(found).place),
		...{ senderName: staff.organisation.name, recipientName: found.recipientName },
		child: { name: { family: familyName, given: [givenName] }, bornOn }
	};
	return taken(db, staff, 'referral', whole, making, at);
}

/** The same of a referral received, for somebody of the service who may read it. */
export async function takeReceived(
	db: Db,
	staff: Staff,
	reference: string,
	making: Making,
	at = new Date(),
	agreedWith?: AgreedWith
): Promise<Taken | StepUp | undefined> {
	const found = await readReceived(db, staff, reference, at, agreedWith);
	if (found === undefined || found === 'step up') return found;
	const whole = {
		...wholeOf(found, standingReceived(found).place),
		...{ senderName: found.senderName, recipientName: staff.organisation.name },
		child: { name: { text: found.childName }, bornOn: found.childBornOn }
	};
	return taken(db, staff, 'referral received', whole, making, at);
}

const wholeOf = (found: Read | Received, place: Whole['place']) => ({
	...{ reference: found.reference, sentBy: found.sentBy, events: found.events },
	...{ sentAt: found.sentAt, urgency: found.urgency, sections: sectionsOf(found), place },
	answerBy: found.answerBy ?? openBy(found.sentAt)
});

async function taken(
	db: Db,
	staff: Staff,
	object: 'referral' | 'referral received',
	whole: Whole,
	{ format, make }: Making,
	at: Date
): Promise<Taken> {
	const bytes = format === 'pdf' ? await make(asPaper(whole)) : asData(whole, format, at);
	const did = `took away as ${format} ${createHash('sha256').update(bytes).digest('hex')}`;
	await write(db, (tx) => record(tx, staff, { did, object, id: whole.reference }, at));
	return { bytes, type: types[format] };
}

const types: Record<Format, string> = {
	fhir: 'application/fhir+json',
	json: 'application/json',
	pdf: 'application/pdf'
};

const asData = (whole: Whole, format: 'fhir' | 'json', at: Date): Uint8Array =>
	new TextEncoder().encode(
		JSON.stringify(format === 'fhir' ? bundleOf(whole, at) : plain(whole), undefined, '\t')
	);

const asPaper = (whole: Whole) => ({
	...{ kind: 'referral' as const, reference: whole.reference, to: whole.recipientName },
	...{ from: `${whole.sentBy}, ${whole.senderName}`, sentAt: whole.sentAt },
	...{ urgency: inWords(whole.urgency), answerBy: whole.answerBy },
	sections: whole.sections
});

/** What left the school, by headings and fields, also of a referral that went in no layout. */
function sectionsOf(sent: Read | Received): Sections {
	const sections = JSON.parse(sent.sections) as Sections;
	if (sections.length > 0) return sections;
	const fields = [
		['safeContact', 'Safe contact', sent.safeContact],
		['reason', 'Why referred', sent.reason],
		['hopedFor', 'Hoped for', sent.hopedFor],
		['childsWishes', 'What the young person wants', sent.childsWishes],
		['agreement', 'Agreement to the service', sent.agreement],
		['agreementNote', 'About the agreement', sent.agreementNote]
	] as const;
	return [
		{
			heading: 'What was sent',
			fields: fields
				.filter(([, , says]) => says !== '')
				.map(([field, label, says]) => ({ field, label, says }))
		}
	];
}

const plain = ({ events, ...whole }: Whole) => ({
	...whole,
	steps: events.map(({ at, state, side, reason, says, supports, dueOn, by }) => ({
		...{ at, state, side, by, reason, says, supports, dueOn }
	}))
});
