import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { may } from '../access/index.ts';
import type { Staff } from '../access/index.ts';
import * as cases from '../cases/index.ts';
import { pending } from '../exchange/index.ts';
import { keyOf, sharingAnswers, sharingDecisions } from '../sharing/index.ts';
import {
	amal,
	as,
	aSchool,
	bea,
	caseOpened,
	dee,
	everythingIn,
	fillTheLedger,
	flo,
	lantern,
	later,
	ledgerOf,
	nell,
	opened,
	referred,
	robin,
	rowan,
	sendingForm,
	wren,
	unlisted
} from '../testing.ts';
import * as referrals from './index.ts';
import { furtherFields } from './record.ts';
import { referrals as sent } from './schema.ts';

const stile = {
	...lantern,
	id: 'stile',
	organisationId: 'stile',
	sector: 'substance use'
} as const;

const notTheirs: [string, Staff][] = [
	['a teacher', amal],
	['a head', as(bea, 'head')],
	['a governor', as(nell, 'governor')],
	['an administrator', as(nell, 'admin')],
	['an analyst', as(nell, 'analyst')],
	['an operator', as(nell, 'operator')],
	['a worker', wren],
	['a manager', as(wren, 'manager')],
	['somebody without a role', as(dee)]
];

/** Every further field with a word of its own in it. */
const markedFurther = Object.fromEntries(
	furtherFields.map((field) => [field, `<${field}>`])
) as typeof referrals.nothingFurther;

type Body = { layout: string; sections: { fields: { field: string; says: string }[] }[] };

describe('a layout', () => {
	const bodies = async (db: Parameters<typeof pending>[0]) =>
		(await pending(db)).map(({ body }) => JSON.parse(body) as Body);

	test.each(referrals.layouts.filter(({ fromAge }) => !fromAge).map(({ id }) => id))(
		'%s lets its own fields leave the school, and nothing that was written in another',
		async (layout) => {
			const db = await aSchool();
			const form = sendingForm({ ...markedFurther, layout: layout as never });
			await referrals.send(db, dee, await caseOpened(db), lantern, form);

			const [message] = await pending(db);
			const own = referrals.layouts
				.find(({ id }) => id === layout)
				?.sections.flatMap(({ fields }) => fields.map(({ field }) => field as string));
			const left = furtherFields.filter((field) => message?.body.includes(`<${field}>`));
			expect(left).toEqual(furtherFields.filter((field) => own?.includes(field)));
		}
	);

	test('is each service’s own, also in a joint referral of one form', async () => {
		const db = await aSchool();
		const form = sendingForm(markedFurther);
		await referrals.send(db, dee, await caseOpened(db), [lantern, stile], form);

		const [abuse, substances] = await bodies(db);
		const fieldsOf = ({ sections }: Body) =>
			sections.flatMap(({ fields }) => fields.map(({ field }) => field));
		expect([abuse?.layout, substances?.layout]).toEqual(['domestic-abuse', 'substances']);
		expect(fieldsOf(abuse!)).toContain('personWhoHarms');
		expect(fieldsOf(abuse!)).not.toContain('substances');
		expect(fieldsOf(substances!)).toContain('substances');
		expect(fieldsOf(substances!)).not.toContain('personWhoHarms');
	});

	test('says who refers and who the child is, which nobody typed', async () => {
		const db = await aSchool();
		await referred(db);
		const [body] = await bodies(db);
		const says = Object.fromEntries(
			(body?.sections ?? []).flatMap(({ fields }) => fields).map(({ field, says }) => [field, says])
		);
		expect(says).toMatchObject({
			...{ childName: 'Robin Mossgate', childYear: 'Year 8', agreement: 'They agree' },
			referrer: expect.stringContaining(dee.organisation.name)
		});
	});

	test('for a MARAC is refused for a younger pupil, with where to turn, and nothing is written', async () => {
		const db = await aSchool();
		const caseReference = await caseOpened(db);
		const before = await everythingIn(db);
		const form = sendingForm({ layout: 'marac', maracCriteria: referrals.maracCriteria[0] });

		expect(await referrals.send(db, dee, caseReference, lantern, form, later(2))).toEqual({
			problems: { layout: expect.stringContaining('children’s social care') }
		});
		expect(await everythingIn(db)).toEqual(before);
	});

	test('for a MARAC asks why, and goes with it once the pupil is 16', async () => {
		const db = await aSchool();
		const caseReference = await caseOpened(db);
		const at16 = new Date('2029-03-02T12:00:00Z');
		const send = (more: object) =>
			referrals.send(
				db,
				dee,
				caseReference,
				lantern,
				sendingForm({ layout: 'marac', ...more }),
				at16
			);

		expect(await send({})).toEqual({
			problems: { maracCriteria: expect.stringMatching(/^Fill in “Why this is for a MARAC”/) }
		});
		expect(await send({ maracCriteria: referrals.maracCriteria[0] })).toHaveProperty('reference');
	});

	test('has what is found only in the words that would leave in it', async () => {
		const db = await aSchool();
		const caseReference = await caseOpened(db);
		const says = (field: string) =>
			referrals.send(
				...([db, dee, caseReference, lantern] as const),
				sendingForm({ [field]: 'They moved to CA12 5AB.' }),
				later(2)
			);

		expect(await says('risks')).toMatchObject({
			findings: [{ kind: 'an address', field: 'risks' }]
		});
		// A children’s domestic abuse service is not told how school goes: it does not ask.
		expect(await says('goingWell')).toHaveProperty('reference');
	});
});

