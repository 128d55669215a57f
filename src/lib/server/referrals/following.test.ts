import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Staff } from '../access/index.ts';
import * as cases from '../cases/index.ts';
import { write } from '../db/index.ts';
import { pending, receive } from '../exchange/index.ts';
import { record } from '../ledger/index.ts';
import * as notices from '../notices/index.ts';
import {
	amal,
	aSchool,
	aSchoolAndAService,
	as,
	dee,
	everythingIn,
	fillTheLedger,
	flo,
	lantern,
	later,
	ledgerOf,
	nell,
	noon,
	opened,
	referred,
	toldIn,
	una,
	wren
} from '../testing.ts';
import * as referrals from './index.ts';
import { restrictionNames, restrictions } from '../restrictions/schema.ts';
import { keyOf, sharingAnswers } from '../sharing/index.ts';
import { stepMessage } from './messages.ts';
import { referralEvents, referrals as sent, type ways } from './schema.ts';

type Db = Awaited<ReturnType<typeof aSchool>>;

const step = (state: referrals.Step, said: Parameters<typeof referrals.stepForm>[2] = {}) =>
	referrals.stepForm(randomUUID(), state, { says: 'As agreed.', ...said });
const withdraw = () => step('withdrawn', { says: 'They moved away.' });

/** A referral that has arrived at the service, and what both say of it. */
async function arrived() {
	const both = await aSchoolAndAService();
	const { school, service } = both;
	const reference = await referred(school);
	await both.carry();
	const atSchool = async () => {
		const found = opened(await referrals.read(school, dee, reference, later(90)));
		if (!found) throw new Error('The school lost its referral in the test');
		return found;
	};
	const stands = async () => {
		const received = opened(await referrals.readReceived(service, wren, reference, later(90)));
		if (!received) throw new Error('The service lost its referral in the test');
		return [referrals.standing(await atSchool()), referrals.standingReceived(received)].map(
			({ place, dueOn, heldBy }) => ({ place, dueOn, heldBy })
		);
	};
	const takes = (form: referrals.StepForm, hour: number) =>
		referrals.stepReceived(service, wren, reference, form, later(hour));
	const sends = (form: referrals.StepForm, hour: number) =>
		referrals.stepSent(school, dee, reference, form, later(hour));
	return { ...both, reference, atSchool, stands, takes, sends };
}

/** A school with a referral that went another way than through Waymark. */
async function wentBy(way: (typeof ways)[number]) {
	const db = await aSchool();
	await referred(db);
	const [row] = await db.select().from(sent);
	if (!row) throw new Error('Nothing was sent in the test');
	const id = randomUUID();
	const other = { id, reference: 'R-2222-2222', messageId: id, formKey: id, way };
	await write(db, (tx) => tx.insert(sent).values({ ...row, ...other }));
	return { db, id, reference: other.reference };
}

