import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { Staff } from '../access/index.ts';
import { newBoxCode, write } from '../db/index.ts';
import { key } from '../fields.ts';
import * as ledger from '../ledger/index.ts';
import { isRefused, type Place } from './place.ts';
import { publicBoxes } from './public-schema.ts';
import { ownBox } from './reading.ts';
import { questionBoxes } from './schema.ts';
import { newPrivateKey, publicKeyOf } from './sealing.ts';

const hour = 60 * 60_000;
// A school day, with what comes to somebody on the way home.
const takesFor = 12 * hour;
/** For how long what was asked is kept, from when the box was opened. */
export const keptFor = 7 * 24 * hour;

const years = ['Reception', ...Array.from({ length: 13 }, (_, at) => `Year ${at + 1}`)] as const;
export const yearsToChoose: readonly string[] = years;

/** The form that opens a box: for which class, and in which lesson. */
export const opening = v.object({
	key,
	year: v.pipe(
		v.optional(v.string(), ''),
		v.check((year) => yearsToChoose.includes(year), 'Choose the year')
	),
	label: v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.maxLength(20, 'Use at most 20 letters'),
		v.regex(/^[^,]*$/, 'Leave the comma out')
	),
	lesson: v.optional(v.string(), '')
});

/** A class as it is called here. */
export const classIn = ({ year, label }: v.InferOutput<typeof opening>): string =>
	label ? `${year}, ${label}` : year;

/** What a box is opened for. A room may say when it closes; otherwise it closes within a day. */
export type Opening = { key: string; className: string; lessonId: string; closesAt?: Date };

/**
 * Opens a box for a class, with a pair of keys of its own: the public one for the public door, the private one for the
 * organisation’s database alone. The same key is the same box.
 */
export async function openBox(
	{ published, db }: Place,
	staff: Staff,
	{ key: id, className, lessonId, closesAt }: Opening,
	at = new Date()
): Promise<{ id: string; code: string; publicKey: string } | 'not found'> {
	if (await isRefused({ db }, staff, at)) return 'not found';
	const goesAt = new Date(at.getTime() + keptFor);
	const box = { id, code: newBoxCode(), staffId: staff.id, className, lessonId };
	await write(db, async (tx) => {
		const [made] = await tx
			.insert(questionBoxes)
			.values({ ...box, privateKey: newPrivateKey(), reminded: '', openedAt: at, goesAt })
			.onConflictDoNothing()
			.returning({ id: questionBoxes.id });
		if (made) await ledger.record(tx, staff, { did: 'opened', object: 'question box', id }, at);
	});
	const own = await ownBox({ published, db }, staff, id, at);
	if (own === 'not found') return own;
	const publicKey = publicKeyOf(own.privateKey);
	const row = {
		...{ code: own.code, publicKey, goesAt: own.goesAt },
		closesAt: closesAt ?? new Date(own.openedAt.getTime() + takesFor)
	};
	await write(published, (tx) => tx.insert(publicBoxes).values(row).onConflictDoNothing());
	return { id, code: own.code, publicKey };
}

/** Takes no more questions into one’s own box. What is in it stays until its week is over. */
export async function closeBox(
	{ published, db }: Place,
	staff: Staff,
	id: string,
	at = new Date()
): Promise<'closed' | 'not found'> {
	const box = await ownBox({ published, db }, staff, id, at);
	if (box === 'not found') return box;
	await write(db, (tx) =>
		ledger.record(tx, staff, { did: 'closed', object: 'question box', id }, at)
	);
	await write(published, (tx) =>
		tx.update(publicBoxes).set({ closesAt: at }).where(eq(publicBoxes.code, box.code))
	);
	return 'closed';
}
