import { and, asc, eq, sql, type SQL } from 'drizzle-orm';
import { may, type Staff } from '../access/index.ts';
import { write, type Database } from '../db/index.ts';
import { record } from '../ledger/index.ts';
import { pupils } from './schema.ts';

/** As much of a pupil as tells them from another of the same name. */
export type Found = {
	id: string;
	givenName: string;
	familyName: string;
	year: number;
	form: string;
	bornOn: string;
	/** `YYYY-MM-DD` when they have left the school. */
	leftOn: string | null;
};

const most = 12;

// Each word is a condition of its own, and SQLite takes no more than a thousand.
const mostWords = 12;

const shown = {
	id: pupils.id,
	givenName: pupils.givenName,
	familyName: pupils.familyName,
	year: pupils.year,
	form: pupils.form,
	bornOn: pupils.bornOn,
	leftOn: pupils.leftOn
};

// Letters that Unicode does not take apart into a letter and its accent.
const plain: Record<string, string> = {
	æ: 'ae',
	đ: 'd',
	ð: 'd',
	ħ: 'h',
	ı: 'i',
	ł: 'l',
	œ: 'oe',
	ø: 'o',
	ß: 'ss',
	þ: 'th'
};

const apostrophes = /['’‘ʼ`´]/gu;

/** Text made comparable: small letters, no accents, one space before each word. */
const comparable = (text: string): string =>
	` ${text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[æđðħıłœøßþ]/gu, (letter) => plain[letter] ?? letter)
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim()}`;

/** What a pupil is found by: a name with an apostrophe is there both in its parts and in one. */
export function findable(text: string): string {
	const inParts = comparable(text);
	const inOne = comparable(text.replace(apostrophes, ''));
	return inParts === inOne ? inParts : `${inParts}${inOne}`;
}

/** Anyone who may log a concern may find a pupil to log it about; everyone else finds nobody. */
const findableBy = (staff: Staff): SQL => (may(staff, 'find a pupil') ? sql`true` : sql`false`);

const startsAWord = (letters: string): SQL => sql`instr(${pupils.findable}, ${` ${letters}`}) > 0`;

/**
 * The pupils whose name, year or form has a word beginning with each of the first twelve words typed, as a
 * condition on the rows of a list; `undefined` when nothing was typed that could find anybody.
 */
export function named(letters: string): SQL | undefined {
	const typed = comparable(letters).split(' ').filter(Boolean).slice(0, mostWords);
	return and(...typed.map(startsAWord));
}

/**
 * Pupils whose name, year or form has a word beginning with each of the words typed.
 *
 * At most twelve, by family name, and by the first twelve words. The search is ledgered; the letters typed are not.
 */
export async function find(
	db: Database<'organisation'>,
	staff: Staff,
	letters: string,
	at = new Date()
): Promise<Found[]> {
	const theirs = named(letters);
	if (!theirs) return [];
	return write(db, async (tx) => {
		await record(tx, staff, { did: 'searched', object: 'pupils', id: 'by name' }, at);
		return tx
			.select(shown)
			.from(pupils)
			.where(and(findableBy(staff), theirs))
			.orderBy(asc(pupils.familyName), asc(pupils.givenName), asc(pupils.id))
			.limit(most);
	});
}

/** Pupils by their ids, for somebody who may find them, in that order. */
export async function byIds(
	db: Database<'organisation'>,
	staff: Staff,
	ids: readonly string[]
): Promise<Found[]> {
	const found = await Promise.all(ids.map((id) => byId(db, staff, id)));
	return found.filter((one) => one !== undefined);
}

/** One pupil by id, for somebody who may find them. Not there and not yours are one answer. */
export async function byId(
	db: Database<'organisation'>,
	staff: Staff,
	id: string
): Promise<Found | undefined> {
	const [found] = await db
		.select(shown)
		.from(pupils)
		.where(and(findableBy(staff), eq(pupils.id, id)));
	return found;
}
