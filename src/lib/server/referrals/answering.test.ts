import { randomUUID } from 'node:crypto';
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
	noon,
	opened,
	referred,
	sol,
	wren
} from '../testing.ts';
import * as referrals from './index.ts';

type Said = Partial<Omit<referrals.StepForm, 'state'>>;

const accept = (different: Said = {}) =>
	referrals.stepForm(randomUUID(), 'accepted', {
		...{ says: 'Wren comes on Thursday.', dueOn: '2026-11-12' },
		...different
	});
const decline = () =>
	referrals.stepForm(randomUUID(), 'declined', {
		...{ reason: 'outside our ages', says: 'Try the younger team.' }
	});

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
			{ kind: 'referral-step', recipientId: 'the-school' }
		]);
	});

	test('again, by anybody, is written down and tells the school nothing more', async () => {
		const { service, reference } = await arrived();
		await referrals.readReceived(service, wren, reference);

		const found = opened(await referrals.readReceived(service, sol, reference));

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
		'what was decided stands, goes to the school and is ledgered',
		async (decide) => {
			const { service, reference } = await arrived();
			const form = decide();

			expect(await referrals.stepReceived(service, wren, reference, form, later(6))).toBe('taken');

			expect(await ledgerOf(service)).toEqual([
				`wren ${form.state} referral received ${reference}`
			]);
			const [message] = await pending(service);
			const body = JSON.parse(message?.body ?? '') as Record<string, unknown>;
			expect(body).toEqual({
				referralId: expect.any(String),
				id: form.key,
				state: form.state,
				reason: form.reason,
				says: form.says,
				supports: '',
				dueOn: form.dueOn ?? '2026-11-11',
				by: wren.name,
				at: later(6).toISOString()
			});
			expect(await referrals.countWaiting(service, wren)).toBe(0);
		}
	);

	test('the same form twice is one step', async () => {
		const { service, reference } = await arrived();
		const form = accept();
		await referrals.stepReceived(service, wren, reference, form);
		const before = await everythingIn(service);
		const entries = await ledgerOf(service);

		expect(await referrals.stepReceived(service, wren, reference, form)).toBe('taken');

		expect(await everythingIn(service)).toEqual(before);
		expect(await ledgerOf(service)).toEqual(entries);
	});

	test('twice, by two forms, is an answer: the first decision stands', async () => {
		const { service, reference } = await arrived();
		await referrals.stepReceived(service, wren, reference, accept());
		const before = await everythingIn(service);
		const entries = await ledgerOf(service);

		const again = [decline(), accept()];
		for (const form of again)
			expect(await referrals.stepReceived(service, sol, reference, form)).toBe('not from here');

		expect(await everythingIn(service)).toEqual(before);
		expect(await ledgerOf(service)).toEqual(entries);
	});

	test('a step that is the school’s to take is none of theirs', async () => {
		const { service, reference } = await arrived();
		const before = await everythingIn(service);
		const form = referrals.stepForm(randomUUID(), 'withdrawn', { says: 'No.' });

		expect(await referrals.stepReceived(service, wren, reference, form)).toBe('not from here');

		expect(await everythingIn(service)).toEqual(before);
	});

	test('by two workers at the same moment is one decision', async () => {
		const { service, reference } = await arrived();

		const outcomes = await Promise.all([
			referrals.stepReceived(service, wren, reference, accept()),
			referrals.stepReceived(service, sol, reference, decline())
		]);

		expect(outcomes).toEqual(['taken', 'not from here']);
		expect(await pending(service)).toHaveLength(1);
	});

	test('reading after the decision does not open it again', async () => {
		const { service, reference } = await arrived();
		await referrals.stepReceived(service, wren, reference, accept());

		const found = opened(await referrals.readReceived(service, sol, reference));

		expect(found?.events.map(({ state }) => state)).toEqual(['accepted']);
		expect(await pending(service)).toHaveLength(1);
	});

	test.each(notTheirs)(
		'%s answers nothing, and hears what anybody hears of nothing',
		async (_, who) => {
			const { service, reference } = await arrived();
			const before = await everythingIn(service);

			expect(await referrals.stepReceived(service, who, reference, accept())).toBe('not found');
			expect(await referrals.stepReceived(service, wren, 'R-0000-0000', accept())).toBe(
				'not found'
			);

			expect(await everythingIn(service)).toEqual(before);
		}
	);

	test('nothing is answered when it cannot be written in the ledger', async () => {
		const { service, reference } = await arrived();
		await fillTheLedger(service);
		const before = await everythingIn(service);

		await expect(referrals.stepReceived(service, wren, reference, accept())).rejects.toThrow();

		expect(await everythingIn(service)).toEqual(before);
	});
});