describe('sending', () => {
	test('writes the referral, its chronology entry, the message and the ledger together', async () => {
		const db = await aSchool();
		const caseReference = await caseOpened(db);

		const sent = await referrals.send(db, dee, caseReference, lantern, sendingForm(), later(2));

		expect(sent).toEqual({ reference: expect.stringMatching(/^R(-[0-9A-HJKMNP-TV-Z]{4}){2}$/) });
		const { reference } = sent as { reference: string };
		expect((await ledgerOf(db)).at(-1)).toBe(`dee sent referral ${reference}`);
		const found = opened(await cases.read(db, dee, caseReference));
		expect(found?.chronology[0]).toMatchObject({
			kind: 'referral',
			says: 'Referred to Lantern.',
			about: reference,
			by: dee.name,
			at: later(2)
		});
		expect(await pending(db)).toMatchObject([
			{ kind: 'referral', version: 2, recipientId: lantern.organisationId }
		]);
	});

	test('sends the child, the reason and how to be in touch, and nothing else of the file', async () => {
		const db = await aSchool();
		const reference = await referred(db);

		const [message] = await pending(db);
		const body = JSON.parse(message?.body ?? '') as Record<string, Record<string, unknown>>;

		expect(Object.keys(body).sort()).toEqual([
			'agreement',
			'agreementNote',
			'answerBy',
			'child',
			'childsWishes',
			'hopedFor',
			'id',
			'jointWith',
			'layout',
			'reason',
			'reference',
			'safeContact',
			'sections',
			'senderName',
			'sentAt',
			'sentBy',
			'timesBefore',
			'urgency'
		]);
		expect(body.child).toEqual({ name: 'Robin Mossgate', bornOn: robin.bornOn, year: robin.year });
		expect(body.reference).toBe(reference);
		// The id and the reference are random, and could spell a form by chance.
		const words = JSON.stringify({ ...body, id: '', reference: '' });
		for (const kept of [
			robin.id,
			robin.admissionNumber,
			robin.householdId,
			robin.form,
			rowan.givenName,
			'coat',
			'car door'
		])
			expect(words).not.toContain(kept);
	});

	test('the same form twice is one referral with one reference and one message', async () => {
		const db = await aSchool();
		const caseReference = await caseOpened(db);
		const form = sendingForm();
		const press = () => referrals.send(db, dee, caseReference, lantern, form, later(2));

		const first = await press();
		const before = await everythingIn(db);
		const entries = await ledgerOf(db);

		expect(await Promise.all([press(), press()])).toEqual([first, first]);
		expect(await everythingIn(db)).toEqual(before);
		expect(await ledgerOf(db)).toEqual(entries);
		expect(await pending(db)).toHaveLength(1);
	});

	test.each(notTheirs)(
		'%s sends nothing, and hears what anybody hears of nothing',
		async (_, who) => {
			const db = await aSchool();
			const caseReference = await caseOpened(db);
			const before = await everythingIn(db);
			const send = (staff: Staff, reference: string) =>
				referrals.send(db, staff, reference, lantern, sendingForm());

			expect(await send(who, caseReference)).toBe('not found');
			expect(await send(dee, 'K-0000-0000')).toBe('not found');

			expect(await everythingIn(db)).toEqual(before);
			expect((await ledgerOf(db)).slice(-2)).toEqual([
				may(who, 'send a referral')
					? `${who.id} was not shown case ${caseReference}`
					: `${who.id} was refused act send a referral`,
				'dee was not shown case K-0000-0000'
			]);
		}
	);

	test('nothing is sent when it cannot be written in the ledger', async () => {
		const db = await aSchool();
		const caseReference = await caseOpened(db);
		await fillTheLedger(db);
		const before = await everythingIn(db);

		await expect(referrals.send(db, dee, caseReference, lantern, sendingForm())).rejects.toThrow();

		expect(await everythingIn(db)).toEqual(before);
	});
});

