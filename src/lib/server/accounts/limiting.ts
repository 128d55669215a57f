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

/** An attempt that may go ahead. It counts as failed until it is said to have worked. */
export type Attempt =
	{ mayTry: true; worked: () => Promise<void> } | { mayTry: false; wait: number };

/**
 * Begins an attempt on something that may be guessed, or says how many milliseconds it waits.
 *
 * It is counted before it is made, in one write, so that fifty at once are fifty. There is no lock: a
 * wait ends by itself. `known` attempts, from a device that has been in before (devices.ts), stand apart from
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
	const wait = await write(platform, async (tx) => {
		await tx
			.delete(attempts)
			.where(lt(attempts.lastAt, new Date(at.getTime() - onOne.forgottenAfter)));
		const waits = [];
		for (const [key, pace] of counted) waits.push(await leftToWait(tx, key, pace, at));
		const longest = Math.max(...waits);
		if (longest === 0) for (const [key, pace] of counted) await count(tx, key, pace, at);
		return longest;
	});
	if (wait > 0) return { mayTry: false, wait };
	return { mayTry: true, worked: () => forgive(platform, on, known) };
}

async function leftToWait(tx: Tx, on: string, pace: Pace, at: Date): Promise<number> {
	const row = await standing(tx, on, pace, at);
	return row ? Math.max(0, row.waitUntil.getTime() - at.getTime()) : 0;
}

async function standing(tx: Tx, on: string, { forgottenAfter }: Pace, at: Date) {
	const [row] = await tx.select().from(attempts).where(eq(attempts.on, on));
	return row && at.getTime() - row.lastAt.getTime() <= forgottenAfter ? row : undefined;
}

async function count(tx: Tx, on: string, pace: Pace, at: Date): Promise<void> {
	const failures = ((await standing(tx, on, pace, at))?.failures ?? 0) + 1;
	const waitUntil = new Date(at.getTime() + delayAfter(failures, pace));
	const row = { failures, lastAt: at, waitUntil };
	await tx
		.insert(attempts)
		.values({ on, ...row })
		.onConflictDoUpdate({ target: attempts.on, set: row });
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
