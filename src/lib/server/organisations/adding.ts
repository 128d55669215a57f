import { randomUUID } from 'node:crypto';
import { write } from '../db/index.ts';
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
 * A name that is taken is an answer: the person who typed it chooses another.
 */
export async function add(
	house: House,
	{ name, kind, demonstration = false, id = randomUUID() }: NewOrganisation,
	at = new Date()
): Promise<{ id: string } | 'name taken'> {
	const wrappedKey = wrap(newDatabaseKey(), id, house.master);
	const address = house.config.organisationUrl?.replaceAll('{id}', id) ?? null;
	const [added] = await write(house.platform, (tx) =>
		tx
			.insert(organisations)
			.values({ id, name, kind, demonstration, address, wrappedKey, createdAt: at })
			.onConflictDoNothing()
			.returning({ id: organisations.id })
	);
	if (!added) return 'name taken';
	const { release } = await house.lease(id);
	release();
	return added;
}
