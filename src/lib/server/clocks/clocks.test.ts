import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { staff } from '../accounts/index.ts';
import * as cases from '../cases/index.ts';
import { actionsOpen } from '../cases/schema.ts';
import * as concerns from '../concerns/index.ts';
import type { Staff } from '../access/index.ts';
import { write, type Database } from '../db/index.ts';
import * as notices from '../notices/index.ts';
import { restricted } from '../restrictions/testing.ts';
import { instantOf, usual } from '../school-days/index.ts';
import {
	amal,
	aSchool,
	bea,
	caseOpened,
	dee,
	everythingIn,
	flo,
	logged,
	noon,
	stopTheNotices,
	toldIn,
	una
} from '../testing.ts';
import * as clocks from './index.ts';

const holders = { leads: [dee.id], deputies: [flo.id], heads: [una.id] };
let db: Database<'organisation'>;

beforeEach(async () => {
	db = await aSchool();
});

// Noon is on Tuesday 10 November 2026; the school is open from 08:30 to 15:30.
const on = (day: string, time: string) => instantOf(`2026-11-${day}`, time);
const climbAt = (at: Date, who: clocks.Holders = holders) => clocks.climb(db, usual, who, at);

/** What was told since the last time, as sentences. */
async function toldBy(at: Date, who = holders): Promise<string[]> {
	const before = await toldIn(db);
	await climbAt(at, who);
	const after = await toldIn(db);
	for (const each of before) after.splice(after.indexOf(each), 1);
	return after;
}

async function seeAll(who: Staff) {
	for (const { id } of await notices.unseen(db, who)) await notices.see(db, who, id, noon);
}

const urgentOnes = async () =>
	(await everythingIn(db)).notices?.filter((row) => row.includes('yes')).length;

const waited = 'A concern has waited to be read for longer than it should.';
const stillWaits = 'A concern still waits to be read, although the deputy was told.';

describe('a concern that nobody reads', () => {
	test.each([
		['immediate', on('10', '13:00'), on('10', '14:00')],
		['same day', on('10', '15:30'), on('11', '15:30')],
		['three school days', on('13', '15:30'), on('16', '15:30')]
	] as const)(
		'%s: is told to the deputies and the leads, then to the heads',
		async (urgency, deadline, next) => {
			const reference = await logged(db, amal, { urgency });
			const after = (moment: Date) => new Date(moment.getTime() + 1);

			expect(await toldBy(deadline)).toEqual([]);
			expect(await toldBy(after(deadline))).toEqual([
				`dee ${waited} ${reference}`,
				`flo ${waited} ${reference}`
			]);
			for (const who of [dee, flo]) await seeAll(who);
			expect(await toldBy(next)).toEqual([]);
			expect(await toldBy(after(next))).toEqual([`una ${stillWaits}`]);
		}
	);

	test('is told once for each step, however often somebody looks', async () => {
		await logged(db, amal, { urgency: 'three school days' });
		const at = on('23', '12:00');

		expect(await climbAt(at)).toBe(2);
		expect(await climbAt(at)).toBe(0);
		expect(await climbAt(on('24', '12:00'))).toBe(0);
		expect(await toldIn(db)).toHaveLength(3);
	});

	test('is urgent unless it has three school days', async () => {
		await logged(db, amal, { urgency: 'three school days' });
		await climbAt(on('13', '16:00'));
		expect(await urgentOnes()).toBe(0);
		await logged(db, amal, { urgency: 'same day' }, on('13', '12:00'));
		await climbAt(on('13', '16:00'));
		expect(await urgentOnes()).toBe(2);
	});

	test('climbs no more once somebody decided', async () => {
		const reference = await logged(db, amal, { urgency: 'immediate' });
		await climbAt(on('10', '13:30'));
		await cases.triage(
			db,
			dee,
			reference,
			{ decision: 'no further action', why: 'A coat, and no more.' },
			on('10', '13:40')
		);

		expect(await toldBy(on('20', '12:00'))).toEqual([]);
	});

	test('is told to nobody else: not its author, nor anybody who does not lead', async () => {
		await logged(db, amal, { urgency: 'immediate' });
		await climbAt(on('20', '12:00'));

		expect((await toldIn(db)).filter((each) => /^(amal|bea|nell)/.test(each))).toEqual([]);
	});

	test('waits for somebody to be told, where there is nobody yet, and passes over whoever left', async () => {
		await logged(db, amal, { urgency: 'immediate' });
		await write(db, (tx) => tx.update(staff).set({ leftAt: noon }).where(eq(staff.id, flo.id)));

		expect(await toldBy(on('10', '13:30'), { ...holders, leads: [] })).toEqual([]);
		expect(await toldBy(on('10', '13:31'))).toHaveLength(1);
	});

	test('is not climbed half: what cannot be told is not written down', async () => {
		await logged(db, amal, { urgency: 'immediate' });
		await stopTheNotices(db);

		await expect(climbAt(on('20', '12:00'))).rejects.toThrow();
		expect((await everythingIn(db)).escalations).toEqual([]);
	});

	test('that only a few may know of is told to those of them who may decide, and to nobody else', async () => {
		const about = await logged(db, amal, { urgency: 'immediate' });
		const named = [una.id, bea.id];
		const reference = await restricted(db, concerns.restrictable, about, noon, named);
		const few = ['dee', 'una'].map((who) => `${who} ${waited} ${reference}`);
		const before = (await toldIn(db)).length;

		expect(await toldBy(on('10', '13:30'))).toEqual(few);
		await climbAt(on('20', '12:00'));
		const told = await toldIn(db);
		expect(told.length).toBeGreaterThan(before);
		expect(told.filter((each) => /^(flo|nell|amal)/.test(each))).toEqual([]);
	});
});

