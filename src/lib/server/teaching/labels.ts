import { isNull } from 'drizzle-orm';
import type { Database, Tx } from '../db/index.ts';
import { pupils } from '../pupils/index.ts';

// “8 blue, Tuesday” is long for a class; a sentence about somebody does not fit.
const mostLetters = 20;

const aClass = 'Write what the class is called, such as 8B, blue or set 2';
const noPupil =
	'This is for a class, never a pupil: write what the class is called, such as 8B or blue';

// A UPN, a date of birth, a phone number: what a class is called has no five digits, and no day in it.
const aNumber = /\d[\d ./-]{3,}\d|[A-Z] ?\d{5,}/iu;
const initials = /^(\p{L}[. ]\s*){1,3}\p{L}?\.?$/u;
const titled = /\b(mr|mrs|ms|miss|mx|dr|sir)\b/iu;

// What a class of several words is called by. Two words with none of these among them are somebody's name.
const ofClasses = new Set(
	(
		'red orange yellow green blue purple violet white black silver gold pink grey ' +
		'class set group band form tutor house team top upper lower middle mixed north south east west ' +
		'one two three four five six seven eight nine ten first second third am pm morning afternoon ' +
		'monday tuesday wednesday thursday friday week and the of support foundation higher ' +
		'oak ash elm beech birch maple willow rowan hazel cedar pine sycamore rshe pshe rse'
	).split(' ')
);

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}'’]+/gu) ?? [];

/** Several words of letters, none of which a class is called by; beside a number only those of three letters and more. */
function readsAsAName(label: string): boolean {
	const words = wordsIn(label);
	if (words.some((word) => ofClasses.has(word))) return false;
	const least = /\d/.test(label) ? 3 : 1;
	return words.filter(({ length }) => length >= least).length > 1;
}

/** What is wrong with what a class is called, as a sentence: it says nothing of anybody. */
export function wrongLabel(label: string): string | undefined {
	if (!/[\p{L}\p{N}]/u.test(label)) return aClass;
	if (label.length > mostLetters) return `Use at most ${mostLetters} letters`;
	if (/[^\p{L}\p{N} .,&/'’()-]/u.test(label)) return aClass;
	const isSomebody = aNumber.test(label) || initials.test(label) || titled.test(label);
	return isSomebody || readsAsAName(label) ? noPupil : undefined;
}

/** A label as two people would both know it: in small letters, without its gaps. */
export const knownBy = (label: string): string =>
	label
		.normalize('NFKC')
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{N}]/gu, '');

const comparable = (text: string): string =>
	` ${text
		.normalize('NFD')
		.replaceAll(/\p{M}/gu, '')
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
		.trim()} `;

/**
 * Whether somebody on the school's roll is named in a text, with both names next to each other. A single name is
 * not looked for: Robin is a bird too.
 */
export async function namesAPupil(
	db: Pick<Database<'organisation'> | Tx, 'select'>,
	text: string
): Promise<boolean> {
	const said = comparable(text);
	if (wordsIn(said).length < 2) return false;
	const roll = await db
		.select({ given: pupils.givenName, family: pupils.familyName })
		.from(pupils)
		.where(isNull(pupils.leftOn));
	return roll.some(
		({ given, family }) =>
			said.includes(comparable(`${given} ${family}`)) ||
			said.includes(comparable(`${family} ${given}`))
	);
}

/** The same of a class of this school, where nobody of its roll is named either. */
export const wrongLabelHere = async (
	db: Pick<Database<'organisation'> | Tx, 'select'>,
	label: string
): Promise<string | undefined> =>
	wrongLabel(label) ?? ((await namesAPupil(db, label)) ? noPupil : undefined);

/** What is wrong with what is noted beside a class or a lesson, as a sentence. */
export async function wrongNote(
	db: Pick<Database<'organisation'> | Tx, 'select'>,
	text: string,
	most: number
): Promise<string | undefined> {
	if (text.length > most) return `Use at most ${most} letters`;
	return (await namesAPupil(db, text)) ? inANote : undefined;
}

const inANote =
	'A pupil is named here. Leave the name out: what worries you about a pupil is a concern, and goes to the lead';
