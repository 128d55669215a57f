import { zipSync, type Zippable } from 'fflate';

/** What a copy holds, by the name of each file. */
export type Files = Map<string, Uint8Array>;

// The first day that a ZIP can name, by the clock of whoever builds: the same files are the same bytes
// on any day and anywhere.
const always = new Date(1980, 0, 1);

/** Puts files into a folder of a ZIP. The same files always give the same bytes. */
export function zip(folder: string, files: Files): Uint8Array {
	const ordered = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
	const within: Zippable = Object.fromEntries(
		ordered.map(([name, bytes]) => [`${folder}/${name}`, bytes])
	);
	return zipSync(within, { level: 9, mtime: always });
}
