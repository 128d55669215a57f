import { isHttpError, isRedirect } from '@sveltejs/kit';
import { asc } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Role, Staff } from '#lib/server/access/index.ts';
import * as accounts from '#lib/server/accounts/index.ts';
import * as concerns from '#lib/server/concerns/index.ts';
import type { Database } from '#lib/server/db/index.ts';
import { write } from '#lib/server/db/index.ts';
import { households } from '#lib/server/households/index.ts';
import { letters } from '#lib/server/mail/schema.ts';
import * as organisations from '#lib/server/organisations/index.ts';
import { pupils } from '#lib/server/pupils/index.ts';
import { brokenGlass } from '#lib/server/restrictions/schema.ts';
import { aHouse, amal, bea, dee, flo, proven, robin, roll, una } from '#lib/server/testing.ts';
import * as breakGlass from './break-glass/+page.server.ts';
import * as logging from './concerns/new/+page.server.ts';
import * as restriction from './concerns/[reference=reference]/restriction/+page.server.ts';

let place: Awaited<ReturnType<typeof aHouse>>;
let db: Database<'organisation'>;
let release: () => void;

beforeEach(async () => {
	place = await aHouse();
	const { id, name } = dee.organisation;
	await organisations.add(place.house, { id, name, kind: 'school' });
	for (const [who, role] of cast) await addAccount(who, role);
	({ db, release } = await place.house.lease(id));
	await write(db, async (tx) => {
		await tx
			.insert(households)
			.values(['home-1', 'home-2', 'home-3'].map((home) => ({ id: home })));
		await tx.insert(pupils).values([...roll]);
	});
});

afterEach(async () => {
	release();
	await place.end();
});

const cast: [Staff, Role][] = [
	[amal, 'teacher'],
	[bea, 'teacher'],
	[dee, 'lead'],
	[flo, 'deputy'],
	[una, 'head']
];

const addressOf = ({ id }: Pick<Staff, 'id'>) => `${id}@moss.example`;

const addAccount = ({ id, name, organisation }: Staff, role: Role) =>
	accounts.add(place.house, {
		email: addressOf({ id }),
		name,
		password: 'paint on the stone',
		organisationId: organisation.id,
		roles: [role],
		staffId: id
	});

type Fields = [name: string, value: string][];

/** What comes of sending a form: where it leads, the status, or what the page is given. */
async function send(
	action: ((event: never) => unknown) | undefined,
	staff: Staff,
	fields: Fields,
	reference = ''
) {
	const body = new FormData();
	for (const [name, value] of fields) body.append(name, value);
	const url = new URL(`http://localhost:3000/desk/there`);
	const request = new Request(url, { method: 'POST', body });
	const locals = { house: place.house, db, staff: proven(staff, new Date()) };
	try {
		return await action?.({ locals, request, url, params: { reference } } as never);
	} catch (thrown) {
		if (isRedirect(thrown)) return thrown.location;
		if (isHttpError(thrown)) return thrown.status;
		throw thrown;
	}
}

const filled = (aboutStaff: string, key = crypto.randomUUID()): Fields => [
	['key', key],
	['pupils', robin.id],
	['childsWords', 'It is quicker than the bus.'],
	['noticedDay', '10'],
	['noticedMonth', '11'],
	['noticedYear', '2025'],
	['place', 'By the gate'],
	['seenOrHeard', 'A lift home.'],
	['doneAlready', 'Nothing yet.'],
	['urgency', 'same day'],
	['aboutStaff', aboutStaff]
];

const { log } = logging.actions;

/** A concern of Amal's about an adult, and its reference. */
async function aKeptConcern(): Promise<string> {
	const sent = await send(log, amal, filled('yes'));
	return (sent as { kept: { reference: string } }).kept.reference;
}

async function anOpenConcern(): Promise<string> {
	const page = await send(log, amal, filled('no'));
	return String(page).slice(-11);
}

describe('logging a concern about an adult', () => {
	test('says on the page itself who may open it, since opening it takes a step-up', async () => {
		expect(await send(log, amal, filled('yes'))).toMatchObject({
			kept: { reference: expect.stringMatching(/^C-/), seenBy: [amal.name, una.name] },
			typed: {}
		});
	});

	test('sent twice says the same twice', async () => {
		const key = crypto.randomUUID();

		const first = await send(log, amal, filled('yes', key));

		expect(await send(log, amal, filled('yes', key))).toEqual(first);
	});

	test('leads to the concern when it is about nobody of the school', async () => {
		expect(await send(log, amal, filled('no'))).toMatch(/^\/desk\/concerns\/C-/);
	});
});