describe('a step of the school', () => {
	test('is in the case, in the ledger, and on its way to the service', async () => {
		const { school, service, reference, carry, atSchool, stands, sends } = await arrived();
		const form = withdraw();

		expect(await sends(form, 6)).toBe('taken');

		const { events, caseReference } = await atSchool();
		expect(events).toMatchObject([
			{ id: form.key, state: 'withdrawn', side: 'school', by: dee.name, staffId: dee.id }
		]);
		const theCase = opened(await cases.read(school, dee, caseReference));
		expect(theCase?.chronology[0]).toMatchObject({
			kind: 'referral',
			about: reference,
			says: 'Withdrawn. They moved away.'
		});
		expect(await ledgerOf(school)).toContain(`dee withdrawn referral ${reference}`);
		expect(await pending(school)).toMatchObject([{ kind: 'referral-step' }]);
		await carry();
		expect(await stands()).toEqual(
			Array(2).fill({ place: 'withdrawn', dueOn: null, heldBy: 'school' })
		);
		expect(await pending(service)).toEqual([]);
	});

	test('by the same form twice is one', async () => {
		const { school, sends } = await arrived();
		const form = withdraw();
		await sends(form, 6);
		const before = await everythingIn(school);

		expect(await sends(form, 7)).toBe('taken');

		expect(await everythingIn(school)).toEqual(before);
	});

	test('that leads nowhere from here, or is the service’s to take, changes nothing', async () => {
		const { school, sends } = await arrived();
		const before = await everythingIn(school);

		for (const form of [
			step('closed'),
			step('information given'),
			step('declined', { reason: 'no place now' }),
			step('accepted', { dueOn: '2026-12-01', heardBy: 'a telephone call, 14:02' })
		])
			expect(await sends(form, 6)).toBe('not from here');

		expect(await everythingIn(school)).toEqual(before);
	});

	const notTheirs: [string, Staff][] = [
		['a teacher', amal],
		['a head', una],
		['a worker', wren],
		['an administrator', as(nell, 'admin')]
	];

	test.each(notTheirs)('is not taken by %s', async (_, who) => {
		const { school, reference } = await arrived();
		const before = await everythingIn(school);

		expect(await referrals.stepSent(school, who, reference, withdraw())).toBe('not found');
		expect(await referrals.stepSent(school, dee, 'R-0000-0000', withdraw())).toBe('not found');

		expect(await everythingIn(school)).toEqual(before);
	});

	test('is taken by a deputy', async () => {
		const { school, reference } = await arrived();

		expect(await referrals.stepSent(school, flo, reference, withdraw())).toBe('taken');
	});

	test('is not taken when it cannot be written in the ledger', async () => {
		const { school, sends } = await arrived();
		await fillTheLedger(school);
		const before = await everythingIn(school);

		await expect(sends(withdraw(), 6)).rejects.toThrow();

		expect(await everythingIn(school)).toEqual(before);
	});
});

describe('both sides', () => {
	test('say the same at each step, from asking to closing', async () => {
		const { carry, stands, takes, sends } = await arrived();
		const walk: [() => Promise<unknown>, object][] = [
			[
				() => takes(step('information needed'), 3),
				{ place: 'information needed', dueOn: '2026-11-12', heldBy: 'school' }
			],
			[
				() => sends(step('information given'), 4),
				{ place: 'opened', dueOn: '2026-11-20', heldBy: 'school' }
			],
			[
				() => takes(step('waiting', { supports: 'Ms Ash.', dueOn: '2027-01-11' }), 95),
				{ place: 'waiting', dueOn: '2027-01-11', heldBy: 'school' }
			],
			[
				() => takes(step('in progress', { dueOn: '2027-02-01' }), 96),
				{ place: 'in progress', dueOn: '2027-02-01', heldBy: 'service' }
			],
			[
				() => takes(step('outcome'), 97),
				{ place: 'outcome', dueOn: '2026-11-16', heldBy: 'school' }
			],
			[() => sends(step('closed'), 98), { place: 'closed', dueOn: null, heldBy: 'school' }]
		];
		for (const [take, place] of walk) {
			expect(await take()).toBe('taken');
			await carry();
			// Reading what was given opens it again.
			await stands();
			await carry();
			expect(await stands()).toEqual([place, place]);
		}
	});

	test('keep steps that crossed, show which changed nothing, and agree', async () => {
		const { carry, atSchool, stands, takes, sends } = await arrived();
		const accept = step('accepted', { dueOn: '2026-11-13' });
		await sends(withdraw(), 5);
		await takes(accept, 6);

		await carry();
		await carry();

		const { place, crossed } = referrals.standing(await atSchool());
		expect({ place, crossed }).toEqual({ place: 'withdrawn', crossed: [accept.key] });
		const [school, service] = await stands();
		expect(school).toEqual(service);
	});

	test('put a step after everything its writer knew, also at the same moment', async () => {
		const { carry, stands, takes } = await arrived();
		await takes(step('accepted', { dueOn: '2026-11-13' }), 5);
		await takes(step('in progress', { dueOn: '2026-12-13' }), 5);
		await takes(step('outcome'), 5);

		await carry();

		expect(await stands()).toMatchObject([{ place: 'outcome' }, { place: 'outcome' }]);
	});

	test('may ask and reply at any time, and it moves nothing', async () => {
		const { carry, atSchool, takes, sends } = await arrived();
		await sends(step('asked', { says: 'When will you ring?' }), 5);
		await carry();
		expect(await takes(step('replied', { says: 'On Thursday.' }), 6)).toBe('taken');
		await carry();

		expect((await atSchool()).events.map(({ says }) => says)).toEqual([
			'When will you ring?',
			'On Thursday.'
		]);
		expect(referrals.standing(await atSchool()).place).toBe('sent');
	});

	test('take a step in once, and none from who was not asked', async () => {
		const { school, service, reference } = await arrived();
		const found = opened(await referrals.readReceived(service, wren, reference));
		const body = {
			...{ referralId: found?.id, id: randomUUID(), state: 'withdrawn', reason: null },
			...{ says: 'No more.', supports: '', dueOn: null, by: 'Dee', at: noon.toISOString() }
		};
		const message = () => ({
			...{ id: randomUUID(), kind: stepMessage.kind, version: stepMessage.version, number: 1 },
			...{ recipientId: 'the-service', body: JSON.stringify(body), sentAt: noon }
		});
		const take = (db: Db, from: string) => receive(db, message(), from, referrals.receivers);
		const states = async () =>
			opened(await referrals.readReceived(service, wren, reference))?.events.map(
				({ state }) => state
			);

		await take(service, 'another-school');
		expect(await states()).toEqual(['opened']);
		await take(service, 'the-school');
		await take(service, 'the-school');
		expect(await states()).toEqual(['withdrawn', 'opened']);
		await take(school, 'the-service');
		expect(await school.$count(referralEvents)).toBe(0);
	});
});

