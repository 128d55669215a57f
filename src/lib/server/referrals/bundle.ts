import { randomUUID } from 'node:crypto';
import { fhirOf } from './fhir-states.ts';
import type { Place } from './loop.ts';
import type { Sections } from './messages.ts';
import type { urgencies } from './schema.ts';

/** What is exported of a referral: the child as the layout names them, and what left the school. */
export type Exported = {
	sentAt: Date;
	senderName: string;
	recipientName: string;
	place: Place;
	urgency: (typeof urgencies)[number];
	sections: Sections;
	/** `name` as a FHIR HumanName: in its parts where they are known, or else as a text. */
	child: { name: { family: string; given: string[] } | { text: string }; bornOn: string };
};

// Two of FHIR's own: what separates urgent from routine (`standards.md` 2.2 of the facts).
const priorities = { routine: 'routine', soon: 'urgent', urgent: 'urgent' } as const;

// The profiles of UK Core (`standards.md` 2.2 of the facts).
const profiled = (resourceType: string) => ({
	resourceType,
	meta: { profile: [`https://fhir.hl7.org.uk/StructureDefinition/UKCore-${resourceType}`] }
});

/**
 * A referral as a FHIR R4 bundle of a request, its task, the child and both organisations.
 *
 * Its words are those of the sections that left the school, and no others; it holds no UPN and no identifier.
 */
export function bundleOf(referral: Exported, at = new Date(), newId: () => string = randomUUID) {
	const urn = () => `urn:uuid:${newId()}`;
	const urls = { request: urn(), task: urn(), child: urn(), sender: urn(), recipient: urn() };
	return {
		resourceType: 'Bundle',
		type: 'collection',
		timestamp: at.toISOString(),
		entry: [
			{ fullUrl: urls.request, resource: requestOf(referral, urls) },
			{ fullUrl: urls.task, resource: taskOf(referral, urls) },
			{ fullUrl: urls.child, resource: childOf(referral) },
			organisation(urls.sender, referral.senderName),
			organisation(urls.recipient, referral.recipientName)
		]
	};
}

type Urls = Record<'request' | 'child' | 'sender' | 'recipient', string>;

const requestOf = (referral: Exported, urls: Urls) => ({
	...profiled('ServiceRequest'),
	status: fhirOf(referral.place).serviceRequest,
	intent: 'order',
	priority: priorities[referral.urgency],
	authoredOn: referral.sentAt.toISOString(),
	...whoseIs(urls.child),
	requester: { reference: urls.sender },
	performer: [{ reference: urls.recipient }],
	reasonCode: reasonsOf(referral.sections),
	note: referral.sections
		.flatMap(({ fields }) => fields)
		.map(({ label, says }) => ({ text: `${label}: ${says}` }))
});

/** FHIR’s own word for whom a request is about. */
const whoseIs = (child: string) => ({ ['subject' as const]: { reference: child } });

const reasonsOf = (sections: Sections) =>
	sections
		.flatMap(({ fields }) => fields)
		.filter(({ field }) => field === 'reason')
		.map(({ says }) => ({ text: says }));

function taskOf({ place, urgency, sentAt }: Exported, urls: Urls) {
	const { task, businessStatus } = fhirOf(place);
	return {
		...profiled('Task'),
		status: task,
		businessStatus: { text: businessStatus },
		intent: 'order',
		priority: priorities[urgency],
		code: {
			coding: [{ system: 'http://hl7.org/fhir/CodeSystem/task-code', code: 'fulfill' }]
		},
		focus: { reference: urls.request },
		for: { reference: urls.child },
		authoredOn: sentAt.toISOString(),
		requester: { reference: urls.sender },
		owner: { reference: urls.recipient }
	};
}

const childOf = ({ child }: Exported) => ({
	...profiled('Patient'),
	name: [child.name],
	birthDate: child.bornOn
});

const organisation = (fullUrl: string, name: string) => ({
	fullUrl,
	resource: { ...profiled('Organization'), name }
});
