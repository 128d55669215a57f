import { today } from '../days.ts';
import * as referrals from '../referrals/index.ts';
import { isTold, type Look, type Step } from './steps.ts';

/**
 * Referrals received for whose next step this service is late: those who work with the young person are told,
 * or everybody who may answer where nobody does yet, and a working day later all of them. Of a restricted one
 * only those who work with the young person hear.
 */
export const unansweredHere: Look = async (tx, calendar, { workers = [], managers = [] }, at) => {
	const late = await referrals.lateReceived(tx, today(at));
	return late.flatMap(({ since, dueOn, restricted, ...one }) => {
		const step = { ...({ waits: 'a referral', objectId: since } as const), about: undefined };
		const own = workers.filter((id) => one.workers.includes(id));
		// Who is kept from it may still have to open it to somebody: they hear that something waits, and of nobody.
		const locked = own.length > 0 ? own : managers;
		const all = restricted ? locked : workers;
		const steps: Step[] = [];
		if (isTold(calendar, dueOn, 0, at))
			steps.push({ ...step, step: 'owner', to: own.length > 0 ? own : all, says: owner });
		if (isTold(calendar, dueOn, 1, at)) steps.push({ ...step, step: 'lead', to: all, says: lead });
		return steps;
	});
};

const owner = 'A school waits for a step of yours in a referral that was due. It is in the inbox.';
const lead = 'A school still waits for a step in a referral that was due. It is in the inbox.';
