import listed from '../../../../content/site/topics.json' with { type: 'json' };
import { csvOf } from '../csv.ts';
import type { Catalogued } from './reading.ts';
import { codes, meaningOf } from './statutory.ts';

type Taught = Pick<Catalogued, 'id' | 'title' | 'address' | 'objectives'>;

/** An item of the guidance, and where it is taught and checked. */
export type Covered = {
	code: string;
	gloss: string;
	/** `C` we set out to teach it, `T` touched where it is natural, `O` left to other lessons. */
	status: string;
	/** What the status means, in words. */
	means: string;
	/** Each lesson that teaches it, and the questions at its end that check it. */
	taughtBy: { id: string; title: string; address: string; asks: string[] }[];
};

/** Every item of the guidance in its order, with the lessons that teach it and the exit items that check it. */
export const coverage = (lessons: readonly Taught[]): Covered[] =>
	codes.map(({ code, gloss, status }) => ({
		...{ code, gloss, status, means: meaningOf(status) },
		taughtBy: lessons.flatMap(({ id, title, address, objectives }) => {
			const asks = objectives
				.filter((one) => one.codes.includes(code))
				.map(({ exitItem }) => exitItem.ask);
			return asks.length > 0 ? [{ id, title, address, asks }] : [];
		})
	}));

/** What lessons are about, in a few words, and which lessons those are: those that teach its items of the guidance. */
export type Topic = { title: string; lessons: { id: string; title: string; address: string }[] };

/** Every topic that a lesson teaches, in the order in which they are listed; a lesson may have several. */
export const topics = (lessons: readonly Taught[]): Topic[] =>
	listed
		.map(({ title, codes }) => ({
			title,
			lessons: lessons
				.filter(({ objectives }) =>
					objectives.some((one) => one.codes.some((code) => codes.includes(code)))
				)
				.map(({ id, title, address }) => ({ id, title, address }))
		}))
		.filter((topic) => topic.lessons.length > 0);

/** The same as CSV (RFC 4180): a line for each item and lesson, and one for an item that no lesson teaches. */
export function coverageCsv(lessons: readonly Taught[]): string {
	const lines = coverage(lessons).flatMap(({ code, gloss, means, taughtBy }) =>
		taughtBy.length === 0
			? [[code, gloss, means, '', '', '']]
			: taughtBy.map(({ id, title, asks }) => [code, gloss, means, id, title, asks.join(' | ')])
	);
	const head = ['code', 'what it is, in our words', 'status', 'lesson', 'title', 'checked by'];
	return csvOf(head, lines);
}

/** A word that lessons explain: each meaning that it has, and in which lessons. */
export type Word = {
	term: string;
	meanings: { plain: string; lessons: { title: string; address: string }[] }[];
};

/** Every word that a lesson explains, from A to Z; the same meaning in several lessons once. */
export function glossary(
	lessons: readonly Pick<Catalogued, 'title' | 'address' | 'keyWords'>[]
): Word[] {
	const words = new Map<string, Word>();
	for (const { title, address, keyWords } of lessons)
		for (const { term, plain } of keyWords) {
			const word = words.get(term.toLowerCase()) ?? { term, meanings: [] };
			words.set(term.toLowerCase(), word);
			const meaning = word.meanings.find((one) => one.plain === plain);
			if (meaning) meaning.lessons.push({ title, address });
			else word.meanings.push({ plain, lessons: [{ title, address }] });
		}
	return [...words.values()].sort((one, other) => one.term.localeCompare(other.term, 'en-GB'));
}
