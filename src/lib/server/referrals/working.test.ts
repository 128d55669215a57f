import { describe, expect, test } from 'vitest';
import type { Staff } from '../access/index.ts';
import { write } from '../db/index.ts';
import {
	amal,
	as,
	aSchoolAndAService,
	dee,
	everythingIn,
	fillTheLedger,
	later,
	ledgerOf,
	nell,
	opened,
	proven,
	referred,
	sol,
	toldIn,
	wren
} from '../testing.ts';
import * as referrals from './index.ts';

const team = [wren.id, sol.id];
const inDays = '2026-11-20';

/** A referral that has come, and a manager who has just proved who they are. */
async function received() {
	const at = await aSchoolAndAService();
	const reference = await referred(at.school);
	await at.carry();
	const step = (
		state: referrals.FormStep | 'accepted',
		said: Parameters<typeof referrals.stepForm>[2],
		hours: number
	) => {
		const form = referrals.stepForm(crypto.randomUUID(), state, said);
		return referrals.stepReceived(at.service, wren, reference, form, later(hours));
	};
	return { ...at, reference, step };
}

const manager = (hours: number, who: Staff = sol) => proven(as(who, 'manager'), later(hours));

const notTheirs: [string, Staff][] = [
	['a lead of a school', dee],
	['a teacher', amal],
	['who keeps a school', nell],
	['an analyst of the service', as(wren, 'analyst')]
];

describe('who works with a young person', () => {
	test('takes them on, and it is written down once however often it is pressed', async () => {
		const { service, reference } = await received();
		const press = () => referrals.giveTo(service, wren, reference, wren.id, team, later(3));

		expect(await Promise.all([press(), press()])).toEqual(['given', 'given']);

		const read = opened(await referrals.readReceived(service, wren, reference, later(4)));
		expect(read?.workers).toEqual([{ id: 'wren', name: wren.name }]);
		const entries = (await ledgerOf(service)).filter((entry) => entry.includes('took on'));
		expect(entries).toEqual([`wren took on referral received ${reference}`]);
		expect(await toldIn(service)).toEqual([]);
	});

	test('is told when another gives them one or takes one from them', async () => {
		const { service, reference } = await received();

		await referrals.giveTo(service, wren, reference, sol.id, team, later(3));
		expect(await referrals.endFor(service, wren, reference, sol.id, later(4))).toBe('ended');

		expect(await toldIn(service)).toEqual([
			`sol You were given a referral to work on. ${reference}`,
			`sol A referral is not yours to work on any more. ${reference}`
		]);
		expect((await ledgerOf(service)).slice(-2)).toEqual([
			`wren gave to sol referral received ${reference}`,
			`wren took from sol referral received ${reference}`
		]);
	});

	test('is somebody of the team and nobody else', async () => {
		const { service, reference } = await received();
		const before = await everythingIn(service);
		expect(await referrals.giveTo(service, wren, reference, 'ash', team)).toBe('not of the team');
		expect(await everythingIn(service)).toEqual(before);
	});

	test('is told what the school does', async () => {
		const { school, service, reference, carry } = await received();
		await referrals.giveTo(service, wren, reference, wren.id, team, later(3));
		const form = referrals.stepForm(crypto.randomUUID(), 'asked', { says: 'When will you come?' });
		await referrals.stepSent(school, dee, reference, form, later(4));
		await carry();

		expect(await toldIn(service)).toEqual([
			`wren A school has written about a referral that you work on. ${reference}`
		]);
	});

	test.each(notTheirs)('is no affair of %s', async (_who, staff) => {
		const { service, reference } = await received();
		const before = await everythingIn(service);
		for (const act of [
			() => referrals.giveTo(service, staff, reference, wren.id, team),
			() => referrals.endFor(service, staff, reference, wren.id)
		])
			expect(await act()).toBe('not found');
		expect(await everythingIn(service)).toEqual(before);
	});

	test('does not begin while the ledger cannot be written', async () => {
		const { service, reference } = await received();
		await fillTheLedger(service);
		const before = await everythingIn(service);
		await expect(referrals.giveTo(service, wren, reference, wren.id, team)).rejects.toThrow();
		expect(await everythingIn(service)).toEqual(before);
	});
});

