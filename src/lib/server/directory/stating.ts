import { write, type Database } from '../db/index.ts';
import { services } from './schema.ts';
import type { Service } from './listing.ts';

/** A service says what it does and whom it takes. Saying it again replaces what it said before. */
export async function state(published: Database<'public'>, service: Service): Promise<void> {
	await write(published, (tx) =>
		tx
			.insert(services)
			.values(service)
			.onConflictDoUpdate({ target: services.organisationId, set: service })
	);
}
