import { desc, isNotNull } from 'drizzle-orm';
import { may, type Staff } from '../access/index.ts';
import type { Database } from '../db/index.ts';
import { incoming } from './schema.ts';

/** A message that came and that nobody here could read: from whom and when, none of its words. */
export type Unread = { senderId: string; receivedAt: Date };

/** What came and could not be read, newest first, for whoever would have received it. */
export async function unread(db: Database<'organisation'>, staff: Staff): Promise<Unread[]> {
	if (!may(staff, 'list referrals received') && !may(staff, 'read a referral')) return [];
	return db
		.select({ senderId: incoming.senderId, receivedAt: incoming.receivedAt })
		.from(incoming)
		.where(isNotNull(incoming.problem))
		.orderBy(desc(incoming.receivedAt))
		.limit(20);
}