describe('the forms', () => {
	const key = randomUUID();
	const day = { dueOnDay: '12', dueOnMonth: '11', dueOnYear: '2026' };
	const problemsOf = (state: referrals.FormStep, form: Record<string, string>, heard = false) =>
		(v.safeParse(referrals.stepping(state, noon, heard), { key, ...form }).issues ?? []).map(
			(issue) => [v.getDotPath(issue), issue.message]
		);
	const wrongIn = (state: referrals.FormStep, form: Record<string, string> = {}) =>
		problemsOf(state, form).map(([field]) => field);

	test('accepting asks who will be in touch, and by when', () => {
		expect(problemsOf('accepted', {})).toEqual([
			['says', 'Say who will be in touch, and how'],
			['dueOn', 'Write the day by when, such as 9 11 2026']
		]);
		expect(problemsOf('accepted', { says: 'Wren rings.', ...day })).toEqual([]);
	});

	test.each(['accepted', 'waiting', 'in progress'] as const)(
		'the day of %s is after today and within a year',
		(state) => {
			const rest = { says: 'Yes.', supports: 'The school.' };
			expect(problemsOf(state, { ...rest, ...day, dueOnDay: '10' })).toEqual([
				['dueOn', 'The day by when must be after today']
			]);
			expect(problemsOf(state, { ...rest, ...day, dueOnYear: '2028' })).toEqual([
				['dueOn', 'Choose a day within a year']
			]);
		}
	);

	test('nobody waits without a day and somebody who supports them', () => {
		expect(wrongIn('waiting')).toEqual(['supports', 'dueOn']);
	});

	test('nobody is declined without a reason of the list and where else', () => {
		expect(problemsOf('declined', { reason: 'because' })).toEqual([
			['reason', 'Choose why you decline'],
			['says', 'Say where else the young person could be helped, or what should happen next']
		]);
	});

	test('each of the others asks what it needs', () => {
		expect(wrongIn('information needed')).toEqual(['says']);
		expect(wrongIn('could not engage')).toEqual(['reason', 'says']);
		expect(wrongIn('outcome')).toEqual(['says', 'view', 'viewSays']);
		expect(wrongIn('stepped up')).toEqual(['toWhom', 'says']);
		expect(wrongIn('stepped down')).toEqual(['toWhom', 'says']);
		expect(wrongIn('replied')).toEqual(['says']);
		expect(wrongIn('information given')).toEqual(['says']);
		expect(wrongIn('asked')).toEqual(['says']);
		expect(wrongIn('withdrawn')).toEqual(['says']);
		expect(wrongIn('entered in error')).toEqual(['says']);
		expect(wrongIn('closed')).toEqual(['next', 'says']);
	});

	test('what was heard says from whom, how and when', () => {
		const form = { says: 'Wren rings.', ...day };
		expect(problemsOf('accepted', form, true)).toEqual([
			['heardBy', 'Say from whom you heard it, how and when']
		]);
	});

	test('an outcome holds the young person’s view', () => {
		const said = { says: 'Six meetings.', view: 'said', viewSays: 'I sleep again.' };
		expect(v.parse(referrals.stepping('outcome', noon), { key, ...said })).toEqual(
			referrals.stepForm(key, 'outcome', {
				says: 'Six meetings.\nThe young person’s view (said): I sleep again.'
			})
		);
	});
});
