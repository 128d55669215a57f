import { and, eq, lt, sql } from 'drizzle-orm';
import { cases, casesOpen, plans } from '../cases/index.ts';
import { today } from '../days.ts';
import { isTold, leading, type Look } from './steps.ts';

// The condition names the outer plan, so that the inner table must have a name of its own.
const isNewest = sql`not exists (
	select 1 from ${plans} as newer
	where newer.case_id = ${plans.caseId} and newer.number > ${plans.number}
)`;

/** Plans of open cases whose review is past: the leads are told. */
export const notReviewed: Look = async (tx, calendar, holders, at) => {
	const late = await tx
		.select({ caseId: plans.caseId, day: plans.reviewOn, reference: cases.reference })
		.from(plans)
		.innerJoin(casesOpen, eq(casesOpen.caseId, plans.caseId))
		.innerJoin(cases, eq(cases.id, plans.caseId))
		.where(and(lt(plans.reviewOn, today(at)), isNewest));
	return late
		.filter(({ day }) => isTold(calendar, day, 0, at))
		.map(({ caseId, day, reference }) => ({
			waits: 'a plan',
			objectId: `${caseId} ${day}`,
			step: 'lead',
			to: leading(holders),
			about: { object: 'case', id: caseId, reference },
			says: 'A support plan was due to be reviewed.'
		}));
};