describe('reading what was sent', () => {
	test.each([dee, flo])('$roles read it, and that they did is written down', async (who) => {
		const db = await aSchool();
		const reference = await referred(db);

		expect(opened(await referrals.read(db, who, reference))).toMatchObject({
			reference,
			recipientName: 'Lantern',
			sentBy: dee.name,
			safeContact: 'Through the school office, never the home.',
			deliveredAt: null,
			events: []
		});
		expect((await ledgerOf(db)).at(-1)).toBe(`${who.id} read referral ${reference}`);
	});

	test('every one is listed, and the listing written down', async () => {
		const db = await aSchool();
		const reference = await referred(db);

		expect(await referrals.list(db, flo)).toMatchObject([{ reference }]);
		expect((await ledgerOf(db)).at(-1)).toBe('flo listed referrals sent');
	});

	test.each(notTheirs)(
		'%s is told what anybody is told of one that is not there',
		async (_, who) => {
			const db = await aSchool();
			const reference = await referred(db);
			const before = await ledgerOf(db);

			expect(opened(await referrals.read(db, who, reference))).toBeUndefined();
			expect(opened(await referrals.read(db, dee, 'R-0000-0000'))).toBeUndefined();
			expect(await referrals.list(db, who)).toEqual([]);
			expect((await ledgerOf(db)).slice(before.length).filter(unlisted)).toEqual([
				`${who.id} was not shown referral ${reference}`,
				'dee was not shown referral R-0000-0000'
			]);
		}
	);

	test('nothing is shown when it cannot be written in the ledger', async () => {
		const db = await aSchool();
		const reference = await referred(db);
		await fillTheLedger(db);

		await expect(referrals.read(db, dee, reference)).rejects.toThrow();
		await expect(referrals.list(db, dee)).rejects.toThrow();
	});
});

