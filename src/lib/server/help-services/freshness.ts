import { daysAfter, ukTime } from './hours.ts';
import type { Service } from './shape.ts';

// Ours, as the directory of services has them: after a quarter of a year a number is looked at again, and
// after half a year nobody is sent there on the strength of it.
const againAfter = 90;
const hiddenAfter = 180;

/** When a named person last saw a service's details at its operator's own page, by the service's id, as `YYYY-MM-DD`. */
export type Checks = ReadonlyMap<string, string>;

export const noChecks: Checks = new Map();

/** From which date on a service must be looked at again, and from which it is not shown, having been read on a date. */
export const datesAfter = (readOn: string): { checkAgain: string; hideAfter: string } => ({
	checkAgain: daysAfter(readOn, againAfter),
	hideAfter: daysAfter(readOn, hiddenAfter)
});

export type Freshness = {
	/** When a named person last looked; nothing where none has. */
	checkedOn: string | undefined;
	checkAgain: string;
	/** Past the first date: shown with a warning. Past the second: not shown. */
	is: 'fresh' | 'old' | 'too old';
};

/** How old what we know of a service is. A person's check counts from its own date. */
export function freshness(service: Service, at: Date, checks: Checks): Freshness {
	const checkedOn = checks.get(service.id);
	const { checkAgain, hideAfter } = checkedOn ? datesAfter(checkedOn) : service;
	const { date: today } = ukTime(at);
	const is = today > hideAfter ? 'too old' : today > checkAgain ? 'old' : 'fresh';
	return { checkedOn, checkAgain, is };
}
