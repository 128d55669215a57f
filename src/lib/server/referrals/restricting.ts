import { eq } from 'drizzle-orm';
import { cases } from '../cases/index.ts';
import type { Find } from '../restrictions/index.ts';
import { referrals } from './schema.ts';

/** The case that a referral was sent from: the referral is as restricted as the case is. */
export const find: Find = async (tx, reference) => {
	const [found] = await tx
		.select({ id: cases.id, reference: cases.reference })
		.from(referrals)
		.innerJoin(cases, eq(cases.id, referrals.caseId))
		.where(eq(referrals.reference, reference));
	return found && { object: 'case', ...found };
};
