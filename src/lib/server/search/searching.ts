import * as v from 'valibot';
import { may, type Staff } from '../access/index.ts';
import * as concerns from '../concerns/index.ts';
import { write, type Database } from '../db/index.ts';
import { boxes, checked, choice, dayIn, isSaid, type Said } from '../fields.ts';
import { record } from '../ledger/index.ts';
import { ofFilters } from './by-filters.ts';
import { ofChildren } from './by-name.ts';
import { ofOwnWords } from './by-own-words.ts';
import { ofWords } from './by-words.ts';
import { isNarrowed } from './filtering.ts';
import { most, type Found } from './found.ts';
import { seesMost } from './seeing.ts';
import { termsOf } from './terms.ts';

/** What the form "Search" says: an empty box asks for nothing. */
export const searching = v.pipe(
	v.object({
		words: v.pipe(
			v.optional(v.string(), ''),
			v.trim(),
			v.maxLength(1000, 'Keep this under 1,000 letters')
		),
		indicator: choice(['', ...concerns.indicators], 'Choose one of these'),
		...boxes('from'),
		...boxes('to')
	}),
	checked(wrongWith),
	v.transform((said) => ({
		words: said.words,
		indicator: said.indicator,
		from: dayIn(said, 'from'),
		to: dayIn(said, 'to')
	}))
);

const isTyped = (said: Said, name: string): boolean =>
	['Day', 'Month', 'Year'].some((part) => isSaid(said[`${name}${part}`]));

function wrongWith(said: Said): Record<string, string | undefined> {
	const wrong = (name: string) =>
		isTyped(said, name) && !dayIn(said, name)
			? 'Write the day, month and year in numbers, such as 5 11 2026'
			: undefined;
	const [from, to] = [dayIn(said, 'from'), dayIn(said, 'to')];
	const asked = ['words', 'indicator'].some((name) => isSaid(said[name]));
	return {
		words:
			asked || isTyped(said, 'from') || isTyped(said, 'to')
				? undefined
				: 'Write a word or a name, or choose below what to look for',
		from: wrong('from'),
		to: to && from > to ? 'The last day is before the first: change one of them' : wrong('to')
	};
}

/** What is looked for. All of it must hold. Days are `YYYY-MM-DD` on the school's clock, both included. */
export type Asked = { words?: string; indicator?: string; from?: string; to?: string };

/**
 * Everything this person may see that says all these words, or is about a child who is called by them, newest
 * first and at most fifty. The search is ledgered; what was searched for is not.
 */
export async function search(
	db: Database<'organisation'>,
	staff: Staff,
	{ words = '', ...filters }: Asked,
	at = new Date()
): Promise<Found[]> {
	if (!may(staff, 'search records')) return [];
	const typed = words.trim() !== '';
	const terms = termsOf(words);
	// Signs alone stand for nothing, and must not find everything.
	if (typed ? terms.length === 0 : !isNarrowed(filters)) return [];
	const byWords = seesMost(staff) ? ofWords : ofOwnWords;
	return write(db, async (tx) => {
		await record(tx, staff, { did: 'searched', object: 'records', id: 'by words' }, at);
		if (!typed) return newestOf(await ofFilters(tx, staff, filters, at));
		return newestOf([
			...(await byWords(tx, staff, terms, filters, at)),
			...(await ofChildren(tx, staff, words, filters, at))
		]);
	});
}

/** Each once, where it was found first: by its words before its child's name. */
function newestOf(found: Found[]): Found[] {
	const once = new Map<string, Found>();
	for (const each of found) if (!once.has(each.id)) once.set(each.id, each);
	return [...once.values()]
		.sort((one, other) => other.when.getTime() - one.when.getTime())
		.slice(0, most);
}
