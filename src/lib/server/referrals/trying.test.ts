import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
	amal,
	aSchoolAndAService,
	dee,
	lantern,
	later,
	ledgerOf,
	opened,
	referred,
	sendingForm,
	una,
	unlisted,
	wren
} from '../testing.ts';
import * as referrals from './index.ts';

/** A case from which a child can be referred again and again. */
async function aCase() {
	const both = await aSchoolAndAService();
	const { school, service, carry } = both;
	const first = await referred(school);
	const { caseReference = '' } = opened(await referrals.read(school, dee, first)) ?? {};
	let hour = 3;
	const again = async () => {
		const at = later((hour += 1));
		const sent = await referrals.send(school, dee, caseReference, lantern, sendingForm(), at);
		if (typeof sent === 'string' || !('reference' in sent))
			throw new Error('Nothing was sent in the test');
		return sent.reference;
	};
	const answer = async (reference: string, state: 'declined' | 'accepted' | 'in progress') => {
		await carry();
		const form = referrals.stepForm(randomUUID(), state, {
			...{ says: `It is ${state}.`, dueOn: state === 'declined' ? null : '2026-12-01' },
			reason: state === 'declined' ? 'no place now' : null
		});
		await referrals.stepReceived(service, wren, reference, form, later((hour += 1)));
		await carry();
	};
	const tries = async () => opened(await referrals.triesOf(school, dee, caseReference));
	return { ...both, first, caseReference, again, answer, tries };
}

describe('the tries to find a service', () => {
	test('a first one says nothing loudly', async () => {
		const { tries, first } = await aCase();

		expect(await tries()).toMatchObject({ tries: [{ reference: first }], without: 1, loudly: '' });
	});

	test('“Third request, no service yet” is said while none was there', async () => {
		const { first, again, answer, tries } = await aCase();
		await answer(first, 'declined');
		const second = await again();
		await answer(second, 'declined');
		const third = await again();

		expect(await tries()).toMatchObject({
			tries: [
				{ reference: first, place: 'declined', cameOf: 'It is declined.', served: false },
				{ reference: second, place: 'declined' },
				{ reference: third, place: 'sent', cameOf: '' }
			],
			without: 3,
			loudly: 'Third request, no service yet'
		});
	});

	test('a service that holds the child ends the count, and it begins anew after it', async () => {
		const { first, again, answer, tries } = await aCase();
		await answer(first, 'declined');
		const second = await again();
		await answer(second, 'accepted');
		expect(await tries()).toMatchObject({ without: 0, loudly: '' });
		await answer(second, 'in progress');
		for (const reference of [await again(), await again()]) await answer(reference, 'declined');

		expect(await tries()).toMatchObject({
			without: 2,
			loudly: 'Second request since a service was last there, and none now'
		});
	});

	test('what was sent in error is no try', async () => {
		const { school, first, again, tries } = await aCase();
		const form = referrals.stepForm(randomUUID(), 'entered in error', { says: 'Wrong child.' });
		await referrals.stepSent(school, dee, first, form, later(3));
		await again();

		expect(await tries()).toMatchObject({ without: 1, loudly: '' });
	});

	test('several sent together are one request', () => {
		const one = {
			...{ recipientId: 'a', recipientName: 'A', sentAt: later(1), answerBy: null, events: [] }
		};
		const sent = [
			{ ...one, reference: 'R-1', jointId: 'together' },
			{ ...one, reference: 'R-2', jointId: 'together' },
			{ ...one, reference: 'R-3', jointId: null }
		];

		expect(referrals.triesAmong(sent)).toMatchObject({ without: 2 });
	});

	test('how often this service was asked is counted', async () => {
		const { again, tries } = await aCase();
		await again();
		const all = await tries();
		if (!all) throw new Error('There are no tries in the test');

		expect(referrals.timesBefore(all, lantern.id)).toBe(2);
		expect(referrals.timesBefore(all, 'another')).toBe(0);
	});

	test.each([amal, una, wren])('$id is told what anybody is told of nothing', async (who) => {
		const { school, caseReference } = await aCase();

		expect(await referrals.triesOf(school, who, caseReference)).toBeUndefined();

		expect((await ledgerOf(school)).filter(unlisted).at(-1)).toBe(
			`${who.id} was not shown case ${caseReference}`
		);
	});
});

describe('repeating', () => {
	test('gives everything that was known, and every earlier try, and is written down', async () => {
		const { school, first, caseReference, answer } = await aCase();
		await answer(first, 'declined');

		expect(await referrals.repeat(school, dee, first)).toEqual({
			repeats: expect.any(String),
			caseReference,
			recipientId: 'the-service',
			recipientName: 'Lantern',
			record: expect.stringContaining('Somebody to talk to.'),
			tries: expect.objectContaining({ without: 1 })
		});
		expect((await ledgerOf(school)).at(-1)).toBe(`dee read referral ${first}`);
	});

	test('says again what was said, and not what the case now knows of the home', async () => {
		const { school, first, answer } = await aCase();
		await answer(first, 'declined');
		const found = await referrals.repeat(school, dee, first);
		if (typeof found === 'string') throw new Error(found);

		const typed = referrals.asTyped(found);
		expect(typed).toMatchObject({ hopedFor: 'Somebody to talk to.', layout: 'own' });
		for (const anew of ['key', 'basis', 'agreement', 'safeContact', 'household', 'risks'])
			expect(typed).not.toHaveProperty(anew);
	});

	test('waits until the service has no part in it any more', async () => {
		const { school, first } = await aCase();

		expect(await referrals.repeat(school, dee, first)).toBe('not ended');
	});

	test.each([amal, una, wren])('is not for $id', async (who) => {
		const { school, first, answer } = await aCase();
		await answer(first, 'declined');

		expect(await referrals.repeat(school, who, first)).toBe('not found');
		expect(await referrals.repeat(school, dee, 'R-0000-0000')).toBe('not found');
	});
});
