import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Role, Staff } from '#lib/server/access/index.ts';
import { staff as adults } from '#lib/server/accounts/index.ts';
import * as cases from '#lib/server/cases/index.ts';
import * as concerns from '#lib/server/concerns/index.ts';
import { write, type Database } from '#lib/server/db/index.ts';
import { groupPupils, groups, groupStaff } from '#lib/server/groups/index.ts';
import * as referrals from '#lib/server/referrals/index.ts';
import * as restrictions from '#lib/server/restrictions/index.ts';
import {
	aSchoolAndAService,
	lantern,
	next,
	noticed,
	robin,
	rowan,
	sendingForm
} from '#lib/server/testing.ts';

export type Db = Database<'organisation'>;

/** How a person of the matrix stands to the records: each has an id of their own. */
export const relations = ['author', 'tutor', 'named', 'broke', 'broke before', 'stranger'] as const;
export type Relation = (typeof relations)[number];

export const now = new Date('2026-11-10T12:00:00Z');
const hours = (many: number) => new Date(now.getTime() + many * 3_600_000);

const school = {
	id: 'the-school',
	name: 'Mosshowe School',
	kind: 'school',
	demonstration: false
} as const;

/** Somebody of the matrix. `fresh`: they have just proved who they are. */
export const person = (
	relation: string,
	roles: readonly Role[],
	fresh = true,
	organisation: Staff['organisation'] = school
): Staff => ({
	id: relation,
	accountId: `account of ${relation}`,
	sessionId: `session of ${relation}`,
	name: relation,
	roles,
	organisation,
	steppedUpAt: fresh ? now : null
});

/** The records of the world, by what state they are in. */
export type World = {
	school: Db;
	service: Db;
	concerns: Record<ConcernState, string>;
	cases: Record<CaseState, string>;
	/** The id of an action of each case. */
	actions: Record<CaseState, string>;
	referrals: Record<SentState, string>;
	received: Record<ReceivedState, string>;
	end: () => void;
};

export const concernStates = [
	'untriaged',
	'decided',
	'in a case',
	'restricted',
	'restricted and in an open case',
	'in a restricted case',
	'no longer restricted'
] as const;
export const caseStates = ['open', 'restricted', 'no longer restricted'] as const;
export const sentStates = [
	'sent',
	'opened',
	'accepted',
	'declined',
	'of a restricted case'
] as const;
export const receivedStates = ['new', 'opened', 'accepted', 'declined'] as const;
export type ConcernState = (typeof concernStates)[number];
export type CaseState = (typeof caseStates)[number];
export type SentState = (typeof sentStates)[number];
export type ReceivedState = (typeof receivedStates)[number];

const lead = person('lead', ['lead']);
const author = person('author', ['teacher']);
const deputy = (id: string): Staff => person(id, ['deputy']);

/** A school and a service in which every state is there, and everybody of the matrix stands as they should. */
export async function aWorld(): Promise<World> {
	const both = await aSchoolAndAService();
	const { school: db, service, carry } = both;
	await people(db);
	await people(service);
	const made = await inSchool(db);
	await carry();
	const received = await inService(service, made.sent);
	await carry();
	await expired(db);
	return {
		school: db,
		service,
		concerns: made.concerns,
		cases: made.cases,
		actions: await actionsOf(db, made.cases),
		referrals: made.sent,
		received,
		end: () => (db.close(), service.close())
	};
}

async function actionsOf(
	db: Db,
	of: Record<CaseState, string>
): Promise<Record<CaseState, string>> {
	const found = { ...of };
	for (const state of caseStates) {
		const { rows } = await db.run(
			sql`select action_id from actions_open inner join cases on cases.id = case_id where reference = ${of[state]}`
		);
		found[state] = String(Object.values(rows[0] ?? {})[0]);
	}
	return found;
}

async function people(db: Db): Promise<void> {
	const all = [...relations, 'lead', 'worker'].map((id) => ({ id, name: id, job: 'Adult' }));
	await write(db, (tx) => tx.insert(adults).values(all));
}

