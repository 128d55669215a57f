import { eachOnce } from '../writing/index.ts';
import { read, type Catalogued } from './reading.ts';

const order = ['Key stage 2', 'Key stage 3', 'Key stage 4', 'Post-16'];

/** Puts lessons in teaching order, and refuses two with one id: a link must mean one lesson. */
export const catalogue = (files: Record<string, unknown>): Catalogued[] =>
	eachOnce(Object.entries(files).map(([file, frontMatter]) => read(file, frontMatter))).sort(
		(a, b) => order.indexOf(a.phase) - order.indexOf(b.phase) || a.id.localeCompare(b.id)
	);
