import { AsyncLocalStorage } from 'node:async_hooks';

const writing = new AsyncLocalStorage<Queue>();

/**
 * The one queue of one database file. Whatever uses the file takes its turn here.
 *
 * libSQL runs on the event loop's own thread: a second write transaction would freeze the whole
 * server for the busy timeout and then fail, and a client with one connection refuses to be used at
 * all while a transaction holds it. Waiting here costs neither.
 */
export class Queue {
	#last: Promise<void> = Promise.resolve();

	/** Waits for a turn. The caller must call what it gets back, once, when it is done. */
	async turn(): Promise<() => void> {
		if (writing.getStore() === this)
			throw new Error(
				'A write used its database instead of its transaction, and would wait for itself'
			);

		const before = this.#last;
		const { promise, resolve } = Promise.withResolvers<void>();
		this.#last = promise;
		await before;
		return resolve;
	}

	/** Runs `work` knowing that it holds this queue, so that waiting for it again is found out at once. */
	holding<Result>(work: () => Promise<Result>): Promise<Result> {
		return writing.run(this, work);
	}
}
