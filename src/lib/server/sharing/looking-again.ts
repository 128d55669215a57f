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

const plain = (text: string): string =>
	text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[’‘`]/g, "'").replaceAll(/\s+/g, ' ');

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
			.map((one) => wordsIn(text, fullName(one), 'i'))
	);
};

// A birth date as people write it: 9/11/2014, 09.11.14 or 2014-11-09.
function datesOf({ bornOn }: Person): RegExp {
	const [year = '', month = '', day = ''] = bornOn.split('-');
	const short = `0?${Number(day)}[/. -]0?${Number(month)}[/. -](?:${year}|${year.slice(2)})`;
	return new RegExp(`(?<!\\d)(?:${short}|${bornOn})(?!\\d)`);
}

const siblingsIn: Look = (text, { siblings, child }) =>
	found(
		'a sibling',
		siblings.flatMap((one) => [
			one.givenName === child.givenName ? undefined : wordsIn(text, one.givenName),
			datesOf(one).exec(text)?.[0]
		])
	);

// The shape of a postcode of the United Kingdom, and of a house in a street.
const postcode = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/i;
const street =
	/\b\d{1,4}[a-z]?,? (?:[A-Z][\p{L}'’-]+ ){1,3}(?:Road|Street|Avenue|Lane|Close|Drive|Way|Court|Crescent|Terrace|Gardens|Place|Grove|Hill)\b/u;
const flat = /\b(?:Flat|Room|Unit) \d+[a-z]?\b/i;

const addresses: Look = (text) =>
	found(
		'an address',
		[postcode, street, flat].map((shape) => shape.exec(text)?.[0])
	);

const digits = (text: string): string => text.replaceAll(/[^\d+]/g, '').replace(/^\+44/, '0');

const unsafeNumbers: Look = (text, { unsafeNumbers: numbers }) =>
	found(
		'a number that is not safe',
		(text.match(/\+?\d[\d ()-]{7,}\d/g) ?? []).map((typed) =>
			numbers.some((number) => digits(number) === digits(typed)) ? typed : undefined
		)
	);

// The shape of a unique pupil number (`standards.md` 3.2 of the facts): it never leaves in a referral.
const upn = /\b[A-HJ-NP-RT-Z]\d{11}(?:\d|[A-HJ-NP-RT-Z])\b/i;

const upns: Look = (text) => found('a UPN', [upn.exec(text)?.[0]]);

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
