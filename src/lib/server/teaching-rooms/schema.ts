import { integer, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import { staff } from '../accounts/staff.ts';
import { moment, words } from '../db/columns.ts';

/** That somebody opened a live room for a lesson. What happens in it is not here: no pupil is. */
export const teachingRooms = sqliteTable('teaching_rooms', {
	/** The form’s own key, and all that the public database is told: the same form sent twice is one room. */
	id: words('id').primaryKey(),
	/** Such as `K3-04`. */
	lessonId: words('lesson_id').notNull(),
	openedBy: words('opened_by')
		.notNull()
		.references(() => staff.id),
	openedAt: moment('opened_at').notNull()
});

/** What everybody saw of a question, as the teacher kept it when the lesson ended: shares of a class, rounded. */
export const keptTallies = sqliteTable(
	'kept_tallies',
	{
		roomId: words('room_id')
			.notNull()
			.references(() => teachingRooms.id),
		number: integer('number').notNull(),
		ask: words('ask').notNull(),
		/** The options and what was shown of them, as JSON. */
		options: words('options').notNull(),
		shown: words('shown').notNull(),
		keptAt: moment('kept_at').notNull()
	},
	({ roomId, number }) => [primaryKey({ columns: [roomId, number] })]
);
