import type { Step } from './loop.ts';

/** The parts of a step that somebody else acts on. */
export type Part = 'says' | 'reason' | 'supports' | 'dueOn';

/** Without which parts a step is none: nobody is declined without a reason and a way on, or waits without a day. */
export const needs: Record<Step, readonly Part[]> = {
	opened: [],
	'information needed': ['says'],
	'information given': ['says'],
	accepted: ['says', 'dueOn'],
	waiting: ['supports', 'dueOn'],
	'in progress': ['dueOn'],
	declined: ['reason', 'says'],
	'could not engage': ['reason', 'says'],
	outcome: ['says'],
	'stepped up': ['says'],
	'stepped down': ['says'],
	'not understood': ['says'],
	withdrawn: ['says'],
	'entered in error': ['says'],
	closed: ['says'],
	asked: ['says'],
	replied: ['says']
};

/** Whether a step has everything that it needs. */
export const isWhole = ({ state, ...said }: { state: Step } & Record<Part, string | null>) =>
	needs[state].every((part) => (said[part] ?? '').trim() !== '');
