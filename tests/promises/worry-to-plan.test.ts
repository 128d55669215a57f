import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { staff as adults } from '#lib/server/accounts/index.ts';
import * as cases from '#lib/server/cases/index.ts';
import { caseConcerns } from '#lib/server/cases/schema.ts';
import * as concerns from '#lib/server/concerns/index.ts';
import type { Database } from '#lib/server/db/index.ts';
import { deadlineOf, current } from '#lib/server/school-days/index.ts';
import { amal, aSchool, bea, dee, flo, later, noticed, proven } from '#lib/server/testing.ts';

type Db = Database<'organisation'>;

const authors = [amal, bea];
const pupils = ['pupil-1', 'pupil-2', 'pupil-3'];
const owners = [dee.id, flo.id];

const words = fc.string({ minLength: 1, unit: 'binary', maxLength: 12 }).map((said) => `w ${said}`);
const anyOf = fc.nat(50);
const by = fc.constantFrom('2026-11-12', '2026-12-01', '2026-12-02', '');
const does = fc.constantFrom('Ring the nurse', 'Speak with the tutor', '');
const owner = fc.constantFrom('', dee.id, flo.id, 'nobody');
const decision = fc.oneof(
	fc.constant('open a case' as const),
	fc.constantFrom(...concerns.decisions)
);

const command = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.record({
			does: fc.constant('log' as const),
			who: fc.nat(1),
			about: fc.uniqueArray(fc.constantFrom(...pupils), { minLength: 0, maxLength: 3 }),
			said: words
		})
	},
	{
		weight: 5,
		arbitrary: fc.record({
			does: fc.constant('decide' as const),
			which: anyOf,
			decision,
			next: does,
			owner,
			by
		})
	},
	{
		weight: 3,
		arbitrary: fc.record({
			does: fc.constant('again' as const),
			which: anyOf,
			decision,
			next: does,
			owner,
			by
		})
	},
	{
		weight: 1,
		arbitrary: fc.record({
			does: fc.constant('add' as const),
			which: anyOf,
			who: fc.nat(1),
			said: words
		})
	},
	{
		weight: 2,
		arbitrary: fc.record({
			does: fc.constant('correct' as const),
			which: anyOf,
			wrong: fc.constantFrom('', ...pupils),
			right: fc.constantFrom('', ...pupils)
		})
	},
	{
		weight: 1,
		arbitrary: fc.record({ does: fc.constant('act' as const), which: anyOf, next: does, owner, by })
	},
	{
		weight: 5,
		arbitrary: fc.record({ does: fc.constant('end' as const), which: anyOf, next: does, owner, by })
	},
	{
		weight: 1,
		arbitrary: fc.record({ does: fc.constant('move' as const), which: anyOf, owner, by })
	},
	{
		weight: 2,
		arbitrary: fc.record({ does: fc.constant('close' as const), which: anyOf, rest: fc.boolean() })
	},
	{
		weight: 1,
		arbitrary: fc.record({
			does: fc.constant('reopen' as const),
			which: anyOf,
			next: does,
			owner,
			by
		})
	},
	{ weight: 1, arbitrary: fc.record({ does: fc.constant('hand over' as const), from: fc.nat(1) }) }
);
type Command = typeof command extends fc.Arbitrary<infer Made> ? Made : never;

/** What each author wrote, by the reference that they were given. */
type Written = { reference: string; who: (typeof authors)[number]; said: string[] }[];

const lead = proven(dee, later(0));
const pick = <Item>(all: readonly Item[], at: number): Item | undefined => all[at % all.length];

/** Does one thing, or is told why it cannot be done. */
async function perform(db: Db, written: Written, it: Command, hour: number): Promise<void> {
	const at = later(hour);
	const concern = 'which' in it ? pick(written, it.which)?.reference : undefined;
	const allCases = await db.select({ reference: cases.cases.reference }).from(cases.cases);
	const theCase = 'which' in it ? pick(allCases, it.which)?.reference : undefined;
	const open = await db.select({ id: cases.actionsOpen.actionId }).from(cases.actionsOpen);
	const action = 'which' in it ? pick(open, it.which)?.id : undefined;
	if (it.does === 'log') {
		const who = authors[it.who] ?? amal;
		const children = it.about.map((id) => ({ id, part: 'harmed' as const }));
		const form = noticed({ children, unknownChild: 'A child', seenOrHeard: it.said });
		const logged = await concerns.log(db, who, form, at, { leads: owners });
		if (typeof logged === 'string') throw new Error('Those children are in the test');
		written.push({ reference: logged.reference, who, said: [it.said] });
	} else if ((it.does === 'decide' || it.does === 'again') && concern) {
		const form = {
			...{ decision: it.decision, why: 'Because.', does: it.next, owner: it.owner, by: it.by },
			...{ children: pupils.slice(0, 2), sameAs: pick(written, it.which + 1)?.reference ?? '' }
		};
		const decide = it.does === 'decide' ? cases.triage : cases.lookAgain;
		await decide(db, lead, concern, form, at, owners);
	} else if (it.does === 'add' && concern) {
		const one = pick(written, it.which);
		const outcome = await concerns.add(
			db,
			one?.who ?? amal,
			concern,
			{ key: randomUUID(), says: it.said },
			at
		);
		expect(outcome).toBe('added');
		one?.said.push(it.said);
	} else if (it.does === 'correct' && concern && it.wrong !== it.right)
		await cases.correct(
			db,
			lead,
			concern,
			{ wrong: it.wrong, right: it.right, part: '', why: 'Known.' },
			at
		);
	else if (it.does === 'act' && theCase && it.next && it.by)
		await cases.act(
			db,
			lead,
			theCase,
			{ key: randomUUID(), does: it.next, owner: it.owner, by: it.by },
			at,
			owners
		);
	else if (it.does === 'end' && action) {
		const next = { does: it.by ? it.next : '', owner: it.owner, by: it.by };
		await cases.end(db, lead, action, { ending: 'done', says: 'So it was.', next }, at, owners);
	} else if (it.does === 'move' && action && it.by)
		await cases.move(db, lead, action, { why: 'Ill.', owner: it.owner, by: it.by }, at, owners);
	else if (it.does === 'close' && theCase)
		await cases.close(
			db,
			lead,
			theCase,
			{
				...{ outcome: 'things are better and safe', voice: 'said', voiceSays: 'Better.' },
				...{ why: 'It is.', endRest: it.rest ? 'yes' : '' }
			},
			at
		);
	else if (it.does === 'reopen' && theCase && it.next && it.by)
		await cases.reopen(
			db,
			lead,
			theCase,
			{ why: 'Again.', next: { does: it.next, owner: it.owner, by: it.by } },
			at,
			owners
		);
	else if (it.does === 'hand over')
		await cases.handOver(
			db,
			proven(dee, at),
			owners[it.from] ?? '',
			{ owner: owners[1 - it.from] ?? '', why: 'Leaving.' },
			at,
			owners
		);
}

