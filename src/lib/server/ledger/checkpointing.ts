import { desc, eq, gte } from 'drizzle-orm';
import { may, needsStepUp, type Act, type Staff } from '../access/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import type { Signer } from '../organisations/index.ts';
import { canonical, unsigned, type Checkpoint } from './checkpoint.ts';
import { lastOf, record } from './recording.ts';
import { recordNotShown } from './refusing.ts';
import { checkpoints } from './schema.ts';

type Db = Database<'organisation'>;

/** A checkpoint with its place among the organisation's own. */
export type Kept = { number: number; checkpoint: Checkpoint };

/**
 * Signs the ledger as it stands and keeps the checkpoint. An empty ledger has nothing to sign.
 *
 * It is no entry itself, so that a ledger exported a moment before still reaches to it.
 */
export const checkpoint = (
	db: Db,
	signer: Signer,
	at = new Date()
): Promise<Kept | 'nothing to sign'> => write(db, (tx) => sign(tx, signer, at));

/** The same for a person who asks for one. That they did is an entry, and the checkpoint is of it too. */
export async function askForCheckpoint(
	db: Db,
	staff: Staff,
	signer: Signer,
	at = new Date()
): Promise<Kept | 'not allowed' | 'step up' | 'nothing to sign'> {
	return write(db, async (tx) => {
		if (!(await isAllowed(tx, staff, 'sign the ledger', at))) return 'not allowed';
		if (needsStepUp(staff, 'sign the ledger', at)) return 'step up';
		await record(tx, staff, { did: 'asked for', object: 'checkpoint', id: 'new' }, at);
		return sign(tx, signer, at);
	});
}

async function sign(tx: Tx, signer: Signer, at: Date): Promise<Kept | 'nothing to sign'> {
	const last = await lastOf(tx);
	if (!last) return 'nothing to sign';
	const [before] = await newest(tx);
	const number = (before?.number ?? 0) + 1;
	const stood = { entry: last.number, seal: last.hash, at };
	const signed = unsigned(stood, signer);
	const signature = signer.sign(canonical(signed));
	const row = { number, ...stood, publicKey: signer.publicKey, signature };
	await tx.insert(checkpoints).values(row);
	return { number, checkpoint: { ...signed, signature } };
}

type Row = typeof checkpoints.$inferSelect;

const kept = (row: Row, organisationId: string): Kept => ({
	number: row.number,
	checkpoint: { ...unsigned(row, { ...row, organisationId }), signature: row.signature }
});

const newest = (tx: Pick<Tx, 'select'>): Promise<Row[]> =>
	tx.select().from(checkpoints).orderBy(desc(checkpoints.number)).limit(1);

/** The checkpoints that were made at a moment or later, oldest first. */
export const checkpointsSince = async (
	db: Db,
	organisationId: string,
	since: Date
): Promise<Checkpoint[]> =>
	(
		await db
			.select()
			.from(checkpoints)
			.where(gte(checkpoints.at, since))
			.orderBy(checkpoints.number)
	).map((row) => kept(row, organisationId).checkpoint);

/** Every checkpoint, oldest first, for checking the ledger against. */
export const everyCheckpoint = async (db: Db, organisationId: string): Promise<Checkpoint[]> =>
	(await db.select().from(checkpoints).orderBy(checkpoints.number)).map(
		(row) => kept(row, organisationId).checkpoint
	);

/** When the newest checkpoint was made, if ever. It says nothing of what is in the ledger. */
export const newestCheckpointAt = async (db: Db): Promise<Date | null> => {
	const [row] = await db
		.select({ at: checkpoints.at })
		.from(checkpoints)
		.orderBy(desc(checkpoints.number))
		.limit(1);
	return row?.at ?? null;
};

// A year of daily ones. Older ones are still there, and `waymark verify` still holds to them.
const most = 366;

/** What the desk shows of the ledger: how long it is, and its checkpoints, newest first. */
export async function overview(
	db: Db,
	staff: Staff,
	at = new Date()
): Promise<{ entries: number; checkpoints: Kept[] } | undefined> {
	return write(db, async (tx) => {
		if (!(await isAllowed(tx, staff, 'keep the ledger', at))) return undefined;
		await record(tx, staff, { did: 'listed', object: 'checkpoints', id: 'all' }, at);
		const rows = await tx.select().from(checkpoints).orderBy(desc(checkpoints.number)).limit(most);
		return {
			entries: (await lastOf(tx))?.number ?? 0,
			checkpoints: rows.map((row) => kept(row, staff.organisation.id))
		};
	});
}

/** One checkpoint, for a person to take away. That they took it is written down. */
export async function takeCheckpoint(
	db: Db,
	staff: Staff,
	number: string,
	at = new Date()
): Promise<Checkpoint | 'step up' | undefined> {
	return write(db, async (tx) => {
		if (!(await isAllowed(tx, staff, 'sign the ledger', at))) return undefined;
		if (needsStepUp(staff, 'sign the ledger', at)) return 'step up';
		const [row] = await tx
			.select()
			.from(checkpoints)
			.where(eq(checkpoints.number, /^\d{1,9}$/.test(number) ? Number(number) : 0));
		if (!row) {
			await recordNotShown(tx, staff, 'checkpoint', number, at);
			return undefined;
		}
		await record(tx, staff, { did: 'took', object: 'checkpoint', id: number }, at);
		return kept(row, staff.organisation.id).checkpoint;
	});
}

async function isAllowed(tx: Tx, staff: Staff, act: Act, at: Date): Promise<boolean> {
	if (may(staff, act)) return true;
	await record(tx, staff, { did: 'was refused', object: 'act', id: act }, at);
	return false;
}