describe('whom a concern about an adult goes to', () => {
	const heads = async (...holders: [Staff, Role][]) => {
		await organisations.add(place.house, { id: 'other', name: 'Other School', kind: 'school' });
		for (const [{ id, name }, role] of holders)
			await accounts.add(place.house, {
				...{ email: `${id}@other.example`, name, password: 'paint on the stone' },
				...{ organisationId: 'other', roles: [role], staffId: id }
			});
		const found = await accounts.headsOf(place.house.platform, 'other');
		return found.map(({ staffId }) => staffId);
	};

	test('is the head, and the head alone', async () => {
		expect(await heads([una, 'head'], [dee, 'lead'], [flo, 'deputy'])).toEqual(['una']);
	});

	test('is the lead where there is no head, and the deputy where there is neither', async () => {
		expect(await heads([dee, 'lead'], [flo, 'deputy'], [amal, 'teacher'])).toEqual(['dee']);
	});

	test('is nobody where there is none of them', async () => {
		expect(await heads([amal, 'teacher'])).toEqual([]);
	});
});

describe('the page of a restriction', () => {
	const { restrict, name, lift } = restriction.actions as Record<string, never>;
	const why: Fields = [['reason', 'sealed by the lead']];

	test('restricts to everybody who is ticked', async () => {
		const reference = await anOpenConcern();
		const ticked: Fields = [
			['names', 'una'],
			['names', 'amal']
		];

		const led = await send(restrict, dee, [...why, ...ticked], reference);

		expect(led).toBe(`/desk/concerns/${reference}`);
		expect(await concerns.read(db, proven(amal, new Date()), reference)).toMatchObject({
			restriction: { named: [{ id: 'amal' }, { id: 'dee' }, { id: 'una' }] }
		});
		expect(await send(restrict, dee, [...why, ...ticked], reference)).toBe(led);
	});

	test('keeps what was typed, and says beside the field what is wrong', async () => {
		const reference = await anOpenConcern();

		expect(await send(restrict, dee, [['names', 'una']], reference)).toMatchObject({
			status: 422,
			data: { typed: { names: 'una' }, problems: { reason: 'Choose why it is restricted' } }
		});
		expect(await send(restrict, dee, [...why, ['names', 'nobody']], reference)).toMatchObject({
			status: 422,
			data: { problems: { names: 'Choose people from this page' } }
		});
	});

	test('names one more, and lifts', async () => {
		const reference = await aKeptConcern();
		const back = `/desk/concerns/${reference}`;

		expect(await send(name, una, [['name', 'bea']], reference)).toBe(back);
		expect(await send(name, una, [['name', 'bea']], reference)).toBe(back);
		expect(await send(lift, una, [['why', 'It was a mistake.']], reference)).toBe(back);
		expect(await send(lift, una, [['why', '']], reference)).toMatchObject({ status: 422 });
	});

	test.each([amal, bea, flo, dee])('is not there for $id, who may not', async (who) => {
		const reference = await aKeptConcern();

		for (const action of [restrict, name, lift])
			expect(await send(action, who, [...why, ['name', 'bea'], ['why', 'So.']], reference)).toBe(
				404
			);
	});
});

describe('the page of the glass', () => {
	const glass = breakGlass.actions.default;
	const fields = (reference: string): Fields => [
		['reference', reference.toLowerCase()],
		['why', 'The child is here.']
	];
	const posted = async () =>
		(await place.house.platform.select().from(letters).orderBy(asc(letters.to))).map(
			({ to }) => to
		);

	test('opens the record, and writes to every lead and named person once', async () => {
		const reference = await aKeptConcern();

		expect(await send(glass, flo, fields(reference))).toBe(`/desk/concerns/${reference}`);
		expect(await send(glass, flo, fields(reference))).toBe(`/desk/concerns/${reference}`);

		expect(await posted()).toEqual([amal, dee, una].map(addressOf));
		const [{ subject, text } = { subject: '', text: '' }] = await place.house.platform
			.select()
			.from(letters);
		for (const secret of [reference, robin.familyName, 'Flo', 'staff'])
			expect(`${subject}\n${text}`).not.toContain(secret);
	});

	test('says in one sentence that there is none, whether it is open or not there', async () => {
		for (const is of [await anOpenConcern(), 'C-0000-0000'])
			expect(await send(glass, flo, fields(is))).toMatchObject({
				status: 422,
				data: {
					typed: { why: 'The child is here.' },
					problems: {
						reference: 'No restricted record has this reference. Check it and try again'
					}
				}
			});
		expect(await posted()).toEqual([]);
	});

	test.each([amal, dee])('is not there for $id, who may not', async (who) => {
		expect(await send(glass, who, fields(await aKeptConcern()))).toBe(404);
		expect(await db.$count(brokenGlass)).toBe(0);
	});
});
