import type { Kind } from './database.ts';
import type { Place } from './client.ts';

/** A database that could not be opened: one sentence for the person who must mend it, and no data touched. */
export class CannotOpen extends Error {
	override name = 'CannotOpen';
}

const sentences: [code: RegExp, says: (where: string) => string][] = [
	[
		/NOTADB/,
		(where) => `${where} does not open with this key, or is not a database; nothing was changed.`
	],
	[/FULL/, (where) => `${where} cannot be written because the disk is full; nothing was changed.`],
	[/READONLY|PERM|AUTH/, (where) => `${where} may be read but not written; nothing was changed.`],
	[
		/CANTOPEN/,
		(where) =>
			`${where} cannot be opened or made in its folder: check that it exists and may be written.`
	],
	[/BUSY|LOCKED/, (where) => `${where} is held by another program; stop that one first.`],
	[/IOERR/, (where) => `${where} cannot be read or written: the disk answered with an error.`],
	[/CORRUPT/, (where) => `${where} is damaged; restore it from a backup.`]
];

/** The fault as one sentence, if it is one we know; otherwise the fault itself. */
export function inOneSentence(fault: unknown, kind: Kind, { url }: Place): unknown {
	if (fault instanceof CannotOpen) return fault;
	const code = codeOf(fault);
	const known = sentences.find(([pattern]) => pattern.test(code));
	if (!known) return fault;
	return new CannotOpen(known[1](`The ${kind} database (${url.replace(/^file:/, '')})`), {
		cause: fault
	});
}

/** SQLite's name for what went wrong, wherever the layers above have put it; empty when there is none. */
export function codeOf(fault: unknown): string {
	for (let at = fault; at instanceof Error; at = at.cause) {
		const { extendedCode, code } = at as { extendedCode?: unknown; code?: unknown };
		const found = extendedCode ?? code;
		if (typeof found === 'string' && found.startsWith('SQLITE')) return found;
		// libSQL tells why a file did not open in its message alone, by SQLite's number.
		if (/^ConnectionFailed\(.*: 14"\)$/.test(at.message)) return 'SQLITE_CANTOPEN';
	}
	return '';
}
