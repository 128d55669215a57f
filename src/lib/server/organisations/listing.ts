import { asc, eq } from 'drizzle-orm';
import type { Database } from '../db/index.ts';
import { organisations } from './schema.ts';

/** What may be said of an organisation outside it. Its key is not among it. */
export type Organisation = {
	id: string;
	name: string;
	kind: 'school' | 'service' | 'partnership';
	demonstration: boolean;
};

const shown = {
	id: organisations.id,
	name: organisations.name,
	kind: organisations.kind,
	demonstration: organisations.demonstration
};

/** Every organisation on this platform, by name. */
export const list = (platform: Database<'platform'>): Promise<Organisation[]> =>
	platform.select(shown).from(organisations).orderBy(asc(organisations.name));

/** The same with when each was added. */
export const listWithAge = (
	platform: Database<'platform'>
): Promise<(Organisation & { since: Date })[]> =>
	platform
		.select({ ...shown, since: organisations.createdAt })
		.from(organisations)
		.orderBy(asc(organisations.name));

export async function byId(
	platform: Database<'platform'>,
	id: string
): Promise<Organisation | undefined> {
	const [found] = await platform.select(shown).from(organisations).where(eq(organisations.id, id));
	return found;
}
