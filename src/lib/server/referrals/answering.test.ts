import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { Staff } from '../access/index.ts';
import { pending } from '../exchange/index.ts';
import {
	aSchoolAndAService,
	amal,
	as,
	dee,
	everythingIn,
	fillTheLedger,
	later,
	ledgerOf,
	nell,
	referred,
	sol,
	wren
} from '../testing.ts';
import * as referrals from './index.ts';

const accept = { decision: 'accepted', reason: '', says: 'Wren comes on Thursday.' } as const;
const decline = {
	decision: 'declined',
	reason: 'outside our ages',
	says: 'Try the younger team.'
} as const;

/** A referral that has arrived at the service. */
async function arrived() {
	const both = await aSchoolAndAService();
	const reference = await referred(both.school);
	await both.carry();
	return { ...both, reference };
}

const notTheirs: [string, Staff][] = [
	['the lead who sent it', dee],
	['a teacher', amal],
	['a governor', as(nell, 'governor')],
	['an administrator', as(nell, 'admin')],
	['an analyst', as(nell, 'analyst')],
	['an operator', as(nell, 'operator')],
	['somebody without a role', as(wren)]
];

describe('reading what was received', () => {
	test('shows what the school sent, and the first reading tells the school', async () => {
		const { service, reference } = await arrived();

		const found = await referrals.readReceived(service, wren, reference, later(5));

		expect(found).toMatchObject({
			reference,
			senderName: 'Mosshowe School',
			sentBy: dee.name,
			childName: 'Robin Mossgate',
			childYear: 8,
			sentAt: later(2),
			events: [{ state: 'opened', by: wren.name, at: later(5) }]
		});
		expect(await ledgerOf(service)).toEqual([`wren read referral received ${reference}`]);
		expect(await pending(service)).toMatchObject([
			{ kind: 'referral-answer', recipientId: 'the-school' }
		]);
	});

	test('again, by anybody, is written down and tells the school nothing more', async () => {
		const { service, reference } = await arrived();
		await referrals.readReceived(service, wren, reference);

		const found = await referrals.readReceived(service, sol, reference);

		expect(found?.events).toHaveLength(1);
		expect(await pending(service)).toHaveLength(1);
		expect(await ledgerOf(service)).toHaveLength(2);
	});

	test('is one opening when two workers press at the same moment', async () => {
		const { service, reference } = await arrived();

		await Promise.all([wren, sol].map((who) => referrals.readReceived(service, who, reference)));

		expect(await pending(service)).toHaveLength(1);
	});

	test('the inbox is listed and counted, and only the listing written down', async () => {
		const { service, reference } = await arrived();

		expect(await referrals.listReceived(service, sol)).toMatchObject([{ reference, events: [] }]);
		expect(await referrals.countWaiting(service, sol)).toBe(1);

		expect(await ledgerOf(service)).toEqual(['sol listed referrals received inbox']);
		expect(await pending(service)).toEqual([]);
	});

	test.each(notTheirs)(
		'%s is told what anybody is told of one that is not there',
		async (_, who) => {
			const { service, reference } = await arrived();

			expect(await referrals.readReceived(service, who, reference)).toBeUndefined();
			expect(await referrals.readReceived(service, wren, 'R-0000-0000')).toBeUndefined();
			expect(await referrals.listReceived(service, who)).toEqual([]);
			expect(await referrals.countWaiting(service, who)).toBe(0);
			expect(await ledgerOf(service)).toEqual([
				`${who.id} was not shown referral received ${reference}`,
				'wren was not shown referral received R-0000-0000'
			]);
			expect(await pending(service)).toEqual([]);
		}
	);

	test('nothing is shown, and nobody told, when it cannot be written in the ledger', async () => {
		const { service, reference } = await arrived();
		await fillTheLedger(service);
		const before = await everythingIn(service);

		await expect(referrals.readReceived(service, wren, reference)).rejects.toThrow();
		await expect(referrals.listReceived(service, wren)).rejects.toThrow();

		expect(await everythingIn(service)).toEqual(before);
	});
});

