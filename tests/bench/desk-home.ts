import type { Client } from '@libsql/client';
import type { Staff } from '../../src/lib/server/access/index.ts';
import * as cases from '../../src/lib/server/cases/index.ts';
import * as clocks from '../../src/lib/server/clocks/index.ts';
import * as concerns from '../../src/lib/server/concerns/index.ts';
import type { Database } from '../../src/lib/server/db/index.ts';
import * as drafts from '../../src/lib/server/drafts/index.ts';
import * as exchange from '../../src/lib/server/exchange/index.ts';
import * as ledger from '../../src/lib/server/ledger/index.ts';
import * as notices from '../../src/lib/server/notices/index.ts';
import * as referrals from '../../src/lib/server/referrals/index.ts';
import * as schoolDays from '../../src/lib/server/school-days/index.ts';
import * as byHand from './desk-by-hand.ts';
import { dayAfterNow, now } from './desk-filling.ts';
import type { Measured } from './measuring.ts';

type Db = Database<'organisation'>;

// As routes/(desk)/desk/+page.server.ts asks: two days ahead, three weeks without a word, three clocks.
const atOnce = 3;
const [today, soon] = [dayAfterNow(0), dayAfterNow(2)];
const quietSince = new Date(now.getTime() - 21 * 86_400_000);
const draftsSince = now.getTime() - 7 * 86_400_000;

async function waitingWithClocks(db: Db, lead: Staff) {
	const waiting = await concerns.untriaged(db, lead, now, atOnce);
	const calendar = await schoolDays.current(db);
	return waiting.map(({ urgency, loggedAt }) => clocks.waits(calendar, urgency, loggedAt, now));
}

async function waitingByHand(plain: Client): Promise<void> {
	await byHand.untriaged(plain, atOnce);
	await byHand.calendar(plain);
}

/** What both the page and its frame ask for anybody: the door, what they wrote, what is theirs to know or to do. */
const ofAnybody = (db: Db, plain: Client, staff: Staff): Measured[] => [
	{
		name: 'the ledger, tried',
		ours: () => ledger.mustBeWritable(db, staff),
		plain: () => byHand.tried(plain)
	},
	{
		name: 'one’s own concerns',
		ours: () => concerns.loggedBy(db, staff, now),
		plain: () => byHand.loggedBy(plain, staff.id)
	},
	{
		name: 'one’s own actions',
		ours: () => cases.ownActions(db, staff, now),
		plain: () => byHand.ownActions(plain, staff.id)
	},
	{
		name: 'notices',
		ours: () => notices.unseen(db, staff),
		plain: () => byHand.unseen(plain, staff.id)
	},
	{
		name: 'what was begun',
		ours: () => drafts.list(db, staff, now),
		plain: () => byHand.begun(plain, staff.id, draftsSince)
	}
];

const ofLeads = (db: Db, plain: Client, lead: Staff): Measured[] => [
	{
		name: 'how many are not read',
		ours: () => concerns.countUntriaged(db, lead, now),
		plain: () => byHand.countUntriaged(plain)
	},
	{
		name: 'not read, and by when',
		ours: () => waitingWithClocks(db, lead),
		plain: () => waitingByHand(plain)
	},
	{
		name: 'actions due',
		ours: () => cases.due(db, lead, soon, now),
		plain: () => byHand.due(plain, soon)
	},
	{
		name: 'what is watched',
		ours: () => concerns.watchedUntil(db, lead, today, now),
		plain: () => byHand.watched(plain, today)
	},
	{
		name: 'quiet cases',
		ours: () => cases.listQuiet(db, lead, quietSince, now),
		plain: () => byHand.quiet(plain, quietSince.getTime())
	},
	{
		name: 'referrals sent',
		ours: () => referrals.list(db, lead, now),
		plain: () => byHand.sent(plain)
	},
	{
		name: 'what could not be read',
		ours: () => exchange.unread(db, lead),
		plain: () => byHand.unread(plain)
	}
];

/** All of these as one, one after the other, as the route asks. */
const together = (name: string, parts: Measured[]): Measured => ({
	name,
	async ours() {
		for (const { ours } of parts) await ours();
	},
	async plain() {
		for (const { plain } of parts) await plain();
	}
});

const named = (whose: string, parts: Measured[]): Measured[] => [
	...parts.map(({ name, ...part }) => ({ name: `${whose}: ${name}`, ...part })),
	together(`${whose}: all of it`, parts)
];

/** Each question of the desk home, beside the same by hand; then all of them together, for a lead and a teacher. */
export const home = (db: Db, plain: Client, lead: Staff, teacher: Staff): Measured[] => [
	...named('lead’s home', [...ofAnybody(db, plain, lead), ...ofLeads(db, plain, lead)]),
	...named('teacher’s home', ofAnybody(db, plain, teacher))
];
