import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { write } from '../db/index.ts';
import { incoming, pending, send } from '../exchange/index.ts';
import { aSchoolAndAService, dee, noon, opened, referred, wren } from '../testing.ts';
import * as referrals from './index.ts';

const referral = {
	...{ id: randomUUID(), reference: 'R-1111-1111', senderName: 'Mosshowe School', sentBy: 'Dee' },
	sentAt: noon.toISOString(),
	child: { name: 'Robin Mossgate', bornOn: '2013-03-01', year: 8 },
	...{ reason: 'A change.', hopedFor: 'Somebody to talk to.', childsWishes: 'In school.' },
	...{ agreement: 'agreed', agreementNote: '', safeContact: 'Through the office.' }
};

test('a referral of the version before is taken in, with a day by when it should be opened', async () => {
	const { school, service, carry } = await aSchoolAndAService();
	const old = { kind: 'referral', version: 1, recipientId: 'the-service', body: referral };
	await write(school, (tx) => send(tx, old, noon));

	await carry();

	const found = await referrals.readReceived(service, wren, referral.reference);
	expect(found).toMatchObject({ reason: 'A change.', urgency: 'routine', answerBy: '2026-11-11' });
});

test('an answer of the version before is taken in, once', async () => {
	const { school, service, carry } = await aSchoolAndAService();
	const reference = await referred(school);
	const [message] = await pending(school);
	const { id: referralId } = JSON.parse(message?.body ?? '') as { id: string };
	const body = {
		...{ referralId, state: 'declined', reason: 'no place now', says: 'Try in spring.' },
		...{ by: 'Wren', at: noon.toISOString() }
	};
	const old = { kind: 'referral-answer', version: 1, recipientId: 'the-school', body };
	await write(service, (tx) => send(tx, old, noon));

	await carry();
	await carry();

	const found = opened(await referrals.read(school, dee, reference));
	expect(found?.events).toMatchObject([
		{ state: 'declined', side: 'service', reason: 'no place now', dueOn: '2026-11-11' }
	]);
	expect(await school.select().from(incoming)).toMatchObject([{ problem: null }]);
});
