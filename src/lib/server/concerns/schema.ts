import { index, integer, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import { staff } from '../accounts/staff.ts';
import { moment, words } from '../db/columns.ts';
import { pupils } from '../pupils/schema.ts';

export const urgencies = ['immediate', 'same day', 'three school days'] as const;

/** How one of the two routine questions went. */
export const askings = ['not asked', 'asked', 'answered'] as const;

/** What an adult noticed, in the words they wrote that day. Nothing in this table is ever changed. */
export const concerns = sqliteTable(
	'concerns',
	{
		id: words('id').primaryKey(),
		reference: words('reference').notNull().unique(),
		/** `YYYY-MM-DD`, the day it was noticed. */
		noticedOn: words('noticed_on').notNull(),
		/** `HH:MM` on the school's clock, when it is known. */
		noticedTime: words('noticed_time'),
		place: words('place').notNull(),
		seenOrHeard: words('seen_or_heard').notNull(),
		/** The child's own words, apart from the adult's; empty when there are none. */
		childsWords: words('childs_words').notNull(),
		/** Why there are none, when the child was not asked. */
		notAskedBecause: words('not_asked_because'),
		/** What is known of a child whom nobody could name. */
		unknownChild: words('unknown_child'),
		/** The two questions that are always there, and what was answered. */
		askedHome: words('asked_home').$type<(typeof askings)[number]>(),
		homeSaid: words('home_said'),
		askedSubstances: words('asked_substances').$type<(typeof askings)[number]>(),
		substancesSaid: words('substances_said'),
		doneAlready: words('done_already').notNull(),
		urgency: words('urgency').$type<(typeof urgencies)[number]>().notNull(),
		loggedBy: words('logged_by')
			.notNull()
			.references(() => staff.id),
		loggedAt: moment('logged_at').notNull(),
		/** Made with the empty form: the same form sent twice is one concern. */
		formKey: words('form_key').notNull().unique()
	},
	(table) => [
		index('concerns_by_time').on(table.loggedAt),
		index('concerns_by_author').on(table.loggedBy, table.loggedAt)
	]
);

/** What a child's part in it was, as far as its author knows. Each child has their own. */
export const parts = ['harmed', 'may have harmed', 'saw it', 'sibling', 'other'] as const;

/** Which children a concern is about. */
export const concernPupils = sqliteTable(
	'concern_pupils',
	{
		concernId: words('concern_id')
			.notNull()
			.references(() => concerns.id),
		pupilId: words('pupil_id')
			.notNull()
			.references(() => pupils.id),
		/** `null` when nobody said. */
		part: words('part').$type<(typeof parts)[number]>()
	},
	(table) => [
		primaryKey({ columns: [table.concernId, table.pupilId] }),
		index('concerns_by_pupil').on(table.pupilId)
	]
);

/** A concern was about another child than it said, or about one whom its author could not name. */
export const concernCorrections = sqliteTable(
	'concern_corrections',
	{
		number: integer('number').primaryKey({ autoIncrement: true }),
		concernId: words('concern_id')
			.notNull()
			.references(() => concerns.id),
		/** Whom it is not about; `null` when only somebody is added. */
		wrongPupilId: words('wrong_pupil_id').references(() => pupils.id),
		/** Whom it is about; `null` when somebody is only taken off. */
		rightPupilId: words('right_pupil_id').references(() => pupils.id),
		why: words('why').notNull(),
		correctedBy: words('corrected_by')
			.notNull()
			.references(() => staff.id),
		correctedAt: moment('corrected_at').notNull()
	},
	(table) => [index('corrections_by_concern').on(table.concernId)]
);

/** What it may be about, in plain words that anybody can tick. None is ever the cause of another. */
export const indicators = [
	'domestic abuse at home',
	'own relationship',
	'own substance use',
	'a parent’s substance use',
	'neglect',
	'exploitation',
	'online',
	'mental health',
	'attendance'
] as const;

export const concernIndicators = sqliteTable(
	'concern_indicators',
	{
		concernId: words('concern_id')
			.notNull()
			.references(() => concerns.id),
		indicator: words('indicator').$type<(typeof indicators)[number]>().notNull()
	},
	(table) => [primaryKey({ columns: [table.concernId, table.indicator] })]
);

/** A mark on a child's body: where, and what it looked like. */
export const concernMarks = sqliteTable(
	'concern_marks',
	{
		id: words('id').primaryKey(),
		concernId: words('concern_id')
			.notNull()
			.references(() => concerns.id),
		/** The id of a region (src/lib/body.ts). */
		region: words('region').notNull(),
		says: words('says').notNull()
	},
	(table) => [index('marks_by_concern').on(table.concernId)]
);

/** What was added to a concern afterwards. What was written before it stays. */
export const concernAdditions = sqliteTable(
	'concern_additions',
	{
		id: words('id').primaryKey(),
		concernId: words('concern_id')
			.notNull()
			.references(() => concerns.id),
		says: words('says').notNull(),
		addedBy: words('added_by')
			.notNull()
			.references(() => staff.id),
		addedAt: moment('added_at').notNull()
	},
	(table) => [index('additions_by_concern').on(table.concernId, table.addedAt)]
);

export const decisions = [
	'urgent: children’s social care',
	'urgent: police',
	'refer',
	'early help',
	'open a case',
	'add to the open case',
	'pastoral support',
	'keep watch',
	'no further action',
	'the same as another'
] as const;

/** A concern is triaged because a decision stands, with who, when and why. */
export const triages = sqliteTable('triages', {
	concernId: words('concern_id')
		.primaryKey()
		.references(() => concerns.id),
	decision: words('decision').$type<(typeof decisions)[number]>().notNull(),
	why: words('why').notNull(),
	decidedBy: words('decided_by')
		.notNull()
		.references(() => staff.id),
	decidedAt: moment('decided_at').notNull(),
	/** Why nobody was referred, where it was thought of. */
	whyNotReferred: words('why_not_referred'),
	/** Who watches over it, and the day (`YYYY-MM-DD`) on which they look again, while it is open and in no case. */
	ownerId: words('owner_id').references(() => staff.id),
	lookAgainOn: words('look_again_on'),
	/** The concern that says the same: its story is this one's. */
	sameAs: words('same_as').references(() => concerns.id)
});

/** Somebody looked again at what was being watched, and decided anew. The newest stands. */
export const concernReviews = sqliteTable(
	'concern_reviews',
	{
		number: integer('number').primaryKey({ autoIncrement: true }),
		concernId: words('concern_id')
			.notNull()
			.references(() => concerns.id),
		decision: words('decision').$type<(typeof decisions)[number]>().notNull(),
		why: words('why').notNull(),
		decidedBy: words('decided_by')
			.notNull()
			.references(() => staff.id),
		decidedAt: moment('decided_at').notNull(),
		whyNotReferred: words('why_not_referred'),
		ownerId: words('owner_id').references(() => staff.id),
		lookAgainOn: words('look_again_on')
	},
	(table) => [index('reviews_by_concern').on(table.concernId)]
);

/** Something came of a concern, and its author was told so. */
export const concernEchoes = sqliteTable('concern_echoes', {
	concernId: words('concern_id')
		.primaryKey()
		.references(() => concerns.id),
	at: moment('at').notNull()
});

/** The concerns that nobody has read yet. Triggers keep it in step: a row goes when a decision stands. */
export const concernsWaiting = sqliteTable('concerns_waiting', {
	concernId: words('concern_id')
		.primaryKey()
		.references(() => concerns.id)
});

/** The concerns that somebody watches over, by when they are to look again. Triggers keep it in step. */
export const concernsWatched = sqliteTable(
	'concerns_watched',
	{
		concernId: words('concern_id')
			.primaryKey()
			.references(() => concerns.id),
		ownerId: words('owner_id')
			.notNull()
			.references(() => staff.id),
		lookAgainOn: words('look_again_on').notNull()
	},
	(table) => [index('watched_by_day').on(table.lookAgainOn)]
);
