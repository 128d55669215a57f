import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { may, type Staff } from '../access/index.ts';
import * as concerns from '../concerns/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { key } from '../fields.ts';
import { record, recordNotShown, recordRefusal } from '../ledger/index.ts';
import { clean } from './cleaning.ts';
import { nameOf } from './naming.ts';
import { recognise } from './recognising.ts';
import type { Refusal } from './refusing.ts';
import { attachments } from './schema.ts';
import { seal, sha256 } from './sealing.ts';
import { lay, placeOf } from './storing.ts';

export const adding = v.object({
	key: v.pipe(key, v.toLowerCase()),
	noSuchPicture: v.pipe(
		v.optional(v.string(), ''),
		v.literal(
			'yes',
			'Tick this if it is no such picture. If it may be one, do not send it: fetch the safeguarding lead in person'
		)
	)
});

type Db = Database<'organisation'>;
type Given = { key: string; name: string; bytes: Uint8Array };
type Outcome = { id: string } | { refused: Refusal } | 'not found' | concerns.StepUp;

const act = 'add to a concern';

/**
 * Adds a file to a concern, for somebody who may add to it. `folder` is the data folder. The same form sent
 * again is the same file.
 *
 * What is kept is what `clean` makes of it, sealed under a key that only its row holds. The file is whole on
 * the disk before its row is there: a crash between the two leaves a file that nothing opens, for `sweep`.
 */
export async function add(
	db: Db,
	folder: string,
	staff: Staff,
	reference: string,
	{ key: id, name, bytes }: Given,
	at = new Date()
): Promise<Outcome> {
	const place = placeOf(folder, staff.organisation.id, id);
	if (!may(staff, act)) {
		await recordRefusal(db, staff, act, at);
		return 'not found';
	}
	// Nobody's file is looked into who may not add one.
	const before = await write(db, (tx) => standing(tx, staff, reference, id, at));
	if (typeof before === 'string' || 'id' in before) return before;
	const known = await recognise(bytes);
	if ('refused' in known) return known;
	const cleaned = await clean(known.type, bytes);
	if ('refused' in cleaned) return cleaned;

	const { kept } = cleaned;
	const { sealed, key } = seal(kept, id);
	const file = await lay(place, sealed);
	const what = { name: nameOf(name, known.type), type: known.type };
	const row = { id, ...what, key, bytes: kept.length, sha256: sha256(kept) };
	try {
		return await write(db, async (tx) => {
			const found = await standing(tx, staff, reference, id, at);
			if (typeof found === 'string' || 'id' in found) return found;
			file.settle();
			const added = { concernId: found.concernId, addedBy: staff.id, addedAt: at };
			await tx.insert(attachments).values({ ...row, ...added });
			await record(tx, staff, { did: `added file ${id}`, object: 'concern', id: reference }, at);
			return { id };
		});
	} finally {
		await file.drop();
	}
}

/** The concern to add to; or the file, when the form was sent before. Another's key is nobody's. */
async function standing(
	tx: Tx,
	staff: Staff,
	reference: string,
	id: string,
	at: Date
): Promise<{ concernId: string } | { id: string } | 'not found' | concerns.StepUp> {
	const found = await concerns.look(tx, staff, act, reference, at);
	if (found === 'step up') return found;
	const [before] = await tx.select().from(attachments).where(eq(attachments.id, id));
	const own = before?.concernId === found?.id && before?.addedBy === staff.id;
	if (!found || (before && !own)) {
		await recordNotShown(tx, staff, 'concern', reference, at);
		return 'not found';
	}
	return before ? { id } : { concernId: found.id };
}
