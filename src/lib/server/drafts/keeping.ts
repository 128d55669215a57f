import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import { may, type Staff } from '../access/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { actOf } from './forms.ts';
import { drafts } from './schema.ts';

type Db = Database<'organisation'>;
type Writer = Pick<Staff, 'id' | 'roles'>;
export type Fields = Record<string, string>;

const day = 24 * 60 * 60_000;
// Issue B. A week is a school's turn: what nobody went back to by then is told again, or was nothing.
export const keptFor = 7 * day;
// As much as a form may hold (src/server.ts).
const mostLetters = 512 * 1024;
// Nobody has twenty forms begun; somebody who sends one after another must not fill the disk.
const mostEach = 20;

// A key makes one sending of a form one act: a form begun again is another.
const neverKept = new Set(['key', 'password', 'code', 'passkey']);

const worthKeeping = (typed: Fields): Fields =>
	Object.fromEntries(
		Object.entries(typed).filter(([name, value]) => !neverKept.has(name) && value.trim() !== '')
	);

/**
 * Keeps what somebody has typed into a form and not sent, in place of what they had typed there before.
 * A form with nothing in it keeps nothing.
 *
 * It is no entry of the ledger, and neither is showing it: they are the person's own words, nobody else
 * can see them, and nothing has been said to anybody until they are sent.
 */
export async function keep(
	db: Db,
	staff: Writer,
	form: string,
	typed: Fields,
	at = new Date()
): Promise<'kept' | 'nothing to keep' | 'no such form' | 'too long'> {
	const act = actOf(form);
	if (!act || !may(staff, act)) return 'no such form';
	const worth = worthKeeping(typed);
	const fields = JSON.stringify(worth);
	if (fields.length > mostLetters) return 'too long';
	const row = { fields, savedAt: at };
	return write(db, async (tx) => {
		if (Object.keys(worth).length === 0) {
			await tx.delete(drafts).where(thisOne(staff, form));
			return 'nothing to keep';
		}
		await tx
			.insert(drafts)
			.values({ staffId: staff.id, form, ...row })
			.onConflictDoUpdate({ target: [drafts.staffId, drafts.form], set: row });
		await makeRoom(tx, staff);
		return 'kept';
	});
}

export const thisOne = ({ id }: Pick<Staff, 'id'>, form: string) =>
	and(eq(drafts.staffId, id), eq(drafts.form, form));

async function makeRoom(tx: Tx, { id }: Writer): Promise<void> {
	const own = await tx
		.select({ form: drafts.form })
		.from(drafts)
		.where(eq(drafts.staffId, id))
		.orderBy(desc(drafts.savedAt));
	const tooMany = own.slice(mostEach).map(({ form }) => form);
	await tx.delete(drafts).where(and(eq(drafts.staffId, id), inArray(drafts.form, tooMany)));
}

/** Forgets what was typed into a form: it was sent, or the person threw it away. */
export async function forget(db: Db, staff: Pick<Staff, 'id'>, form: string): Promise<void> {
	await write(db, (tx) => tx.delete(drafts).where(thisOne(staff, form)));
}

/** Forgets whatever nobody went back to for a week. */
export async function forgetOld(db: Db, at = new Date()): Promise<void> {
	const before = new Date(at.getTime() - keptFor);
	await write(db, (tx) => tx.delete(drafts).where(lt(drafts.savedAt, before)));
}
