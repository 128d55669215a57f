import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { roles, type Role, type Staff } from '#lib/server/access/index.ts';
import * as cases from '#lib/server/cases/index.ts';
import * as concerns from '#lib/server/concerns/index.ts';
import * as ledger from '#lib/server/ledger/index.ts';
import * as pupils from '#lib/server/pupils/index.ts';
import * as referrals from '#lib/server/referrals/index.ts';
import * as restrictions from '#lib/server/restrictions/index.ts';
import { aSchool, lantern, next, noticed, robin, rowan, sendingForm } from '#lib/server/testing.ts';
import * as know from './need-to-know.ts';
import {
	aWorld,
	caseStates,
	changesIn,
	concernStates,
	newestIn,
	newKey,
	now,
	person,
	receivedStates,
	relations,
	sentStates,
	type Db,
	type Relation,
	type World
} from './world.ts';

type Who = { role: Role; relation: Relation; fresh: boolean };

const everybody: Who[] = roles.flatMap((role) =>
	relations.flatMap((relation) => [true, false].map((fresh) => ({ role, relation, fresh })))
);
const staffOf = ({ role, relation, fresh }: Who): Staff => person(relation, [role], fresh);

let world: World;
let elsewhere: Db;
let cells = 0;

beforeAll(async () => {
	world = await aWorld();
	elsewhere = await aSchool();
});
afterAll(() => {
	world.end();
	elsewhere.close();
});

/** What an answer of a domain is called here, whatever it holds. */
function called(outcome: unknown): know.Answer {
	const said = (outcome as { outcome?: unknown } | undefined)?.outcome ?? outcome;
	if (said === 'step up') return 'prove first';
	const refusals = [undefined, 'not found', 'not allowed', 'no such pupil'];
	return refusals.includes(said as string) ? 'no' : 'yes';
}

/** Asks, and holds the answer and what was written to what is expected. */
async function cell(
	db: Db,
	what: string,
	who: Staff,
	expected: know.Answer,
	ask: () => Promise<unknown>
): Promise<void> {
	const before = await changesIn(db);
	const answer = called(await ask());
	cells += 1;
	expect(`${what}: ${answer}`).toBe(`${what}: ${expected}`);
	if (answer === 'yes') return;
	// Refused, it leaves its entry in the ledger and nothing else; waiting for a proof, it leaves nothing.
	const written = (await changesIn(db)) - before;
	expect(`${what}: wrote ${written}`).toBe(`${what}: wrote ${answer === 'no' ? 1 : 0}`);
	if (answer === 'no')
		expect(`${what}: ${await newestIn(db)}`).toMatch(
			new RegExp(`: ${who.id} was (refused|not shown)`)
		);
}

const named = (who: Who, act: string, state: string) =>
	`${who.role}, ${who.relation}, ${who.fresh ? 'fresh' : 'stale'}, ${act} ${state}`;

