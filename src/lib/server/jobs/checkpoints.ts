import * as ledger from '../ledger/index.ts';
import * as organisations from '../organisations/index.ts';
import type { House } from '../organisations/index.ts';

/** Makes each organisation's checkpoint of the day. */
export type Checkpoints = {
	/** Waits until every organisation has been looked at that was due. */
	settled(): Promise<void>;
	stop(): Promise<void>;
};

type Settings = {
	report: (fault: unknown) => void;
	/** Told of each checkpoint that was made, to send it out of the building. */
	made?: (organisationId: string, mail: ReturnType<typeof ledger.asMail>) => Promise<void>;
	now?: () => Date;
};

// A day begins at midnight in London; being some minutes late for it costs nothing.
const lookAgainAfter = 10 * 60_000;

const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

/**
 * Makes a checkpoint of every ledger once a day, and at a start for the days on which nothing ran.
 *
 * An organisation that could not be reached is tried again the next time.
 */
export function startCheckpoints(
	house: House,
	{ report, made, now = () => new Date() }: Settings
): Checkpoints {
	const doneOn = new Map<string, string>();
	let running: Promise<void> | undefined;
	let stopped = false;

	async function look(): Promise<void> {
		const at = now();
		const today = day.format(at);
		for (const { id } of await organisations.list(house.platform)) {
			if (stopped) return;
			if (doneOn.get(id) === today) continue;
			try {
				const mail = await makeIfDue(house, id, at);
				doneOn.set(id, today);
				if (mail) await made?.(id, mail);
			} catch (fault) {
				report(fault);
			}
		}
	}

	const start = () => {
		running ??= look()
			.catch(report)
			.finally(() => (running = undefined));
	};
	const again = setInterval(start, lookAgainAfter);
	again.unref();
	start();

	const checkpoints: Checkpoints = {
		async settled() {
			await running;
		},
		async stop() {
			stopped = true;
			clearInterval(again);
			await running;
		}
	};
	return checkpoints;
}

/** The mail that tells of today's checkpoint, when it was due and there was something to sign. */
async function makeIfDue(
	house: House,
	id: string,
	at: Date
): Promise<ReturnType<typeof ledger.asMail> | undefined> {
	const { db, release } = await house.lease(id);
	try {
		const last = await ledger.lastCheckpointAt(db);
		if (last && day.format(last) >= day.format(at)) return undefined;
		const made = await ledger.checkpoint(db, await organisations.signerOf(house, id), at);
		return made === 'nothing to sign' ? undefined : ledger.asMail(made.checkpoint);
	} finally {
		release();
	}
}
