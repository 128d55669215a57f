import { index, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import { staff } from '../accounts/staff.ts';
import { words } from '../db/columns.ts';
import { pupils } from '../pupils/schema.ts';

/** A named group of pupils whom some pastoral staff look after, such as a year. */
export const groups = sqliteTable('groups', {
	id: words('id').primaryKey(),
	name: words('name').notNull().unique()
});

export const groupPupils = sqliteTable(
	'group_pupils',
	{
		groupId: words('group_id')
			.notNull()
			.references(() => groups.id),
		pupilId: words('pupil_id')
			.notNull()
			.references(() => pupils.id)
	},
	(table) => [
		primaryKey({ columns: [table.groupId, table.pupilId] }),
		index('groups_by_pupil').on(table.pupilId)
	]
);

export const groupStaff = sqliteTable(
	'group_staff',
	{
		groupId: words('group_id')
			.notNull()
			.references(() => groups.id),
		staffId: words('staff_id')
			.notNull()
			.references(() => staff.id)
	},
	(table) => [primaryKey({ columns: [table.groupId, table.staffId] })]
);
