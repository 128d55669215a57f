import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Tx } from '../db/index.ts';
import { restrictionNames, restrictions } from './schema.ts';
import { standingOn, type Restrictable } from './standing.ts';

/** Restricts what grew out of a restricted record to the same people, in the caller's transaction. */
export async function passOn(
	tx: Tx,
	from: Restrictable,
	to: Restrictable,
	at: Date
): Promise<void> {
	const standing = await standingOn(tx, from);
	if (!standing) return;
	const [before] = await tx.select().from(restrictions).where(eq(restrictions.id, standing.id));
	if (!before) return;
	const id = randomUUID();
	await tx
		.insert(restrictions)
		.values({ ...before, id, object: to.object, objectId: to.id, placedAt: at });
	const names = await tx
		.select()
		.from(restrictionNames)
		.where(eq(restrictionNames.restrictionId, standing.id));
	if (names.length > 0)
		await tx.insert(restrictionNames).values(names.map((name) => ({ ...name, restrictionId: id })));
}