describe('whoever sent a referral', () => {
	const told = 'dee A service has answered a referral of yours.';

	test('is told when the service did something, and has it put away by reading it', async () => {
		const { school, reference, carry, atSchool, takes } = await arrived();
		await takes(step('information needed'), 5);
		await carry();

		expect(await toldIn(school)).toContain(`${told} ${reference}`);
		await atSchool();
		expect((await notices.unseen(school, dee)).filter(({ about }) => about === reference)).toEqual(
			[]
		);
	});

	test('is not told that it was opened, which the desk says', async () => {
		const { school, service, reference, carry } = await arrived();
		await referrals.readReceived(service, wren, reference);
		await carry();

		expect((await toldIn(school)).filter((each) => each.startsWith(told))).toEqual([]);
	});

	test('is not told where the case is kept to others', async () => {
		const { school, atSchool, carry, takes } = await arrived();
		const { caseReference } = await atSchool();
		await write(school, async (tx) => {
			const { id = '' } = (await cases.find(tx, caseReference)) ?? {};
			await tx.insert(restrictions).values({
				...{ id: 'sealed', object: 'case', objectId: id, reason: 'sealed by the lead' },
				...{ placedBy: una.id, placedAt: noon }
			});
			await tx
				.insert(restrictionNames)
				.values({ restrictionId: 'sealed', staffId: una.id, namedBy: una.id, namedAt: noon });
		});
		await takes(step('information needed'), 5);
		await carry();

		expect((await toldIn(school)).filter((each) => each.startsWith(told))).toEqual([]);
	});
});

