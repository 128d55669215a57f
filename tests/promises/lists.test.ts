import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roles, type Role, type Staff } from '#lib/server/access/index.ts';
import * as cases from '#lib/server/cases/index.ts';
import * as concerns from '#lib/server/concerns/index.ts';
import { write, type Database } from '#lib/server/db/index.ts';
import { groupPupils, groups, groupStaff } from '#lib/server/groups/index.ts';
import * as referrals from '#lib/server/referrals/index.ts';
import {
	brokenGlass,
	restrictionLifts,
	restrictionNames,
	restrictions
} from '#lib/server/restrictions/schema.ts';
import {
	aSchool,
	amal,
	as,
	bea,
	next,
	dee,
	flo,
	lantern,
	logged,
	nell,
	proven,
	sendingForm
} from '#lib/server/testing.ts';

const people = [amal, bea, dee, flo, nell];
const now = new Date('2026-11-10T12:00:00Z');
const hour = 3_600_000;
const lead = proven(as(dee, 'lead'), now);

const anybody = fc.nat(people.length - 1);
const some = fc.uniqueArray(anybody, { maxLength: 3 });
const anyPupil = fc.integer({ min: 1, max: 4 });

/** How a record is kept close: by whose names, whose glass, and whether it was lifted since. */
const restriction = fc.option(
	fc.record({ named: some, broke: some, brokeBefore: some, lifted: fc.boolean() }),
	{ nil: undefined }
);

/** A school that somebody made up. */
const school = fc.record({
	held: fc.array(fc.uniqueArray(fc.constantFrom<Role>(...roles), { maxLength: 3 }), {
		minLength: people.length,
		maxLength: people.length
	}),
	groups: fc.array(fc.record({ of: fc.uniqueArray(anyPupil), by: some }), { maxLength: 2 }),
	concerns: fc.array(
		fc.record({
			who: anybody,
			pupil: anyPupil,
			decision: fc.constantFrom('none', 'keep watch', 'open a case'),
			restriction
		}),
		{ maxLength: 6 }
	),
	cases: fc.array(restriction, { minLength: 4, maxLength: 4 }),
	referred: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 })
});

/** A school in which each list has something for somebody, whatever chance makes of the others. */
const somethingOnEveryList = {
	held: [['pastoral'], ['teacher'], ['lead'], [], []] as Role[][],
	groups: [{ of: [1], by: [0] }],
	concerns: (['none', 'open a case'] as const).map((decision) => ({
		...{ who: 1, pupil: 1, decision, restriction: undefined }
	})),
	cases: [undefined, undefined, undefined, undefined],
	referred: [true, false, false, false]
};

type Db = Database<'organisation'>;
type Kept = { named: number[]; broke: number[]; brokeBefore: number[]; lifted: boolean };

const idOf = (index: number): string => people[index]?.id ?? '';

/** Keeps a record close, whoever could have done it: the rule is about what stands. */
async function keep(
	db: Db,
	object: 'concern' | 'case',
	objectId: string,
	how: Kept
): Promise<void> {
	const id = randomUUID();
	const placed = { placedBy: dee.id, placedAt: now };
	await write(db, async (tx) => {
		await tx
			.insert(restrictions)
			.values({ id, object, objectId, reason: 'sealed by the lead', ...placed });
		for (const each of how.named)
			await tx
				.insert(restrictionNames)
				.values({ restrictionId: id, staffId: idOf(each), namedBy: dee.id, namedAt: now });
		for (const [who, until] of [
			...how.broke.map((each) => [each, new Date(now.getTime() + hour)] as const),
			...how.brokeBefore.map((each) => [each, now] as const)
		])
			await tx.insert(brokenGlass).values({
				...{ id: randomUUID(), restrictionId: id, staffId: idOf(who), why: 'x' },
				...{ brokenAt: new Date(until.getTime() - hour), until }
			});
		if (how.lifted)
			await tx
				.insert(restrictionLifts)
				.values({ restrictionId: id, why: 'x', liftedBy: dee.id, liftedAt: now });
	});
}

type School = typeof school extends fc.Arbitrary<infer Made> ? Made : never;

/** Makes the school, and gives the references of everything in it. */
async function made(db: Db, plan: School) {
	for (const [index, { of, by }] of plan.groups.entries())
		await write(db, async (tx) => {
			const groupId = `group-${index}`;
			await tx.insert(groups).values({ id: groupId, name: groupId });
			for (const pupil of of)
				await tx.insert(groupPupils).values({ groupId, pupilId: `pupil-${pupil}` });
			for (const who of by) await tx.insert(groupStaff).values({ groupId, staffId: idOf(who) });
		});
	const written: string[] = [];
	for (const { who, pupil, decision, restriction: how } of plan.concerns) {
		const author = as(people[who] ?? amal, 'teacher');
		const reference = await logged(db, author, { pupil: `pupil-${pupil}` }, now);
		written.push(reference);
		if (decision !== 'none')
			await cases.triage(db, lead, reference, { ...next, decision, why: 'Because.' } as never, now);
		if (how) await keep(db, 'concern', (await concernId(db, reference)) ?? '', how);
	}
	const opened = await db.select().from(cases.cases);
	const sent: string[] = [];
	for (const [index, { reference }] of opened.entries())
		if (plan.referred[index]) {
			const outcome = await referrals.send(db, lead, reference, lantern, sendingForm(), now);
			if (typeof outcome !== 'string' && 'reference' in outcome) sent.push(outcome.reference);
		}
	for (const [index, { id }] of opened.entries()) {
		const how = plan.cases[index];
		if (how) await keep(db, 'case', id, how);
	}
	return { written, opened: opened.map(({ reference }) => reference), sent };
}

