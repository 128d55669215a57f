import { and, asc, eq, getTableColumns, gt, isNull, ne, notInArray, sql } from 'drizzle-orm';
import {
	feedImports,
	feedItems,
	feedRowAreas,
	feedRows,
	serviceAreas,
	services
} from '../directory/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { warningsOf } from './mapping.ts';

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
	await forgetRows(tx, id);
}

async function refusedOf(published: Public, { id }: Import): Promise<Report['refused']> {
	const rows = await published
		.select({ id: feedItems.sourceId, refusal: feedItems.refusal })
		.from(feedItems)
		.where(and(eq(feedItems.importId, id), ne(feedItems.refusal, '')))
		.orderBy(asc(feedItems.page), asc(feedItems.sourceId));
	return rows.map((each) => ({ id: each.id, reasons: each.refusal.split('\n') }));
}

/** Forgets the services that a reading has taken so far. */
export async function forgetRows(tx: Tx, importId: string): Promise<void> {
	await tx.delete(feedRows).where(eq(feedRows.importId, importId));
	await tx.delete(feedRowAreas).where(eq(feedRowAreas.importId, importId));
}

// Each is looked at on its own; so many are read at a time.
const atOnce = 100;

/**
 * Takes a whole reading in, in one transaction: before it the directory is as it was, after it as the feed is.
 * What the feed no longer has ends, and stays for the referrals that name it; what was refused this time stays
 * as it was. A reading with nothing usable in it takes nothing away.
 */
export async function takeIn(published: Public, reading: Import): Promise<Report> {
	const at = reading.startedAt;
	const refused = await refusedOf(published, reading);
	const warnings = await warningsIn(published, reading);
	const done = await write(published, async (tx) => {
		const taken = await tx.$count(feedRows, eq(feedRows.importId, reading.id));
		if (taken === 0) return undefined;
		await keepAll(tx, reading);
		const ended = await endOthers(tx, reading, at);
		await close(tx, reading, 'taken in', '', at);
		return { taken, ended };
	});
	if (!done) return refuse(published, reading, 'There is no service in it that can be taken.', at);
	return { state: 'taken in', refusal: '', ...done, refused, warnings };
}

/** What is said of services that are taken all the same, and of how many. */
async function warningsIn(
	published: Public,
	{ id, startedAt }: Import
): Promise<Report['warnings']> {
	const warnings: Report['warnings'] = {};
	for (let last = ''; ;) {
		const rows = await published
			.select({ sourceId: feedRows.sourceId, source: feedRows.source })
			.from(feedRows)
			.where(and(eq(feedRows.importId, id), gt(feedRows.sourceId, last)))
			.orderBy(asc(feedRows.sourceId))
			.limit(atOnce);
		if (rows.length === 0) return warnings;
		for (const { source } of rows) warn(warnings, source, startedAt);
		last = rows.at(-1)!.sourceId;
	}
}

// A service of a feed states itself to nobody here.
const taken = Object.values(getTableColumns(services)).filter(
	({ name }) => name !== services.organisationId.name
);
const named = sql.join(
	taken.map(({ name }) => sql.identifier(name)),
	sql`, `
);
/** Each column as the new row has it. */
const renewed = sql.join(
	taken
		.filter(({ name }) => name !== 'id')
		.map(({ name }) => sql`${sql.identifier(name)} = excluded.${sql.identifier(name)}`),
	sql`, `
);

/** The rows of a reading in place of those of the same services, and their councils: two statements, however many there are. */
async function keepAll(tx: Tx, { id, feedId }: Import): Promise<void> {
	await tx.run(
		sql`delete from ${serviceAreas} where service_id in (select id from ${services} where feed_id = ${feedId})`
	);
	await tx.run(sql`
		insert into ${services} (${named})
		select ${named} from ${feedRows} where import_id = ${id}
		on conflict (id) do update set ${renewed}
	`);
	await tx.run(sql`
		insert or ignore into ${serviceAreas} (service_id, area)
		select service_id, area from ${feedRowAreas} where import_id = ${id}
	`);
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
