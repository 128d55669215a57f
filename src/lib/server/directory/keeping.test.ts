import * as v from 'valibot';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Staff } from '../access/index.ts';
import { freshDatabase } from '../db/testing.ts';
import {
	amal,
	as,
	aSchool,
	aService,
	dee,
	everythingIn,
	flo,
	later,
	ledgerOf,
	nell,
	noon,
	una,
	wren
} from '../testing.ts';
import * as directory from './index.ts';

const manager = as(wren, 'manager');
const typed = {
	...{ name: 'Fellside', runBy: '', sector: 'domestic abuse', about: 'One-to-one work.' },
	...{ needs: 'domestic abuse at home\nfamily support', audiences: 'anyone' },
	...{ areas: 'Camden\n Hackney \nCamden', languages: 'English', fromAge: '5', toAge: '' },
	...{ living: 'either', parentalAgreement: 'not needed', route: 'telephone' },
	...{ capacity: 'has a wait', waitWeeks: '6', city: 'Keswick' }
};
const problemsOf = (different: Record<string, string>) => {
	const { issues = [] } = v.safeParse(directory.keeping, { ...typed, ...different });
	return issues.map((issue) => [v.getDotPath(issue), issue.message]);
};
const form = (different: Record<string, string> = {}) =>
	v.parse(directory.keeping, { ...typed, ...different });

async function aPlace(who: 'school' | 'service') {
	const db = await (who === 'school' ? aSchool() : aService());
	return { published: await freshDatabase('public'), db };
}

const kept = async (place: directory.KeepingPlace, staff: Staff, different = {}) => {
	const outcome = await directory.keep(place, staff, undefined, form(different), noon);
	if (outcome === 'not found') throw new Error('The test could not keep its listing');
	return outcome.id;
};

describe('a school’s own listing', () => {
	let place: directory.KeepingPlace;
	beforeEach(async () => {
		place = await aPlace('school');
	});

	test('is kept for the school alone, with its lists and who listed it', async () => {
		const id = await kept(place, dee);

		expect(await directory.byId(place, id)).toMatchObject({
			...{ id, name: 'Fellside', from: 'this school', organisationId: null },
			...{ areas: ['Camden', 'Hackney'], needs: ['domestic abuse at home', 'family support'] },
			...{ fromAge: 5, toAge: null, waitWeeks: 6, statedAt: noon, capacityStatedAt: noon }
		});
		expect(await directory.list(place.published)).toEqual([]);
		expect(await ledgerOf(place.db)).toEqual([`dee kept listing ${id}`]);
	});

	test('is changed in whole, confirmed in a press, and taken out without being lost', async () => {
		const id = await kept(place, flo);
		await directory.keep(place, una, id, form({ name: 'Fellside and Shore' }), later(1));
		await directory.setCapacity(place, dee, id, { capacity: 'full', waitWeeks: null }, later(2));
		await directory.confirm(place, dee, id, later(3));

		expect(await directory.ownList(place.db)).toMatchObject([
			{
				...{ name: 'Fellside and Shore', capacity: 'full', waitWeeks: null },
				...{ capacityStatedAt: later(2), statedAt: later(3) }
			}
		]);

		await directory.end(place, dee, id, later(4));
		expect(await directory.inReach(place)).toEqual([]);
		expect(await directory.byId(place, id)).toMatchObject({ endedAt: later(4) });
		expect(await directory.confirm(place, dee, id)).toBe('not found');
	});

	test.each([amal, as(nell, 'governor'), as(nell, 'admin'), as(nell, 'analyst'), as(amal)])(
		'%o keeps, changes and ends nothing',
		async (who) => {
			const id = await kept(place, dee);
			const before = await everythingIn(place.db);

			expect(await directory.keep(place, who, undefined, form())).toBe('not found');
			expect(await directory.keep(place, who, id, form({ name: 'Other' }))).toBe('not found');
			expect(await directory.confirm(place, who, id)).toBe('not found');
			expect(await directory.end(place, who, id)).toBe('not found');

			const after = await everythingIn(place.db);
			expect({ ...after, ledger: [] }).toEqual({ ...before, ledger: [] });
			expect(await directory.ownListing(place, who, id)).toBeUndefined();
		}
	);
});

