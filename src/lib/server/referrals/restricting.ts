import { eq } from 'drizzle-orm';
import * as cases from '../cases/index.ts';
import type { Find } from '../restrictions/index.ts';
import { referrals } from './schema.ts';

/** The case that a referral was sent from: the referral is as restricted as the case is. */
export const find: Find = async (tx, reference) => {
	const [from] = await tx
		.select({ reference: cases.cases.reference })
		.from(referrals)
		.innerJoin(cases.cases, eq(cases.cases.id, referrals.caseId))
		.where(eq(referrals.reference, reference));
	return from && cases.find(tx, from.reference);
};
