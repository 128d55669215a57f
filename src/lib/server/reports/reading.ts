import { asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import { may, type Staff } from '../access/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { record, recordNotShown } from '../ledger/index.ts';
import { reportAnswers, reportsReceived, reportsSent, reportTurns } from './schema.ts';
import { turn, type Report } from './turning.ts';

type Db = Database<'organisation'>;
type Turn = typeof reportTurns.$inferSelect;

export const turnsOf = (tx: Tx, reportId: string): Promise<Turn[]> =>
	tx
		.select()
		.from(reportTurns)
		.where(eq(reportTurns.reportId, reportId))
		.orderBy(asc(reportTurns.number));

/** Whether somebody has said what comes of a report. */
export const isSettled = (turns: readonly Pick<Turn, 'state'>[]): boolean => turns.some(isDecision);

const isDecision = ({ state }: Pick<Turn, 'state'>): boolean =>
	state === 'taken in' || state === 'no child of ours';

/** A report received by its reference, inside the caller's transaction, for somebody who may triage it. */
export async function look(
	tx: Tx,
	staff: Staff,
	reference: string,
	at: Date
): Promise<Report | undefined> {
	const [found] = may(staff, 'triage a report')
		? await tx.select().from(reportsReceived).where(eq(reportsReceived.reference, reference))
		: [];
	if (!found) await recordNotShown(tx, staff, 'report', reference, at);
	return found;
}

/** A report for somebody who triages. The first reading tells its sender that it was read; every one is written down. */
export const read = (
	db: Db,
	staff: Staff,
	reference: string,
	at = new Date()
): Promise<(Report & { decided: Turn | undefined }) | undefined> =>
	write(db, async (tx) => {
		const found = await look(tx, staff, reference, at);
		if (!found) return undefined;
		const turns = await turnsOf(tx, found.id);
		if (turns.length === 0) await turn(tx, staff, found, 'read', at);
		await record(tx, staff, { did: 'read', object: 'report', id: reference }, at);
		return { ...found, decided: turns.find(isDecision) };
	});

/** What nobody has read yet, for the clock that tells who must: no word of what it says. */
export const unreadReports = (tx: Tx): Promise<Pick<Report, 'id' | 'urgency' | 'receivedAt'>[]> =>
	tx
		.select({
			id: reportsReceived.id,
			urgency: reportsReceived.urgency,
			receivedAt: reportsReceived.receivedAt
		})
		.from(reportsReceived)
		.leftJoin(reportTurns, eq(reportTurns.reportId, reportsReceived.id))
		.where(isNull(reportTurns.number));

export type Waiting = Pick<
	Report,
	'reference' | 'senderName' | 'childName' | 'urgency' | 'receivedAt'
>;

/** What was written from outside and waits for this school, the oldest first. The listing is written down. */
export async function waiting(db: Db, staff: Staff, at = new Date()): Promise<Waiting[]> {
	if (!may(staff, 'triage a report')) return [];
	return write(db, async (tx) => {
		await record(tx, staff, { did: 'listed', object: 'reports', id: 'from outside' }, at);
		const all = await tx.select().from(reportsReceived).orderBy(asc(reportsReceived.receivedAt));
		const turns = Map.groupBy(await tx.select().from(reportTurns), ({ reportId }) => reportId);
		return all
			.filter(({ id }) => !isSettled(turns.get(id) ?? []))
			.map(({ reference, senderName, childName, urgency, receivedAt }) => ({
				...{ reference, senderName, childName, urgency, receivedAt }
			}));
	});
}

export type Written = Pick<
	typeof reportsSent.$inferSelect,
	'reference' | 'recipientName' | 'childName' | 'sentAt'
> & { state: string };

/** What this person wrote to schools and what came of it, the newest first. The listing is written down. */
export async function written(db: Db, staff: Staff, at = new Date()): Promise<Written[]> {
	if (!may(staff, 'write to a school')) return [];
	return write(db, async (tx) => {
		await record(tx, staff, { did: 'listed', object: 'reports', id: 'own' }, at);
		const own = await tx
			.select()
			.from(reportsSent)
			.where(eq(reportsSent.writtenBy, staff.id))
			.orderBy(desc(reportsSent.sentAt));
		const answers = await tx
			.select()
			.from(reportAnswers)
			.where(
				inArray(
					reportAnswers.reportId,
					own.map(({ id }) => id)
				)
			)
			.orderBy(asc(reportAnswers.number));
		const newest = new Map(answers.map(({ reportId, state }) => [reportId, state]));
		return own.map(({ id, reference, recipientName, childName, sentAt }) => ({
			...{ reference, recipientName, childName, sentAt, state: newest.get(id) ?? 'sent' }
		}));
	});
}
