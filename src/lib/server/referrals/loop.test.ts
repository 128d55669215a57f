import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import * as cases from '../cases/index.ts';
import { incoming, pending, receive, send } from '../exchange/index.ts';
import { write } from '../db/index.ts';
import {
	aSchoolAndAService,
	dee,
	everythingIn,
	lantern,
	later,
	ledgerOf,
	noon,
	opened,
	referred,
	sendingForm,
	wren
} from '../testing.ts';
import { stepMessage } from './messages.ts';
import * as referrals from './index.ts';
import { referralEvents, referrals as sent } from './schema.ts';

async function theRoad() {
	const both = await aSchoolAndAService();
	const reference = await referred(both.school);
	const atSchool = async () => {
		const found = opened(await referrals.read(both.school, dee, reference));
		if (!found) throw new Error('The school lost its referral in the test');
		return found;
	};
	const stands = async () => {
		const { word, holder } = referrals.standing(await atSchool());
		return [word, holder];
	};
	const newestEntry = async () => {
		const { caseReference } = await atSchool();
		const found = opened(await cases.read(both.school, dee, caseReference));
		return found?.chronology[0];
	};
	return { ...both, reference, atSchool, stands, newestEntry };
}

/** A message that the service did not write by any act of its own. */
const posted = async (
	{ service, carry }: Awaited<ReturnType<typeof theRoad>>,
	message: { kind: string; version: number; body: unknown }
) => {
	await write(service, (tx) => send(tx, { ...message, recipientId: 'the-school' }, noon));
	await carry();
};

describe('from the school to the service and back', () => {
	test('a referral is accepted, and the school sees who holds the child at each step', async () => {
		const { service, reference, carry, stands, newestEntry } = await theRoad();
		expect(await stands()).toEqual([
			'On its way',
			'The school holds the child. The referral has not arrived yet.'
		]);

		await carry();
		expect(await stands()).toEqual([
			'Delivered',
			'The school holds the child until Lantern answers.'
		]);

		await referrals.readReceived(service, wren, reference, later(5));
		await carry();
		expect(await stands()).toEqual(['Opened', 'The school holds the child until Lantern decides.']);
		expect(await newestEntry()).toMatchObject({
			kind: 'answer',
			says: 'The referral was opened.',
			about: reference,
			by: `${wren.name}, Lantern`
		});

		const form = referrals.stepForm(randomUUID(), 'accepted', {
			...{ says: 'Wren comes on Thursday.', dueOn: '2026-11-12' }
		});
		await referrals.stepReceived(service, wren, reference, form, later(6));
		await carry();
		expect(await stands()).toEqual(['Accepted', 'Lantern holds the child.']);
		expect(await newestEntry()).toMatchObject({ says: 'Accepted. Wren comes on Thursday.' });
	});

	test('a referral is declined, and the child is the school’s', async () => {
		const { service, reference, carry, stands, atSchool, newestEntry } = await theRoad();
		await carry();
		const form = referrals.stepForm(randomUUID(), 'declined', {
			...{ reason: 'no place now', says: 'Try again in spring.' }
		});

		await referrals.stepReceived(service, wren, reference, form, later(6));
		await carry();

		expect(await stands()).toEqual([
			'Declined',
			'The school holds the child. Decide what happens next, and write down why.'
		]);
		expect((await atSchool()).events).toMatchObject([
			{ state: 'declined', reason: 'no place now', says: 'Try again in spring.', by: wren.name }
		]);
		expect(await newestEntry()).toMatchObject({
			says: 'Declined. Reason: no place now. Try again in spring.'
		});
	});

	test('the list at the school says the same as the referral itself', async () => {
		const { school, service, reference, carry, atSchool } = await theRoad();
		await carry();
		await referrals.readReceived(service, wren, reference);
		await carry();

		const { readers, maySend, tries, ...alone } = await atSchool();
		const [listed] = await referrals.list(school, dee);
		expect(alone).toMatchObject(listed ?? {});
		expect(referrals.standing(listed!)).toEqual(referrals.standing(alone));
		expect(alone.events).toHaveLength(1);
		expect(readers).toHaveLength(1);
		expect(maySend).toBe(true);
		expect(tries.tries).toMatchObject([{ reference }]);
	});

	test('each in the list has what came back of it and of no other', async () => {
		const { school, service, reference, carry, atSchool } = await theRoad();
		const form = sendingForm();
		await referrals.send(school, dee, (await atSchool()).caseReference, lantern, form, later(9));
		await carry();
		await referrals.readReceived(service, wren, reference);
		await carry();

		const listed = await referrals.list(school, dee);
		expect(listed.map(({ events }) => events)).toMatchObject([[], [{ state: 'opened' }]]);
		expect(listed[1]).toMatchObject({ reference });
	});

	test('an answer that arrives is nobody’s reading: the school’s ledger stays as it was', async () => {
		const { school, service, reference, carry } = await theRoad();
		await carry();
		const before = await ledgerOf(school);

		await referrals.readReceived(service, wren, reference);
		await carry();

		expect(await ledgerOf(school)).toEqual(before);
	});
});

