import * as v from 'valibot';
import { may, type Staff } from '../access/index.ts';
import * as concerns from '../concerns/index.ts';
import { dayOf } from '../days.ts';
import { write, type Database } from '../db/index.ts';
import { record } from '../ledger/index.ts';
import { ofFilters } from './by-filters.ts';
import { ofChildren } from './by-name.ts';
import { ofWords } from './by-words.ts';
import { isNarrowed } from './filtering.ts';
import { most, type Found } from './found.ts';
import { termsOf } from './terms.ts';

const text = v.pipe(v.optional(v.string(), ''), v.trim());

/** What the form "Search" says: an empty box asks for nothing. */
export const searching = v.pipe(
	v.object({
		words: v.pipe(text, v.maxLength(1000, 'Keep this under 1,000 letters')),
		indicator: v.optional(v.picklist(['', ...concerns.indicators], 'Choose one of these'), ''),
		...{ fromDay: text, fromMonth: text, fromYear: text },
		...{ toDay: text, toMonth: text, toYear: text }
	}),
	v.rawTransform(({ dataset, addIssue, NEVER }) => {
		const typed = dataset.value;
		const from = dayIn(typed.fromDay, typed.fromMonth, typed.fromYear);
		const to = dayIn(typed.toDay, typed.toMonth, typed.toYear);
		const wrong = wrongWith({ ...typed, from, to });
		for (const [key, message] of Object.entries(wrong))
			addIssue({
				message,
				path: [{ type: 'object', origin: 'value', input: { ...typed }, key, value: undefined }]
			});
		if (Object.keys(wrong).length > 0 || from === 'none' || to === 'none') return NEVER;
		return { words: typed.words, indicator: typed.indicator, from, to };
	})
);

/** A day of three boxes; empty when none was typed. */
function dayIn(day: string, month: string, year: string): string | 'none' {
	return day || month || year ? (dayOf({ day, month, year }) ?? 'none') : '';
}

function wrongWith({ words, indicator, from, to }: Required<Asked>): Record<string, string> {
	const noSuchDay = 'Write the day, month and year in numbers, such as 5 11 2026';
	return {
		...(words || indicator || from || to ? {} : { words: nothingAsked }),
		...(from === 'none' ? { from: noSuchDay } : {}),
		...(to === 'none' ? { to: noSuchDay } : from > to && to ? { to: backwards } : {})
	};
}

const nothingAsked = 'Write a word or a name, or choose below what to look for';
const backwards = 'The last day is before the first: change one of them';

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
	return write(db, async (tx) => {
		await record(tx, staff, { did: 'searched', object: 'records', id: 'by words' }, at);
		if (!typed) return newestOf(await ofFilters(tx, staff, filters, at));
		return newestOf([
			...(await ofWords(tx, staff, terms, filters, at)),
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
