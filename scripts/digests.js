import { readFileSync } from 'node:fs';
import { digestOf } from '../src/lib/server/writing/digest.ts';

const asked = '?digest';
const prefix = '\0digest:';

/**
 * Answers an import of `FILE?digest` with the digest of that file as it was built, so that the words of every lesson
 * need not be served beside it.
 *
 * @returns {import('vite').Plugin}
 */
export function digests() {
	return {
		name: 'digests',
		enforce: 'pre',
		async resolveId(id, importer) {
			if (!id.endsWith(asked)) return null;
			const file = await this.resolve(id.slice(0, -asked.length), importer);
			// A name that no other plugin takes for a lesson.
			return file && `${prefix}${file.id}.js`;
		},
		load(id) {
			if (!id.startsWith(prefix)) return null;
			const file = id.slice(prefix.length, -'.js'.length);
			this.addWatchFile(file);
			return `export default ${JSON.stringify(digestOf(readFileSync(file, 'utf8')))};`;
		}
	};
}
