import { eq } from 'drizzle-orm';
import type { Tx } from '../db/index.ts';
import { cases } from './schema.ts';

/** A case, as little of it as names it. */
export type Opened = { id: string; reference: string };

/** The case of a pupil, open or closed, if there is one. */
export async function caseOf(tx: Tx, pupilId: string): Promise<Opened | undefined> {
	const [found] = await tx
		.select({ id: cases.id, reference: cases.reference })
		.from(cases)
		.where(eq(cases.pupilId, pupilId));
	return found;
}
