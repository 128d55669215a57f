import type { Database } from '../db/index.ts';

/** An organisation's open database, for as long as it is needed. Give it back with `release`. */
export type Lease = { db: Database<'organisation'>; release: () => void };

type Entry = { opening: Promise<Database<'organisation'>>; users: number };

/**
 * Keeps at most `bound` databases open, closing the least recently used first.
 *
 * One that somebody is using is never closed under them: the bound is passed for that moment instead.
 */
export class Leases {
	#entries = new Map<string, Entry>();
	#bound: number;
	#openOne: (id: string) => Promise<Database<'organisation'>>;

	constructor(bound: number, openOne: (id: string) => Promise<Database<'organisation'>>) {
		this.#bound = bound;
		this.#openOne = openOne;
	}

	get size(): number {
		return this.#entries.size;
	}

	async lease(id: string): Promise<Lease> {
		const entry = this.#entries.get(id) ?? { opening: this.#openOne(id), users: 0 };
		this.#entries.delete(id);
		this.#entries.set(id, entry);
		entry.users += 1;
		this.#closeIdle();
		try {
			const db = await entry.opening;
			let given = true;
			const release = () => {
				if (given) entry.users -= 1;
				given = false;
				this.#closeIdle();
			};
			return { db, release };
		} catch (fault) {
			this.#entries.delete(id);
			throw fault;
		}
	}

	async closeAll(): Promise<void> {
		const openings = [...this.#entries.values()].map(({ opening }) => opening);
		this.#entries.clear();
		for (const opened of await Promise.allSettled(openings))
			if (opened.status === 'fulfilled') opened.value.close();
	}

	#closeIdle(): void {
		for (const [id, { opening, users }] of this.#entries) {
			if (this.#entries.size <= this.#bound) return;
			if (users > 0) continue;
			this.#entries.delete(id);
			void opening.then((db) => db.close());
		}
	}
}
