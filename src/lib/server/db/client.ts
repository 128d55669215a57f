import type { Client, InStatement, Transaction, TransactionMode } from '@libsql/client';
import { createClient } from '@libsql/client';
import type { Queue } from './queue.ts';

/** Where a database is and what opens it. `key` is 32 characters; only files can be encrypted by us. */
export type Place = { url: string; key?: string; authToken?: string };

// `synchronous=full` makes an acknowledged write survive the machine; the cache is half a megabyte,
// since a thousand organisations may be open at once. With one connection a pragma stays set.
const pragmas = [
	'journal_mode=wal',
	'synchronous=full',
	'cache_size=-512',
	'foreign_keys=on',
	'recursive_triggers=on',
	'trusted_schema=off',
	// What is deleted is written over where it stood: what somebody asked without a name is to be gone.
	'secure_delete=on'
];

export const isLocal = ({ url }: Place): boolean => url.startsWith('file:') || url === ':memory:';

/** One connection to one database, with its pragmas set and every use of it queued. */
export async function connect(place: Place, queue: Queue): Promise<Client> {
	const client = createClient({
		url: place.url,
		authToken: place.authToken,
		encryptionKey: isLocal(place) ? place.key : undefined,
		timeout: 2000,
		concurrency: 1
	});
	try {
		if (isLocal(place)) for (const pragma of pragmas) await client.execute(`pragma ${pragma}`);
	} catch (fault) {
		client.close();
		throw fault;
	}
	return queued(client, queue);
}

function queued(client: Client, queue: Queue): Client {
	const inTurn = async <Result>(use: () => Promise<Result>): Promise<Result> => {
		const done = await queue.turn();
		try {
			return await use();
		} finally {
			done();
		}
	};

	return {
		get closed() {
			return client.closed;
		},
		protocol: client.protocol,
		execute: (statement: InStatement | string, args?: never) =>
			inTurn(() => client.execute(statement as string, args)),
		batch: (statements, mode) => inTurn(() => client.batch(statements, mode ?? 'write')),
		migrate: (statements) => inTurn(() => client.migrate(statements)),
		executeMultiple: (sql) => inTurn(() => client.executeMultiple(sql)),
		transaction: async (mode?: TransactionMode) => {
			const done = await queue.turn();
			try {
				return ending(await client.transaction(mode ?? 'write'), done);
			} catch (fault) {
				done();
				throw fault;
			}
		},
		sync: () => client.sync(),
		reconnect: () => client.reconnect(),
		close: () => client.close()
	};
}

/** The same transaction, which gives the queue's turn back however it ends. */
function ending(transaction: Transaction, done: () => void): Transaction {
	const ended = (how: () => Promise<void>) => async () => {
		try {
			await how();
		} finally {
			done();
		}
	};
	// SQLite itself undoes a transaction that met a full disk; undoing it again would hide that fault.
	const undo = async () => (transaction.closed ? transaction.close() : transaction.rollback());
	return {
		get closed() {
			return transaction.closed;
		},
		execute: (statement) => transaction.execute(statement),
		batch: (statements) => transaction.batch(statements),
		executeMultiple: (sql) => transaction.executeMultiple(sql),
		commit: ended(() => transaction.commit()),
		rollback: ended(undo),
		close: () => {
			transaction.close();
			done();
		}
	};
}
