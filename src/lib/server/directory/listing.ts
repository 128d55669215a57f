import { asc, eq } from 'drizzle-orm';
import type { Database } from '../db/index.ts';
import { services } from './schema.ts';

export type Service = typeof services.$inferSelect;

/** Every service that takes referrals, by sector and name. */
export const list = (published: Database<'public'>): Promise<Service[]> =>
	published.select().from(services).orderBy(asc(services.sector), asc(services.name));

export async function byId(
	published: Database<'public'>,
	id: string
): Promise<Service | undefined> {
	const [found] = await published.select().from(services).where(eq(services.id, id));
	return found;
}
