import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../db/index.ts';
import { attachments } from './schema.ts';
import { folderOf } from './storing.ts';

// Nobody is a day on the way between a file and its row.
const day = 24 * 60 * 60_000;

/**
 * Removes the files of an organisation that no row knows and that are older than a day: the server ended
 * between a file and its row, and what would open it was never kept.
 */
export async function sweep(
	db: Database<'organisation'>,
	folder: string,
	organisation: string,
	at = new Date()
): Promise<void> {
	const there = await namesIn(folderOf(folder, organisation));
	if (there.length === 0) return;
	const rows = await db.select({ id: attachments.id }).from(attachments);
	const known = new Set(rows.map(({ id }) => id));
	for (const name of there.filter((each) => !known.has(each))) {
		const file = join(folderOf(folder, organisation), name);
		const { mtimeMs } = await stat(file);
		if (at.getTime() - mtimeMs > day) await rm(file);
	}
}

/** An organisation that never added a file has no folder. */
async function namesIn(folder: string): Promise<string[]> {
	try {
		return await readdir(folder);
	} catch (fault) {
		if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return [];
		throw fault;
	}
}
