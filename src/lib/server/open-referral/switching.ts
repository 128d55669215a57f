import {
	and,
	asc,
	eq,
	getTableColumns,
	gt,
	isNull,
	ne,
	notInArray,
	sql,
	type SQL
} from 'drizzle-orm';
import { feedImports, feedItems, serviceAreas, services } from '../directory/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { uuidOf } from './ids.ts';
import { rowOf, warningsOf } from './mapping.ts';

type Public = Database<'public'>;
type Import = typeof feedImports.$inferSelect;

export type Report = {
	state: 'taken in' | 'refused';
	/** Why nothing was taken in. */
	refusal: string;
	taken: number;
	/** How many that were taken from this feed before are in it no more. */
	ended: number;
	refused: { id: string; reasons: string[] }[];
	/** What was taken all the same, and how many services it is said of. */
	warnings: Record<string, number>;
};

const none = { taken: 0, ended: 0, warnings: {} };

/** Gives a whole reading up. The directory is as it was. */
export async function refuse(
	published: Public,
	reading: Import,
	refusal: string,
	at: Date
): Promise<Report> {
	const refused = await refusedOf(published, reading);
	await write(published, (tx) => close(tx, reading, 'refused', refusal, at));
	return { ...none, state: 'refused', refusal, refused };
}

async function close(
	tx: Tx,
	{ id }: Import,
	state: 'taken in' | 'refused',
	refusal: string,
	endedAt: Date
) {
	await tx.update(feedImports).set({ state, refusal, endedAt }).where(eq(feedImports.id, id));
	await tx.delete(feedItems).where(and(eq(feedItems.importId, id), eq(feedItems.refusal, '')));
}

async function refusedOf(published: Public, { id }: Import): Promise<Report['refused']> {
	const rows = await published
		.select({ id: feedItems.sourceId, refusal: feedItems.refusal })
		.from(feedItems)
		.where(and(eq(feedItems.importId, id), ne(feedItems.refusal, '')))
		.orderBy(asc(feedItems.page), asc(feedItems.sourceId));
	return rows.map((each) => ({ id: each.id, reasons: each.refusal.split('\n') }));
}

// Inside a transaction a statement's memory stays until it ends.
const atOnce = 40;

/** Each column as the new row has it. */
const renewed = Object.fromEntries(
	Object.entries(getTableColumns(services))
		.filter(([name]) => name !== 'id')
		.map(([name, column]) => [name, sql`excluded.${sql.identifier(column.name)}`])
) as Record<string, SQL>;

/**
 * Takes a whole reading in, in one transaction: before it the directory is as it was, after it as the feed is.
 * What the feed no longer has ends, and stays for the referrals that name it; what was refused this time stays
 * as it was. A reading with nothing usable in it takes nothing away.
 */
export async function takeIn(published: Public, reading: Import): Promise<Report> {
	const at = reading.startedAt;
	const refused = await refusedOf(published, reading);
	const warnings: Record<string, number> = {};
	const done = await write(published, async (tx) => {
		let taken = 0;
		await forgetAreas(tx, reading.feedId);
		for (let last = ''; ;) {
			const items = await next(tx, reading.id, last);
			if (items.length === 0) break;
			for (const { body } of items) warn(warnings, body, at);
			await keep(tx, reading, items, at);
			taken += items.length;
			last = items.at(-1)!.sourceId;
		}
		if (taken === 0) return tx.rollback();
		const ended = await endOthers(tx, reading, at);
		await close(tx, reading, 'taken in', '', at);
		return { taken, ended };
	}).catch((fault: unknown) => {
		if ((fault as Error).constructor.name === 'TransactionRollbackError') return undefined;
		throw fault;
	});
	if (!done) return refuse(published, reading, 'There is no service in it that can be taken.', at);
	return { state: 'taken in', refusal: '', ...done, refused, warnings };
}

const next = (tx: Tx, importId: string, last: string) =>
	tx
		.select({ sourceId: feedItems.sourceId, body: feedItems.body })
		.from(feedItems)
		.where(
			and(eq(feedItems.importId, importId), gt(feedItems.sourceId, last), eq(feedItems.refusal, ''))
		)
		.orderBy(asc(feedItems.sourceId))
		.limit(atOnce);

const forgetAreas = (tx: Tx, feedId: string) =>
	tx.run(
		sql`delete from ${serviceAreas} where service_id in (select id from ${services} where feed_id = ${feedId})`
	);

async function keep(
	tx: Tx,
	{ feedId }: Import,
	items: { sourceId: string; body: string }[],
	at: Date
) {
	const rows = items.map(({ sourceId, body }) => ({
		id: uuidOf('imported', feedId, sourceId),
		organisationId: null,
		...{ feedId, sourceId },
		...rowOf(JSON.parse(body) as Record<string, unknown>, at)
	}));
	await tx.insert(services).values(rows).onConflictDoUpdate({ target: services.id, set: renewed });
	const areas = rows.flatMap(({ id, areas: its }) =>
		(JSON.parse(its) as string[]).map((area) => ({
			serviceId: id,
			area: area.toLocaleLowerCase('en-GB')
		}))
	);
	if (areas.length > 0) await tx.insert(serviceAreas).values(areas).onConflictDoNothing();
}

async function endOthers(tx: Tx, { id, feedId }: Import, at: Date): Promise<number> {
	const stillThere = tx
		.select({ id: feedItems.sourceId })
		.from(feedItems)
		.where(eq(feedItems.importId, id));
	const over = await tx
		.update(services)
		.set({ endedAt: at })
		.where(
			and(
				eq(services.feedId, feedId),
				isNull(services.endedAt),
				notInArray(services.sourceId, stillThere)
			)
		)
		.returning({ id: services.id });
	return over.length;
}

function warn(warnings: Report['warnings'], body: string, at: Date): void {
	for (const { field, says } of warningsOf(JSON.parse(body) as Record<string, unknown>, at)) {
		const said = `${field}: ${says}`;
		warnings[said] = (warnings[said] ?? 0) + 1;
	}
}
