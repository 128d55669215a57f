import { and, eq, gt, lte, ne } from 'drizzle-orm';
import { staff } from '../accounts/index.ts';
import { write } from '../db/index.ts';
import * as notices from '../notices/index.ts';
import type { Place } from './place.ts';
import { sealedQuestions } from './public-schema.ts';
import { questionBoxes, questionHandlings } from './schema.ts';

const day = 24 * 60 * 60_000;

type Told = Exclude<(typeof questionBoxes.$inferSelect)['reminded'], ''>;

/** Who is told of what waits in a box, after how long, once whoever comes before them was; and in which words. */
const steps: { after: number; once: '' | Told; tells: Told; says: string }[] = [
	{
		...{ after: day, once: '', tells: 'teacher' },
		says: 'Questions of a class wait in your box. One may be a child telling you something.'
	},
	{
		...{ after: 4 * day, once: 'teacher', tells: 'leads' },
		says: 'Questions of a class have waited four days in a teacher’s box, and nobody has decided on them. They are gone a week after it was opened: ask the teacher who is named here, or whoever stands in for them.'
	}
];

/**
 * Tells the teacher of a box, after a day, that questions in it wait; after four, the leads. Nobody is told a word of
 * them. `true` when somebody was told.
 */
export async function remind(
	{ published, db }: Place,
	leads: readonly string[],
	at = new Date()
): Promise<boolean> {
	let told = false;
	for (const { after, once, tells, says } of steps) {
		const since = new Date(at.getTime() - after);
		const late = await db
			.select()
			.from(questionBoxes)
			.where(
				and(
					eq(questionBoxes.reminded, once),
					lte(questionBoxes.openedAt, since),
					gt(questionBoxes.goesAt, at)
				)
			);
		for (const { id, code, staffId, className } of late) {
			const asked = await published.$count(sealedQuestions, eq(sealedQuestions.code, code));
			const decided = and(eq(questionHandlings.boxId, id), ne(questionHandlings.state, ''));
			if (asked <= (await db.$count(questionHandlings, decided))) continue;
			const whom = tells === 'teacher' ? [staffId] : leads;
			if (whom.length === 0) continue;
			const [{ name } = { name: '' }] = await db.select().from(staff).where(eq(staff.id, staffId));
			await write(db, async (tx) => {
				await notices.tell(tx, whom, { says: `${says} (${className}, ${name})` }, at);
				await tx.update(questionBoxes).set({ reminded: tells }).where(eq(questionBoxes.id, id));
			});
			told = true;
		}
	}
	return told;
}
