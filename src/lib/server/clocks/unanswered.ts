import { lateDisagreements } from '../cases/index.ts';
import { isTold, leading, type Look, type Step } from './steps.ts';

/** Disagreements in which somebody should have answered by a day: whoever took it there is told, then the leads. */
export const unanswered: Look = async (tx, calendar, holders, at) => {
	const late = await lateDisagreements(tx, at);
	return late.flatMap(({ id, by, byWhen, caseId, reference }) => {
		const step = {
			...({ waits: 'an answer', objectId: `${id} ${byWhen}` } as const),
			about: { object: 'case', id: caseId, reference } as const
		};
		const steps: Step[] = [];
		if (isTold(calendar, byWhen, 0, at))
			steps.push({
				...step,
				step: 'owner',
				to: [by],
				says: 'Somebody should have answered by now where you do not agree.'
			});
		if (isTold(calendar, byWhen, 1, at))
			steps.push({
				...step,
				step: 'lead',
				// Whoever took it there has been told already.
				to: leading(holders).filter((one) => one !== by),
				says: 'Somebody should have answered by now where we do not agree.'
			});
		return steps;
	});
};
