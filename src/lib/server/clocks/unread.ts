import { eq } from 'drizzle-orm';
import { concerns, concernsWaiting } from '../concerns/index.ts';
import * as schoolDays from '../school-days/index.ts';
import type { Look, Step } from './steps.ts';
import { waits } from './waiting.ts';

/** Concerns that nobody has read in time: the deputies and again the leads are told, then the heads. */
export const unread: Look = async (tx, calendar, { leads, deputies, heads }, at) => {
	const waiting = await tx
		.select({
			id: concerns.id,
			reference: concerns.reference,
			urgency: concerns.urgency,
			loggedAt: concerns.loggedAt
		})
		.from(concernsWaiting)
		.innerJoin(concerns, eq(concerns.id, concernsWaiting.concernId));
	return waiting.flatMap(({ id, reference, urgency, loggedAt }) => {
		const { deadline, late } = waits(calendar, urgency, loggedAt, at);
		if (!late) return [];
		const step = {
			...({ waits: 'to be read', objectId: id } as const),
			about: { object: 'concern', id, reference } as const,
			urgent: urgency === 'three school days' ? undefined : ('yes' as const)
		};
		const steps: Step[] = [
			{
				...step,
				step: 'deputy',
				to: [...deputies, ...leads],
				says: 'A concern has waited to be read for longer than it should.'
			}
		];
		if (at > schoolDays.nextStepOf(calendar, urgency, deadline))
			steps.push({
				...step,
				step: 'head',
				to: heads,
				says: 'A concern still waits to be read, although the deputy was told.'
			});
		return steps;
	});
};
