import { and, asc, eq } from 'drizzle-orm';
import type { Staff } from '../access/index.ts';
import { staff as adults } from '../accounts/index.ts';
import * as concerns from '../concerns/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { record, recordNotShown } from '../ledger/index.ts';
import { attachments } from './schema.ts';
import { sha256, unseal } from './sealing.ts';
import { fetch, placeOf } from './storing.ts';

/** A file of a concern in a list. */
export type Attachment = {
	id: string;
	name: string;
	type: string;
	bytes: number;
	addedBy: string;
	addedAt: Date;
};

export type Opened = { name: string; type: string; content: Uint8Array };

/** A file that is not as it was kept. Its name stands in the log, which quotes no messages. */
export class FileDamaged extends Error {
	override name = 'FileDamaged';
	constructor(id: string, cause: unknown) {
		super(`The file ${id} is damaged or gone: restore it from a backup`, { cause });
	}
}

/**
 * A file of a concern, for somebody who may read the concern. The reading is written down first. One that is
 * not there, not theirs, or of another concern is one answer.
 *
 * @throws {FileDamaged} when it is not, to the last bit, what was kept.
 */
export async function read(
	db: Database<'organisation'>,
	folder: string,
	staff: Staff,
	reference: string,
	id: string,
	at = new Date()
): Promise<Opened | concerns.StepUp | undefined> {
	const found = await write(db, async (tx) => {
		const concern = await concerns.look(tx, staff, 'read a concern', reference, at);
		if (concern === 'step up') return concern;
		const row = concern && (await one(tx, concern.id, id));
		if (row)
			await record(tx, staff, { did: `read file ${id}`, object: 'concern', id: reference }, at);
		else await recordNotShown(tx, staff, 'concern', reference, at);
		return row;
	});
	if (!found || found === 'step up') return found;
	const { name, type } = found;
	return { name, type, content: await whole(folder, staff.organisation.id, found) };
}

async function one(tx: Tx, concernId: string, id: string) {
	const [row] = await tx
		.select()
		.from(attachments)
		.where(and(eq(attachments.id, id), eq(attachments.concernId, concernId)));
	return row;
}

async function whole(
	folder: string,
	organisation: string,
	row: typeof attachments.$inferSelect
): Promise<Uint8Array> {
	try {
		const content = unseal(await fetch(placeOf(folder, organisation, row.id)), row.id, row.key);
		if (sha256(content) !== row.sha256) throw new Error('The file is not the one that was kept');
		return content;
	} catch (fault) {
		throw new FileDamaged(row.id, fault);
	}
}

/**
 * The files of a concern, the first first. It asks nobody's leave: it is called for a person to whom that very
 * concern has just been shown.
 */
export const list = (tx: Pick<Tx, 'select'>, concernId: string): Promise<Attachment[]> =>
	tx
		.select({
			id: attachments.id,
			name: attachments.name,
			type: attachments.type,
			bytes: attachments.bytes,
			addedBy: adults.name,
			addedAt: attachments.addedAt
		})
		.from(attachments)
		.innerJoin(adults, eq(adults.id, attachments.addedBy))
		.where(eq(attachments.concernId, concernId))
		.orderBy(asc(attachments.addedAt), asc(attachments.id));
