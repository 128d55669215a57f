import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { may } from '../access/index.ts';
import * as concerns from '../concerns/index.ts';
import {
	amal,
	as,
	aSchool,
	bea,
	caseOpened,
	next,
	dee,
	everythingIn,
	fillTheLedger,
	flo,
	later,
	ledgerOf,
	logged,
	nell,
	noon,
	opened,
	rowan,
	wren
} from '../testing.ts';
import * as cases from './index.ts';

const open = { ...next, decision: 'open a case', why: 'The third this month.' } as const;
const add = { decision: 'add to the open case', why: 'It belongs with the rest.' } as const;
const watch = { ...next, decision: 'keep watch', why: 'The tutor will look in.' } as const;

describe('opening a case', () => {
	test('writes down the decision, the case, its first entries and the ledger together', async () => {
		const db = await aSchool();
		const reference = await logged(db, amal);

		const { outcome, caseReference = '' } = await cases.triage(db, dee, reference, open, later(1));

		expect(outcome).toBe('decided');
		expect(caseReference).toMatch(/^K(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
		expect((await ledgerOf(db)).slice(1)).toEqual([
			`dee decided: open a case concern ${reference}`,
			`dee opened case ${caseReference}`,
			`dee added ${reference} case ${caseReference}`
		]);
		const found = opened(await cases.read(db, dee, caseReference));
		expect(found?.chronology.map(({ kind, by, about }) => [kind, by, about])).toEqual([
			['action', dee.name, null],
			['decision', dee.name, reference],
			['opened', dee.name, null],
			['concern', amal.name, reference]
		]);
		expect(found?.chronology[1]?.says).toBe(open.why);
		expect(found?.chronology[3]).toMatchObject({
			seenOrHeard: 'Would not take the coat off.',
			childsWords: 'You can tell from the car door.'
		});
	});

	test('for a child who has one joins that one', async () => {
		const db = await aSchool();
		const first = await caseOpened(db);

		const { caseReference } = await cases.triage(db, flo, await logged(db, bea), open, later(2));

		expect(caseReference).toBe(first);
		expect(await db.$count(cases.cases)).toBe(1);
	});

	test('for another child of the same home opens another', async () => {
		const db = await aSchool();
		const first = await caseOpened(db);
		const reference = await logged(db, bea, { pupil: rowan.id });

		const { caseReference } = await cases.triage(db, dee, reference, open);

		expect(caseReference).not.toBe(first);
		expect(await db.$count(cases.cases)).toBe(2);
	});
});

describe('adding to the open case', () => {
	test('puts the concern in the case’s chronology, on the day it was logged', async () => {
		const db = await aSchool();
		const caseReference = await caseOpened(db);
		const reference = await logged(db, bea, {}, later(5));

		expect(await cases.triage(db, dee, reference, add, later(6))).toEqual({
			outcome: 'decided',
			caseReference
		});

		const found = opened(await cases.read(db, dee, caseReference));
		const told = found?.chronology.find((entry) => entry.seenOrHeard !== null);
		expect(told).toMatchObject({
			kind: 'concern',
			about: reference,
			by: bea.name,
			at: later(5)
		});
	});

	test('of a child who has none is an answer, and decides nothing', async () => {
		const db = await aSchool();
		const reference = await logged(db, amal);

		expect(await cases.triage(db, dee, reference, add)).toEqual({ outcome: 'no open case' });

		expect(await concerns.countUntriaged(db, dee)).toBe(1);
		expect(await ledgerOf(db)).toHaveLength(1);
	});
});

describe('deciding without a case', () => {
	test.each([watch, { decision: 'no further action', why: 'A timetable had changed.' } as const])(
		'$decision opens none, and the why stands',
		async (triage) => {
			const db = await aSchool();
			const reference = await logged(db, amal);

			expect(await cases.triage(db, dee, reference, triage)).toEqual({ outcome: 'decided' });

			expect(await db.$count(cases.cases)).toBe(0);
			expect(opened(await concerns.read(db, dee, reference))).toMatchObject({
				decisions: [{ decision: triage.decision, why: triage.why }]
			});
			expect(await ledgerOf(db)).toContain(`dee decided: ${triage.decision} concern ${reference}`);
		}
	);
});

describe('two leads with the same page open', () => {
	test('the first decision stands, and the second hears so', async () => {
		const db = await aSchool();
		const reference = await logged(db, amal);
		await cases.triage(db, dee, reference, watch);
		const before = await everythingIn(db);
		const entries = await ledgerOf(db);

		for (const second of [watch, open, add])
			expect(await cases.triage(db, flo, reference, second)).toEqual({
				outcome: 'already decided'
			});

		expect(await everythingIn(db)).toEqual(before);
		expect(await ledgerOf(db)).toEqual(entries);
	});

	test('two presses at the same moment open one case', async () => {
		const db = await aSchool();
		const reference = await logged(db, amal);

		const outcomes = await Promise.all([
			cases.triage(db, dee, reference, open),
			cases.triage(db, flo, reference, open)
		]);

		expect(outcomes.map(({ outcome }) => outcome)).toEqual(['decided', 'already decided']);
		expect(await db.$count(cases.cases)).toBe(1);
	});
});

test.each([
	['its author', amal],
	['a colleague', bea],
	['a head', as(bea, 'head')],
	['a governor, administrator, analyst or operator', nell],
	['a worker', wren],
	['somebody without a role', as(dee)]
])('%s triages nothing, and hears what anybody hears of nothing', async (_, who) => {
	const db = await aSchool();
	const reference = await logged(db, amal);
	const before = await everythingIn(db);

	expect(await cases.triage(db, who, reference, open)).toEqual({ outcome: 'not found' });
	expect(await cases.triage(db, dee, 'C-0000-0000', open)).toEqual({ outcome: 'not found' });

	expect(await everythingIn(db)).toEqual(before);
	expect((await ledgerOf(db)).slice(1)).toEqual([
		may(who, 'triage a concern')
			? `${who.id} was not shown concern ${reference}`
			: `${who.id} was refused act triage a concern`,
		'dee was not shown concern C-0000-0000'
	]);
});

test('nothing is decided when it cannot be written in the ledger', async () => {
	const db = await aSchool();
	const reference = await logged(db, amal);
	await fillTheLedger(db);
	const before = await everythingIn(db);

	await expect(cases.triage(db, dee, reference, open)).rejects.toThrow();
	await expect(cases.triage(db, dee, reference, watch)).rejects.toThrow();

	expect(await everythingIn(db)).toEqual(before);
});

describe('the form', () => {
	const problemsOf = (form: Record<string, string>) =>
		(v.safeParse(concerns.triaging(noon), form).issues ?? []).map((issue) => issue.message);

	test('asks for a decision when no radio button was chosen, and for why', () => {
		expect(problemsOf({ why: ' ' })).toEqual([
			'Choose what happens now',
			'Say why, in a sentence: also when nothing more is done'
		]);
	});

	test('takes each of the decisions and no other, with what happens next', () => {
		const whole = {
			does: 'Ring.',
			byDay: '1',
			byMonth: '12',
			byYear: '2026',
			thought: 'no',
			sameAs: 'C-'
		};
		for (const decision of concerns.decisions)
			expect(problemsOf({ ...whole, decision, why: 'Because.' })).toEqual([]);
		expect(problemsOf({ decision: 'close', why: 'Because.' })).toHaveLength(1);
	});
});
