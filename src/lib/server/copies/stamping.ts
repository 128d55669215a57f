import { createHash } from 'node:crypto';
import type { Files } from './zipping.ts';

const unstamped = "'unstamped'";

/** What stands for these files, the same as long as they are: what a device keeps is of one such version. */
export function versionOf(files: Files): string {
	const hash = createHash('sha256');
	for (const [name, bytes] of files) hash.update(`${name}\0${bytes.byteLength}\0`).update(bytes);
	return hash.digest('hex').slice(0, 16);
}

/** The worker with its version in it, so that a browser sees that there is a new one when a lesson is. */
export function stamped(source: string, version: string): string {
	if (!source.includes(unstamped)) throw new Error('The worker has no place for its version');
	return source.replace(unstamped, `'${version}'`);
}

/** A page with the sizes in it that it asks for by `data-size-of`: of one thing made here, or of several together. */
export function withSizes(
	html: string,
	sizes: Map<string, number>,
	inWords: (bytes: number) => string
): string {
	const sizeOf = (name: string): number => {
		const bytes = sizes.get(name);
		if (bytes === undefined) throw new Error(`A page says a size of ${name}, which was not made`);
		return bytes;
	};
	return html.replaceAll(
		/(<span data-size-of="([^"]+)"[^>]*>)(?=<\/span>)/g,
		(span, _, names: string) => span + inWords(together(names.split(' ').map(sizeOf)))
	);
}

const together = (sizes: number[]): number => sizes.reduce((sum, each) => sum + each, 0);
