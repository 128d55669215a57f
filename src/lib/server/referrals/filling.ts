import type { Contact } from '../contacts/index.ts';
import type { FurtherField } from './record.ts';

/** What a case knows that a referral may begin with. */
type Known = {
	contacts: readonly Contact[];
	abuse: {
		whoHarms: string;
		abuseKinds: readonly string[];
		pattern: string;
		effect: string;
	} | null;
	chronology: readonly { childsWords: string | null; isShared: boolean }[];
};

/**
 * What the form for a referral begins with, by its fields: what the case already knows, for the lead to look
 * through and change. No other child of the household is in it, nor the words of a concern about several children.
 * Of the picture of substances nothing is taken: whose use it is stands there in words.
 */
export const filledFrom = ({ contacts, abuse, chronology }: Known) =>
	({
		household: named(contacts.filter(({ livesHere }) => livesHere === 'yes')),
		parentalResponsibility: named(
			contacts.filter(({ responsibility }) => responsibility === 'yes')
		),
		safeContact: inLines(contacts.map(safely)),
		childsWords: inLines(
			chronology
				.filter(({ isShared }) => !isShared)
				.map(({ childsWords }) => childsWords ?? '')
				.toReversed()
		),
		personWhoHarms: abuse?.whoHarms ?? '',
		abuse: abuse ? inLines([abuse.abuseKinds.join(', '), abuse.pattern, abuse.effect]) : ''
	}) satisfies Partial<Record<FurtherField | 'safeContact', string>>;

const inLines = (words: readonly string[]): string => words.filter(Boolean).join('\n');

const named = (contacts: readonly Contact[]): string =>
	inLines(contacts.map(({ name, relation }) => [name, relation].filter(Boolean).join(', ')));

/** How one person is safely reached; a telephone number only where it is safe to ring or to text it. */
function safely(contact: Contact): string {
	const { name, relation, telephone, toRing, toText, toWrite, whenSafe, mustNotKnow } = contact;
	const ways = [
		...[toRing === 'safe' ? 'ring' : '', toText === 'safe' ? 'text' : ''],
		toWrite === 'safe' ? 'write' : ''
	].filter(Boolean);
	if (ways.length === 0 && mustNotKnow === '') return '';
	const isReached = toRing === 'safe' || toText === 'safe';
	return [
		[name, relation, isReached ? telephone : ''].filter(Boolean).join(', '),
		ways.length > 0 ? `safe to ${ways.join(', ')}` : 'not known to be safe to reach',
		whenSafe && `when: ${whenSafe}`,
		mustNotKnow && `must not know: ${mustNotKnow}`
	]
		.filter(Boolean)
		.join('; ');
}