describe.each(roles)('a %s, in every relation to a record in every state', (role) => {
	const these = everybody.filter((who) => who.role === role);

	test('reads the concerns that they need to know', async () => {
		for (const who of these)
			for (const state of concernStates)
				await cell(
					world.school,
					named(who, 'reads a concern', state),
					staffOf(who),
					know.readsConcern(who, state),
					() => concerns.read(world.school, staffOf(who), world.concerns[state], now)
				);
	});

	test('opens the page of a decision on the concerns that they decide on', async () => {
		for (const who of these)
			for (const state of concernStates)
				await cell(
					world.school,
					named(who, 'decides on a concern', state),
					staffOf(who),
					know.decidesOn(who, state),
					() =>
						concerns.read(
							world.school,
							staffOf(who),
							world.concerns[state],
							now,
							'triage a concern'
						)
				);
	});

	test('reads the cases that they need to know, and in them what is not kept from them', async () => {
		for (const who of these)
			for (const state of caseStates) {
				const staff = staffOf(who);
				const what = named(who, 'reads a case', state);
				const expected = know.readsCase(who, state);
				let read: Awaited<ReturnType<typeof cases.read>>;
				await cell(world.school, what, staff, expected, async () => {
					read = await cases.read(world.school, staff, world.cases[state], now);
					return read;
				});
				if (!read || read === 'step up' || state !== 'open') continue;
				const told = read.chronology.flatMap(({ about }) => about ?? []);
				for (const each of ['in a case', 'restricted and in an open case'] as const) {
					cells += 1;
					expect(`${what}, tells ${each}: ${told.includes(world.concerns[each])}`).toBe(
						`${what}, tells ${each}: ${know.toldInCase(who, each)}`
					);
				}
			}
	});

	test('works on the cases that are theirs to work on', async () => {
		for (const who of these)
			for (const state of caseStates)
				await cell(
					world.school,
					named(who, 'works on a case', state),
					staffOf(who),
					know.worksOnCase(who, state),
					() => cases.read(world.school, staffOf(who), world.cases[state], now, 'add to a case')
				);
	});

	test('reads what was sent, like the case that it was sent from', async () => {
		for (const who of these)
			for (const state of caseStates)
				await cell(
					world.school,
					named(who, 'reads a family', state),
					staffOf(who),
					know.readsCase(who, state),
					() => cases.family(world.school, staffOf(who), world.cases[state], now)
				);
		for (const who of these)
			for (const state of sentStates)
				await cell(
					world.school,
					named(who, 'reads a referral', state),
					staffOf(who),
					know.readsCase(who, state),
					() => referrals.read(world.school, staffOf(who), world.referrals[state], now)
				);
	});

	test('reads what was received, at a service', async () => {
		for (const who of these)
			for (const state of receivedStates)
				await cell(
					world.service,
					named(who, 'reads a referral received', state),
					staffOf(who),
					know.readsReceived(who),
					() => referrals.readReceived(world.service, staffOf(who), world.received[state], now)
				);
	});

	test('is shown no record of a reference that is none, or of another kind of record', async () => {
		for (const who of these) {
			const staff = staffOf(who);
			const { school } = world;
			const asked: [string, () => Promise<unknown>][] = [
				['a concern that is not there', () => concerns.read(school, staff, 'C-0000-0000', now)],
				[
					'a case by a concern’s reference',
					() => cases.read(school, staff, world.concerns.untriaged, now)
				],
				['a concern by a case’s', () => concerns.read(school, staff, world.cases.open, now)],
				['a referral by a case’s', () => referrals.read(school, staff, world.cases.open, now)],
				[
					'a referral received, at the school',
					() => referrals.readReceived(school, staff, world.referrals.sent, now)
				],
				[
					'a pupil who is not there',
					() => concerns.log(school, staff, noticed({ pupil: 'nobody' }), now)
				]
			];
			for (const [what, ask] of asked) await cell(school, named(who, what, ''), staff, 'no', ask);
		}
	});

	test('of another school is shown nothing of this one', async () => {
		for (const who of these) {
			const organisation = { ...staffOf(who).organisation, id: 'another-school' };
			const staff = person(who.relation, [who.role], who.fresh, organisation);
			for (const state of concernStates)
				await cell(elsewhere, named(who, 'elsewhere reads a concern', state), staff, 'no', () =>
					concerns.read(elsewhere, staff, world.concerns[state], now)
				);
			for (const state of caseStates) {
				const reference = world.cases[state];
				await cell(elsewhere, named(who, 'elsewhere reads a case', state), staff, 'no', () =>
					cases.read(elsewhere, staff, reference, now)
				);
				await cell(elsewhere, named(who, 'elsewhere adds to a case', state), staff, 'no', () =>
					cases.note(elsewhere, staff, reference, { kind: 'fact', says: 'x' }, now)
				);
				await cell(elsewhere, named(who, 'elsewhere refers', state), staff, 'no', () =>
					referrals.send(elsewhere, staff, reference, lantern, sendingForm(), now)
				);
			}
		}
	});

	test('changes nothing that is not theirs to change', async () => {
		for (const who of these) {
			const staff = staffOf(who);
			const { school, service } = world;
			const decision = { ...next, decision: 'keep watch', why: 'x' } as const;
			for (const state of concernStates) {
				const reference = world.concerns[state];
				const may = know.decidesOn(who, state);
				if (may !== 'yes')
					await cell(school, named(who, 'triages', state), staff, may, () =>
						cases.triage(school, staff, reference, decision, now)
					);
				if (may !== 'yes') {
					await cell(school, named(who, 'looks again', state), staff, may, () =>
						cases.lookAgain(school, staff, reference, decision, now)
					);
					const correction = { wrong: robin.id, right: rowan.id, part: '', why: 'x' } as const;
					await cell(school, named(who, 'corrects', state), staff, may, () =>
						cases.correct(school, staff, reference, correction, now)
					);
				}
				const mayAdd = know.addsToConcern(who, state);
				if (mayAdd !== 'yes')
					await cell(school, named(who, 'adds to a concern', state), staff, mayAdd, () =>
						concerns.add(school, staff, reference, { key: newKey(), says: 'x' }, now)
					);
				const mayRestrict = know.restricts(who, state);
				const forms = restrictionForms(school, staff, concerns.restrictable, reference);
				if (mayRestrict !== 'yes')
					for (const [act, ask] of forms)
						await cell(school, named(who, act, state), staff, mayRestrict, ask);
			}
			for (const state of caseStates) {
				const reference = world.cases[state];
				const may = know.worksOnCase(who, state);
				if (may !== 'yes') {
					await cell(school, named(who, 'adds to a case', state), staff, may, () =>
						cases.note(school, staff, reference, { kind: 'fact', says: 'x' }, now)
					);
					for (const [act, ask] of workingForms(school, staff, reference, world.actions[state]))
						await cell(school, named(who, act, state), staff, may, ask);
					await cell(school, named(who, 'refers from a case', state), staff, may, () =>
						referrals.send(school, staff, reference, lantern, sendingForm(), now)
					);
				}
				const mayRestrict = know.restricts(who, state);
				if (mayRestrict !== 'yes')
					for (const [act, ask] of restrictionForms(school, staff, cases.restrictable, reference))
						await cell(school, named(who, act, state), staff, mayRestrict, ask);
			}
			if (know.readsReceived(who) !== 'yes')
				for (const state of receivedStates)
					await cell(service, named(who, 'answers', state), staff, 'no', () =>
						referrals.stepReceived(
							service,
							staff,
							world.received[state],
							referrals.stepForm(randomUUID(), 'accepted', { says: 'x', dueOn: '2027-01-04' }),
							now
						)
					);
			const breaks = know.breaksGlass(who);
			if (breaks !== 'yes')
				await cell(school, named(who, 'breaks the glass', ''), staff, breaks, () =>
					restrictions.breakGlass(
						school,
						staff,
						concerns.find,
						{ reference: world.concerns.restricted, why: 'x' },
						[],
						now
					)
				);
			if (know.notices(who) !== 'yes')
				await cell(school, named(who, 'logs a concern', ''), staff, 'no', () =>
					concerns.log(school, staff, noticed({ pupil: robin.id }), now)
				);
		}
	});

	test('keeps the ledger where they should, and takes it away when they have proved who they are', async () => {
		for (const who of these) {
			const staff = staffOf(who);
			await cell(
				world.school,
				named(who, 'looks at the ledger', ''),
				staff,
				know.keepsLedger(who),
				() => ledger.overview(world.school, staff, now)
			);
			if (know.signsLedger(who) !== 'yes')
				await cell(
					world.school,
					named(who, 'takes a checkpoint', ''),
					staff,
					know.signsLedger(who),
					() => ledger.takeCheckpoint(world.school, staff, '1', now)
				);
		}
	});

	test('finds on every list what the check of one shows, and nothing else', async () => {
		for (const who of these) {
			const staff = staffOf(who);
			const { school, service } = world;
			const waiting = ['untriaged', 'restricted', 'no longer restricted'] as const;
			const listed = (rows: { reference: string }[]) => rows.map(({ reference }) => reference);
			// A line of a list tells what the record does: it waits for the same proof.
			const opens = (answer: know.Answer) => answer === 'yes';
			const lists = {
				untriaged: listed(await concerns.untriaged(school, staff, now)),
				own: listed(await concerns.loggedBy(school, staff, now)),
				groups: listed(await concerns.ofGroups(school, staff, now)),
				cases: listed(await cases.list(school, staff, now)),
				sent: listed(await referrals.list(school, staff, now)),
				received: listed(await referrals.listReceived(service, staff, now))
			};
			const expected = {
				untriaged: waiting
					.filter((state) => opens(know.decidesOn(who, state)))
					.map((state) => world.concerns[state]),
				cases: caseStates
					.filter((state) => opens(know.worksOnCase(who, state)))
					.map((state) => world.cases[state]),
				sent: sentStates
					.filter((state) => opens(know.readsCase(who, state)))
					.map((state) => world.referrals[state]),
				// Everything that the school sent has arrived, whatever is kept at the school.
				received: sentStates
					.filter(() => opens(know.readsReceived(who)))
					.map((state) => world.referrals[state])
			};
			for (const [list, references] of Object.entries(expected)) {
				cells += references.length + 1;
				expect([named(who, 'lists', list), [...lists[list as keyof typeof lists]].sort()]).toEqual([
					named(who, 'lists', list),
					[...references].sort()
				]);
			}
			for (const state of concernStates) {
				cells += 2;
				const reads = opens(know.readsConcern(who, state));
				const isOwn = reads && who.relation === 'author';
				const isOfGroup =
					who.role === 'pastoral' &&
					who.relation === 'tutor' &&
					know.readsConcern(who, state) === 'yes';
				expect([named(who, 'own', state), lists.own.includes(world.concerns[state])]).toEqual([
					named(who, 'own', state),
					isOwn
				]);
				expect([named(who, 'group', state), lists.groups.includes(world.concerns[state])]).toEqual([
					named(who, 'group', state),
					isOfGroup
				]);
			}
			expect(await concerns.countUntriaged(school, staff, now)).toBe(lists.untriaged.length);
		}
	});

	test('finds pupils where they may log a concern, and only there', async () => {
		for (const who of these) {
			cells += 1;
			const found = await pupils.find(world.school, staffOf(who), 'ro');
			expect(found.length > 0).toBe(know.notices(who) === 'yes');
		}
	});
});

