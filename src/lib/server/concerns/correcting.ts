import * as v from 'valibot';
import { and, eq } from 'drizzle-orm';
import { may, type Staff } from '../access/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { recordAll, recordNotShown, recordRefusal, type Entry } from '../ledger/index.ts';
import { narrative } from '../fields.ts';
import * as pupils from '../pupils/index.ts';
import { look, type Concern, type StepUp } from './reading.ts';
import { concernCorrections, concernPupils, parts } from './schema.ts';

export const correcting = v.pipe(
	v.object({
		/** The id of the child whom it is not about; empty when somebody is only added. */
		wrong: v.optional(v.string(), ''),
		/** The id of the child whom it is about; empty when somebody is only taken off. */
		right: v.optional(v.string(), ''),
		part: v.optional(v.picklist(['', ...parts], 'Choose from the list'), ''),
		why: narrative('Say how you know')
	}),
	v.forward(
		v.check(({ wrong, right }) => wrong !== '' || right !== '', 'Choose whom it is about'),
		['right']
	),
	v.forward(
		v.check(({ wrong, right }) => wrong === '' || wrong !== right, 'Choose another child'),
		['right']
	)
);

export type Corrected = { wrongId: string | null; rightId: string | null; concern: Concern };

/**
 * Says of a concern that it is about another child than was written, in the caller's transaction through
 * `upon`. Nothing that was written changes; the ledger says it of both children.
 *
 * `'nobody left'` when it would be about no child at all, and `'not about them'` when it was not about `wrong`.
 */
export async function correct(
	db: Database<'organisation'>,
	staff: Staff,
	reference: string,
	form: v.InferOutput<typeof correcting>,
	at = new Date(),
	upon: (tx: Tx, corrected: Corrected) => Promise<void> = async () => {}
): Promise<
	'corrected' | 'no such pupil' | 'not about them' | 'nobody left' | 'not found' | StepUp
> {
	if (!may(staff, 'triage a concern')) {
		await recordRefusal(db, staff, 'triage a concern', at);
		return 'not found';
	}
	const { wrong, right, part, why } = form;
	if (right && !(await pupils.byId(db, staff, right))) return 'no such pupil';
	return write(db, async (tx) => {
		const concern = await look(tx, staff, 'triage a concern', reference, at);
		if (!concern) {
			await recordNotShown(tx, staff, 'concern', reference, at);
			return 'not found';
		}
		if (concern === 'step up') return concern;
		const about = concern.children.map(({ id }) => id);
		// The same form sent twice is one correction.
		const isDone = right !== '' && about.includes(right) && !about.includes(wrong);
		if (isDone) return 'corrected';
		if (wrong && !about.includes(wrong)) return 'not about them';
		if (!right && about.length < 2) return 'nobody left';
		if (right) await putIn(tx, concern.id, right, part || null);
		const corrected = { wrongId: wrong || null, rightId: right || null, concern };
		await tx.insert(concernCorrections).values({
			...{ concernId: concern.id, wrongPupilId: wrong || null, rightPupilId: right || null },
			...{ why, correctedBy: staff.id, correctedAt: at }
		});
		await recordAll(tx, staff, entriesOf(reference, wrong, right), at);
		await upon(tx, corrected);
		return 'corrected';
	});
}

async function putIn(
	tx: Tx,
	concernId: string,
	pupilId: string,
	part: (typeof parts)[number] | null
): Promise<void> {
	const [there] = await tx
		.select()
		.from(concernPupils)
		.where(and(eq(concernPupils.concernId, concernId), eq(concernPupils.pupilId, pupilId)));
	if (!there) await tx.insert(concernPupils).values({ concernId, pupilId, part });
}

const entriesOf = (reference: string, wrong: string, right: string): Entry[] => [
	{ did: 'corrected', object: 'concern', id: reference },
	...(wrong ? [{ did: `was not meant by ${reference}`, object: 'pupil', id: wrong }] : []),
	...(right ? [{ did: `was meant by ${reference}`, object: 'pupil', id: right }] : [])
];
