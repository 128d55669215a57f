import { eq } from 'drizzle-orm';
import { may, type Staff } from '../access/index.ts';
import { cases } from '../cases/index.ts';
import type { StepUp } from '../concerns/index.ts';
import { write, type Database } from '../db/index.ts';
import { record, recordRefusal } from '../ledger/index.ts';
import { pupils } from '../pupils/index.ts';
import { bundleOf, type Exported } from './bundle.ts';
import type { Sections } from './messages.ts';
import { read, type Read } from './reading.ts';
import { standing } from './standing.ts';

/** As a FHIR R4 bundle, or as plain JSON of what was sent and what came back. */
export type Format = 'fhir' | 'json';

/**
 * A referral that this school sent, as data to be taken away: the words that left the school, and the steps since.
 * It holds no UPN. Reading it is written down, and taking it away too.
 */
export async function take(
	db: Database<'organisation'>,
	staff: Staff,
	reference: string,
	format: Format,
	at = new Date()
): Promise<object | 'not found' | StepUp> {
	if (!may(staff, 'send a referral')) {
		await recordRefusal(db, staff, 'send a referral', at);
		return 'not found';
	}
	const found = await read(db, staff, reference, at, 'send a referral');
	if (found === undefined) return 'not found';
	if (found === 'step up') return found;
	return write(db, async (tx) => {
		await record(
			tx,
			staff,
			{ did: `took away as ${format}`, object: 'referral', id: reference },
			at
		);
		const [child] = await tx
			.select({
				...{ givenName: pupils.givenName, familyName: pupils.familyName, bornOn: pupils.bornOn }
			})
			.from(pupils)
			.innerJoin(cases, eq(cases.pupilId, pupils.id))
			.where(eq(cases.reference, found.caseReference));
		if (!child) throw new Error('A referral was of no child');
		const exported = { ...leftWith(found), child, senderName: staff.organisation.name };
		return format === 'fhir' ? bundleOf(exported, at) : plain(exported, found);
	});
}

/** What left the school, by headings and fields, also of a referral that went in no layout. */
function sectionsOf(sent: Read): Sections {
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

const leftWith = (sent: Read): Omit<Exported, 'child' | 'senderName'> => ({
	...{ sentAt: sent.sentAt, recipientName: sent.recipientName, urgency: sent.urgency },
	...{ place: standing(sent).place, sections: sectionsOf(sent) }
});

const plain = (exported: Exported, { reference, events }: Read) => ({
	reference,
	...exported,
	steps: events.map(({ at, state, side, reason, says, supports, dueOn, by }) => ({
		...{ at, state, side, by, reason, says, supports, dueOn }
	}))
});
