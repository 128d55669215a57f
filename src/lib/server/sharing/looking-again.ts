import type { Listed } from '../directory/index.ts';
import { likeNamed } from './like-names.ts';

type Person = { givenName: string; familyName: string; bornOn: string };

/** What is looked at before a referral leaves. Every field is one that would leave. */
export type Leaving = {
	fields: Readonly<Record<string, string>>;
	child: Person;
	/** The other pupils of the child’s household. */
	siblings: readonly Person[];
	/** Every other pupil of the school. */
	others: readonly Person[];
	/** How somebody can be reached whom it is not safe to reach. */
	unsafeNumbers: readonly string[];
	recipient: Pick<Listed, 'id' | 'name' | 'fromAge' | 'toAge'>;
	age: number;
	/** Every service in reach, to find one of a like name. */
	services: readonly Pick<Listed, 'id' | 'name'>[];
};

export const kinds = [
	'another child',
	'a sibling',
	'an address',
	'a number that is not safe',
	'a UPN',
	'another service of a like name',
	'an age that it does not take'
] as const;

/** Something found in what would leave: which kind, where, and the very words. */
export type Finding = { kind: (typeof kinds)[number]; field: string; words: string };

/** A text without accents and unseen letters, with one kind of apostrophe, of hyphen and of space. */
const plain = (text: string): string =>
	text
		.normalize('NFD')
		.replaceAll(/[\p{M}\p{Cf}]/gu, '')
		.replaceAll(/\p{Pd}/gu, '-')
		.replaceAll(/[’‘`]/g, "'")
		.replaceAll(/\s+/g, ' ');

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The words themselves where a text has them, as whole words; a name is written with a capital, and so is looked for. */
function wordsIn(text: string, words: string, flags = ''): string | undefined {
	const whole = new RegExp(`(?<![\\p{L}\\d])${escaped(plain(words))}(?![\\p{L}\\d])`, `u${flags}`);
	return whole.exec(text)?.[0];
}

const fullName = ({ givenName, familyName }: Person): string => `${givenName} ${familyName}`;

const isNamesake = (one: Person, other: Person): boolean =>
	plain(fullName(one)).toLowerCase() === plain(fullName(other)).toLowerCase();

/** Looks at one field, without its accents and with one kind of apostrophe. */
type Look = (text: string, leaving: Leaving) => { kind: Finding['kind']; words: string }[];

const found = (kind: Finding['kind'], words: (string | undefined)[]) =>
	words.filter((each) => each !== undefined).map((each) => ({ kind, words: each }));

const otherChildren: Look = (text, { others, siblings, child }) => {
	const small = text.toLowerCase();
	return found(
		'another child',
		others
			// A school has hundreds: a whole name is looked for only where the surname is there at all.
			.filter(({ familyName }) => small.includes(plain(familyName).toLowerCase()))
			.filter((one) => !isNamesake(one, child) && !siblings.some((each) => isNamesake(each, one)))
			.flatMap((one) => [
				wordsIn(text, fullName(one), 'i'),
				wordsIn(text, `${one.familyName}, ${one.givenName}`, 'i')
			])
	);
};

// A birth date as people write it: 9/11/2014, 09.11.14 or 2014-11-09.
function datesOf({ bornOn }: Person): string {
	const [year = '', month = '', day = ''] = bornOn.split('-');
	const short = `0?${Number(day)}[/. -]0?${Number(month)}[/. -](?:${year}|${year.slice(2)})`;
	return `(?<!\\d)(?:${short}|${bornOn})(?!\\d)`;
}

// As a name is written, or in capitals; in small letters many a name is a word too.
const givenIn = (text: string, { givenName }: Person) => [
	wordsIn(text, givenName),
	wordsIn(text, givenName.toLocaleUpperCase('en-GB'))
];

/** Every place where a text has a shape: a second one is not hidden by the first. */
const allOf = (shape: string, text: string, flags = ''): string[] =>
	[...text.matchAll(new RegExp(shape, `g${flags}`))].map(([found]) => found);

const siblingsIn: Look = (text, { siblings, child }) =>
	found(
		'a sibling',
		siblings.flatMap((one) => [
			...(one.givenName === child.givenName ? [] : givenIn(text, one)),
			...allOf(datesOf(one), text)
		])
	);

// The shape of a postcode of the United Kingdom, and of a house in a street.
const postcode = String.raw`\b[A-Z]{1,2}\d[A-Z\d]?[ -]?\d[A-Z]{2}\b`;
const streets =
	'Road|Rd|Street|Avenue|Ave|Lane|Close|Drive|Way|Court|Crescent|Terrace|Gardens|Place|Grove|Hill';
const street = String.raw`\b\d{1,4}[a-z]?,? (?:[A-Z][\p{L}'-]+ ){1,3}(?:${streets})\b`;
// In small letters a street is known by a word that is nothing else there.
const smallStreet = String.raw`\b\d{1,4}[a-z]? (?:[\p{L}'-]+ ){1,2}(?:road|street|avenue|crescent)\b`;
const flat = String.raw`\b(?:Flat|Room|Unit) \d+[a-z]?\b`;

const addresses: Look = (text) =>
	found('an address', [
		...allOf(postcode, text, 'i'),
		...new Set([...allOf(street, text, 'u'), ...allOf(smallStreet, text, 'u')]),
		...allOf(flat, text, 'i')
	]);

/** The figures of a telephone number as they follow its country or its first nought. */
const national = (number: string): string =>
	number.replaceAll(/\D/g, '').replace(/^(?:0044|44|0)0?/, '');

// However it is written, and whatever stands beside it: figures with whatever people put between them.
const asWritten = (number: string): string => {
	const between = String.raw`[ ().-]*`;
	const figures = [...national(number)].join(between);
	return String.raw`(?<!\d)(?:\+44|0044|0)${between}(?:0${between})?${figures}(?!\d)`;
};

const unsafeNumbers: Look = (text, { unsafeNumbers: numbers }) =>
	found(
		'a number that is not safe',
		numbers
			.filter((number) => national(number).length > 5)
			.flatMap((number) => allOf(asWritten(number), text))
			.map((written) => written.trim())
	);

// The shape of a unique pupil number (`standards.md` 3.2 of the facts): it never leaves in a referral.
const upn = String.raw`\b[A-HJ-NP-RT-Z](?: ?\d){11} ?(?:\d|[A-HJ-NP-RT-Z])\b`;

const upns: Look = (text) => found('a UPN', allOf(upn, text, 'i'));

const looks = [otherChildren, siblingsIn, addresses, unsafeNumbers, upns];

const aboutRecipient = ({ recipient, services, age }: Leaving): Finding[] => {
	const alike = likeNamed(recipient, services).map((name): Finding => ({
		...{ kind: 'another service of a like name', field: 'service' },
		words: name
	}));
	const isTaken = age >= (recipient.fromAge ?? 0) && age <= (recipient.toAge ?? Infinity);
	return isTaken
		? alike
		: [...alike, { kind: 'an age that it does not take', field: 'service', words: recipient.name }];
};

/**
 * What should be looked at again before a referral leaves: other children, a sibling’s details, addresses,
 * numbers that are not safe, a UPN, and a recipient that may be the wrong one. The same words in a field
 * are found once. Nothing is taken out: a person answers each.
 */
export function lookAgain(leaving: Leaving): Finding[] {
	const inFields = Object.entries(leaving.fields).flatMap(([field, text]) =>
		looks.flatMap((look) => look(plain(text), leaving).map((each) => ({ ...each, field })))
	);
	const all = new Map(
		[...inFields, ...aboutRecipient(leaving)].map((each) => [keyOf(each), each] as const)
	);
	return [...all.values()];
}

/** What tells one finding from another. */
export const keyOf = ({ kind, field, words }: Finding): string => [kind, field, words].join(': ');

/** A finding and what tells it from another, for a page that asks about it. */
export const withKey = (finding: Finding) => ({ ...finding, key: keyOf(finding) });