async function concernId(db: Db, reference: string): Promise<string | undefined> {
	const all = await db.select().from(concerns.concerns);
	return all.find((one) => one.reference === reference)?.id;
}

const referencesOf = (rows: { reference: string }[]) =>
	rows.map(({ reference }) => reference).sort();

/** Those of these records that the check of one shows. */
async function shown(
	references: string[],
	read: (reference: string) => Promise<unknown>
): Promise<string[]> {
	const found: string[] = [];
	for (const reference of references)
		if ((await read(reference)) !== undefined) found.push(reference);
	return found.sort();
}

test('in any school, every list each person gets is exactly what the check of one shows them', async () => {
	const seen = { waiting: 0, own: 0, group: 0, cases: 0, sent: 0 };
	await fc.assert(
		fc.asyncProperty(school, async (plan) => {
			const db = await aSchool();
			const { written, opened, sent } = await made(db, plan);
			const undecided = written.filter((_, index) => plan.concerns[index]?.decision === 'none');
			for (const [index, one] of people.entries()) {
				const person: Staff = proven(as(one, ...(plan.held[index] ?? [])), now);
				const reads = (act?: Parameters<typeof concerns.read>[4]) => (reference: string) =>
					concerns.read(db, person, reference, now, act);
				const waiting = referencesOf(await concerns.untriaged(db, person, now));
				expect(waiting).toEqual(await shown(undecided, reads('list concerns to triage')));
				expect(await concerns.countUntriaged(db, person, now)).toBe(waiting.length);

				const theirs = written.filter((_, each) => idOf(plan.concerns[each]?.who ?? -1) === one.id);
				const own = referencesOf(await concerns.loggedBy(db, person, now));
				expect(own).toEqual(await shown(theirs, reads()));
				const group = referencesOf(await concerns.ofGroups(db, person, now));
				expect(group).toEqual(await shown(written, reads('list concerns of a group')));

				const listed = referencesOf(await cases.list(db, person, now));
				expect(listed).toEqual(
					await shown(opened, (reference) => cases.read(db, person, reference, now, 'list cases'))
				);
				const gone = referencesOf(await referrals.list(db, person, now));
				expect(gone).toEqual(
					await shown(sent, (reference) => referrals.read(db, person, reference, now))
				);
				seen.waiting += waiting.length;
				seen.own += own.length;
				seen.group += group.length;
				seen.cases += listed.length;
				seen.sent += gone.length;
			}
			db.close();
		}),
		{ numRuns: 40, examples: [[somethingOnEveryList]] }
	);
	// So that it cannot hold by everybody seeing nothing on any of them.
	for (const [list, many] of Object.entries(seen)) expect(many, list).toBeGreaterThan(0);
});

test('in any school, nothing on a list is kept from its reader, however they open it', async () => {
	await fc.assert(
		fc.asyncProperty(school, async (plan) => {
			const db = await aSchool();
			await made(db, plan);
			for (const [index, one] of people.entries()) {
				const person = proven(as(one, ...(plan.held[index] ?? [])), now);
				const lists = [
					...(await concerns.untriaged(db, person, now)),
					...(await concerns.loggedBy(db, person, now)),
					...(await concerns.ofGroups(db, person, now))
				];
				for (const { reference } of lists)
					expect(await concerns.read(db, person, reference, now)).toMatchObject({ reference });
				for (const { reference } of await cases.list(db, person, now)) {
					const read = await cases.read(db, person, reference, now);
					if (!read || read === 'step up') throw new Error('A case of a list was not shown');
					for (const { about, seenOrHeard } of read.chronology)
						if (about && seenOrHeard) await expectTold(db, person, about, plan);
				}
			}
			db.close();
		}),
		{ numRuns: 25 }
	);
});

/** A concern that a case tells is not restricted from its reader. */
async function expectTold(db: Db, person: Staff, reference: string, plan: School): Promise<void> {
	const written = await db.select().from(concerns.concerns);
	const order = [...written].sort(
		(one, other) => one.loggedAt.getTime() - other.loggedAt.getTime()
	);
	const id = order.find((one) => one.reference === reference)?.id;
	const [stands] = (await db.select().from(restrictions)).filter((one) => one.objectId === id);
	if (!stands) return;
	const lifted = (await db.select().from(restrictionLifts)).some(
		(one) => one.restrictionId === stands.id
	);
	const named = (await db.select().from(restrictionNames)).some(
		(one) => one.restrictionId === stands.id && one.staffId === person.id
	);
	const broke = (await db.select().from(brokenGlass)).some(
		(one) => one.restrictionId === stands.id && one.staffId === person.id && one.until > now
	);
	expect(lifted || named || broke, JSON.stringify(plan)).toBe(true);
}
