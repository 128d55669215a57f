import { pathsInWords, type Path } from '#lib/classes.ts';
import { yearsInWords } from './lesson/words.ts';

type Listed = { id: string; title: string; years: number[]; level: number };

/** A lesson as one line of a list to choose from. */
export const lessonLine = ({ id, title, years, level }: Listed): string =>
	`${id} ${title} (${yearsInWords(years)}, level ${level})`;

/** The ways to give a lesson, to choose from. */
export const pathOptions = (paths: readonly Path[]) =>
	paths.map((path) => ({ value: path, label: pathsInWords[path] }));

/** How many of a year’s classes a lesson was given to: “all 6 classes”, “2 of 6 classes”. */
export function reachInWords(to: number, all: number): string {
	if (to < all) return `${to} of ${all} classes`;
	return all === 1 ? 'its one class' : `all ${all} classes`;
}