describe('a referral kept to its workers', () => {
	const keep = async (why = 'A relative of somebody of the team.') => {
		const at = await received();
		const says = { workers: [wren.id], why };
		const outcome = await referrals.keepToWorkers(
			...([at.service, manager(3), at.reference, says, team, later(3)] as const)
		);
		return { ...at, outcome };
	};

	test('is seen by them alone, in the list, the count and the record, and they are told', async () => {
		const { service, reference, outcome } = await keep();
		expect(outcome).toBe('kept');

		expect(await referrals.listReceived(service, wren, later(4))).toHaveLength(1);
		expect(await referrals.listReceived(service, manager(4), later(4))).toEqual([]);
		expect(await referrals.countWaiting(service, wren)).toBe(1);
		expect(await referrals.countWaiting(service, sol)).toBe(0);
		expect(await referrals.readReceived(service, sol, reference, later(4))).toBeUndefined();
		expect(await referrals.takeReceived(service, sol, reference, asNothing)).toBeUndefined();
		expect(await ledgerOf(service)).toContain(`sol was not shown referral received ${reference}`);
		expect(
			await referrals.readReceived(service, proven(wren, later(5)), reference, later(5))
		).toMatchObject({
			restricted: true
		});
		expect((await toldIn(service))[0]).toMatch(/^wren Only you and the others who work on it/);
		const { own, nobodys, others } = await referrals.caseload(service, sol, later(5));
		expect([...own, ...nobodys, ...others]).toEqual([]);
	});

	test('does not lose its last worker', async () => {
		const { service, reference } = await keep();
		const who = proven(wren, later(4));
		const end = () => referrals.endFor(service, who, reference, wren.id, later(4));
		expect(await end()).toBe('last worker');
		await referrals.giveTo(service, who, reference, sol.id, team, later(4));
		expect(await end()).toBe('ended');
		expect(
			await referrals.readReceived(service, proven(wren, later(5)), reference, later(5))
		).toBeUndefined();
		expect(
			await referrals.readReceived(service, proven(sol, later(5)), reference, later(5))
		).toBeDefined();
	});

	test('shows a manager who works on it, and nothing of the young person; and is opened again', async () => {
		const { service, reference } = await keep();

		const kept = await referrals.keptTo(service, manager(4), reference, later(4));
		expect(kept).toEqual({
			reference,
			workers: [{ id: 'wren', name: wren.name }],
			restricted: { why: 'A relative of somebody of the team.', at: later(3) }
		});
		const says = { why: 'Wren has left.' };
		expect(await referrals.openToTeam(service, manager(4), reference, says, later(4))).toBe(
			'opened'
		);

		expect(
			await referrals.readReceived(service, proven(sol, later(5)), reference, later(5))
		).toBeDefined();
		expect((await toldIn(service)).at(-1)).toMatch(
			/^wren Your whole team may open a referral again/
		);
		expect(await ledgerOf(service)).toEqual(
			expect.arrayContaining([
				`sol kept to its workers referral received ${reference}`,
				`sol looked at who may open referral received ${reference}`,
				`sol opened to the team referral received ${reference}`
			])
		);
	});

	test('is read, answered, shared out and taken away only by who has just proved who they are', async () => {
		const { service, reference } = await keep();
		const form = referrals.stepForm(crypto.randomUUID(), 'replied', { says: 'Yes.' });
		for (const act of [
			() => referrals.readReceived(service, wren, reference, later(4)),
			() => referrals.takeReceived(service, wren, reference, asNothing, later(4)),
			() => referrals.giveTo(service, wren, reference, sol.id, team, later(4)),
			() => referrals.endFor(service, wren, reference, wren.id, later(4)),
			() => referrals.stepReceived(service, wren, reference, form, later(4))
		])
			expect(await act()).toBe('step up');
	});

	test('tells whoever it takes off, and says so in the ledger', async () => {
		const { service, reference } = await received();
		await referrals.giveTo(service, sol, reference, sol.id, team, later(2));
		const says = { workers: [wren.id], why: 'A relative.' };
		const boss = manager(3, as(wren));
		await referrals.keepToWorkers(service, boss, reference, says, team, later(3));

		expect(await toldIn(service)).toContain(
			`sol A referral is not yours to work on any more. ${reference}`
		);
		expect((await ledgerOf(service)).slice(-3)).toEqual([
			`wren took on referral received ${reference}`,
			`wren took from sol referral received ${reference}`,
			`wren kept to its workers referral received ${reference}`
		]);
	});

	test('stands in a list of the manager’s by its reference alone, and in nobody else’s', async () => {
		const { service, reference } = await keep();
		expect(await referrals.keptReferrals(service, manager(4), later(4))).toMatchObject([
			{ reference, workers: [{ id: 'wren' }] }
		]);
		for (const who of [wren, as(wren, 'analyst'), dee, amal])
			expect(await referrals.keptReferrals(service, who, later(4))).toEqual([]);
	});

	test('is in no figure that somebody sees from whom it is kept', async () => {
		const { service } = await keep();
		const times = (who: Staff) =>
			write(service, (tx) => referrals.timesWith(tx, who, dee.organisation.id, later(5)));
		expect(await times(sol)).toEqual([]);
		expect(await times(wren)).toHaveLength(1);
		const { standings } = await write(service, (tx) => referrals.countReceived(tx, later(-99)));
		expect(Object.values(standings)).toEqual([0, 0, 0, 0]);
	});

	test('does not go with its last worker, who cannot leave; and what else they worked on ends with them', async () => {
		const { service, reference } = await keep();
		const isLast = (who: string) => write(service, (tx) => referrals.isLastWorker(tx, who));
		expect(await isLast(wren.id)).toBe(true);
		expect(await isLast(sol.id)).toBe(false);

		await referrals.openToTeam(service, manager(4), reference, { why: 'Leaves.' }, later(4));
		expect(await isLast(wren.id)).toBe(false);
		await write(service, (tx) => referrals.endAllWork(tx, sol, wren.id, later(5)));
		const read = opened(await referrals.readReceived(service, sol, reference, later(6)));
		expect(read?.workers).toEqual([]);
	});

	test('is kept once, and by people of the team', async () => {
		const { service, reference } = await keep();
		const before = await everythingIn(service);
		const again = (workers: string[]) =>
			referrals.keepToWorkers(
				...([service, manager(4), reference, { workers, why: 'Again.' }, team, later(4)] as const)
			);
		expect(await again([sol.id])).toBe('kept');
		expect(await everythingIn(service)).toEqual(before);
		await referrals.openToTeam(service, manager(4), reference, { why: 'No.' }, later(4));
		expect(await again(['ash'])).toBe('not of the team');
	});

	test.each([...notTheirs, ['a worker', wren] as [string, Staff]])(
		'is not kept, looked at or opened by %s',
		async (_who, staff) => {
			const { service, reference } = await received();
			const before = await everythingIn(service);
			const who = proven(staff, later(3));
			const says = { workers: [wren.id], why: 'A relative.' };
			const acts = [
				() => referrals.keptTo(service, who, reference, later(3)),
				() => referrals.keepToWorkers(service, who, reference, says, team, later(3)),
				() => referrals.openToTeam(service, who, reference, { why: '.' }, later(3))
			];
			for (const act of acts) expect(await act()).toBe('not found');
			expect(await everythingIn(service)).toEqual(before);
		}
	);

	test('waits until the manager has proved who they are', async () => {
		const { service, reference } = await received();
		const stale = manager(0);
		expect(await referrals.keptTo(service, stale, reference, later(3))).toBe('step up');
		expect(await referrals.openToTeam(service, stale, reference, { why: 'Now.' }, later(3))).toBe(
			'step up'
		);
	});
});