describe('an action that is overdue', () => {
	let reference: string;

	beforeEach(async () => {
		// It is Dee’s, and due on Tuesday 1 December.
		reference = await caseOpened(db);
	});

	const december = (day: string, time: string) => instantOf(`2026-12-${day}`, time);
	const steps = async (...moments: Date[]) => {
		const told = [];
		for (const at of moments) told.push((await toldBy(at)).map((each) => each.split(' ')[0]));
		return told;
	};
	const move = (ownerId: string, dueOn: string) =>
		write(db, (tx) => tx.update(actionsOpen).set({ ownerId, dueOn }));

	test('is told to whoever has it the day after, then to the leads, then to the heads', async () => {
		await move(bea.id, '2026-12-01');

		expect(
			await steps(
				december('01', '23:59'),
				december('02', '08:29'),
				december('02', '08:30'),
				december('03', '08:29'),
				december('03', '08:30'),
				december('07', '08:29'),
				december('07', '08:30'),
				december('20', '12:00')
			)
		).toEqual([[], [], ['bea'], [], ['dee'], [], ['una'], []]);
		expect(await toldIn(db)).toEqual(
			expect.arrayContaining([
				'bea Something that is yours to do was due, and is not done.',
				`dee An action is overdue. ${reference}`,
				'una An action has been overdue for three school days.'
			])
		);
	});

	test('waits anew when it is given a new day', async () => {
		await climbAt(december('02', '09:00'));
		await move(dee.id, '2026-12-08');

		expect(await steps(december('08', '12:00'), december('09', '09:00'))).toEqual([[], ['dee']]);
	});

	test('is told of no more when it is done', async () => {
		const [action] = await db.select().from(actionsOpen);
		const next = { does: 'Ask again.', owner: '', by: '2026-12-10' };
		const ending = { ending: 'done', says: 'We spoke.', next } as const;
		await cases.end(db, dee, action?.actionId ?? '', ending, noon);

		expect(await steps(december('09', '12:00'))).toEqual([[]]);
	});

	test('of a case that only a few may know of is told to them alone', async () => {
		await move(bea.id, '2026-12-01');
		await restricted(db, cases.restrictable, reference, noon, [flo.id]);

		expect(
			await steps(december('02', '09:00'), december('03', '09:00'), december('07', '09:00'))
		).toEqual([[], ['dee', 'flo'], ['dee', 'flo']]);
	});

	test('goes to the deputies where nobody leads', async () => {
		await move(bea.id, '2026-12-01');
		const told = await toldBy(december('03', '09:00'), { ...holders, leads: [] });

		expect(told.map((each) => each.split(' ')[0])).toEqual(['bea', 'flo']);
	});
});

