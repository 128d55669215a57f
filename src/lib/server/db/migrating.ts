import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import type { LibSQLDatabase } from 'drizzle-orm/libsql';
import { migrate } from 'drizzle-orm/libsql/migrator';
import { CannotOpen } from './faults.ts';

type Journal = { entries: { when: number }[] };

const newestByFolder = new Map<string, number>();

/**
 * Brings a database to the newest schema of `folder` in one transaction.
 *
 * @throws {CannotOpen} when the database is already newer than this Waymark, which must not write to it.
 */
export async function migrateUp(
	db: LibSQLDatabase<Record<string, never>>,
	folder: string
): Promise<void> {
	const present = await versionOf(db);
	const newest = newestIn(folder);
	if (present > newest)
		throw new CannotOpen(
			'This database was made by a newer Waymark; start that one, or restore a backup made by this one.'
		);
	if (present < newest) await migrate(db, { migrationsFolder: folder });
}

async function versionOf(db: LibSQLDatabase<Record<string, never>>): Promise<number> {
	const [table] = await db.values<[string]>(
		sql`select name from sqlite_schema where name = '__drizzle_migrations'`
	);
	if (!table) return 0;
	const [row] = await db.values<[number]>(sql`select max(created_at) from __drizzle_migrations`);
	return Number(row?.[0] ?? 0);
}

function newestIn(folder: string): number {
	const known = newestByFolder.get(folder);
	if (known !== undefined) return known;
	const journal = JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')) as Journal;
	const newest = Math.max(0, ...journal.entries.map(({ when }) => when));
	newestByFolder.set(folder, newest);
	return newest;
}
