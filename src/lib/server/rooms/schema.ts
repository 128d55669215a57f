import { integer, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import { moment, words } from '../db/columns.ts';

/**
 * The rooms that are open now. Public: of the school there is nothing in it but the id that was handed over when the
 * room was opened, and of a pupil nothing at all. When a lesson ends, every row of its room is removed.
 */
export const rooms = sqliteTable('rooms', {
	id: words('id').primaryKey(),
	/** The last part of the address that a class is at: random, so that it cannot be guessed. */
	door: words('door').notNull().unique(),
	/** Three words, as `acorn-banjo-cactus`. */
	code: words('code').notNull().unique(),
	/** The word that is asked for as well while somebody is guessing. */
	fourth: words('fourth').notNull(),
	openedAt: moment('opened_at').notNull(),
	/** When the teacher last did something in it. */
	touchedAt: moment('touched_at').notNull()
});

/** What was asked in a room, in order. It is open while it has a seal, and shown once it has none. */
export const roomQuestions = sqliteTable(
	'room_questions',
	{
		roomId: words('room_id')
			.notNull()
			.references(() => rooms.id),
		number: integer('number').notNull(),
		/** Which of the lesson’s questions it is. */
		key: words('key').notNull(),
		ask: words('ask').notNull(),
		/** The options, as JSON. */
		options: words('options').notNull(),
		/** The secret that marks of this question are made with; it goes when the question closes. */
		seal: words('seal'),
		/** What everybody sees of it, as JSON, once it has closed. */
		shown: words('shown')
	},
	({ roomId, number }) => [primaryKey({ columns: [roomId, number] })]
);

/** How many chose what, of the one question that is open. The rows go when it closes. */
export const roomCounts = sqliteTable(
	'room_counts',
	{
		roomId: words('room_id')
			.notNull()
			.references(() => rooms.id),
		number: integer('number').notNull(),
		choice: integer('choice').notNull(),
		count: integer('count').notNull()
	},
	({ roomId, number, choice }) => [primaryKey({ columns: [roomId, number, choice] })]
);

/**
 * That some browser has answered the question that is open, so that it is not counted twice. Never what it answered:
 * a mark stands beside no choice, and cannot be made again once the seal is gone. The rows go when the question closes.
 */
export const roomMarks = sqliteTable(
	'room_marks',
	{
		roomId: words('room_id')
			.notNull()
			.references(() => rooms.id),
		number: integer('number').notNull(),
		mark: words('mark').notNull()
	},
	({ roomId, number, mark }) => [primaryKey({ columns: [roomId, number, mark] })]
);
