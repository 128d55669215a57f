import { eq, inArray } from 'drizzle-orm';
import type { Staff } from '../access/index.ts';
import * as cases from '../cases/index.ts';
import type { StepUp } from '../concerns/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { record, recordNotShown } from '../ledger/index.ts';
import { openBy } from './due.ts';
import { standingAfter, type Place, type Taken } from './loop.ts';
import { referralEvents, referrals } from './schema.ts';

type Row = typeof referrals.$inferSelect;

type Tried = Omit<Try, 'place' | 'cameOf' | 'served'> & {
	answerBy: string | null;
	events: readonly Taken[];
};

/** A referral of one child, as an earlier try to find a service. */
export type Try = Pick<
	Row,
	'reference' | 'recipientId' | 'recipientName' | 'sentAt' | 'jointId'
> & {
	place: Place;
	/** What was said when it ended; empty while it has not. */
	cameOf: string;
	/** Whether a service was there for the child. */
	served: boolean;
};

/** The tries of one child, the oldest first; those sent together are one request. */
export type Tries = {
	tries: Try[];
	/** How many requests there were since a service was last there for the child, or since the beginning. */
	without: number;
	/** “Third request, no service yet”: empty where it need not be said. */
	loudly: string;
};

/** Every try to find a service for the child of a case, inside the caller’s transaction, which records what it shows. */
export async function triesIn(tx: Tx, caseId: string): Promise<Tries> {
	const sent = await tx.select().from(referrals).where(eq(referrals.caseId, caseId));
	const ids = sent.map(({ id }) => id);
	const events = Map.groupBy(
		await tx.select().from(referralEvents).where(inArray(referralEvents.referralId, ids)),
		({ referralId }) => referralId
	);
	return triesAmong(sent.map((one) => ({ ...one, events: events.get(one.id) ?? [] })));
}

/** The tries that some referrals of one child are. */
export function triesAmong(sent: readonly Tried[]): Tries {
	const tries = sent
		.toSorted((one, other) => one.sentAt.getTime() - other.sentAt.getTime())
		.map(tryOf)
		// What was sent in error asked nobody for anything.
		.filter(({ place }) => place !== 'entered in error');
	const without = requestsSinceServed(tries);
	return { tries, without, loudly: loudly(without, tries) };
}

function tryOf({ events, answerBy, ...sent }: Tried): Try {
	const { reference, recipientId, recipientName, sentAt, jointId } = sent;
	const { place, crossed } = standingAfter(events, answerBy ?? openBy(sentAt));
	const taken = events.filter(({ id }) => !crossed.includes(id));
	const came = (...states: string[]) => taken.filter(({ state }) => states.includes(state)).at(-1);
	return {
		...{ reference, recipientId, recipientName, sentAt, jointId, place },
		cameOf: came('declined', 'could not engage', 'outcome', 'withdrawn')?.says ?? '',
		served: place === 'accepted' || came('in progress', 'outcome') !== undefined
	};
}

function requestsSinceServed(tries: readonly Try[]): number {
	const requests = new Map<string, boolean>();
	for (const { jointId, reference, served } of tries) {
		const request = jointId ?? reference;
		requests.set(request, served || requests.get(request) === true);
	}
	const newestFirst = [...requests.values()].reverse();
	const served = newestFirst.indexOf(true);
	return served === -1 ? newestFirst.length : served;
}

const ordinals = ['', 'First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth'];
const ordinal = (many: number): string => ordinals[many] ?? `Request number ${many}`;

function loudly(without: number, tries: readonly Try[]): string {
	if (without < 2) return '';
	const which = without < ordinals.length ? `${ordinal(without)} request` : ordinal(without);
	return tries.some(({ served }) => served)
		? `${which} since a service was last there, and none now`
		: `${which}, no service yet`;
}

/** Every try to find a service for the child of a case, for somebody who may read it. The listing is written down. */
export async function triesOf(
	db: Database<'organisation'>,
	staff: Staff,
	caseReference: string,
	at = new Date()
): Promise<Tries | StepUp | undefined> {
	return write(db, async (tx) => {
		const found = await cases.look(tx, staff, 'read a referral', caseReference, at);
		if (found === 'step up') return found;
		if (!found) {
			await recordNotShown(tx, staff, 'case', caseReference, at);
			return undefined;
		}
		await record(tx, staff, { did: 'listed', object: 'referrals', id: caseReference }, at);
		return triesIn(tx, found.id);
	});
}

/** How often the child of a case was referred to a service before, for the referral that comes next. */
export const timesBefore = ({ tries }: Tries, recipientId: string): number =>
	tries.filter((one) => one.recipientId === recipientId).length;
