import { unreadReports } from '../reports/index.ts';
import * as schoolDays from '../school-days/index.ts';
import type { Urgency } from '../school-days/index.ts';
import { leading, type Look, type Step } from './steps.ts';
import { waits } from './waiting.ts';

/**
 * What was written from outside and nobody has read: the leads are told at once, and past its time the
 * deputies and again the leads, then the heads, as of a concern (`unread.ts`).
 */
export const outside: Look = async (tx, calendar, holders, at) => {
	const { leads, deputies, heads } = holders;
	const unread = await unreadReports(tx);
	return unread.flatMap(({ id, urgency: soon, receivedAt }) => {
		const urgency = soon as Urgency;
		const { deadline, late } = waits(calendar, urgency, receivedAt, at);
		const urgent = urgency === 'three school days' ? undefined : ('yes' as const);
		const step = { waits: 'to be read', objectId: id, about: undefined, urgent } as const;
		const arrived = 'Somebody outside has written to you. It waits with what is to triage.';
		const steps: Step[] = [{ ...step, step: 'lead', to: leading(holders), says: arrived }];
		const says = 'What was written from outside has waited to be read for longer than it should.';
		if (late) steps.push({ ...step, step: 'deputy', to: [...deputies, ...leads], says });
		const still = 'What was written from outside still waits, although the deputy was told.';
		if (at > schoolDays.nextStepOf(calendar, urgency, deadline))
			steps.push({ ...step, step: 'head', to: heads, says: still });
		return steps;
	});
};
