import { index, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import { staff } from '../accounts/staff.ts';
import { moment, words } from '../db/columns.ts';

export const reasons = [
	'about a member of staff',
	'the child of a member of staff',
	'sealed by the lead'
] as const;

export const objects = ['concern', 'case'] as const;

/** A record that only a named few may know of. It stands until a row in `restriction_lifts` ends it. */
export const restrictions = sqliteTable(
	'restrictions',
	{
		id: words('id').primaryKey(),
		object: words('object').$type<(typeof objects)[number]>().notNull(),
		/** The id of the concern or the case. */
		objectId: words('object_id').notNull(),
		reason: words('reason').$type<(typeof reasons)[number]>().notNull(),
		placedBy: words('placed_by')
			.notNull()
			.references(() => staff.id),
		placedAt: moment('placed_at').notNull()
	},
	(table) => [index('restrictions_by_object').on(table.objectId)]
);

/** Who may know of it. Nobody is taken off: lift it and restrict it anew. */
export const restrictionNames = sqliteTable(
	'restriction_names',
	{
		restrictionId: words('restriction_id')
			.notNull()
			.references(() => restrictions.id),
		staffId: words('staff_id')
			.notNull()
			.references(() => staff.id),
		namedBy: words('named_by')
			.notNull()
			.references(() => staff.id),
		namedAt: moment('named_at').notNull()
	},
	(table) => [primaryKey({ columns: [table.restrictionId, table.staffId] })]
);

export const restrictionLifts = sqliteTable('restriction_lifts', {
	restrictionId: words('restriction_id')
		.primaryKey()
		.references(() => restrictions.id),
	why: words('why').notNull(),
	liftedBy: words('lifted_by')
		.notNull()
		.references(() => staff.id),
	liftedAt: moment('lifted_at').notNull()
});

/** The glass was broken: somebody who is not named reads the record until a moment, and said why. */
export const brokenGlass = sqliteTable(
	'broken_glass',
	{
		id: words('id').primaryKey(),
		restrictionId: words('restriction_id')
			.notNull()
			.references(() => restrictions.id),
		staffId: words('staff_id')
			.notNull()
			.references(() => staff.id),
		why: words('why').notNull(),
		brokenAt: moment('broken_at').notNull(),
		until: moment('until').notNull()
	},
	(table) => [index('broken_glass_by_restriction').on(table.restrictionId)]
);
