import { createHash } from 'node:crypto';
import { eq, lt } from 'drizzle-orm';
import { write, type Database, type Tx } from '../db/index.ts';
import { attempts } from './schema.ts';

type Platform = Database<'platform'>;

const second = 1_000;
const minute = 60 * second;

/** How failures make the next attempt wait: so many are free, then the wait doubles, up to the longest. */
export type Pace = { free: number; first: number; longest: number; forgottenAfter: number };

// Ours. Five slips are human. A guesser gets four tries an hour; a password of twelve letters that is not
// easy to guess (choosing.ts) stands that for longer than it is kept.
const onOne: Pace = {
	free: 5,
	first: second,
	longest: 15 * minute,
	forgottenAfter: 24 * 60 * minute
};
// A whole school signing in at eight, with its slips, is under three hundred failures in ten minutes.
const onAll: Pace = { free: 300, first: second, longest: 30 * second, forgottenAfter: 10 * minute };

/** How long the attempt after so many failures waits, in milliseconds. */
export const delayAfter = (failures: number, { free, first, longest }: Pace): number =>
	failures < free ? 0 : Math.min(first * 2 ** Math.min(failures - free, 30), longest);

/** What an attempt is made on. The name is hashed, so that the table tells nobody's address. */
export const about = (purpose: string, name: string): string =>
	createHash('sha256').update(`${purpose} ${name}`).digest('hex');

const everybody = 'the whole server';

/** An attempt that may go ahead, and counts as failed until it is said to have worked; or how long it waits. */
export type Attempt =
	| {
			mayTry: true;
			/** Should this one fail, the next one waits. */
			nextWaits: boolean;
			worked: () => Promise<void>;
	  }
	| { mayTry: false; wait: number };

/**
 * Begins an attempt on something that may be guessed, or says how many milliseconds it waits.
 *
 * It is counted before it is made, in one write, so that fifty at once are fifty. There is no lock: a
 * wait ends by itself. What comes during a wait is not looked at and leaves no trace, so that whoever goes
 * on knocking fills no ledger. `known` attempts, from a device that has been in before (devices.ts), stand apart from
 * everybody else's, so that nobody's guessing keeps the person out.
 */
export async function begin(
	platform: Platform,
	on: string,
	{ known = false }: { known?: boolean } = {},
	at = new Date()
): Promise<Attempt> {
	const counted: [string, Pace][] = known
		? [[on, onOne]]
		: [
				[on, onOne],
				[everybody, onAll]
			];
	const { wait, nextWaits } = await write(platform, async (tx) => {
		await tx
			.delete(attempts)
			.where(lt(attempts.lastAt, new Date(at.getTime() - onOne.forgottenAfter)));
		const waits = [];
		for (const [key, pace] of counted) waits.push(await leftToWait(tx, key, pace, at));
		const wait = Math.max(...waits);
		let nextWaits = false;
		if (wait === 0)
			for (const [key, pace] of counted) nextWaits = (await count(tx, key, pace, at)) || nextWaits;
		return { wait, nextWaits };
	});
	if (wait > 0) return { mayTry: false, wait };
	return { mayTry: true, nextWaits, worked: () => forgive(platform, on, known) };
}

async function leftToWait(tx: Tx, on: string, pace: Pace, at: Date): Promise<number> {
	const row = await standing(tx, on, pace, at);
	return row ? Math.max(0, row.waitUntil.getTime() - at.getTime()) : 0;
}

async function standing(tx: Tx, on: string, { forgottenAfter }: Pace, at: Date) {
	const [row] = await tx.select().from(attempts).where(eq(attempts.on, on));
	return row && at.getTime() - row.lastAt.getTime() <= forgottenAfter ? row : undefined;
}

/** Counts one more, and says whether the next one waits. */
async function count(tx: Tx, on: string, pace: Pace, at: Date): Promise<boolean> {
	const failures = ((await standing(tx, on, pace, at))?.failures ?? 0) + 1;
	const delay = delayAfter(failures, pace);
	const waitUntil = new Date(at.getTime() + delay);
	const row = { failures, lastAt: at, waitUntil };
	await tx
		.insert(attempts)
		.values({ on, ...row })
		.onConflictDoUpdate({ target: attempts.on, set: row });
	return delay > 0;
}

/** It worked: its own failures are forgotten, and the server's count takes this one back. */
async function forgive(platform: Platform, on: string, known: boolean): Promise<void> {
	await write(platform, async (tx) => {
		await tx.delete(attempts).where(eq(attempts.on, on));
		if (known) return;
		const [row] = await tx.select().from(attempts).where(eq(attempts.on, everybody));
		if (!row) return;
		const failures = Math.max(0, row.failures - 1);
		await tx.update(attempts).set({ failures }).where(eq(attempts.on, everybody));
	});
}
