import * as accounts from '../accounts/index.ts';
import * as ledger from '../ledger/index.ts';
import * as mail from '../mail/index.ts';
import * as organisations from '../organisations/index.ts';
import type { House } from '../organisations/index.ts';
import { startLooking, type Looking } from './looking.ts';

/** Makes each organisation's checkpoint of the day, and posts it to its leads. */
export type Checkpoints = Omit<Looking, 'wake'> & {
	/** Somebody may have asked an organisation for a checkpoint: look soon, and post it. */
	wake(organisationId: string): void;
};

type Settings = {
	report: (fault: unknown) => void;
	/** Told when letters were posted. */
	posted?: () => void;
	now?: () => Date;
};

// A day begins at midnight in London; being some minutes late for it costs nothing.
const lookAgainAfter = 10 * 60_000;

const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

// The day on which the clocks go back.
const longestDay = 25 * 60 * 60_000;

/**
 * Makes a checkpoint of every ledger once a day, and at a start for the days on which nothing ran.
 * Every checkpoint of the day is posted to those who lead the organisation.
 *
 * What could not be made or posted is tried again the next time; what was done is not done twice.
 */
export function startCheckpoints(
	house: House,
	{ report, posted, now = () => new Date() }: Settings
): Checkpoints {
	const doneOn = new Map<string, string>();

	async function look(stopped: () => boolean): Promise<void> {
		const at = now();
		const today = day.format(at);
		for (const { id } of await organisations.list(house.platform)) {
			if (stopped()) return;
			if (doneOn.get(id) === today) continue;
			// Said before it is true: whoever wakes us in between takes it back, and is not forgotten.
			doneOn.set(id, today);
			try {
				const outcomes = await postAll(house, id, await madeToday(house, id, at), at);
				if (outcomes.includes('posted')) posted?.();
				if (outcomes.includes('no such address'))
					report(new Error('Somebody who leads has an address that no letter can go to'));
			} catch (fault) {
				doneOn.delete(id);
				report(fault);
			}
		}
	}

	const looking = startLooking(look, lookAgainAfter, report);
	return {
		...looking,
		wake(id) {
			doneOn.delete(id);
			looking.wake();
		}
	};
}

/** The checkpoints of today, of which one is made when there was none and there is something to sign. */
async function madeToday(house: House, id: string, at: Date): Promise<ledger.Checkpoint[]> {
	const { db, release } = await house.lease(id);
	try {
		const since = new Date(at.getTime() - longestDay);
		const today = (await ledger.checkpointsSince(db, id, since)).filter(
			(one) => day.format(new Date(one.at)) >= day.format(at)
		);
		if (today.length > 0) return today;
		const made = await ledger.checkpoint(db, await organisations.signerOf(house, id), at);
		return made === 'nothing to sign' ? [] : [made.checkpoint];
	} finally {
		release();
	}
}

type Outcome = Awaited<ReturnType<typeof mail.postOnce>>;

/** Posts checkpoints to each lead who was not posted them before. */
async function postAll(
	{ platform }: House,
	organisationId: string,
	checkpoints: ledger.Checkpoint[],
	at: Date
): Promise<Outcome[]> {
	const leads = await accounts.holdersOf(platform, organisationId, ['lead']);
	const outcomes: Outcome[] = [];
	for (const checkpoint of checkpoints)
		for (const { email } of leads) {
			const letter = { to: email, ...ledger.asMail(checkpoint) };
			outcomes.push(await mail.postOnce(platform, letter, new Date(checkpoint.at), at));
		}
	return outcomes;
}
