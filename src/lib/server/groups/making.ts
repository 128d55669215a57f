import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { Staff } from '../access/index.ts';
import type { Database } from '../db/index.ts';
import * as ledger from '../ledger/index.ts';
import { keeping, type Refusal } from './guarding.ts';
import { groups } from './schema.ts';

export const making = v.object({
	/** Made with the empty form, and the new group's id: the same form sent twice is one group. */
	key: v.pipe(v.string(), v.uuid()),
	name: v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.nonEmpty('Enter a name, such as Year 8'),
		v.maxLength(60, 'Enter a name of at most 60 letters')
	)
});

/** Makes a group that nobody is in yet, and gives its id. No two have the same name. */
export async function make(
	db: Database<'organisation'>,
	staff: Staff,
	{ key, name }: v.InferOutput<typeof making>,
	at = new Date()
): Promise<{ id: string } | 'name taken' | Refusal> {
	return keeping(db, staff, at, async (tx) => {
		const [same] = await tx.select().from(groups).where(eq(groups.name, name));
		if (same) return same.id === key ? { id: key } : 'name taken';
		const [made] = await tx
			.insert(groups)
			.values({ id: key, name })
			.onConflictDoNothing()
			.returning();
		if (!made) return 'name taken';
		await ledger.record(tx, staff, { did: 'made', object: 'group', id: key }, at);
		return { id: key };
	});
}
