import type { Tx } from '../db/index.ts';
import { send } from '../exchange/index.ts';
import { dueAfter, type Within } from './due.ts';
import { leads, loop, standingAfter, type Step, type Taken } from './loop.ts';
import { stepMessage } from './messages.ts';
import type { referralEvents } from './schema.ts';
import { isWhole } from './whole.ts';

type Event = typeof referralEvents.$inferInsert;

/** A step as its form says it. The form's key is the step's id: the same form sent twice is one step. */
export type StepForm = Pick<Taken, 'says' | 'supports' | 'dueOn'> & {
	key: string;
	state: Step;
	reason: NonNullable<Event['reason']> | null;
	/** How the school learned of it, when the service did not write it here itself. */
	heardBy: string;
};

/** Who takes a step: one of our own people, or a name. */
export type By = { name: string; staffId: string | null };

/** What is known here of one referral. */
export type Known = { id: string; answerBy: string; events: readonly Taken[] };

/**
 * The step that a form makes, as it is to be kept on the side where it is taken; `'not from here'` when it
 * leads nowhere from where the referral is known to be, since somebody else was first.
 */
export function stepOf(
	{ id: referralId, answerBy, events }: Known,
	{ key: id, state, ...said }: StepForm,
	{ name, staffId }: By,
	within: Within,
	now: Date
): Event | 'not from here' {
	if (!leads(standingAfter(events, answerBy).place, state)) return 'not from here';
	if (!isWhole({ state, ...said })) throw new Error(`A step was taken that is not whole: ${state}`);
	const at = afterAll(events, now);
	const dueOn = said.dueOn ?? dueAfter(state, at, within);
	return { ...said, referralId, id, state, side: loop[state].by, dueOn, by: name, staffId, at };
}

/** Whether a step is known already: its form was sent before. */
export const isKnown = ({ events }: Pick<Known, 'events'>, key: string): boolean =>
	events.some(({ id }) => id === key);

// Steps are ordered by their moments: one must not seem to be before what its writer knew.
const afterAll = (events: readonly Taken[], now: Date): Date =>
	new Date(Math.max(now.getTime(), ...events.map(({ at }) => at.getTime() + 1)));

/** Tells the other side of a step, in the transaction that takes it. */
export async function tellOfStep(tx: Tx, recipientId: string, step: Event, now: Date) {
	const { referralId, id, state, says, by, at } = step;
	const { reason = null, supports = '', dueOn = null } = step;
	const body = { referralId, id, state, reason, says, supports, dueOn, by, at: at.toISOString() };
	await send(tx, { ...stepMessage, recipientId, body }, now);
}
