import { createClient } from '@libsql/client';
import { CannotOpen, codeOf } from '../db/index.ts';

/**
 * Holds the data folder for this process until it ends, however it ends.
 *
 * Two processes on one SQLite file can lose a commit in the SQLite that libSQL carries (3.45, before
 * the fix of the WAL reset), so one process owns a folder. The operating system gives the lock back.
 *
 * @throws {CannotOpen} when another process holds it.
 */
export async function lockDataFolder(dataDir: string): Promise<() => void> {
	const client = createClient({ url: `file:${dataDir}/lock`, timeout: 0, concurrency: 1 });
	try {
		const held = await client.transaction('write');
		return () => {
			held.close();
			client.close();
		};
	} catch (fault) {
		client.close();
		if (!/BUSY|LOCKED/.test(codeOf(fault))) throw fault;
		throw new CannotOpen(
			`Another Waymark is running on ${dataDir}: stop it first, or choose another DATA_DIR.`
		);
	}
}
