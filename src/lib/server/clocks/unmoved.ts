import { today } from '../days.ts';
import * as referrals from '../referrals/index.ts';
import { isTold, leading, type Look, type Step } from './steps.ts';

/**
 * Referrals in which nobody did by a day what was due. Where a service is waited for, whoever sent it is told
 * to chase it, and a school day later the leads and the deputies to take it to the disagreement ladder. Where
 * the school itself is waited for, whoever sent it is told, and then the leads and the deputies.
 */
export const unmoved: Look = async (tx, calendar, holders, at) => {
	const late = await referrals.lateSent(tx, today(at));
	return late.flatMap(({ since, reference, caseId, sentBy, waitsFor, dueOn }) => {
		const step = {
			...({ waits: 'a referral', objectId: since } as const),
			about: { object: 'case', id: caseId, reference } as const
		};
		const says = waitsFor === 'service' ? theirs : ours;
		const above = [...leading(holders), ...holders.deputies];
		const steps: Step[] = [];
		if (isTold(calendar, dueOn, 0, at))
			steps.push({ ...step, step: 'owner', to: whoChases(sentBy, above), says: says.owner });
		if (isTold(calendar, dueOn, 1, at))
			steps.push({ ...step, step: 'lead', to: above, says: says.lead });
		return steps;
	});
};

// Whoever sent it may lead no more, and may then not open it.
const whoChases = (sentBy: string, above: readonly string[]): readonly string[] =>
	above.includes(sentBy) ? [sentBy] : above;

const theirs = {
	owner: 'A service should have answered by now. Chase it.',
	lead: 'A service still has not answered. Take it to where you do not agree, in the case.'
};

const ours = {
	owner: 'A referral waits for you: something was due, and is not done.',
	lead: 'A referral still waits for us, and nobody has done what was due.'
};
