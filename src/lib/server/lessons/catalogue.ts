import { read, type Catalogued } from './reading.ts';

const order = ['Key stage 2', 'Key stage 3', 'Key stage 4', 'Post-16'];

/** Puts lessons in teaching order, and refuses two with one id: a link must mean one lesson. */
export function catalogue(files: Record<string, unknown>): Catalogued[] {
	const lessons = Object.entries(files).map(([file, frontMatter]) => read(file, frontMatter));
	const seen = new Map<string, string>();
	for (const { id, file } of lessons) {
		if (seen.has(id))
			throw new Error(`${file} cannot be published. ${seen.get(id)} has the id ${id} already.`);
		seen.set(id, file);
	}
	return lessons.sort(
		(a, b) => order.indexOf(a.phase) - order.indexOf(b.phase) || a.id.localeCompare(b.id)
	);
}