describe('answering', () => {
	test.each([accept, decline])(
		'$decision stands, goes to the school and is ledgered',
		async (form) => {
			const { service, reference } = await arrived();

			expect(await referrals.answer(service, wren, reference, form, later(6))).toBe('answered');

			expect(await ledgerOf(service)).toEqual([
				`wren ${form.decision} referral received ${reference}`
			]);
			const [message] = await pending(service);
			const body = JSON.parse(message?.body ?? '') as Record<string, unknown>;
			expect(body).toEqual({
				referralId: expect.any(String),
				state: form.decision,
				reason: form.reason || null,
				says: form.says,
				by: wren.name,
				at: later(6).toISOString()
			});
			expect(await referrals.countWaiting(service, wren)).toBe(0);
		}
	);

	test('a reason chosen before changing to accept is not sent', async () => {
		const { service, reference } = await arrived();

		await referrals.answer(service, wren, reference, { ...decline, decision: 'accepted' });

		const [message] = await pending(service);
		expect(JSON.parse(message?.body ?? '')).toMatchObject({ state: 'accepted', reason: null });
	});

	test('twice is an answer: the first decision stands', async () => {
		const { service, reference } = await arrived();
		await referrals.answer(service, wren, reference, accept);
		const before = await everythingIn(service);
		const entries = await ledgerOf(service);

		expect(await referrals.answer(service, sol, reference, decline)).toBe('already answered');
		expect(await referrals.answer(service, wren, reference, accept)).toBe('already answered');

		expect(await everythingIn(service)).toEqual(before);
		expect(await ledgerOf(service)).toEqual(entries);
	});

	test('by two workers at the same moment is one decision', async () => {
		const { service, reference } = await arrived();

		const outcomes = await Promise.all([
			referrals.answer(service, wren, reference, accept),
			referrals.answer(service, sol, reference, decline)
		]);

		expect(outcomes).toEqual(['answered', 'already answered']);
		expect(await pending(service)).toHaveLength(1);
	});

	test('reading after the decision does not open it again', async () => {
		const { service, reference } = await arrived();
		await referrals.answer(service, wren, reference, accept);

		const found = await referrals.readReceived(service, sol, reference);

		expect(found?.events.map(({ state }) => state)).toEqual(['accepted']);
		expect(await pending(service)).toHaveLength(1);
	});

	test.each(notTheirs)(
		'%s answers nothing, and hears what anybody hears of nothing',
		async (_, who) => {
			const { service, reference } = await arrived();
			const before = await everythingIn(service);

			expect(await referrals.answer(service, who, reference, accept)).toBe('not found');
			expect(await referrals.answer(service, wren, 'R-0000-0000', accept)).toBe('not found');

			expect(await everythingIn(service)).toEqual(before);
		}
	);

	test('nothing is answered when it cannot be written in the ledger', async () => {
		const { service, reference } = await arrived();
		await fillTheLedger(service);
		const before = await everythingIn(service);

		await expect(referrals.answer(service, wren, reference, accept)).rejects.toThrow();

		expect(await everythingIn(service)).toEqual(before);
	});
});

describe('the form', () => {
	const problemsOf = (form: Record<string, string>) =>
		(v.safeParse(referrals.answering, form).issues ?? []).map((issue) => [
			v.getDotPath(issue),
			issue.message
		]);

	test('is taken when it is whole', () => {
		expect(problemsOf(accept)).toEqual([]);
		expect(problemsOf(decline)).toEqual([]);
	});

	test('asks for a decision when no radio button was chosen', () => {
		expect(problemsOf({ reason: '', says: 'Soon.' })).toEqual([
			['decision', 'Choose whether you accept it']
		]);
	});

	test('asks why, when it is declined, and what happens next, always', () => {
		expect(problemsOf({ decision: 'declined' })).toEqual([
			['reason', 'Choose why you decline'],
			['says', 'Say what happens next, or where else the young person could be helped']
		]);
		expect(problemsOf({ decision: 'accepted' }).map(([field]) => field)).toEqual(['says']);
	});

	test('takes no reason that is not on the list, and says so in a sentence', () => {
		expect(problemsOf({ ...decline, reason: 'because' })).toEqual([
			['reason', 'Choose why you decline']
		]);
	});
});
