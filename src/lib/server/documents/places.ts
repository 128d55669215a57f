import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Where `content/documents` is. The built server lies deeper or less deep than the source, so it is looked for
 * upwards from this very file, and not from wherever the process was started.
 */
export function documents(): string {
	for (let at = dirname(fileURLToPath(import.meta.url)); ; at = dirname(at)) {
		const found = join(at, 'content', 'documents');
		if (existsSync(join(found, 'chronology.typ'))) return found;
		if (at === dirname(at)) throw new Error('content/documents is not beside the server');
	}
}

export const fonts = (): string => join(documents(), 'fonts');