describe('what a service could not read', () => {
	test('is said at the school, in the referral and in the chronology, once', async () => {
		const road = await theRoad();
		const [message] = await pending(road.school);
		if (!message) throw new Error('Nothing waits in the test');
		const torn = { ...message, body: '{}' };
		expect(await receive(road.service, torn, 'the-school', referrals.receivers)).toBe(
			'not understood'
		);

		for (let round = 0; round < 3; round += 1) await road.carry();

		expect(await road.stands()).toEqual([
			'Could not be read',
			'The school holds the child. Telephone Lantern.'
		]);
		expect((await road.atSchool()).events).toHaveLength(1);
		expect(await road.newestEntry()).toMatchObject({
			kind: 'answer',
			says: 'Their system could not read it. Telephone them, and send it again.',
			by: 'Lantern'
		});
		expect(await road.service.$count(incoming)).toBe(1);
		expect(await pending(road.school)).toEqual([]);
		expect(await pending(road.service)).toEqual([]);
	});
});

describe('an answer that is nobody’s to give', () => {
	const answerTo = (referralId: string) => ({
		...stepMessage,
		body: {
			referralId,
			id: randomUUID(),
			state: 'accepted',
			reason: null,
			says: 'We have them.',
			supports: '',
			dueOn: '2026-11-12',
			by: 'Somebody',
			at: noon.toISOString()
		}
	});

	test('from an organisation that was not asked changes nothing', async () => {
		const road = await theRoad();
		const [referral] = await road.school.select().from(sent);
		const body = JSON.stringify(answerTo(referral?.id ?? '').body);
		const { kind, version } = stepMessage;
		const message = { kind, version, body, number: 1, id: 'forged', sentAt: noon };
		const before = await everythingIn(road.school);

		await receive(
			road.school,
			{ ...message, recipientId: 'the-school' },
			'another-service',
			referrals.receivers
		);

		const after = await everythingIn(road.school);
		expect(after.incoming).toHaveLength(1);
		expect({ ...after, incoming: [] }).toEqual(before);
		expect(await road.stands()).toContain('On its way');
	});

	test('to a referral that is not there changes nothing', async () => {
		const road = await theRoad();

		await posted(road, answerTo('6f1c4d1e-0d9c-4c55-9d6e-3f1d3f6b2a10'));

		expect(await road.school.$count(referralEvents)).toBe(0);
		expect(await road.stands()).toContain('Delivered');
	});

	test('“not understood” from an organisation that was not asked changes nothing', async () => {
		const road = await theRoad();
		const [referral] = await road.school.select().from(sent);
		const body = JSON.stringify({ messageId: referral?.messageId });
		const message = { kind: 'not-understood', version: 1, body, number: 1, sentAt: noon };

		await receive(
			road.school,
			{ ...message, id: 'forged', recipientId: 'the-school' },
			'another-service',
			referrals.receivers
		);

		expect(await road.school.$count(referralEvents)).toBe(0);
	});

	test('of a state that is none is kept, and the service is told', async () => {
		const road = await theRoad();
		const [referral] = await road.school.select().from(sent);
		const { body, ...rest } = answerTo(referral?.id ?? '');

		await posted(road, { ...rest, body: { ...body, state: 'perhaps' } });
		await road.carry();

		expect(await road.school.$count(referralEvents)).toBe(0);
		expect(await road.school.select().from(incoming)).toMatchObject([
			{ problem: 'Not of the agreed shape: state' }
		]);
		expect(await road.service.select().from(incoming)).toMatchObject([
			{ kind: 'referral' },
			{ kind: 'not-understood' }
		]);
	});
});

describe('a message of the right shape that could not be kept or opened', () => {
	test.each([
		['a moment that is none', { at: '2026-01-01T00:00:00+02' }, 'at'],
		['words without end', { says: 'a'.repeat(20_001) }, 'says']
	])('an answer with %s is kept, and the service is told', async (_what, wrong, field) => {
		const road = await theRoad();
		const [referral] = await road.school.select().from(sent);
		const right = {
			...{ referralId: referral?.id, id: randomUUID(), state: 'accepted', reason: null },
			...{ says: 'Yes.', supports: '', dueOn: '2026-11-12' }
		};
		const body = { ...right, by: 'Somebody', at: noon.toISOString(), ...wrong };

		await posted(road, { ...stepMessage, body });

		expect(await pending(road.service)).toEqual([]);
		expect(await road.school.select().from(incoming)).toMatchObject([
			{ problem: `Not of the agreed shape: ${field}` }
		]);
	});

	test('a referral whose reference opens no page is kept, and the school is told', async () => {
		const road = await theRoad();
		const [mine] = await pending(road.school);
		const body = { ...(JSON.parse(mine?.body ?? '') as object), reference: '../concerns' };
		const message = { kind: 'referral', version: 2, recipientId: 'the-school' };

		await posted(road, { ...message, body });

		expect(await road.school.select().from(incoming)).toMatchObject([
			{ problem: 'Not of the agreed shape: reference' }
		]);
	});
});

test('where a referral stands does not depend on the order in which the steps came', () => {
	const event = (state: 'opened' | 'accepted' | 'declined' | 'not understood', hour: number) => ({
		...{ number: 1, referralId: 'one', id: state, side: 'service' as const, state, reason: null },
		...{ says: '', supports: '', dueOn: null, heardBy: '', by: 'Wren', staffId: null },
		at: later(hour)
	});
	const sentOff = { recipientName: lantern.name, deliveredAt: noon, sentAt: noon, way: 'Waymark' };
	const word = (...events: ReturnType<typeof event>[]) =>
		referrals.standing({ ...sentOff, events } as referrals.Sent).word;

	expect(word(event('accepted', 2), event('opened', 1))).toBe('Accepted');
	expect(word(event('declined', 2), event('opened', 1))).toBe('Declined');
	expect(word(event('opened', 1))).toBe('Opened');
	expect(word(event('not understood', 1), event('opened', 2))).toBe('Could not be read');
	expect(word()).toBe('Delivered');
});