/** Every open case has something to do, whose it is and by when; every concern is somewhere that has all three, or is over. */
async function everythingIsHeld(db: Db): Promise<void> {
	const here = (await db.select({ id: adults.id }).from(adults)).map(({ id }) => id);
	for (const { caseId } of await db.select().from(cases.casesOpen)) {
		const toDo = await db
			.select()
			.from(cases.actionsOpen)
			.where(eq(cases.actionsOpen.caseId, caseId));
		expect(toDo.length, 'a case is open without a next step').toBeGreaterThan(0);
		for (const { ownerId, dueOn } of toDo) {
			expect(here).toContain(ownerId);
			expect(dueOn).toMatch(/^\d{4}-\d\d-\d\d$/);
		}
	}
	const waiting = (await db.select().from(concerns.concernsWaiting)).map((row) => row.concernId);
	const watched = new Map(
		(await db.select().from(concerns.concernsWatched)).map((row) => [row.concernId, row])
	);
	const inCases = new Set((await db.select().from(caseConcerns)).map((row) => row.concernId));
	const calendar = await current(db);
	for (const { id, reference, urgency, loggedAt } of await db.select().from(concerns.concerns)) {
		const read = await concerns.read(db, lead, reference, later(0));
		if (!read || read === 'step up') throw new Error('A lead reads every concern of the test');
		const standing = read.decisions?.at(-1)?.decision;
		if (!standing) {
			expect(waiting).toContain(id);
			expect(read.mayTriage).toBe(true);
			expect(deadlineOf(calendar, urgency, loggedAt).getTime()).toBeGreaterThan(loggedAt.getTime());
		} else if (concerns.isWatching(standing)) {
			expect(watched.get(id)?.ownerId).toBeTruthy();
			expect(watched.get(id)?.lookAgainOn).toMatch(/^\d{4}-\d\d-\d\d$/);
			expect(concerns.mayLookAgain({ decision: standing })).toBe(true);
		} else {
			expect(waiting).not.toContain(id);
			expect(watched.has(id)).toBe(false);
			if (concerns.goesIntoACase(standing)) expect(inCases.has(id)).toBe(true);
			if (standing === 'the same as another') expect(read.sameAs).toBeTruthy();
		}
	}
}

/** Each author still sees what they reported, every word of it, in the order in which they wrote. */
async function nothingIsLost(db: Db, written: Written): Promise<void> {
	for (const { reference, who, said } of written) {
		const read = await concerns.read(db, who, reference, later(0));
		if (!read || read === 'step up') throw new Error('A report was hidden from its reporter');
		const kept = [read.seenOrHeard, ...read.additions.map(({ says }) => says)];
		expect([...kept].sort()).toEqual(said.map(asKept).sort());
	}
	for (const author of authors) {
		const own = (await concerns.allLoggedBy(db, author, later(0))).map((one) => one.reference);
		const theirs = written.filter(({ who }) => who.id === author.id);
		expect(own.sort()).toEqual(theirs.map(({ reference }) => reference).sort());
	}
}

// What the boundary cleans is cleaned once, when it is written (db/text.ts).
const asKept = (said: string): string => said.toWellFormed().replaceAll('\0', '').normalize('NFC');

test('whatever is done, in whatever order: nothing open is nobody’s, no report is hidden from its reporter, no word is lost', async () => {
	const seen = new Set<string>();
	await fc.assert(
		fc.asyncProperty(fc.array(command, { minLength: 4, maxLength: 24 }), async (commands) => {
			const db = await aSchool();
			const written: Written = [];
			for (const [hour, it] of commands.entries()) {
				await perform(db, written, it, hour);
				seen.add(it.does);
			}
			await everythingIsHeld(db);
			await nothingIsLost(db, written);
			db.close();
		}),
		{ numRuns: 120, endOnFailure: true }
	);
	expect([...seen].sort()).toHaveLength(11);
});
