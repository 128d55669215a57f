import { asc, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { staff as adults } from '../accounts/index.ts';
import type { Staff } from '../access/index.ts';
import type { Tx } from '../db/index.ts';
import { record } from '../ledger/index.ts';
import { tellOf } from './telling.ts';
import { concernEchoes, concernReviews, concerns, triages, type decisions } from './schema.ts';
import type { Triage } from './triaging.ts';

/** What was decided about a concern, by whom, when and why; and who looks again, and on which day. */
export type Decision = {
	decision: (typeof decisions)[number];
	why: string;
	whyNotReferred: string | null;
	by: string;
	at: Date;
	owner: string | null;
	/** `YYYY-MM-DD`. */
	lookAgainOn: string | null;
};

/** Decisions that leave a concern open, in no case: somebody watches over it until a day. */
const watching = new Set<Decision['decision']>(['keep watch', 'pastoral support']);

/** Decisions by which a concern goes into a case, which takes it from there. */
const intoCases = new Set<Decision['decision']>([
	'urgent: children’s social care',
	'urgent: police',
	'refer',
	'early help',
	'open a case',
	'add to the open case'
]);

export const isWatching = (decision: Decision['decision']): boolean => watching.has(decision);
export const goesIntoACase = (decision: Decision['decision']): boolean => intoCases.has(decision);

/** Whether what was decided may be decided anew: it is in no case, and not told by another concern. */
export const mayLookAgain = (standing: { decision: Decision['decision'] } | undefined): boolean =>
	standing !== undefined &&
	!goesIntoACase(standing.decision) &&
	standing.decision !== 'the same as another';

/** Everything that was decided about a concern, the first first. The last stands. */
export async function decisionsOf(tx: Tx, concernId: string): Promise<Decision[]> {
	const owner = alias(adults, 'owner');
	const first = await tx
		.select({
			decision: triages.decision,
			why: triages.why,
			whyNotReferred: triages.whyNotReferred,
			by: adults.name,
			at: triages.decidedAt,
			owner: owner.name,
			lookAgainOn: triages.lookAgainOn
		})
		.from(triages)
		.innerJoin(adults, eq(adults.id, triages.decidedBy))
		.leftJoin(owner, eq(owner.id, triages.ownerId))
		.where(eq(triages.concernId, concernId));
	const later = await tx
		.select({
			decision: concernReviews.decision,
			why: concernReviews.why,
			whyNotReferred: concernReviews.whyNotReferred,
			by: adults.name,
			at: concernReviews.decidedAt,
			owner: owner.name,
			lookAgainOn: concernReviews.lookAgainOn
		})
		.from(concernReviews)
		.innerJoin(adults, eq(adults.id, concernReviews.decidedBy))
		.leftJoin(owner, eq(owner.id, concernReviews.ownerId))
		.where(eq(concernReviews.concernId, concernId))
		.orderBy(asc(concernReviews.number));
	return [...first, ...later];
}

type Decided = { id: string; reference: string; loggedById: string };

/** What is decided: `sameAs` is the id of the concern that says the same. */
export type Deciding = Pick<Triage, 'decision' | 'why'> &
	Partial<Pick<Triage, 'whyNotReferred' | 'owner' | 'by'>> & { sameAsId?: string };

/**
 * Writes down, in the caller's transaction, what was decided about a concern and why, and tells its author
 * that it was read.
 *
 * Deciding twice is an answer, not a fault: two leads may have the same page open. The first stands.
 */
export async function decide(
	tx: Tx,
	staff: Staff,
	concern: Decided,
	deciding: Deciding,
	at: Date
): Promise<'decided' | 'already decided'> {
	const { decision, why, whyNotReferred, sameAsId } = deciding;
	const [before] = await tx.select().from(triages).where(eq(triages.concernId, concern.id));
	if (before) return 'already decided';
	await tx.insert(triages).values({
		...{ concernId: concern.id, decision, why, decidedBy: staff.id, decidedAt: at },
		...{ whyNotReferred: whyNotReferred || null, sameAs: sameAsId },
		...watchOf(staff, deciding)
	});
	await recordDecided(tx, staff, concern, decision, at);
	await tellOf(tx, staff, concern, [concern.loggedById], wasRead, at);
	return 'decided';
}

/** Writes down what was decided anew about a concern that was decided on before. The newest stands. */
export async function decideAnew(
	tx: Tx,
	staff: Staff,
	concern: Decided,
	deciding: Deciding,
	at: Date
): Promise<void> {
	const { decision, why, whyNotReferred } = deciding;
	await tx.insert(concernReviews).values({
		...{ concernId: concern.id, decision, why, decidedBy: staff.id, decidedAt: at },
		whyNotReferred: whyNotReferred || null,
		...watchOf(staff, deciding)
	});
	await recordDecided(tx, staff, concern, decision, at);
}

const watchOf = (staff: Staff, { decision, owner, by }: Deciding) =>
	isWatching(decision) ? { ownerId: owner || staff.id, lookAgainOn: by } : {};

const recordDecided = (
	tx: Tx,
	staff: Staff,
	{ reference }: Decided,
	decision: string,
	at: Date
): Promise<void> =>
	record(tx, staff, { did: `decided: ${decision}`, object: 'concern', id: reference }, at);

const wasRead = 'What you logged was read by the safeguarding lead. Thank you: keep noticing.';
const cameOfIt = 'Something came of what you logged: action was taken. Thank you: keep noticing.';

/** Tells the author of a concern, once, that something came of it; in the caller's transaction. */
export async function echo(
	tx: Tx,
	staff: Pick<Staff, 'id'>,
	concernId: string,
	at: Date
): Promise<void> {
	const [first] = await tx
		.insert(concernEchoes)
		.values({ concernId, at })
		.onConflictDoNothing()
		.returning();
	if (!first) return;
	const [about] = await tx
		.select({ loggedBy: concerns.loggedBy, reference: concerns.reference })
		.from(concerns)
		.where(eq(concerns.id, concernId));
	if (about) await tellOf(tx, staff, { id: concernId, ...about }, [about.loggedBy], cameOfIt, at);
}

/** The concerns that were found to say the same as this one. */
export const sameAs = (tx: Tx, concernId: string) =>
	tx
		.select({
			id: concerns.id,
			reference: concerns.reference,
			loggedById: concerns.loggedBy,
			loggedAt: concerns.loggedAt,
			noticedOn: concerns.noticedOn
		})
		.from(triages)
		.innerJoin(concerns, eq(concerns.id, triages.concernId))
		.where(eq(triages.sameAs, concernId));