describe('what was to be looked at again', () => {
	const watching = { decision: 'keep watch', why: 'It may pass.', by: '2026-11-13' } as const;

	test('is told to whoever watches over it the day after, and to the leads a school day later', async () => {
		const reference = await logged(db, amal);
		const watch = { ...watching, owner: flo.id };
		await cases.triage(db, dee, reference, watch, noon, [flo.id]);

		expect(await toldBy(on('13', '12:00'))).toEqual([]);
		expect(await toldBy(on('14', '09:00'))).toEqual([
			`flo The day is past on which you were to look at something again. ${reference}`
		]);
		expect(await toldBy(on('15', '09:00'))).toEqual([]);
		expect(await toldBy(on('16', '09:00'))).toEqual([
			`dee The day is past on which somebody was to look at something again. ${reference}`
		]);
		expect(await toldBy(on('30', '12:00'))).toEqual([]);
	});

	test('is told of no more once somebody looked', async () => {
		const reference = await logged(db, amal);
		await cases.triage(db, dee, reference, watching, noon);
		await cases.lookAgain(
			db,
			dee,
			reference,
			{ decision: 'no further action', why: 'It passed.' },
			noon
		);

		expect(await toldBy(on('30', '12:00'))).toEqual([]);
	});
});

describe('a plan whose review is past', () => {
	const plan = async (reviewOn: string) => {
		const [found] = await db.select({ id: cases.cases.id }).from(cases.cases);
		const words = { childsWords: 'Somebody to walk with.', helps: 'Walking.', reviewed: '' };
		await write(db, (tx) =>
			tx
				.insert(cases.plans)
				.values({ caseId: found?.id ?? '', ...words, reviewOn, by: dee.id, at: noon })
		);
	};

	test('is told to the leads, and only of the newest plan', async () => {
		const reference = await caseOpened(db);
		await plan('2026-11-12');
		expect(await toldBy(on('12', '12:00'))).toEqual([]);
		expect(await toldBy(on('13', '12:00'))).toEqual([
			`dee A support plan was due to be reviewed. ${reference}`
		]);

		await plan('2026-11-20');

		expect(await toldBy(on('20', '12:00'))).toEqual([]);
		expect(await toldBy(on('23', '12:00'))).toHaveLength(1);
		expect(await toldBy(on('24', '12:00'))).toEqual([]);
	});

	test('is not asked for once the case is closed', async () => {
		await caseOpened(db);
		await plan('2026-11-12');
		await write(db, (tx) => tx.delete(cases.casesOpen));

		expect(await toldBy(on('24', '12:00'))).toEqual([]);
	});
});

