import type { Staff } from './access/index.ts';
import type { Database } from './db/index.ts';

/** The person and their organisation's database, on a route that the door opened to them. */
export function signedIn(locals: App.Locals): { staff: Staff; db: Database<'organisation'> } {
	const { staff, db } = locals;
	if (!staff || !db) throw new Error('A private route was reached without signing in');
	return { staff, db };
}
