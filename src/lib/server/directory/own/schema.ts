import { sqliteTable } from 'drizzle-orm/sqlite-core';
import { staff } from '../../accounts/staff.ts';
import { words } from '../../db/columns.ts';
import { known } from '../columns.ts';

/** Services that are not on Waymark, as this school lists them for itself. */
export const ownServices = sqliteTable('own_services', {
	id: words('id').primaryKey(),
	statedBy: words('stated_by')
		.notNull()
		.references(() => staff.id),
	...known()
});
