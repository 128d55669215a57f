import * as v from 'valibot';
import { desc, eq } from 'drizzle-orm';
import { staff as adults } from '../accounts/index.ts';
import type { Staff } from '../access/index.ts';
import { daysAfter, today } from '../days.ts';
import type { Database, Tx } from '../db/index.ts';
import { boxes, checked, dayIn, key, narrative, text, type Said } from '../fields.ts';
import { record } from '../ledger/index.ts';
import { chronicle, isThere } from './chronicling.ts';
import { upon, type Refused } from './guarding.ts';
import { labelled } from './picturing.ts';
import { plans } from './schema.ts';

// The desk's own rule, and no law: about a term, after which a child's wishes are no longer known.
const farthest = 12 * 7;

/** What the form for a support plan must say; `at` is now. */
export const planning = (at = new Date()) =>
	v.pipe(
		v.object({
			key,
			childsWords: narrative('Write what the child says they want, in their words'),
			helps: narrative('Say what helps, and who does it'),
			reviewed: text,
			...boxes('review')
		}),
		checked((said) => ({ review: wrongReview(said, at) })),
		v.transform((said) => ({
			key: said.key,
			childsWords: said.childsWords,
			helps: said.helps,
			reviewed: said.reviewed,
			reviewOn: dayIn(said, 'review')
		}))
	);

function wrongReview(said: Said, at: Date): string | undefined {
	const day = dayIn(said, 'review');
	if (!day) return 'Write the day of the review, such as 9 11 2026';
	if (day <= today(at)) return 'The day of the review must be after today';
	return day > daysAfter(today(at), farthest)
		? 'Choose a day within 12 weeks: that is the desk’s own rule'
		: undefined;
}

/**
 * Writes down a support plan. One that follows another must say what the review of that one found. The same
 * form sent twice is one.
 */
export const plan = (
	db: Database<'organisation'>,
	staff: Staff,
	reference: string,
	{ key: id, ...said }: v.InferOutput<ReturnType<typeof planning>>,
	at = new Date()
): Promise<'added' | 'not reviewed' | Refused> =>
	upon(db, staff, 'add to a case', reference, at, async (tx, { id: caseId }) => {
		if (await isThere(tx, id)) return 'added';
		const before = await planOf(tx, caseId);
		if (before && !said.reviewed) return 'not reviewed';
		const row = { ...said, reviewed: before ? said.reviewed : '' };
		await tx.insert(plans).values({ caseId, ...row, by: staff.id, at });
		const says = labelled([
			['What the child says they want', row.childsWords],
			['What helps, and who does it', row.helps],
			['What the review of the plan before found', row.reviewed],
			['Review on', row.reviewOn]
		]);
		await chronicle(tx, { id, caseId, kind: 'support plan', says, staffId: staff.id, at });
		await record(tx, staff, { did: 'added: support plan', object: 'case', id: reference }, at);
		return 'added';
	});

/** The support plan that stands, with the name of who wrote it; `null` when there is none. */
export async function planOf(tx: Tx, caseId: string) {
	const [found] = await tx
		.select({ plan: plans, by: adults.name })
		.from(plans)
		.innerJoin(adults, eq(adults.id, plans.by))
		.where(eq(plans.caseId, caseId))
		.orderBy(desc(plans.number))
		.limit(1);
	return found ? { ...found.plan, by: found.by } : null;
}
