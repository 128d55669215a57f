import { pathsInWords, type Path } from '#lib/classes.ts';
import { yearsInWords } from './lesson/words.ts';

type Listed = { id: string; title: string; years: number[]; level: number };

/** A lesson as one line of a list to choose from. */
export const lessonLine = ({ id, title, years, level }: Listed): string =>
	`${id} ${title} (${yearsInWords(years)}, level ${level})`;

/** The ways to give a lesson, to choose from. */
export const pathOptions = (paths: readonly Path[]) =>
	paths.map((path) => ({ value: path, label: pathsInWords[path] }));

/** “One class”, “6 classes”. */
export const classesInWords = (many: number): string =>
	many === 1 ? 'one class' : `${many} classes`;
