import { index, integer, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import { staff } from '../accounts/staff.ts';
import { concerns } from '../concerns/schema.ts';
import { moment, words } from '../db/columns.ts';
import { pupils } from '../pupils/schema.ts';

/** What the school is doing for one child. A child has one case, however many concerns and however often it is closed. */
export const cases = sqliteTable('cases', {
	id: words('id').primaryKey(),
	reference: words('reference').notNull().unique(),
	pupilId: words('pupil_id')
		.notNull()
		.unique()
		.references(() => pupils.id),
	openedBy: words('opened_by')
		.notNull()
		.references(() => staff.id),
	openedAt: moment('opened_at').notNull()
});

/** The concerns that a case stands on. */
export const caseConcerns = sqliteTable(
	'case_concerns',
	{
		caseId: words('case_id')
			.notNull()
			.references(() => cases.id),
		concernId: words('concern_id')
			.notNull()
			.references(() => concerns.id)
	},
	(table) => [
		primaryKey({ columns: [table.caseId, table.concernId] }),
		index('cases_by_concern').on(table.concernId)
	]
);

export const turns = ['closed', 'reopened'] as const;

/** What came of a case, when it is closed. */
export const outcomes = [
	'things are better and safe',
	'a service holds the child',
	'children’s social care holds the child',
	'moved to another school',
	'the young person wants no more, and is safe enough'
] as const;

/** How the child's voice is there when a case is closed. */
export const voices = ['said', 'seen', 'wants', 'not asked because'] as const;

/** A case was closed, or opened again. The newest says which it is now; one without any is open. */
export const caseTurns = sqliteTable(
	'case_turns',
	{
		number: integer('number').primaryKey({ autoIncrement: true }),
		caseId: words('case_id')
			.notNull()
			.references(() => cases.id),
		turn: words('turn').$type<(typeof turns)[number]>().notNull(),
		outcome: words('outcome').$type<(typeof outcomes)[number]>(),
		voice: words('voice').$type<(typeof voices)[number]>(),
		voiceSays: words('voice_says'),
		why: words('why').notNull(),
		by: words('by')
			.notNull()
			.references(() => staff.id),
		at: moment('at').notNull()
	},
	(table) => [index('turns_by_case').on(table.caseId)]
);

/** Something that is to be done in a case. */
export const actions = sqliteTable(
	'actions',
	{
		id: words('id').primaryKey(),
		caseId: words('case_id')
			.notNull()
			.references(() => cases.id),
		does: words('does').notNull(),
		setBy: words('set_by')
			.notNull()
			.references(() => staff.id),
		setAt: moment('set_at').notNull()
	},
	(table) => [index('actions_by_case').on(table.caseId)]
);

/** Whose an action is, and by when. The newest stands. */
export const actionTurns = sqliteTable(
	'action_turns',
	{
		number: integer('number').primaryKey({ autoIncrement: true }),
		actionId: words('action_id')
			.notNull()
			.references(() => actions.id),
		ownerId: words('owner_id')
			.notNull()
			.references(() => staff.id),
		/** `YYYY-MM-DD`, on the school's clock. */
		dueOn: words('due_on').notNull(),
		why: words('why').notNull(),
		by: words('by')
			.notNull()
			.references(() => staff.id),
		at: moment('at').notNull()
	},
	(table) => [
		index('action_turns_by_action').on(table.actionId),
		index('action_turns_by_owner').on(table.ownerId)
	]
);

export const endings = ['done', 'not needed'] as const;

/** An action is over because a row stands here. */
export const actionEnds = sqliteTable('action_ends', {
	actionId: words('action_id')
		.primaryKey()
		.references(() => actions.id),
	ending: words('ending').$type<(typeof endings)[number]>().notNull(),
	says: words('says').notNull(),
	by: words('by')
		.notNull()
		.references(() => staff.id),
	at: moment('at').notNull()
});

/** Domestic abuse as it is for this child: who to whom, of what kinds, in what pattern, to what effect. */
export const abusePictures = sqliteTable(
	'abuse_pictures',
	{
		number: integer('number').primaryKey({ autoIncrement: true }),
		caseId: words('case_id')
			.notNull()
			.references(() => cases.id),
		whoHarms: words('who_harms').notNull(),
		toWhom: words('to_whom').notNull(),
		/** Each on a line of its own, from a list. */
		abuseKinds: words('kinds').notNull(),
		pattern: words('pattern').notNull(),
		effect: words('effect').notNull(),
		by: words('by')
			.notNull()
			.references(() => staff.id),
		at: moment('at').notNull()
	},
	(table) => [index('abuse_pictures_by_case').on(table.caseId)]
);

/** Substances as they are for this child. They are never the cause of abuse, and the form does not ask it. */
export const substancePictures = sqliteTable(
	'substance_pictures',
	{
		number: integer('number').primaryKey({ autoIncrement: true }),
		caseId: words('case_id')
			.notNull()
			.references(() => cases.id),
		whose: words('whose').notNull(),
		what: words('what').notNull(),
		howUsed: words('how_used').notNull(),
		harm: words('harm').notNull(),
		/** What the young person wants. */
		wants: words('wants').notNull(),
		by: words('by')
			.notNull()
			.references(() => staff.id),
		at: moment('at').notNull()
	},
	(table) => [index('substance_pictures_by_case').on(table.caseId)]
);

/** A support plan in the child's words. The newest stands, and says what a review of the one before found. */
export const plans = sqliteTable(
	'plans',
	{
		number: integer('number').primaryKey({ autoIncrement: true }),
		caseId: words('case_id')
			.notNull()
			.references(() => cases.id),
		childsWords: words('childs_words').notNull(),
		helps: words('helps').notNull(),
		/** What the review of the plan before this one found; empty for the first. */
		reviewed: words('reviewed').notNull(),
		/** `YYYY-MM-DD`. */
		reviewOn: words('review_on').notNull(),
		by: words('by')
			.notNull()
			.references(() => staff.id),
		at: moment('at').notNull()
	},
	(table) => [index('plans_by_case').on(table.caseId)]
);

/** Somebody elsewhere said no, and the lead does not agree. */
export const disagreements = sqliteTable(
	'disagreements',
	{
		id: words('id').primaryKey(),
		caseId: words('case_id')
			.notNull()
			.references(() => cases.id),
		/** The council or service that said no. */
		saidNo: words('said_no').notNull(),
		reasons: words('reasons').notNull(),
		by: words('by')
			.notNull()
			.references(() => staff.id),
		at: moment('at').notNull()
	},
	(table) => [index('disagreements_by_case').on(table.caseId)]
);

/** A rung of the ladder: to whom it went, and by when they must have answered. The newest stands. */
export const disagreementRungs = sqliteTable(
	'disagreement_rungs',
	{
		number: integer('number').primaryKey({ autoIncrement: true }),
		disagreementId: words('disagreement_id')
			.notNull()
			.references(() => disagreements.id),
		goesTo: words('goes_to').notNull(),
		/** `YYYY-MM-DD`. */
		byWhen: words('by_when').notNull(),
		says: words('says').notNull(),
		by: words('by')
			.notNull()
			.references(() => staff.id),
		at: moment('at').notNull()
	},
	(table) => [index('rungs_by_disagreement').on(table.disagreementId)]
);

export const disagreementEndings = ['they agreed', 'we agreed', 'settled between us'] as const;

export const disagreementEnds = sqliteTable('disagreement_ends', {
	disagreementId: words('disagreement_id')
		.primaryKey()
		.references(() => disagreements.id),
	ending: words('ending').$type<(typeof disagreementEndings)[number]>().notNull(),
	says: words('says').notNull(),
	by: words('by')
		.notNull()
		.references(() => staff.id),
	at: moment('at').notNull()
});

export const kinds = [
	'opened',
	'concern',
	'decision',
	'child’s voice',
	'contact',
	'meeting',
	'action',
	'fact',
	'referral',
	'answer',
	'document',
	'police notice',
	'strength',
	'risk',
	'domestic abuse picture',
	'substance picture',
	'support plan',
	'disagreement',
	'correction',
	'closed',
	'reopened'
] as const;

/** What happened in a case, in order. An entry is never changed; a later one may correct it. */
export const chronology = sqliteTable(
	'chronology',
	{
		id: words('id').primaryKey(),
		caseId: words('case_id')
			.notNull()
			.references(() => cases.id),
		kind: words('kind').$type<(typeof kinds)[number]>().notNull(),
		says: words('says').notNull(),
		/** The reference of the concern or referral that the entry is about, if it is about one. */
		about: words('about'),
		staffId: words('staff_id').references(() => staff.id),
		/** Who acted, when it was nobody of this organisation. */
		from: words('from'),
		at: moment('at').notNull(),
		/** `YYYY-MM-DD`, when it happened on another day than it was written down. */
		happenedOn: words('happened_on')
	},
	(table) => [index('chronology_by_case').on(table.caseId, table.at)]
);

/** The cases that are open. Triggers keep it in step. */
export const casesOpen = sqliteTable('cases_open', {
	caseId: words('case_id')
		.primaryKey()
		.references(() => cases.id)
});

/** The actions that are not over, whose each is now and by when. Triggers keep it in step. */
export const actionsOpen = sqliteTable(
	'actions_open',
	{
		actionId: words('action_id')
			.primaryKey()
			.references(() => actions.id),
		caseId: words('case_id')
			.notNull()
			.references(() => cases.id),
		ownerId: words('owner_id')
			.notNull()
			.references(() => staff.id),
		dueOn: words('due_on').notNull()
	},
	(table) => [
		index('actions_open_by_case').on(table.caseId),
		index('actions_open_by_owner').on(table.ownerId, table.dueOn),
		index('actions_open_by_day').on(table.dueOn)
	]
);
