import { eq, lt } from 'drizzle-orm';
import { actionsOpen, cases } from '../cases/index.ts';
import { today } from '../days.ts';
import { isTold, leading, type Look, type Step } from './steps.ts';

/** Actions that are overdue: whoever has one is told, then the leads, and in the end the heads. */
export const overdue: Look = async (tx, calendar, holders, at) => {
	const late = await tx
		.select({
			id: actionsOpen.actionId,
			ownerId: actionsOpen.ownerId,
			dueOn: actionsOpen.dueOn,
			caseId: actionsOpen.caseId,
			reference: cases.reference
		})
		.from(actionsOpen)
		.innerJoin(cases, eq(cases.id, actionsOpen.caseId))
		.where(lt(actionsOpen.dueOn, today(at)));
	return late.flatMap(({ id, ownerId, dueOn, caseId, reference }) => {
		const told = (days: number) => isTold(calendar, dueOn, days, at);
		const step = {
			...({ waits: 'an action', objectId: `${id} ${dueOn}` } as const),
			about: { object: 'case', id: caseId, reference } as const
		};
		const steps: Step[] = [];
		if (told(0))
			steps.push({
				...step,
				step: 'owner',
				to: [ownerId],
				says: 'Something that is yours to do was due, and is not done.'
			});
		if (told(1))
			steps.push({
				...step,
				step: 'lead',
				// Whose it is has been told already.
				to: leading(holders).filter((id) => id !== ownerId),
				says: 'An action is overdue.'
			});
		if (told(3))
			steps.push({
				...step,
				step: 'head',
				to: holders.heads,
				says: 'An action has been overdue for three school days.'
			});
		return steps;
	});
};
