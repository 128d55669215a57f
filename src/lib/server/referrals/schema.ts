import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { staff } from '../accounts/staff.ts';
import { cases } from '../cases/schema.ts';
import { moment, words } from '../db/columns.ts';

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

export const states = ['opened', 'accepted', 'declined', 'not understood'] as const;

/** A referral that this school sent about a child. What came back stands in `referral_events`. */
export const referrals = sqliteTable(
	'referrals',
	{
		id: words('id').primaryKey(),
		reference: words('reference').notNull().unique(),
		caseId: words('case_id')
			.notNull()
			.references(() => cases.id),
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
		formKey: words('form_key').notNull().unique()
	},
	(table) => [index('referrals_by_case').on(table.caseId)]
);

/** What came back, in the order it came. */
export const referralEvents = sqliteTable(
	'referral_events',
	{
		number: integer('number').primaryKey(),
		referralId: words('referral_id')
			.notNull()
			.references(() => referrals.id),
		state: words('state').$type<(typeof states)[number]>().notNull(),
		reason: words('reason').$type<(typeof declineReasons)[number]>(),
		says: words('says').notNull(),
		by: words('by').notNull(),
		at: moment('at').notNull()
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
	safeContact: words('safe_contact').notNull()
});

/** What this service did with a referral, in order. A decision stands once: the index holds it to that. */
export const receivedEvents = sqliteTable(
	'received_events',
	{
		number: integer('number').primaryKey(),
		referralId: words('referral_id')
			.notNull()
			.references(() => receivedReferrals.id),
		state: words('state').$type<(typeof states)[number]>().notNull(),
		reason: words('reason').$type<(typeof declineReasons)[number]>(),
		says: words('says').notNull(),
		staffId: words('staff_id')
			.notNull()
			.references(() => staff.id),
		at: moment('at').notNull()
	},
	(table) => [
		index('received_events_by_referral').on(table.referralId),
		uniqueIndex('decided_once')
			.on(table.referralId)
			.where(sql`state in ('accepted', 'declined')`)
	]
);
