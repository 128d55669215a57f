import * as v from 'valibot';
import { beforeEach, describe, expect, test } from 'vitest';
import { may, roles } from '../access/index.ts';
import type { Database } from '../db/index.ts';
import { freshDatabase } from '../db/testing.ts';
import { as, aSchool, dee, everythingIn, fillTheLedger, ledgerOf, nell } from '../testing.ts';
import * as pages from './index.ts';

const admin = as(nell, 'admin');
let published: Database<'public'>;
let db: Database<'organisation'>;

beforeEach(async () => {
	published = await freshDatabase('public');
	db = await aSchool();
	return () => published.close();
});

const place = (): pages.Place => ({ published, db });
const typed = {
	...{ adult1name: 'Dee Thornbeck', adult1does: 'keeps children safe' },
	...{ adult1room: 'Room 12', adult1times: 'Break' },
	...{ service1name: 'Lantern', service1about: 'Talks', service1reach: 'Ask Dee' }
};
const read = (form: Record<string, string>) => v.safeParse(pages.keeping, form);
const said = (form: Record<string, string>) =>
	(read(form).issues ?? []).map((issue) => `${v.getDotPath(issue)}: ${issue.message}`);

async function kept(form: Record<string, string>, staff = admin): Promise<pages.HelpPage> {
	const page = await pages.keep(place(), staff, v.parse(pages.keeping, form));
	if (page === 'not found') throw new Error('The page was refused in the test');
	return page;
}

describe('a school’s page', () => {
	test('has a code of six letters, for good, whatever is changed', async () => {
		const first = await kept({ ...typed, shown: 'yes' });
		const second = await kept({ ...typed, adult1name: 'Flo' });

		expect(first.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/);
		expect(second.code).toBe(first.code);
		expect(second.adults.map(({ name }) => name)).toEqual(['Flo']);
	});

	test('is found by its code once it is shown, and not before or after', async () => {
		const { code } = await kept(typed);
		expect(await pages.shownAt(published, code)).toBeUndefined();
		await kept({ ...typed, shown: 'yes' });
		expect(await pages.shownAt(published, code)).toMatchObject({
			...{ schoolName: admin.organisation.name, exit: 'https://www.bbc.co.uk/weather' },
			adults: [
				{ name: 'Dee Thornbeck', does: 'keeps children safe', room: 'Room 12', times: 'Break' }
			],
			services: [{ name: 'Lantern', about: 'Talks', reach: 'Ask Dee' }]
		});
		await kept(typed);
		expect(await pages.shownAt(published, code)).toBeUndefined();
		expect(await pages.shownAt(published, 'AAAAAA')).toBeUndefined();
	});

	test('comes back into its form as it was typed', async () => {
		const form = { ...typed, exit: 'https://www.example.org/', shown: 'yes' };

		expect(pages.asTyped(await kept(form))).toEqual(form);
	});

	test('is written down without a name', async () => {
		await kept({ ...typed, shown: 'yes' });

		expect(await ledgerOf(db)).toEqual([`${admin.id} kept, shown help page own`]);
	});

	test('that cannot be written down is not changed', async () => {
		await kept(typed);
		await fillTheLedger(db);
		const before = await everythingIn(published);

		await expect(kept({ ...typed, adult1name: 'Flo' })).rejects.toThrow();
		expect(await everythingIn(published)).toEqual(before);
	});

	test('of another school is another page', async () => {
		const other = { ...dee, organisation: { ...dee.organisation, id: 'other', name: 'Other' } };
		const own = await kept({ ...typed, shown: 'yes' });
		const theirs = await kept({ ...typed, adult1name: 'Eve', shown: 'yes' }, other);

		expect(theirs.code).not.toBe(own.code);
		expect((await pages.shownAt(published, own.code))?.adults[0]?.name).toBe('Dee Thornbeck');
	});
});

describe('the form', () => {
	test('takes an empty page, and the weather for a way out', () => {
		expect(read({})).toMatchObject({
			success: true,
			output: { exit: 'https://www.bbc.co.uk/weather' }
		});
	});

	test('asks who somebody is whose room was typed, and for one adult before it is shown', () => {
		expect(said({ adult3room: 'Room 4' })).toEqual(['adult3name: Enter who this is']);
		expect(said({ service2reach: 'Ring' })).toEqual(['service2name: Enter what it is called']);
		expect(said({ shown: 'yes' })).toEqual([
			'adult1name: Name at least one adult before the page is shown'
		]);
		expect(said({ adult1name: 'a'.repeat(81) })).toEqual(['adult1name: Use at most 80 letters']);
	});

	test.each([
		'http://www.bbc.co.uk/',
		'javascript:alert(1)',
		'weather',
		'https://localhost/',
		'https://user:word@www.bbc.co.uk/',
		'https://www.bbc.co.uk:8443/',
		'//www.bbc.co.uk'
	])('leads nobody out to %s', (exit) => {
		expect(said({ exit })).toEqual([
			'exit: Enter the address of a site, such as https://www.bbc.co.uk/weather'
		]);
	});
});

test.each(roles.filter((role) => !may({ roles: [role] }, 'keep the school’s help page')))(
	'a %s neither sees nor keeps the page at the desk',
	async (role) => {
		const staff = as(nell, role);

		expect(await pages.own(place(), staff)).toBe('not found');
		expect(await pages.keep(place(), staff, v.parse(pages.keeping, typed))).toBe('not found');
		expect(await published.$count(pages.helpPages)).toBe(0);
	}
);

test('an administrator of a service or a partnership has none to keep', async () => {
	for (const kind of ['service', 'partnership'] as const) {
		const staff = { ...admin, organisation: { ...admin.organisation, kind } };
		expect(await pages.own(place(), staff)).toBe('not found');
		expect(await pages.keep(place(), staff, v.parse(pages.keeping, typed))).toBe('not found');
	}
});
