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

// Inside a transaction a statement's memory stays until it ends: as few and as small ones as can be.
const atOnce = 100;

/** Each column as the new row has it. */
const renewed = (names: readonly (keyof Row)[]): SQL =>
	sql.join(
		names
			.filter((name) => name !== 'id')
			.map((name) => sql`${columnOf(name)} = excluded.${columnOf(name)}`),
		sql`, `
	);

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
	await keepRows(tx, rows);
	const areas = rows.flatMap(({ id, areas: its }) =>
		(JSON.parse(its) as string[]).map((area) => [id, area.toLocaleLowerCase('en-GB')])
	);
	await tx.run(sql`
		insert or ignore into ${serviceAreas} (service_id, area)
		select value ->> 0, value ->> 1 from json_each(${JSON.stringify(areas)})
	`);
}

type Row = typeof services.$inferInsert;
const columns = getTableColumns(services);
const columnOf = (name: keyof Row) => sql.identifier(columns[name].name);

/** Keeps rows in place of those with the same id. They go as one JSON text, so that the statement is small however many they are. */
async function keepRows(tx: Tx, rows: readonly Row[]): Promise<void> {
	const names = Object.keys(rows[0] ?? {}) as (keyof Row)[];
	const driven = rows.map((row) => names.map((name) => asDriven(name, row[name])));
	const values = names.map((_, at) => sql`value ->> ${sql.raw(String(at))}`);
	await tx.run(sql`
		insert into ${services} (${sql.join(names.map(columnOf), sql`, `)})
		select ${sql.join(values, sql`, `)} from json_each(${JSON.stringify(driven)}) where true
		on conflict (id) do update set ${renewed(names)}
	`);
}

const asDriven = (name: keyof Row, value: unknown): unknown =>
	value === null || value === undefined ? null : columns[name].mapToDriverValue(value as never);

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
