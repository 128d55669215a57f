import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Where an organisation's files lie, in the data folder. */
export const folderOf = (folder: string, organisation: string): string =>
	join(folder, 'files', organisation);

/** Where a file lies. @throws for an id that is none: it could name a file elsewhere. */
export function placeOf(folder: string, organisation: string, id: string): string {
	if (!isId.test(id)) throw new Error('A file was asked for by an id that is none');
	return join(folderOf(folder, organisation), id);
}

/** A file on its way: whole and on the disk, under a name that nothing asks for. */
export type OnItsWay = { settle: () => void; drop: () => Promise<void> };

/**
 * Writes a file beside its place, for this user alone, and to the disk. `settle` puts it in its place, at once
 * and without waiting for anything, so that it can be done inside the transaction that writes its row.
 */
export async function lay(place: string, bytes: Uint8Array): Promise<OnItsWay> {
	await mkdir(dirname(place), { recursive: true, mode: 0o700 });
	const part = join(dirname(place), `${randomUUID()}.part`);
	const file = await open(part, 'wx', 0o600);
	try {
		await file.writeFile(bytes);
		await file.sync();
	} finally {
		await file.close();
	}
	const settle = () => {
		renameSync(part, place);
		flush(dirname(place));
	};
	return { settle, drop: () => rm(part, { force: true }) };
}

/** A new name is on the disk when its folder is. */
function flush(folder: string): void {
	const held = openSync(folder, 'r');
	try {
		fsyncSync(held);
	} finally {
		closeSync(held);
	}
}

export const fetch = (place: string): Promise<Uint8Array> => readFile(place);
