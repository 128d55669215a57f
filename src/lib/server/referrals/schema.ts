import { index, integer, sqliteTable } from 'drizzle-orm/sqlite-core';
import { staff } from '../accounts/staff.ts';
import { cases } from '../cases/schema.ts';
import { moment, words } from '../db/columns.ts';
import type { sides, Step } from './loop.ts';

export const agreements = ['agreed', 'does not agree', 'not asked'] as const;

/** Why a service declines. Our own list: no national one was found (docs/decisions). */
export const declineReasons = [
	'outside our ages',
	'outside our area',
	'not what we do',
	'needs a different level of help',
	'already with another service',
	'no place now',
	'the young person does not want it'
] as const;

/** Why contact with a young person was lost before or after a service began. Our own list, as above. */
export const lostReasons = [
	'could not be reached',
	'did not come',
	'did not want it any more',
	'it was not safe to go on',
	'moved away'
] as const;

export const urgencies = ['routine', 'soon', 'urgent'] as const;

/** How a referral travels to who receives it. */
export const ways = ['Waymark', 'paper'] as const;

/** A referral that this school sent about a child. What came of it stands in `referral_events`. */
export const referrals = sqliteTable(
	'referrals',
	{
		id: words('id').primaryKey(),
		reference: words('reference').notNull().unique(),
		caseId: words('case_id')
			.notNull()
			.references(() => cases.id),
		/** The organisation on Waymark, or the service of the directory where it has none here. */
		recipientId: words('recipient_id').notNull(),
		recipientName: words('recipient_name').notNull(),
		reason: words('reason').notNull(),
		hopedFor: words('hoped_for').notNull(),
		childsWishes: words('childs_wishes').notNull(),
		agreement: words('agreement').$type<(typeof agreements)[number]>().notNull(),
		agreementNote: words('agreement_note').notNull(),
		safeContact: words('safe_contact').notNull(),
		sentBy: words('sent_by')
			.notNull()
			.references(() => staff.id),
		sentAt: moment('sent_at').notNull(),
		messageId: words('message_id').notNull().unique(),
		formKey: words('form_key').notNull().unique(),
		way: words('way').$type<(typeof ways)[number]>().notNull().default('Waymark'),
		/** The id of the layout that it was sent in. */
		layout: words('layout').notNull().default('neutral'),
		/** Exactly what left the school, by headings and fields, as JSON (`sections` of `messages.ts`). */
		sections: words('sections').notNull().default('[]'),
		/** The whole neutral record at that moment, as JSON, so that the next referral need not begin anew. */
		record: words('record').notNull().default('{}'),
		urgency: words('urgency').$type<(typeof urgencies)[number]>().notNull().default('routine'),
		/** `YYYY-MM-DD`: by when the service should have opened it. */
		answerBy: words('answer_by'),
		/** The same for every referral of one joint referral. */
		jointId: words('joint_id'),
		/** The referral that this one repeats. */
		repeats: words('repeats')
	},
	(table) => [
		index('referrals_by_case').on(table.caseId),
		index('referrals_by_joint').on(table.jointId)
	]
);

/** One step of the loop, the same on both sides (`loop.ts`). It is made once, where it happens, and travels. */
const step = () => ({
	number: integer('number').primaryKey(),
	/** Made where the step was; both sides know it by this. */
	id: words('step_id').notNull().unique(),
	state: words('state').$type<Step>().notNull(),
	side: words('side').$type<(typeof sides)[number]>().notNull(),
	reason: words('reason').$type<(typeof declineReasons | typeof lostReasons)[number]>(),
	says: words('says').notNull(),
	/** Who supports the child meanwhile, in words; empty unless the step needs it. */
	supports: words('supports').notNull().default(''),
	/** `YYYY-MM-DD`: by when the next step is due. */
	dueOn: words('due_on'),
	/** How the school learned of it, when the service did not write it here itself. */
	heardBy: words('heard_by').notNull().default(''),
	/** Who took the step, by name. */
	by: words('by').notNull(),
	/** Who it was, when they are of this organisation. */
	staffId: words('staff_id').references(() => staff.id),
	at: moment('at').notNull()
});

/** What happened to a referral that was sent, in the order in which it became known here. */
export const referralEvents = sqliteTable(
	'referral_events',
	{
		...step(),
		referralId: words('referral_id')
			.notNull()
			.references(() => referrals.id)
	},
	(table) => [index('referral_events_by_referral').on(table.referralId)]
);

/** A referral that this service was sent: the layout's fields and nothing else of the school's file. */
export const receivedReferrals = sqliteTable('received_referrals', {
	id: words('id').primaryKey(),
	reference: words('reference').notNull().unique(),
	senderId: words('sender_id').notNull(),
	senderName: words('sender_name').notNull(),
	sentBy: words('sent_by').notNull(),
	sentAt: moment('sent_at').notNull(),
	receivedAt: moment('received_at').notNull(),
	childName: words('child_name').notNull(),
	childBornOn: words('child_born_on').notNull(),
	childYear: integer('child_year').notNull(),
	reason: words('reason').notNull(),
	hopedFor: words('hoped_for').notNull(),
	childsWishes: words('childs_wishes').notNull(),
	agreement: words('agreement').$type<(typeof agreements)[number]>().notNull(),
	agreementNote: words('agreement_note').notNull(),
	safeContact: words('safe_contact').notNull(),
	layout: words('layout').notNull().default('neutral'),
	/** What was sent, by headings and fields, as JSON. */
	sections: words('sections').notNull().default('[]'),
	urgency: words('urgency').$type<(typeof urgencies)[number]>().notNull().default('routine'),
	answerBy: words('answer_by'),
	/** How often this child was referred to this service before, by this school. */
	timesBefore: integer('times_before').notNull().default(0),
	/** Which other services were asked in the same joint referral, by name, as a JSON list. */
	jointWith: words('joint_with').notNull().default('[]')
});

/** What happened to a referral that was received, in the order in which it became known here. */
export const receivedEvents = sqliteTable(
	'received_events',
	{
		...step(),
		referralId: words('referral_id')
			.notNull()
			.references(() => receivedReferrals.id)
	},
	(table) => [index('received_events_by_referral').on(table.referralId)]
);

/** Who works with the young person of a referral received. The newest turn of each worker stands. */
export const receivedWorkers = sqliteTable(
	'received_workers',
	{
		number: integer('number').primaryKey({ autoIncrement: true }),
		referralId: words('referral_id')
			.notNull()
			.references(() => receivedReferrals.id),
		staffId: words('staff_id')
			.notNull()
			.references(() => staff.id),
		works: integer('works', { mode: 'boolean' }).notNull(),
		by: words('by')
			.notNull()
			.references(() => staff.id),
		at: moment('at').notNull()
	},
	(table) => [index('received_workers_by_referral').on(table.referralId)]
);

/** Whether only those who work with the young person may see a referral received. The newest stands. */
export const receivedRestrictions = sqliteTable(
	'received_restrictions',
	{
		number: integer('number').primaryKey({ autoIncrement: true }),
		referralId: words('referral_id')
			.notNull()
			.references(() => receivedReferrals.id),
		restricted: integer('restricted', { mode: 'boolean' }).notNull(),
		why: words('why').notNull(),
		by: words('by')
			.notNull()
			.references(() => staff.id),
		at: moment('at').notNull()
	},
	(table) => [index('received_restrictions_by_referral').on(table.referralId)]
);
