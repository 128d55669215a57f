import { eachOnce } from '../writing/index.ts';
import { read, type Catalogued } from './reading.ts';

const order = ['Key stage 2', 'Key stage 3', 'Key stage 4', 'Post-16'];

/** Puts lessons in teaching order, and refuses two with one id in one language, or one address: a link must mean one lesson. */
export function catalogue(files: Record<string, unknown>): Catalogued[] {
	const all = Object.entries(files).map(([file, frontMatter]) => read(file, frontMatter));
	for (const inOne of Map.groupBy(all, ({ language }) => language).values()) eachOnce(inOne);
	eachOnce(all.map(({ address, file }) => ({ id: address, file })));
	return all.sort(
		(a, b) => order.indexOf(a.phase) - order.indexOf(b.phase) || a.id.localeCompare(b.id)
	);
}
