import { open, type Database, type Kind } from './database.ts';

/** An empty, migrated database in memory. It is gone with the test that asked for it. */
export const freshDatabase = <K extends Kind>(kind: K): Promise<Database<K>> =>
	open(kind, { url: ':memory:' });
