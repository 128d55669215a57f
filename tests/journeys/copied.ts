import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';

const built = 'build/client/lessons';

/** What a ZIP of the build holds, by the name of each file; of the scheme, or of one lesson's pack. */
export const copied = (lesson?: string): Map<string, Uint8Array> => {
	const file = lesson ? `${lesson}/waymark-${lesson}.zip` : 'waymark-lessons.zip';
	return new Map(Object.entries(unzipSync(new Uint8Array(readFileSync(join(built, file))))));
};

/** Takes a ZIP apart into a folder, as somebody does with a stick. */
export function takenApart(folder: string, files: Map<string, Uint8Array>): void {
	for (const [name, bytes] of files) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), bytes);
	}
}