const asNothing = { format: 'json' as const, make: async () => new Uint8Array() };

describe('a caseload', () => {
	test('is one’s own, what nobody works on, and others’, and none that is over', async () => {
		const { service, reference, step } = await received();
		const load = async (staff: Staff) => {
			const { own, nobodys, others } = await referrals.caseload(service, staff, later(9));
			return [own, nobodys, others].map((part) => part.map((one) => one.reference));
		};
		await referrals.readReceived(service, wren, reference, later(3));
		expect(await load(wren)).toEqual([[], [], []]);

		await step('accepted', { says: 'We come on Thursday.', dueOn: inDays }, 4);
		expect(await load(wren)).toEqual([[], [reference], []]);

		await referrals.giveTo(service, sol, reference, wren.id, team, later(5));
		expect(await load(wren)).toEqual([[reference], [], []]);
		expect(await load(sol)).toEqual([[], [], [reference]]);

		await step('in progress', { says: 'It goes on.', dueOn: inDays }, 6);
		await step('outcome', { says: 'Six meetings.' }, 7);
		expect(await load(wren)).toEqual([[], [], []]);
		expect((await ledgerOf(service)).at(-1)).toBe('wren listed referrals received caseload');
	});

	test.each(notTheirs)('is not shown to %s', async (_who, staff) => {
		const { service, step } = await received();
		await step('accepted', { says: 'We come.', dueOn: inDays }, 4);
		expect(await referrals.caseload(service, staff, later(9))).toEqual({
			...{ own: [], nobodys: [], others: [] }
		});
	});
});
