import { daysAfter, today } from '../days.ts';
import { isSchoolDay, usual } from '../school-days/index.ts';
import type { Times } from '../referrals/index.ts';
import type { Agreed } from './between.ts';

/** One thing that was agreed, and what happened: in working days. */
export type Measured = {
	what: 'opened' | 'decided' | 'begun';
	within: number | undefined;
	/** How many were done, and the middle one of how long each took. */
	done: number;
	median: number | undefined;
	/** How many were done too late, or are too late by now. */
	late: number;
	/** Those of them that this person may open. */
	lateReferences: string[];
};

/** How many working days lie between two moments; none when both are of one day. */
export function workingDaysBetween(from: Date, to: Date): number {
	let many = 0;
	for (let day = daysAfter(today(from), 1); day <= today(to); day = daysAfter(day, 1))
		if (isSchoolDay(usual, day)) many += 1;
	return many;
}

// Each counts from the one before it, as the days by when a step is due do.
const spans = {
	opened: { within: 'opensWithin', from: 'sentAt', to: 'openedAt' },
	decided: { within: 'decidesWithin', from: 'openedAt', to: 'decidedAt' },
	begun: { within: 'beginsWithin', from: 'decidedAt', to: 'begunAt' }
} as const;

/** What happened to the referrals between two organisations, held to what they agreed; `at` is now. */
export const measured = (all: readonly Times[], agreed: Agreed | undefined, at: Date): Measured[] =>
	(['opened', 'decided', 'begun'] as const).map((what) => {
		const within = agreed?.[spans[what].within];
		const took = all.flatMap((times) => tookOf(times, what, at));
		const done = took.filter((one) => one.done).map(({ days }) => days);
		const late = took.filter(({ days }) => within !== undefined && days > within);
		return {
			...{ what, within, done: done.length, median: medianOf(done), late: late.length },
			lateReferences: late.flatMap(({ reference }) => reference ?? [])
		};
	});

/** How long one took, or has taken until now; nothing while its turn has not come, or when it never will. */
function tookOf(times: Times, what: Measured['what'], at: Date) {
	const { from, to } = spans[what];
	const [began, ended] = [times[from], times[to]];
	const isOver = what === 'begun' && times.isDeclined;
	if (!began || (!ended && (isOver || times.withdrawnAt))) return [];
	const days = workingDaysBetween(began, ended ?? at);
	return [{ days, done: ended !== undefined, reference: times.reference }];
}

function medianOf(days: readonly number[]): number | undefined {
	const sorted = days.toSorted((one, other) => one - other);
	const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
	return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
