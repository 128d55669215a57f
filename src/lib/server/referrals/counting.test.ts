import { expect, test } from 'vitest';
import { later } from '../testing.ts';
import { standsAs } from './counting.ts';
import type { Step, Taken } from './loop.ts';

const after = (...states: Step[]) =>
	standsAs(
		states.map((state, index): Taken => ({
			...{ id: String(index), state, side: 'service', says: '', supports: '', dueOn: null },
			at: later(index)
		}))
	);

test.each([
	['nothing', [], 'waiting'],
	['an opening', ['opened'], 'waiting'],
	['a waiting list', ['opened', 'waiting'], 'waiting'],
	['an acceptance', ['accepted'], 'accepted'],
	['an outcome and its end', ['accepted', 'in progress', 'outcome', 'closed'], 'accepted'],
	['a place after a waiting list', ['waiting', 'in progress'], 'accepted'],
	['a refusal and its end', ['declined', 'closed'], 'declined'],
	['a withdrawal', ['withdrawn'], 'withdrawn'],
	['an acceptance that crossed a withdrawal', ['withdrawn', 'accepted'], 'withdrawn']
] as [string, Step[], string][])('after %s a referral counts so', (_, states, stands) => {
	expect(after(...states)).toBe(stands);
});
