import type { Received } from './inbox.ts';
import { isFormStep, views, type FormStep } from './forms.ts';
import { exitsFor, loop } from './loop.ts';
import type { Sent } from './reading.ts';
import { declineReasons, lostReasons } from './schema.ts';
import { standing, standingReceived } from './standing.ts';

/**
 * The steps that the school may take by a form from where a referral stands: its own and, where the service
 * is not on Waymark, those that it hears of and writes down.
 */
export function exitsOf(sent: Sent): FormStep[] {
	const { place } = standing(sent);
	const heard = sent.way === 'Waymark' ? [] : exitsFor(place, 'service');
	return [...exitsFor(place, 'school'), ...heard].filter(isFormStep);
}

/** The steps that the service may take by a form from where a referral stands. */
export const exitsOfReceived = (received: Received): FormStep[] =>
	exitsFor(standingReceived(received).place, 'service').filter(isFormStep);

/** What the form of a step offers to choose from, and whether a school that takes it has only heard of it. */
export const stepOptions = (state: FormStep) => ({
	state,
	heard: loop[state].by === 'service',
	reasons: [...(state === 'declined' ? declineReasons : lostReasons)],
	views: [...views]
});