async function inSchool(db: Db) {
	await write(db, async (tx) => {
		await tx.insert(groups).values({ id: 'year-8', name: 'Year 8' });
		await tx.insert(groupPupils).values(
			[robin.id, rowan.id, 'pupil-3', 'pupil-4'].map((pupilId) => ({
				groupId: 'year-8',
				pupilId
			}))
		);
		await tx.insert(groupStaff).values({ groupId: 'year-8', staffId: 'tutor' });
	});
	const log = async (pupil: string): Promise<string> => {
		const logged = await concerns.log(db, author, noticed({ pupil }), now);
		if (typeof logged === 'string') throw new Error('The matrix could not log a concern');
		return logged.reference;
	};
	const triage = async (reference: string, decision: concerns.Triage['decision']) =>
		(await cases.triage(db, lead, reference, { ...next, decision, why: 'Because.' }, now))
			.caseReference ?? '';
	const restrict = (kind: restrictions.Kind, reference: string) =>
		restrictions.restrict(
			db,
			lead,
			kind,
			reference,
			{ reason: 'sealed by the lead', names: ['named'] },
			['named'],
			now
		);

	const untriaged = await log(robin.id);
	const decided = await log(robin.id);
	await triage(decided, 'keep watch');
	const inACase = await log(robin.id);
	const open = await triage(inACase, 'open a case');
	const told = await log(robin.id);
	await triage(told, 'add to the open case');
	await restrict(concerns.restrictable, told);
	const restricted = await log('pupil-4');
	await restrict(concerns.restrictable, restricted);
	const inRestricted = await log(rowan.id);
	const kept = await triage(inRestricted, 'open a case');
	const sent = { ...(await sentFrom(db, open)), 'of a restricted case': '' };
	sent['of a restricted case'] = await send(db, kept);
	await restrict(cases.restrictable, kept);
	const lifted = await log('pupil-4');
	await restrict(concerns.restrictable, lifted);
	await restrictions.lift(db, lead, concerns.restrictable, lifted, { why: 'No need now.' }, now);
	const third = await log('pupil-3');
	const liftedCase = await triage(third, 'open a case');
	await restrict(cases.restrictable, liftedCase);
	await restrictions.lift(db, lead, cases.restrictable, liftedCase, { why: 'No need now.' }, now);
	for (const reference of [told, restricted]) await breakGlass(db, concerns.find, reference);
	await breakGlass(db, cases.find, kept);
	return {
		concerns: {
			untriaged,
			decided,
			'in a case': inACase,
			restricted,
			'restricted and in an open case': told,
			'in a restricted case': inRestricted,
			'no longer restricted': lifted
		},
		cases: { open, restricted: kept, 'no longer restricted': liftedCase },
		sent
	};
}

async function breakGlass(db: Db, find: restrictions.Find, reference: string): Promise<void> {
	const form = { reference, why: 'Nobody else can be reached.' };
	for (const [who, at] of [
		['broke', now],
		['broke before', hours(-1)]
	] as const) {
		const breaker = { ...deputy(who), steppedUpAt: at };
		const { outcome } = await restrictions.breakGlass(db, breaker, find, form, [], at);
		if (outcome !== 'broken') throw new Error(`The glass did not break: ${outcome}`);
	}
}

async function send(db: Db, caseReference: string): Promise<string> {
	const outcome = await referrals.send(db, lead, caseReference, lantern, sendingForm(), now);
	if (typeof outcome === 'string' || !('reference' in outcome))
		throw new Error('The matrix could not refer');
	return outcome.reference;
}

async function sentFrom(db: Db, caseReference: string) {
	return {
		sent: await send(db, caseReference),
		opened: await send(db, caseReference),
		accepted: await send(db, caseReference),
		declined: await send(db, caseReference)
	};
}

const worker = person('worker', ['worker']);

async function inService(db: Db, sent: Record<SentState, string>) {
	for (const state of ['opened', 'accepted', 'declined'] as const)
		await referrals.readReceived(db, worker, sent[state], now);
	const says = 'We have read it.';
	const answers = {
		accepted: { says, dueOn: '2026-12-01' },
		declined: { says, reason: 'no place now' }
	} as const;
	for (const state of ['accepted', 'declined'] as const)
		await referrals.stepReceived(
			db,
			worker,
			sent[state],
			referrals.stepForm(randomUUID(), state, answers[state]),
			now
		);
	return {
		new: sent.sent,
		opened: sent.opened,
		accepted: sent.accepted,
		declined: sent.declined
	};
}

/** Makes sure that what was broken before is over now, so that the world says what its names say. */
async function expired(db: Db): Promise<void> {
	const { rows } = await db.run(
		sql`select count(*) as many from broken_glass where staff_id = 'broke before' and until > ${now.getTime()}`
	);
	if (Number(Object.values(rows[0] ?? {})[0]) !== 0) throw new Error('The old glass is still open');
}

/** How many rows this connection has changed so far. */
export async function changesIn(db: Db): Promise<number> {
	const { rows } = await db.run(sql`select total_changes() as many`);
	return Number(Object.values(rows[0] ?? {})[0]);
}

/** The newest entry of a ledger, as a sentence. */
export async function newestIn(db: Db): Promise<string> {
	const { rows } = await db.run(
		sql`select staff_id, did, object from ledger order by number desc limit 1`
	);
	return Object.values(rows[0] ?? {}).join(' ');
}

export const newKey = (): string => randomUUID();
