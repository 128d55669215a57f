import type { Database } from '../db/index.ts';
import type { Checkpoint } from './checkpoint.ts';
import { beginning, seal } from './recording.ts';
import { inOrder } from './walking.ts';

type Verdict =
	| { whole: true; entries: number }
	| { whole: false; firstBad: number; why: 'changed' | 'cut short' | 'written anew' };

type Signed = Pick<Checkpoint, 'entry' | 'seal'>;

/**
 * Holds the ledger to its own seals and to checkpoints, and finds the first entry that is not as written.
 *
 * The seals alone can be made anew by somebody with the key of the database; the checkpoints cannot.
 */
export async function verify(
	db: Pick<Database<'organisation'>, 'select'>,
	checkpoints: readonly Signed[] = []
): Promise<Verdict> {
	const due = [...checkpoints].sort((one, other) => one.entry - other.entry);
	let before = beginning;
	let reached = 0;
	for await (const entries of inOrder(db))
		for (const entry of entries) {
			if (entry.number !== reached + 1 || entry.hash !== seal(before, entry))
				return { whole: false, firstBad: reached + 1, why: 'changed' };
			before = entry.hash;
			reached += 1;
			for (; due[0]?.entry === reached; due.shift())
				if (due[0].seal !== before) return { whole: false, firstBad: reached, why: 'written anew' };
		}
	return due.length > 0
		? { whole: false, firstBad: reached + 1, why: 'cut short' }
		: { whole: true, entries: reached };
}

/** The number of the first entry that is not as it was written, or `undefined` when all are. */
export async function firstBroken(
	db: Pick<Database<'organisation'>, 'select'>
): Promise<number | undefined> {
	const verdict = await verify(db);
	return verdict.whole ? undefined : verdict.firstBad;
}