describe('a service that is not on Waymark', () => {
	const said = { dueOn: '2026-12-01', heardBy: 'e-mail from the duty team, 14:02' };

	test('the school writes down what it heard, and from whom', async () => {
		const { db, reference } = await wentBy('paper');

		const form = step('accepted', said);
		expect(await referrals.stepSent(db, dee, reference, form, later(5))).toBe('taken');

		const found = opened(await referrals.read(db, dee, reference));
		expect(found?.events).toMatchObject([
			{ state: 'accepted', side: 'service', heardBy: said.heardBy, by: 'Lantern', staffId: 'dee' }
		]);
		const theCase = opened(await cases.read(db, dee, found?.caseReference ?? ''));
		expect(theCase?.chronology[0]).toMatchObject({
			kind: 'answer',
			says: `Accepted. As agreed. Heard: ${said.heardBy}`
		});
		expect(await pending(db)).toHaveLength(1);
	});

	test('takes a step by its link, without an account', async () => {
		const { db, id, reference } = await wentBy('paper');
		const form = step('declined', { reason: 'no place now' });
		const take = () =>
			referrals.stepOutside(
				db,
				id,
				{ name: 'Ash' },
				form,
				(tx, entry, at) => record(tx, { id: 'link', sessionId: 'link' }, entry, at),
				later(5)
			);

		expect(await take()).toBe('taken');
		expect(await take()).toBe('taken');

		const found = opened(await referrals.read(db, dee, reference));
		expect(found?.events).toMatchObject([
			{ state: 'declined', side: 'service', by: 'Ash', staffId: null, dueOn: '2026-11-11' }
		]);
		expect((await ledgerOf(db)).at(-2)).toBe(`link declined referral ${reference}`);
		const theCase = opened(await cases.read(db, dee, found?.caseReference ?? ''));
		expect(theCase?.chronology[0]).toMatchObject({ kind: 'answer', by: 'Ash, Lantern' });
	});

	test('takes no step of the school’s, and none where it came another way', async () => {
		const { db, id } = await wentBy('paper');
		const here = await wentBy('Waymark');
		const nobody = () => Promise.resolve();

		const by = { name: 'Ash' };
		expect(await referrals.stepOutside(db, id, by, withdraw(), nobody)).toBe('not from here');
		expect(
			await referrals.stepOutside(
				...([here.db, here.id, by] as const),
				step('declined', { reason: 'no place now' }),
				nobody
			)
		).toBe('not found');
	});
});

describe('the school’s own words', () => {
	const asked = (says: string) => step('asked', { says });

	test('are looked at again before they leave, and go once every finding is answered', async () => {
		const { school, reference } = await arrived();
		const form = asked('They are at CA12 5AB now, with Rowan.');
		const take = (answers = {}) =>
			referrals.stepSent(
				...([school, dee, reference, form, later(5)] as const),
				undefined,
				answers
			);
		const before = await everythingIn(school);

		const outcome = await take();
		if (typeof outcome !== 'object') throw new Error(outcome);
		expect(outcome.findings.map(({ kind, words }) => [kind, words])).toEqual([
			['a sibling', 'Rowan'],
			['an address', 'CA12 5AB']
		]);
		expect(await everythingIn(school)).toEqual(before);

		const keys = outcome.findings.map((finding) => [keyOf(finding), 'They know it.']);
		expect(await take(Object.fromEntries(keys))).toBe('taken');
		const kept = await school.select().from(sharingAnswers);
		expect(kept.map(({ why }) => why)).toEqual(['They know it.', 'They know it.']);
	});

	test('are looked at also where the service is not on Waymark: a link may show them', async () => {
		const school = await aSchool();
		const outside = { ...lantern, id: 'outside', organisationId: null };
		const reference = await referred(school, outside);
		const says = asked('They are at CA12 5AB now.');
		expect(await referrals.stepSent(school, dee, reference, says, later(5))).toMatchObject({
			findings: [{ kind: 'an address' }]
		});
		const heard = { ...step('declined', { says: 'They are at CA12 5AB.' }), heardBy: 'By e-mail.' };
		const declined = { ...heard, reason: 'no place now' as const };
		expect(await referrals.stepSent(school, dee, reference, declined, later(5))).toBe('taken');
	});
});
