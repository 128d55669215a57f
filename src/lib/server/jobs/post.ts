import * as exchange from '../exchange/index.ts';
import * as organisations from '../organisations/index.ts';
import type { House } from '../organisations/index.ts';
import * as referrals from '../referrals/index.ts';
import * as reports from '../reports/index.ts';
import * as standards from '../standards/index.ts';

/** Carries what organisations send each other. */
export type Post = {
	/** An organisation may have sent something: look soon. */
	wake(organisationId: string): void;
	/** Waits until everything that was woken so far has been tried. */
	settled(): Promise<void>;
	stop(): Promise<void>;
};

type Report = (fault: unknown) => void;

// A recipient that could not take a message now is tried again after this long.
const againAfter = 5_000;

/**
 * Starts the post. Everything unsent is looked for once, since a process may have died between
 * writing a message and delivering it; from then on an organisation is looked at when it is woken.
 */
export async function startPost(house: House, report: Report): Promise<Post> {
	const waiting = new Set<string>();
	let running: Promise<void> | undefined;
	let stopped = false;

	const tryAgain = setInterval(() => start(), againAfter);
	tryAgain.unref();

	function start(): void {
		if (waiting.size > 0 && !stopped) running ??= carry();
	}

	async function carry(): Promise<void> {
		const failed = new Set<string>();
		try {
			for (const id of waiting) {
				waiting.delete(id);
				const { reached, done } = await carryFrom(house, id, report);
				if (!done) failed.add(id);
				for (const other of reached) waiting.add(other);
			}
		} finally {
			for (const id of failed) waiting.add(id);
			running = undefined;
		}
	}

	const post: Post = {
		wake(id) {
			waiting.add(id);
			start();
		},
		async settled() {
			while (running) await running;
		},
		async stop() {
			stopped = true;
			clearInterval(tryAgain);
			await post.settled();
		}
	};
	for (const { id } of await organisations.list(house.platform)) post.wake(id);
	return post;
}

const receivers = [...referrals.receivers, ...standards.receivers, ...reports.receivers];

/** Delivers from one organisation. The recipients it reached may have something to send in their turn. */
async function carryFrom(
	house: House,
	id: string,
	report: Report
): Promise<{ reached: Iterable<string>; done: boolean }> {
	try {
		const sender = await house.lease(id);
		try {
			const { reached, failed } = await exchange.deliverAll(
				{ id, db: sender.db },
				house.lease,
				receivers
			);
			for (const fault of failed.values()) report(fault);
			return { reached, done: failed.size === 0 };
		} finally {
			sender.release();
		}
	} catch (fault) {
		report(fault);
		return { reached: [], done: false };
	}
}
