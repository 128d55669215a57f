import { today } from '../days.ts';
import { addSchoolDays, usual } from '../school-days/index.ts';
import { returned, type Step } from './loop.ts';

/** Within how many working days a service opens a referral, and decides on it. */
export type Within = { opens: number; decides: number };

/**
 * What holds while two organisations agreed on nothing else: to open within one working day (`standards.md`
 * 2.1 of the facts), and to decide within five, which is ours.
 */
export const usualWithin: Within = { opens: 1, decides: 5 };

// Ours, too: a service that asked waits for a child's sake, and what came back must not lie.
const givesWithin = 2;
const closesWithin = 1;

const workingDays = (at: Date, many: number): string => addSchoolDays(usual, today(at), many);

/** By when a service should have opened what was sent at a moment. */
export const openBy = (sentAt: Date, { opens } = usualWithin): string => workingDays(sentAt, opens);

/** By when the next step is due after one that names no day itself; null where none is, or its form asks for it. */
export function dueAfter(state: Step, at: Date, { decides }: Within): string | null {
	if (state === 'opened' || state === 'information given') return workingDays(at, decides);
	if (state === 'information needed') return workingDays(at, givesWithin);
	return returned.some((each) => each === state) ? workingDays(at, closesWithin) : null;
}
