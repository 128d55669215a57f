import { eq } from 'drizzle-orm';
import * as cases from '../cases/index.ts';
import * as concerns from '../concerns/index.ts';
import type { Tx } from '../db/index.ts';
import * as notices from '../notices/index.ts';
import * as referrals from '../referrals/index.ts';
import type { Find } from '../restrictions/index.ts';
import * as schoolDays from '../school-days/index.ts';
import { isTaken, type Look, type Step } from './steps.ts';

const says = 'Something urgent waits at the desk that nobody has opened.';

const finds: Record<string, Find> = { C: concerns.find, K: cases.find, R: referrals.find };

/**
 * Urgent notices that nobody of those who were told has seen for an hour in which the school was open: the
 * deputies and the heads are told, once of each concern. Of one that was read since, or of which the heads
 * were told, there is nothing more to tell.
 */
export const unopened: Look = async (tx, calendar, { deputies, heads }, at) => {
	const steps: Step[] = [];
	for (const { id, about, at: told } of await notices.unopened(tx, says)) {
		if (at <= schoolDays.anHourOfSchoolAfter(calendar, told)) continue;
		const record = about === null ? undefined : await finds[about.charAt(0)]?.(tx, about);
		const isConcern = record?.object === 'concern';
		if (isConcern && !(await isWaiting(tx, record.id))) continue;
		steps.push({
			...({ waits: 'to be read', step: 'head', urgent: 'yes' } as const),
			objectId: isConcern ? `notice of ${record.id}` : `notice ${id}`,
			to: [...deputies, ...heads],
			about: record,
			says
		});
	}
	return steps;
};

/** Whether a concern waits to be read, and the heads were not told of it yet. */
async function isWaiting(tx: Tx, concernId: string): Promise<boolean> {
	const [row] = await tx
		.select()
		.from(concerns.concernsWaiting)
		.where(eq(concerns.concernsWaiting.concernId, concernId));
	return (
		row !== undefined &&
		!(await isTaken(tx, { waits: 'to be read', objectId: concernId, step: 'head' }))
	);
}
