import { randomUUID } from 'node:crypto';
import { and, count, eq, inArray, ne } from 'drizzle-orm';
import { feedImports, feedItems, feedRowAreas, feedRows, feeds } from '../directory/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { faultsOf } from './checking.ts';
import { uuidOf } from './ids.ts';
import { rowOf, withoutPlaces } from './mapping.ts';
import type { Source } from './sources.ts';
import { forgetRows, refuse, takeIn, type Report } from './switching.ts';

type Public = Database<'public'>;
type Import = typeof feedImports.$inferSelect;
/** What an item of a page comes to: why it is refused, or the service that it is. */
type Item = typeof feedItems.$inferInsert;
type Seen = { item: Item; row?: Row };
type Row = typeof feedRows.$inferInsert;

const mostBytes = 256 * 1024;
// No feed of one country's services is near it; a feed that never ends must.
const mostPages = 20_000;

/**
 * Reads a feed page by page and takes it in when it is whole. Nothing of it is seen before that, and a reading
 * that was cut goes on at the page where it was. What is refused is said item by item, and why.
 */
export async function importFrom(
	published: Public,
	source: Source,
	at = new Date()
): Promise<Report> {
	let reading = await begin(published, source, at);
	for (;;) {
		const page = await source.page(reading.nextPage);
		const [fault] = page.faults;
		if (fault)
			return refuse(
				published,
				reading,
				`Page ${reading.nextPage}, ${fault.field}: ${fault.says}`,
				at
			);
		const seen = itemsOf(page.items, reading, source.kind);
		const moved = await movedFrom(published, reading, seen);
		if (moved.size > 0 && !source.isStill)
			return refuse(
				published,
				reading,
				'The feed changed while it was read, or its pages overlap.',
				at
			);

		const rows = seen.map((one) => (moved.has(one.item.sourceId) ? twice(one.item) : one));
		reading = await stage(published, reading, rows, page.pages);
		if (reading.nextPage <= page.pages && reading.nextPage <= mostPages) continue;
		const [read] = await published
			.select({ many: count() })
			.from(feedItems)
			.where(eq(feedItems.importId, reading.id));
		if (read?.many !== page.total)
			return refuse(
				published,
				reading,
				`The feed says it has ${page.total} services, and its pages held ${read?.many ?? 0}.`,
				at
			);
		return takeIn(published, reading);
	}
}

/** The reading that goes on, or a new one. */
async function begin(published: Public, source: Source, at: Date): Promise<Import> {
	const { address, version } = source;
	return write(published, async (tx) => {
		await tx.insert(feeds).values({ id: randomUUID(), address, addedAt: at }).onConflictDoNothing();
		const [feed] = await tx.select().from(feeds).where(eq(feeds.address, address));
		const open = and(eq(feedImports.feedId, feed!.id), eq(feedImports.state, 'reading'));
		const [cut] = await tx.select().from(feedImports).where(open);
		if (cut?.version === version) return cut;
		if (cut) {
			const refusal = 'Another file or version came before it was whole.';
			await tx.update(feedImports).set({ state: 'refused', refusal, endedAt: at }).where(open);
			await tx.delete(feedItems).where(eq(feedItems.importId, cut.id));
			await forgetRows(tx, cut.id);
		}
		const fresh = { id: randomUUID(), feedId: feed!.id, version, nextPage: 1, startedAt: at };
		const [made] = await tx
			.insert(feedImports)
			.values({ ...fresh, state: 'reading' })
			.returning();
		return made!;
	});
}

/** What each item of a page is: the service, cleaned of what must not be kept, or why it is refused. */
function itemsOf(given: unknown[], reading: Import, kind: Source['kind']): Seen[] {
	const { id, nextPage } = reading;
	const seen = new Set<string>();
	return given.map((thing, at) => {
		const place = `page ${nextPage}, item ${at + 1}`;
		const own = (thing as { id?: unknown } | null)?.id;
		const item = {
			importId: id,
			page: nextPage,
			sourceId: typeof own === 'string' && own.length <= 200 ? own : place,
			refusal: ''
		};
		if (seen.has(item.sourceId)) return twice({ ...item, sourceId: `${item.sourceId} (${place})` });
		seen.add(item.sourceId);
		const body = JSON.stringify(thing ?? null);
		if (body.length > mostBytes)
			return { item: { ...item, refusal: '(all of it): It is larger than 256 KB.' } };
		const faults = faultsOf(kind === '3.0' ? 'service' : 'service of 1.0', thing);
		if (faults.length > 0)
			return {
				item: { ...item, refusal: faults.map(({ field, says }) => `${field}: ${says}`).join('\n') }
			};
		return { item, row: rowIn(reading, item.sourceId, thing as Record<string, unknown>) };
	});
}

const rowIn = (
	{ id: importId, feedId, startedAt }: Import,
	sourceId: string,
	thing: Record<string, unknown>
): Row => ({
	...{ importId, feedId, sourceId, id: uuidOf('imported', feedId, sourceId) },
	...rowOf(withoutPlaces(thing), startedAt)
});

const twice = (item: Item): Seen => ({
	item: {
		...item,
		sourceId: `${item.sourceId} (page ${item.page})`,
		refusal: 'id: It stands twice in the feed.'
	}
});

async function movedFrom(
	published: Public,
	{ id, nextPage }: Import,
	seen: Seen[]
): Promise<Set<string>> {
	const ids = seen.map(({ item }) => item.sourceId);
	const found = await published
		.select({ id: feedItems.sourceId })
		.from(feedItems)
		.where(
			and(
				eq(feedItems.importId, id),
				inArray(feedItems.sourceId, ids),
				ne(feedItems.page, nextPage)
			)
		);
	return new Set(found.map((each) => each.id));
}

async function stage(
	published: Public,
	reading: Import,
	seen: Seen[],
	pages: number
): Promise<Import> {
	const next = { nextPage: reading.nextPage + 1, pages };
	await write(published, async (tx) => {
		if (seen.length > 0) await tx.insert(feedItems).values(seen.map(({ item }) => item));
		await keepRows(tx, seen);
		await tx.update(feedImports).set(next).where(eq(feedImports.id, reading.id));
	});
	return { ...reading, ...next };
}

async function keepRows(tx: Tx, seen: Seen[]): Promise<void> {
	const rows = seen.flatMap(({ row }) => (row ? [row] : []));
	if (rows.length > 0) await tx.insert(feedRows).values(rows);
	const areas = rows.flatMap(({ importId, id: serviceId, areas: its = '[]' }) =>
		(JSON.parse(its) as string[]).map((area) => ({
			...{ importId, serviceId, area: area.toLocaleLowerCase('en-GB') }
		}))
	);
	if (areas.length > 0) await tx.insert(feedRowAreas).values(areas).onConflictDoNothing();
}
