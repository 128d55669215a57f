import { primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import { moment, words } from '../db/columns.ts';

export const waitingFor = [
	'to be read',
	'to be looked at again',
	'an action',
	'a plan',
	'an answer',
	'a referral'
] as const;

/** Somebody further up was told that something waited too long: once for each step. */
export const escalations = sqliteTable(
	'escalations',
	{
		waits: words('waits').$type<(typeof waitingFor)[number]>().notNull(),
		/** The id of what waits, and the day or moment it waits since when that can change. */
		objectId: words('object_id').notNull(),
		step: words('step').notNull(),
		at: moment('at').notNull()
	},
	(table) => [primaryKey({ columns: [table.waits, table.objectId, table.step] })]
);
