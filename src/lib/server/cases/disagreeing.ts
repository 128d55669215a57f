import * as v from 'valibot';
import { and, asc, desc, eq, isNull, lt, sql } from 'drizzle-orm';
import type { Staff } from '../access/index.ts';
import { today } from '../days.ts';
import type { Database, Tx } from '../db/index.ts';
import {
	boxes,
	checked,
	choice,
	dayIn,
	key,
	narrative,
	wrongDueDay,
	type Said
} from '../fields.ts';
import { record } from '../ledger/index.ts';
import { visibleTo } from './access.ts';
import { chronicle, isThere } from './chronicling.ts';
import { upon, type Refused } from './guarding.ts';
import { labelled } from './picturing.ts';
import {
	cases,
	disagreementEndings,
	disagreementEnds,
	disagreementRungs,
	disagreements
} from './schema.ts';

type Db = Database<'organisation'>;

const rungFields = {
	goesTo: narrative('Say to whom it goes'),
	says: narrative('Write what was said'),
	...boxes('byWhen')
};

const rungIn = (said: { goesTo: string; says: string } & Said) => ({
	goesTo: said.goesTo,
	says: said.says,
	byWhen: dayIn(said, 'byWhen')
});

function wrongByWhen(said: Said, at: Date): string | undefined {
	if (dayIn(said, 'byWhen') === today(at)) return 'The day by when must be after today';
	return wrongDueDay(said, 'byWhen', at);
}

/** What the form for a disagreement must say, with its first rung; `at` is now. */
export const disagreeing = (at = new Date()) =>
	v.pipe(
		v.object({
			key,
			saidNo: narrative('Say who said no'),
			reasons: narrative('Say why you do not agree'),
			...rungFields
		}),
		checked((said) => ({ byWhen: wrongByWhen(said, at) })),
		v.transform((said) => ({
			key: said.key,
			saidNo: said.saidNo,
			reasons: said.reasons,
			...rungIn(said)
		}))
	);

/** What the form for the next rung must say; `at` is now. */
export const climbing = (at = new Date()) =>
	v.pipe(
		v.object({ key, disagreement: v.string(), ...rungFields }),
		checked((said) => ({ byWhen: wrongByWhen(said, at) })),
		v.transform((said) => ({ key: said.key, disagreement: said.disagreement, ...rungIn(said) }))
	);

/** What the form for ending a disagreement must say. */
export const settling = v.object({
	disagreement: v.string(),
	ending: choice(disagreementEndings, 'Choose how it ended'),
	says: narrative('Write what was said')
});

type Rung = { goesTo: string; says: string; byWhen: string };

const told = ({ goesTo, says, byWhen }: Rung): [string, string][] => [
	['Goes to', goesTo],
	['By when', byWhen],
	['What was said', says]
];

/** Writes down that somebody said no and the lead does not agree, and to whom it goes first. Twice is once. */
export const disagree = (
	db: Db,
	staff: Staff,
	reference: string,
	{ key: id, saidNo, reasons, ...rung }: v.InferOutput<ReturnType<typeof disagreeing>>,
	at = new Date()
): Promise<'added' | Refused> =>
	upon(db, staff, 'add to a case', reference, at, async (tx, { id: caseId }): Promise<'added'> => {
		if (await isThere(tx, id)) return 'added';
		await tx.insert(disagreements).values({ id, caseId, saidNo, reasons, by: staff.id, at });
		await tx.insert(disagreementRungs).values({ disagreementId: id, ...rung, by: staff.id, at });
		const says = labelled([['Said no', saidNo], ['Why we do not agree', reasons], ...told(rung)]);
		await chronicle(tx, { id, caseId, kind: 'disagreement', says, staffId: staff.id, at });
		await record(tx, staff, { did: 'added: disagreement', object: 'case', id: reference }, at);
		return 'added';
	});

/** Takes a disagreement to the next rung. Twice is once; one that is over goes nowhere. */
export const climb = (
	db: Db,
	staff: Staff,
	reference: string,
	{ key: id, disagreement, ...rung }: v.InferOutput<ReturnType<typeof climbing>>,
	at = new Date()
): Promise<'added' | 'ended already' | Refused> =>
	upon(db, staff, 'add to a case', reference, at, async (tx, { id: caseId }) => {
		if (await isThere(tx, id)) return 'added';
		const standing = await standingOf(tx, caseId, disagreement);
		if (standing !== 'open') return standing;
		await tx
			.insert(disagreementRungs)
			.values({ disagreementId: disagreement, ...rung, by: staff.id, at });
		const says = labelled(told(rung));
		await chronicle(tx, { id, caseId, kind: 'disagreement', says, staffId: staff.id, at });
		await record(tx, staff, { did: 'added: disagreement', object: 'case', id: reference }, at);
		return 'added';
	});

