import { createClient } from '@libsql/client';

/**
 * Holds the data folder for this process until it ends, however it ends.
 *
 * Two processes on one SQLite file can lose a commit in the SQLite that libSQL carries (3.45, before
 * the fix of the WAL reset), so one process owns a folder. The operating system gives the lock back.
 *
 * @throws SQLite's `BUSY` when another process holds it.
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
		throw fault;
	}
}
