import { index, integer, primaryKey, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { moment, words } from '../db/columns.ts';
import { known } from './columns.ts';

/** Services that take referrals, as they state it themselves or as an open feed has them. Public: it names no child and no worker. */
export const services = sqliteTable(
	'services',
	{
		id: words('id').primaryKey(),
		/** The organisation on Waymark that states it; null when it came from a feed. */
		organisationId: words('organisation_id'),
		/** The feed it came from, and its id there; null when it is stated here. */
		feedId: words('feed_id'),
		sourceId: words('source_id'),
		/** The Open Referral object as it came, as JSON, for what has no column of its own. */
		source: words('source').notNull().default(''),
		...known()
	},
	(table) => [
		index('services_by_organisation').on(table.organisationId),
		uniqueIndex('services_by_feed').on(table.feedId, table.sourceId)
	]
);

/** The councils that each service takes children from, so that one area is found without reading all. */
export const serviceAreas = sqliteTable(
	'service_areas',
	{
		serviceId: words('service_id')
			.notNull()
			.references(() => services.id),
		/** The council's name in small letters. */
		area: words('area').notNull()
	},
	(table) => [primaryKey({ columns: [table.area, table.serviceId] })]
);

/** An Open Referral feed that services are taken from. */
export const feeds = sqliteTable('feeds', {
	id: words('id').primaryKey(),
	/** Its base address, or the name of the file. */
	address: words('address').notNull().unique(),
	addedAt: moment('added_at').notNull()
});

export const importStates = ['reading', 'taken in', 'refused'] as const;

/** One reading of a feed. Its services wait in `feed_rows` until it is whole. */
export const feedImports = sqliteTable(
	'feed_imports',
	{
		id: words('id').primaryKey(),
		feedId: words('feed_id')
			.notNull()
			.references(() => feeds.id),
		/** Such as `HSDS-UK-3.0`. */
		version: words('version').notNull(),
		/** The next page to be read, from 1; a reading that was cut goes on from it. */
		nextPage: integer('next_page').notNull(),
		pages: integer('pages'),
		state: words('state').$type<(typeof importStates)[number]>().notNull(),
		/** Why the whole reading was refused. */
		refusal: words('refusal').notNull().default(''),
		startedAt: moment('started_at').notNull(),
		endedAt: moment('ended_at')
	},
	(table) => [index('imports_by_feed').on(table.feedId)]
);

/** What a reading has seen so far, one row a service, and why it was refused. */
export const feedItems = sqliteTable(
	'feed_items',
	{
		importId: words('import_id')
			.notNull()
			.references(() => feedImports.id),
		/** The service's id in the feed; of one that has none, its place. */
		sourceId: words('source_id').notNull(),
		page: integer('page').notNull(),
		/** Each reason on a line of its own; empty when it was taken. */
		refusal: words('refusal').notNull()
	},
	(table) => [primaryKey({ columns: [table.importId, table.sourceId] })]
);

/** What a reading has taken so far: each service as it will stand in the directory once the reading is whole. */
export const feedRows = sqliteTable(
	'feed_rows',
	{
		importId: words('import_id')
			.notNull()
			.references(() => feedImports.id),
		id: words('id').notNull(),
		feedId: words('feed_id').notNull(),
		sourceId: words('source_id').notNull(),
		source: words('source').notNull(),
		...known()
	},
	(table) => [primaryKey({ columns: [table.importId, table.sourceId] })]
);

/** The councils of those services. */
export const feedRowAreas = sqliteTable(
	'feed_row_areas',
	{
		importId: words('import_id')
			.notNull()
			.references(() => feedImports.id),
		serviceId: words('service_id').notNull(),
		area: words('area').notNull()
	},
	(table) => [primaryKey({ columns: [table.importId, table.serviceId, table.area] })]
);
