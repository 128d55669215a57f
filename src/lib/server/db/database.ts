import { resolve } from 'node:path';
import type { LibSQLDatabase } from 'drizzle-orm/libsql';
import { drizzle } from 'drizzle-orm/libsql';
import { connect, isLocal, type Place } from './client.ts';
import { inOneSentence } from './faults.ts';
import { migrateUp } from './migrating.ts';
import { Queue } from './queue.ts';

export type Kind = 'platform' | 'organisation' | 'public';

type Drizzle = LibSQLDatabase<Record<string, never>>;

/** What `write` hands to its work: it reads and writes inside the one transaction. */
export type Tx = Parameters<Parameters<Drizzle['transaction']>[0]>[0];

/** An open, migrated database of one kind. Read with `select`; change it with `write`. */
export type Database<K extends Kind = Kind> = Pick<Drizzle, 'select' | '$count' | 'run'> & {
	readonly kind: K;
	readonly local: boolean;
	close(): void;
};

const inner = new WeakMap<Database, { drizzle: Drizzle; queue: Queue }>();

/**
 * Opens a database and brings its schema up to date.
 *
 * @throws {CannotOpen} one clear sentence, with the data left as it was.
 */
export async function open<K extends Kind>(
	kind: K,
	place: Place,
	migrations = resolve('drizzle', kind)
): Promise<Database<K>> {
	const queue = new Queue();
	try {
		const client = await connect(place, queue);
		const db = drizzle({ client });
		try {
			await migrateUp(db, migrations);
		} catch (fault) {
			client.close();
			throw fault;
		}
		const database: Database<K> = {
			kind,
			local: isLocal(place),
			select: db.select.bind(db) as Drizzle['select'],
			$count: db.$count.bind(db),
			run: db.run.bind(db),
			close: () => client.close()
		};
		inner.set(database, { drizzle: db, queue });
		return database;
	} catch (fault) {
		throw inOneSentence(fault, kind, place);
	}
}

/**
 * Waits its turn in the database's queue and runs one transaction: all of it is kept, or none.
 *
 * Nothing but the transaction may be awaited inside `work`. On a local file the statements run
 * without leaving the event loop's turn, so work that is still going when the turn has nothing left
 * to run awaited something else, held everybody up, and is undone.
 */
export async function write<Result>(
	database: Database,
	work: (tx: Tx) => Promise<Result>
): Promise<Result> {
	const { drizzle: db, queue } = innerOf(database);
	return db.transaction((tx) =>
		queue.holding(() => withoutStraying(database.local, () => work(tx)))
	);
}

async function withoutStraying<Result>(
	local: boolean,
	work: () => Promise<Result>
): Promise<Result> {
	let strayed = false;
	// Asked for from within a promise, as here, a tick comes when every promise that is ready has run.
	process.nextTick(() => (strayed = true));
	const result = await work();
	if (local && strayed) throw new Error('Something else was awaited inside a write');
	return result;
}

function innerOf(database: Database) {
	const found = inner.get(database);
	if (!found) throw new Error('A database was used that nobody opened');
	return found;
}
