import { randomUUID } from 'node:crypto';
import { eq, or } from 'drizzle-orm';
import { open, write, type Database } from '../db/index.ts';
import { fileOf } from './folder.ts';
import type { House } from './house.ts';
import { newDatabaseKey, wrap } from './keys.ts';
import { organisations } from './schema.ts';

export type NewOrganisation = {
	name: string;
	kind: 'school' | 'service' | 'partnership';
	demonstration?: boolean;
	id?: string;
};

/**
 * Adds an organisation and makes its own encrypted database.
 *
 * The database is made first: a crash in between leaves a file that nobody's key opens, and never an
 * organisation without its file. A name that is taken is an answer: the person who typed it chooses
 * another.
 */
export async function add(
	house: House,
	{ name, kind, demonstration = false, id = randomUUID() }: NewOrganisation,
	at = new Date()
): Promise<{ id: string } | 'name taken'> {
	const { config, master, platform } = house;
	if (await isTaken(platform, name, id)) return 'name taken';
	const key = newDatabaseKey();
	const address = config.organisationUrl?.replaceAll('{id}', id) ?? null;
	const url = address ?? fileOf(config, id);
	(await open('organisation', { url, key, authToken: config.databaseToken })).close();

	const wrappedKey = wrap(key, id, master);
	const [added] = await write(platform, (tx) =>
		tx
			.insert(organisations)
			.values({ id, name, kind, demonstration, address, wrappedKey, createdAt: at })
			.onConflictDoNothing()
			.returning({ id: organisations.id })
	);
	return added ?? 'name taken';
}

async function isTaken(platform: Database<'platform'>, name: string, id: string): Promise<boolean> {
	const found = await platform
		.select({ id: organisations.id })
		.from(organisations)
		.where(or(eq(organisations.name, name), eq(organisations.id, id)));
	return found.length > 0;
}