describe('a service’s own listing', () => {
	test('stands for everybody, once, and goes with the areas it names', async () => {
		const place = await aPlace('service');
		const id = await kept(place, manager, { route: 'Waymark' });
		const again = await kept(place, manager, { route: 'Waymark', name: 'Lantern' });

		expect(again).toBe(id);
		expect(await directory.list(place.published)).toMatchObject([
			{ id, organisationId: manager.organisation.id, name: 'Lantern', from: 'the service' }
		]);
		expect(await ledgerOf(place.db)).toEqual([
			`wren kept listing ${id}`,
			`wren kept listing ${id}`
		]);
	});

	test('is changed by no worker, and by no manager of another', async () => {
		const place = await aPlace('service');
		const id = await kept(place, manager, { route: 'Waymark' });
		const other = { ...manager, organisation: { ...manager.organisation, id: 'another' } };

		for (const who of [wren, other]) {
			expect(await directory.keep(place, who, id, form())).toBe('not found');
			expect(await directory.confirm(place, who, id, later(9))).toBe('not found');
		}

		expect(await directory.byId(place, id)).toMatchObject({ statedAt: noon });
	});

	test('is not a school’s to change', async () => {
		const { published, db } = await aPlace('service');
		const id = await kept({ published, db }, manager, { route: 'Waymark' });
		const school = { published, db: await aSchool() };

		expect(await directory.keep(school, dee, id, form())).toBe('not found');
		expect(await directory.end(school, dee, id)).toBe('not found');
	});
});

describe('the form', () => {
	test('comes back as it was typed', async () => {
		const place = await aPlace('school');
		const id = await kept(place, dee, {
			...{ assuredDay: '9', assuredMonth: '11', assuredYear: '2026', areas: 'Camden\nHackney' }
		});
		const found = await directory.byId(place, id);

		expect(form(directory.asTyped(found!))).toEqual(
			form({ assuredDay: '9', assuredMonth: '11', assuredYear: '2026' })
		);
	});

	test('lets no place of a confidential service in', () => {
		const sentence = 'Its place is confidential: leave where it is out altogether';

		expect(problemsOf({ confidential: 'yes' })).toEqual([['address', sentence]]);
		expect(problemsOf({ confidential: 'yes', city: '', postcode: 'CA12 5AB' })).toEqual([
			['address', sentence]
		]);
		expect(problemsOf({ confidential: 'yes', city: '' })).toEqual([]);
		expect(form({ confidential: 'yes', city: '' })).toMatchObject({
			confidential: true,
			places: []
		});
	});

	test.each([
		[{ name: ' ' }, 'name', 'Write what the service is called'],
		[{ needs: '' }, 'needs', 'Choose at least one'],
		[{ fromAge: 'eleven' }, 'fromAge', 'Write the youngest age as a number, such as 11'],
		[{ fromAge: '12', toAge: '11' }, 'toAge', 'The oldest must not be younger than the youngest'],
		[{ email: 'at the office' }, 'email', 'Write an e-mail address, such as referrals@example.org'],
		[{ website: 'lantern' }, 'website', 'Write the whole address, such as https://www.example.org'],
		[{ assuredDay: '31', assuredMonth: '2', assuredYear: '2026' }, 'assured', 'Write the day'],
		[{ waitWeeks: 'a month' }, 'waitWeeks', 'Write the wait in whole weeks, such as 6']
	])('says what is wrong with %j', (different, field, says) => {
		expect(problemsOf(different as Record<string, string>)).toEqual([
			[field, expect.stringContaining(says)]
		]);
	});
});

test.each([
	[0, 'fresh'],
	[90, 'fresh'],
	[90.01, 'marked'],
	[180, 'marked'],
	[180.01, 'hidden']
])('%d days after it was confirmed, a listing is %s', (days, freshness) => {
	const statedAt = new Date(noon.getTime() - days * 86_400_000);

	expect(directory.freshnessOf({ statedAt }, noon)).toBe(freshness);
});
