import { write, type Database, type Tx } from '../db/index.ts';
import * as notices from '../notices/index.ts';
import { present, restrictionOn } from '../restrictions/index.ts';
import type { Calendar } from '../school-days/index.ts';
import { notLookedAtAgain } from './looking-again.ts';
import { overdue } from './overdue.ts';
import { notReviewed } from './reviewing.ts';
import { escalations } from './schema.ts';
import { isTaken, type Holders, type Look, type Step } from './steps.ts';
import { unanswered } from './unanswered.ts';
import { unansweredHere } from './unanswered-here.ts';
import { unmoved } from './unmoved.ts';
import { unopened } from './unopened.ts';
import { outside } from './outside.ts';
import { unread } from './unread.ts';

const atSchool: Look[] = [
	unread,
	outside,
	overdue,
	notLookedAtAgain,
	notReviewed,
	unanswered,
	unopened,
	unmoved
];
const atService: Look[] = [unansweredHere];

/**
 * Finds what has waited too long and tells whoever comes next, once for each step; gives how many steps
 * were taken. What only a few may know of climbs among them alone. A service, which names its `workers`, has
 * only the referrals that it received.
 *
 * A step that there is nobody for is not taken, and is taken once there is somebody.
 */
export async function climb(
	db: Database<'organisation'>,
	calendar: Calendar,
	holders: Holders,
	at = new Date()
): Promise<number> {
	return write(db, async (tx) => {
		let taken = 0;
		for (const look of holders.workers ? atService : atSchool)
			for (const step of await look(tx, calendar, holders, at))
				if (await take(tx, step, holders, at)) taken += 1;
		return taken;
	});
}

async function take(tx: Tx, step: Step, holders: Holders, at: Date): Promise<boolean> {
	const { waits, objectId, about, says, urgent } = step;
	if (await isTaken(tx, step)) return false;
	const to = await present(tx, await whoMayKnow(tx, step, holders, at));
	if (to.length === 0) return false;
	await tx.insert(escalations).values({ waits, objectId, step: step.step, at });
	const { linked, bare } = await asTheyMayOpen(tx, step, holders, to, at);
	await notices.tell(tx, linked, { says, about: about?.reference, urgent }, at);
	await notices.tell(tx, bare, { says, urgent }, at);
	return true;
}

/**
 * Whom a step tells. Of a restricted record only those who are named hear, whichever the step: its owner,
 * or else all of them who may work on it, since nobody further up may know.
 */
async function whoMayKnow(
	tx: Tx,
	{ step, to, about }: Step,
	{ leads, deputies, heads }: Holders,
	at: Date
): Promise<readonly string[]> {
	const restriction = about ? await restrictionOn(tx, about, at) : null;
	if (!restriction) return to;
	const few = step === 'owner' ? to : [...leads, ...deputies, ...heads];
	return few.filter((id) => restriction.named.includes(id));
}

/** Who is told of which record it is: a link to what somebody may not open would lead nowhere. */
async function asTheyMayOpen(
	tx: Tx,
	{ about }: Step,
	{ leads, deputies }: Holders,
	to: readonly string[],
	at: Date
): Promise<{ linked: string[]; bare: string[] }> {
	const isRestricted = about !== undefined && (await restrictionOn(tx, about, at)) !== null;
	const mayOpen = (id: string) => isRestricted || leads.includes(id) || deputies.includes(id);
	return { linked: to.filter(mayOpen), bare: to.filter((id) => !mayOpen(id)) };
}