/** Ends a disagreement. Ending it twice is an answer. */
export const settle = (
	db: Db,
	staff: Staff,
	reference: string,
	{ disagreement, ending, says }: v.InferOutput<typeof settling>,
	at = new Date()
): Promise<'ended' | 'ended already' | Refused> =>
	upon(db, staff, 'add to a case', reference, at, async (tx, { id: caseId }) => {
		const standing = await standingOf(tx, caseId, disagreement);
		if (standing !== 'open') return standing;
		await tx
			.insert(disagreementEnds)
			.values({ disagreementId: disagreement, ending, says, by: staff.id, at });
		const entry = labelled([
			['Ended', ending],
			['What was said', says]
		]);
		await chronicle(tx, {
			...{ caseId, kind: 'disagreement', says: entry },
			...{ staffId: staff.id, at }
		});
		await record(tx, staff, { did: 'ended a disagreement', object: 'case', id: reference }, at);
		return 'ended';
	});

async function standingOf(
	tx: Tx,
	caseId: string,
	id: string
): Promise<'open' | 'ended already' | 'not found'> {
	const [found] = await tx
		.select({ ended: disagreementEnds.disagreementId })
		.from(disagreements)
		.leftJoin(disagreementEnds, eq(disagreementEnds.disagreementId, disagreements.id))
		.where(and(eq(disagreements.id, id), eq(disagreements.caseId, caseId)));
	if (!found) return 'not found';
	return found.ended ? 'ended already' : 'open';
}

/** A disagreement that is not over, its rungs with the newest first, and whether its day is past. */
export type OpenDisagreement = {
	id: string;
	caseReference: string;
	saidNo: string;
	reasons: string;
	at: Date;
	rungs: Rung[];
	late: boolean;
};

/**
 * The disagreements that are not over, the oldest first: of one case, or of every case that this person may
 * see. The caller writes down what it shows.
 */
export async function openDisagreements(
	tx: Tx,
	staff: Staff,
	at: Date,
	caseId?: string
): Promise<OpenDisagreement[]> {
	const found = await tx
		.select({
			id: disagreements.id,
			caseReference: cases.reference,
			saidNo: disagreements.saidNo,
			reasons: disagreements.reasons,
			at: disagreements.at
		})
		.from(disagreements)
		.innerJoin(cases, eq(cases.id, disagreements.caseId))
		.leftJoin(disagreementEnds, eq(disagreementEnds.disagreementId, disagreements.id))
		.where(
			and(
				isNull(disagreementEnds.disagreementId),
				caseId === undefined ? undefined : eq(cases.id, caseId),
				visibleTo(staff, 'read a case', at)
			)
		)
		.orderBy(asc(disagreements.at));
	const open: OpenDisagreement[] = [];
	for (const one of found) {
		const rungs = await rungsOf(tx, one.id);
		open.push({ ...one, rungs, late: (rungs[0]?.byWhen ?? '') < today(at) });
	}
	return open;
}

const rungsOf = (tx: Tx, id: string): Promise<Rung[]> =>
	tx
		.select({
			goesTo: disagreementRungs.goesTo,
			says: disagreementRungs.says,
			byWhen: disagreementRungs.byWhen
		})
		.from(disagreementRungs)
		.where(eq(disagreementRungs.disagreementId, id))
		.orderBy(desc(disagreementRungs.number));

/** The rungs, of disagreements that are not over, whose day is past (`at` is now): whoever may see them. */
export const lateDisagreements = (tx: Tx, at: Date) =>
	tx
		.select({
			id: disagreements.id,
			by: disagreementRungs.by,
			byWhen: disagreementRungs.byWhen,
			caseId: cases.id,
			reference: cases.reference
		})
		.from(disagreementRungs)
		.innerJoin(disagreements, eq(disagreements.id, disagreementRungs.disagreementId))
		.innerJoin(cases, eq(cases.id, disagreements.caseId))
		.leftJoin(disagreementEnds, eq(disagreementEnds.disagreementId, disagreements.id))
		.where(
			and(
				isNull(disagreementEnds.disagreementId),
				lt(disagreementRungs.byWhen, today(at)),
				isNewestRung
			)
		);

// The condition names the outer rung, so that the inner table must have a name of its own.
const isNewestRung = sql`not exists (
	select 1 from ${disagreementRungs} as newer
	where newer.disagreement_id = ${disagreementRungs.disagreementId}
		and newer.number > ${disagreementRungs.number}
)`;