const restrictionForms = (
	db: Db,
	staff: Staff,
	kind: restrictions.Kind,
	reference: string
): [string, () => Promise<unknown>][] => [
	[
		'restricts',
		() =>
			restrictions.restrict(
				db,
				staff,
				kind,
				reference,
				{ reason: 'sealed by the lead', names: [] },
				[],
				now
			)
	],
	[
		'names somebody on',
		() => restrictions.addName(db, staff, kind, reference, { name: 'author' }, ['author'], now)
	],
	['lifts', () => restrictions.lift(db, staff, kind, reference, { why: 'x' }, now)]
];

const step = { does: 'x', owner: '', by: '2026-12-01' };

/** What is done in a case, and to an action of it. */
const workingForms = (
	db: Db,
	staff: Staff,
	reference: string,
	action: string
): [string, () => Promise<unknown>][] => [
	['sets an action', () => cases.act(db, staff, reference, { key: newKey(), ...step }, now)],
	['closes', () => cases.close(db, staff, reference, closing, now)],
	['reopens', () => cases.reopen(db, staff, reference, { why: 'x', next: step }, now)],
	['reads an action', () => cases.readAction(db, staff, action, now)],
	['ends an action', () => cases.end(db, staff, action, ended, now)],
	['moves an action', () => cases.move(db, staff, action, { ...step, why: 'x' }, now)]
];
const closing: Parameters<typeof cases.close>[3] = {
	...{ outcome: 'things are better and safe', voice: 'said', voiceSays: 'x' },
	...{ why: 'x', endRest: 'yes' }
};
const ended = { ending: 'done', says: 'x', next: step } as const;

test('no cells went missing: there were at least twenty-two thousand', () => {
	console.log(`The matrix of the domains held in ${cells} cells`);
	expect(cells).toBeGreaterThanOrEqual(22_000);
});