describe('before it leaves', () => {
	const other = { ...lantern, id: 'paper', organisationId: null, name: 'Hearthstone' };
	const send = (
		db: Awaited<ReturnType<typeof aSchool>>,
		to: Parameters<typeof referrals.send>[3],
		form: ReturnType<typeof sendingForm>,
		reference: string,
		before: Parameters<typeof referrals.send>[6] = {}
	) => referrals.send(db, dee, reference, to, form, later(2), before);

	test('what is found is said, and nothing is sent until each is answered', async () => {
		const db = await aSchool();
		const reference = await caseOpened(db);
		const form = sendingForm({ reason: 'Rowan saw it, at CA12 5AB.' });
		const before = await everythingIn(db);

		const outcome = await send(db, lantern, form, reference);
		const keys = ['a sibling: reason: Rowan', 'an address: reason: CA12 5AB'];
		if (typeof outcome === 'string' || !('findings' in outcome))
			throw new Error('The test found nothing');
		expect(outcome.findings.map(keyOf)).toEqual(keys);
		expect(await everythingIn(db)).toEqual(before);

		const half = { answers: { [keys[0]!]: 'He is referred too.' } };
		expect(await send(db, lantern, form, reference, half)).toHaveProperty('findings');
		const whole = { answers: { ...half.answers, [keys[1]!]: 'The town alone.' } };
		expect(await send(db, lantern, form, reference, whole)).toHaveProperty('reference');
		expect(await db.select().from(sharingAnswers)).toMatchObject([
			{ found: 'a sibling: Rowan', field: 'reason', why: 'He is referred too.', by: 'dee' },
			{ found: 'an address: CA12 5AB', field: 'reason', why: 'The town alone.', by: 'dee' }
		]);
	});

	test('the basis for sharing and who was told are kept apart from agreement', async () => {
		const db = await aSchool();
		await send(db, lantern, sendingForm({ childTold: 'She asked for it.' }), await caseOpened(db));

		expect(await db.select().from(sharingDecisions)).toMatchObject([
			{
				...{ choice: 'share', withWhom: 'Lantern', childTold: 'She asked for it.' },
				...{ basis: 'public task: safeguarding pupils (article 6(1)(e))', by: 'dee' }
			}
		]);
	});

	test('several are asked as one: each knows of the other, and the form sent twice is once', async () => {
		const db = await aSchool();
		const stile = { ...lantern, id: 'stile', organisationId: 'stile', name: 'Stile' };
		const reference = await caseOpened(db);
		const form = sendingForm();
		const first = await send(db, [lantern, stile], form, reference);

		expect(await send(db, [lantern, stile], form, reference)).toEqual(first);
		const bodies = (await pending(db)).map(
			({ body }) => JSON.parse(body) as { jointWith: string[] }
		);
		expect(bodies.map(({ jointWith }) => jointWith)).toEqual([['Stile'], ['Lantern']]);
		const rows = await db.select().from(sent);
		expect(new Set(rows.map(({ jointId }) => jointId)).size).toBe(1);
		expect(rows[0]?.jointId).not.toBeNull();
	});

	test('to a service that is not on Waymark nothing leaves by itself', async () => {
		const db = await aSchool();
		await send(db, other, sendingForm(), await caseOpened(db));

		expect(await pending(db)).toEqual([]);
		expect(await db.select().from(sent)).toMatchObject([
			{ way: 'paper', recipientId: 'paper', recipientName: 'Hearthstone', jointId: null }
		]);
	});
});

describe('the form', () => {
	const problemsOf = (different: Record<string, string>) =>
		(
			v.safeParse(referrals.sending, {
				...sendingForm(),
				service: lantern.id,
				...different
			}).issues ?? []
		).map((issue) => [v.getDotPath(issue), issue.message]);

	test('is taken when it is whole', () => {
		expect(problemsOf({})).toEqual([]);
	});

	test('asks for everything that is missing, also the radio buttons that the browser leaves out', () => {
		const { issues } = v.safeParse(referrals.sending, { key: sendingForm().key });

		expect(issues?.map((issue) => [v.getDotPath(issue), issue.message])).toEqual([
			['service', 'Choose a service'],
			['safeContact', 'Say how and when it is safe to be in touch, and with whom'],
			['reason', 'Say why you are referring, in words the family could read'],
			['hopedFor', 'Say what you hope will be different'],
			['childsWishes', 'Write what the young person wants, or why they were not asked'],
			['agreement', 'Choose whether the young person or parent agrees to the service'],
			['basis', 'Choose on what basis you share this'],
			['childTold', 'Say whether the young person knows, or why they were not told'],
			['parentsTold', 'Say whether a parent knows, or why they were not told']
		]);
	});

	test.each(['does not agree', 'not asked'])(
		'asks why, when the agreement is “%s”',
		(agreement) => {
			expect(problemsOf({ agreement })).toEqual([
				['agreementNote', 'Say why they were not asked, or why you refer without agreement']
			]);
			expect(problemsOf({ agreement, agreementNote: 'It would put them at risk.' })).toEqual([]);
		}
	);

	test.each(['reason', 'hopedFor', 'childsWishes', 'agreementNote', 'safeContact'])(
		'%s holds 20,000 letters and not one more',
		(field) => {
			expect(problemsOf({ [field]: 'x'.repeat(20_000) })).toEqual([]);
			expect(problemsOf({ [field]: 'x'.repeat(20_001) })).toEqual([
				[field, 'Keep this under 20,000 letters']
			]);
		}
	);
});
