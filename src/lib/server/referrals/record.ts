import { inWords } from '#lib/components/in-words.ts';
import { rolesInWords } from '#lib/components/role-words.ts';
import { longDay } from '#lib/components/spoken.ts';
import type { Staff } from '../access/index.ts';
import type { Sections } from './messages.ts';
import type { Layout } from './layouts.ts';
import type { Sending } from './writing.ts';

// The fields of the one neutral record of a referral: what multi-agency forms, children's domestic abuse services,
// young people's substance services and a MARAC ask (`standards.md` 2.5 to 2.8 of the facts). A UPN is not among
// them, nor a reference of the police.

/** What the school knows without being asked. */
export const knownFields = ['referrer', 'childName', 'childBornOn', 'childYear'] as const;

/** What every referral says, in whichever layout. */
export const alwaysAsked = [
	'reason',
	'hopedFor',
	'childsWishes',
	'safeContact',
	'agreement',
	'agreementNote'
] as const;

/** What is asked where a layout has it, and may be left empty. */
export const furtherFields = [
	'referrerContact',
	'telephoned',
	'childAddress',
	'otherDetails',
	'lookedAfter',
	'childLanguage',
	'equality',
	'siblings',
	'household',
	'referredAdult',
	'parentalResponsibility',
	'childsWords',
	'goingWell',
	'history',
	'abuse',
	'personWhoHarms',
	'contactWithPersonWhoHarms',
	'ordersInPlace',
	'substances',
	'parentalSubstances',
	'thresholdLevel',
	'health',
	'risks',
	'strengths',
	'toolUsed',
	'toolVersion',
	'toolBy',
	'toolOn',
	'toolJudgement',
	'maracCriteria',
	'otherMarac',
	'afraidOf',
	'agencies',
	'childKnows',
	'parentsKnow'
] as const;

/**
 * Why somebody is brought to a MARAC (`standards.md` 2.7 of the facts). How many ticks and how many calls it takes is
 * what the sector uses; each local MARAC may say otherwise.
 */
export const maracCriteria = [
	'professional judgement',
	'visible high risk: 14 ticks or more on the checklist that was used',
	'it may get worse: the police were called 3 times or more in 12 months',
	'a repeat: something further within 12 months of the last time a MARAC heard of it'
] as const;

export const recordFields = [...knownFields, ...alwaysAsked, ...furtherFields] as const;

export type FurtherField = (typeof furtherFields)[number];
export type RecordField = (typeof recordFields)[number];
export type ReferralRecord = Record<RecordField, string>;

type Child = { givenName: string; familyName: string; bornOn: string; year: number };

/** The whole record of a referral, as it would be read: what was typed, and what the school knows. */
export const recordOf = (staff: Staff, child: Child, form: Sending): ReferralRecord => ({
	...typedIn(form),
	agreement: inWords(form.agreement),
	referrer: [staff.name, rolesInWords(staff.roles), staff.organisation.name].join(', '),
	childName: `${child.givenName} ${child.familyName}`,
	childBornOn: longDay(child.bornOn),
	childYear: `Year ${child.year}`
});

const typedFields = [...alwaysAsked, ...furtherFields] as const;

const typedIn = (form: Sending) =>
	Object.fromEntries(typedFields.map((field) => [field, form[field]])) as Record<
		(typeof typedFields)[number],
		string
	>;

/** The words that somebody typed and that would leave the school in this layout, by their fields. */
export const leavingIn = (layout: Layout, form: Sending): Record<string, string> =>
	Object.fromEntries(
		fieldsOf(layout)
			.map(({ field }) => typedFields.find((each) => each === field))
			.filter((field) => field !== undefined)
			.map((field) => [field, form[field]])
	);

/** What a referral in this layout says: the fields that the layout names, in its order, where something is written. */
export const sectionsOf = (layout: Layout, record: ReferralRecord): Sections =>
	layout.sections
		.map(({ heading, fields }) => ({
			heading,
			fields: fields
				.filter(({ field }) => record[field].trim() !== '')
				.map(({ field, label }) => ({ field, label, says: record[field] }))
		}))
		.filter(({ fields }) => fields.length > 0);

/** The fields that this layout cannot do without and that nothing is written in, each with its label. */
export const missingFrom = (layout: Layout, record: ReferralRecord) =>
	fieldsOf(layout)
		.filter(({ field, required }) => required && record[field].trim() === '')
		.map(({ field, label }) => ({ field, label }));

const fieldsOf = ({ sections }: Layout) => sections.flatMap(({ fields }) => fields);
