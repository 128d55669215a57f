import * as mail from '../mail/index.ts';
import type { House } from '../organisations/index.ts';
import { startLooking, type Looking } from './looking.ts';

/** Sends the letters that wait. */
export type Mail = Looking;

type Settings = {
	report: (fault: unknown) => void;
	now?: () => Date;
	/** How long stopping waits for the letter that is on its way. */
	patience?: number;
};

// A letter that nobody woke the mail for leaves within this long.
const lookAgainAfter = 10_000;

// The server as a whole waits ten seconds for what is still going on.
const shortPatience = 5_000;

const minute = 60_000;

/** A minute after the first failure, then twice as long each time, up to an hour. */
const pauseAfter = (attempts: number): number => Math.min(2 ** attempts, 60) * minute;

/**
 * Sends what waits, in the order in which it was posted; at a start also what waited before.
 *
 * Each letter is sent at least once: it is marked in a write of its own, after the sending. One that
 * could not be sent is tried again later and holds back no other. A fault never stops the mail.
 */
export function startMail(
	{ config, platform }: House,
	{ report, now = () => new Date(), patience = shortPatience }: Settings
): Mail {
	const notBefore = new Map<number, number>();
	const unmarked = new Set<number>();
	const ending = new AbortController();

	async function tryOne({ number, attempts }: mail.Waiting): Promise<void> {
		if (!unmarked.has(number)) {
			const outcome = await mail.sendPosted(config, platform, number, ending.signal);
			if (outcome !== 'sent') {
				notBefore.set(number, now().getTime() + pauseAfter(attempts));
				report(outcome);
				await mail.countAttempt(platform, number);
				return;
			}
			// From here on it is only to be marked: a full disk must not send it again and again.
			unmarked.add(number);
		}
		await mail.markSent(platform, number, now());
		unmarked.delete(number);
		notBefore.delete(number);
	}

	async function look(stopped: () => boolean): Promise<void> {
		for (const letter of await mail.waiting(platform)) {
			if (stopped()) return;
			if ((notBefore.get(letter.number) ?? 0) <= now().getTime())
				await tryOne(letter).catch(report);
		}
	}

	const looking = startLooking(look, lookAgainAfter, report);
	return {
		...looking,
		async stop() {
			const enough = setTimeout(() => ending.abort(), patience);
			await looking.stop();
			clearTimeout(enough);
		}
	};
}
