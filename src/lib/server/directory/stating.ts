import { write, type Database } from '../db/index.ts';
import { services } from './schema.ts';

export type Stated = typeof services.$inferInsert;

/** A service says what it does and whom it takes. Saying it again replaces what it said before. */
export async function state(published: Database<'public'>, service: Stated): Promise<void> {
	await write(published, (tx) =>
		tx.insert(services).values(service).onConflictDoUpdate({ target: services.id, set: service })
	);
}