describe('an urgent notice that nobody opens', () => {
	const says = 'Something urgent waits at the desk that nobody has opened.';
	const tell = (about: string | undefined, ...ids: string[]) =>
		write(db, (tx) =>
			notices.tell(tx, ids, { says: 'Come to the desk now.', about, urgent: 'yes' }, noon)
		);

	test('is told to the deputies and the heads after an hour of school, once', async () => {
		await tell(undefined, dee.id, bea.id);

		expect(await toldBy(on('10', '13:00'))).toEqual([]);
		expect(await toldBy(on('10', '13:01'))).toEqual([`flo ${says}`, `una ${says}`]);
		expect(await toldBy(on('10', '15:00'))).toEqual([]);
		expect(await toldBy(on('11', '15:00'))).toEqual([]);
	});

	test('is enough when one of those who were told has seen it', async () => {
		await tell(undefined, dee.id, bea.id);
		const [one] = await notices.unseen(db, bea);
		await notices.see(db, bea, one?.id ?? '', noon);

		expect(await toldBy(on('10', '15:00'))).toEqual([]);
	});

	test('is not told when it is not urgent', async () => {
		await write(db, (tx) => notices.tell(tx, [dee.id], { says: 'Later will do.' }, noon));

		expect(await toldBy(on('20', '15:00'))).toEqual([]);
	});

	test('of a concern that somebody read since is urgent no more', async () => {
		const reference = await logged(db, amal);
		await tell(reference, dee.id);
		await cases.triage(db, flo, reference, { decision: 'no further action', why: 'A coat.' }, noon);

		expect(await toldBy(on('10', '15:00'))).toEqual([]);
	});

	test('of a concern is told once, however much is told of it, and not where the head was told', async () => {
		const reference = await logged(db, amal, { urgency: 'three school days' });
		await tell(reference, dee.id);
		await tell(reference, bea.id);
		expect(await toldBy(on('10', '15:00'))).toEqual([`flo ${says} ${reference}`, `una ${says}`]);
		const other = await logged(db, amal, { urgency: 'immediate' });
		await tell(other, dee.id);
		expect((await toldBy(on('11', '15:00'))).sort()).toEqual([
			`dee ${waited} ${other}`,
			`flo ${waited} ${other}`,
			`una ${stillWaits}`
		]);
	});

	test('of a record that only a few may know of is told to them alone', async () => {
		const reference = await restricted(db, cases.restrictable, await caseOpened(db), noon, [
			flo.id
		]);
		await tell(reference, dee.id);

		expect(await toldBy(on('10', '15:00'))).toEqual([
			`dee ${says} ${reference}`,
			`flo ${says} ${reference}`
		]);
	});
});

test('a page says by when a concern must be read, and whether that is past', () => {
	const deadline = on('10', '13:00');

	expect(clocks.waits(usual, 'immediate', noon, deadline)).toEqual({ deadline, late: false });
	expect(clocks.waits(usual, 'immediate', noon, on('10', '13:01'))).toEqual({
		deadline,
		late: true
	});
});

test('nothing that is told names a child or says what it is about', async () => {
	const themes = concerns.indicators.join('|');
	await logged(db, amal, { urgency: 'immediate' });
	await caseOpened(db);
	await climbAt(instantOf('2026-12-20', '12:00'));

	const told = (await toldIn(db)).join('\n');
	expect(told).not.toMatch(new RegExp(`Robin|Mossgate|coat|${themes}`, 'i'));
});

describe('a disagreement that nobody answers', () => {
	const no = (byWhen: string) => ({
		...{ key: randomUUID(), saidNo: 'The duty team', reasons: 'She is afraid.' },
		...{ goesTo: 'Their manager', says: 'We asked.', byWhen }
	});
	const december = (day: string) => instantOf(`2026-12-${day}`, '09:00');

	test('is told to whoever took it there the day after, then to the leads, and to nobody once it is over', async () => {
		const reference = await caseOpened(db);
		const form = no('2026-11-30');
		await cases.disagree(db, flo, reference, form, noon);

		const waits = async (at: Date) =>
			(await toldBy(at)).filter((told) => told.includes('should have answered'));
		expect(await waits(instantOf('2026-11-30', '15:00'))).toEqual([]);
		expect(await waits(december('01'))).toEqual([
			`flo Somebody should have answered by now where you do not agree. ${reference}`
		]);
		expect(await waits(december('02'))).toEqual([
			`dee Somebody should have answered by now where we do not agree. ${reference}`
		]);
		expect(await waits(december('03'))).toEqual([]);

		const next = { ...no('2026-12-07'), disagreement: form.key };
		await cases.climb(db, flo, reference, next, december('03'));
		const over = { disagreement: form.key, ending: 'they agreed', says: 'Yes.' } as const;
		await cases.settle(db, flo, reference, over, december('04'));
		expect(await waits(december('09'))).toEqual([]);
	});
});
