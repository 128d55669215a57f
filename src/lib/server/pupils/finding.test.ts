import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { write, type Database } from '../db/index.ts';
import {
	aSchool,
	amal,
	as,
	fillTheLedger,
	ledgerOf,
	logged,
	nell,
	robin,
	roll,
	rowan,
	wren
} from '../testing.ts';
import { eq } from 'drizzle-orm';
import { pupils as table } from './schema.ts';
import * as pupils from './index.ts';

const ids = (found: pupils.Found[]) => found.map(({ id }) => id);

/** Puts one more on the roll. */
const enrol = (
	db: Database<'organisation'>,
	number: number,
	givenName: string,
	familyName: string
) =>
	write(db, (tx) =>
		tx.insert(pupils.pupils).values({
			...robin,
			id: `pupil-${number}`,
			admissionNumber: String(4000 + number),
			givenName,
			familyName,
			findable: pupils.findable(`${givenName} ${familyName} 8C 8`)
		})
	);

describe('letters find', () => {
	test.each([
		['ro', ['pupil-4', 'pupil-1', 'pupil-2', 'pupil-3']],
		['rob mos', ['pupil-4', 'pupil-1']],
		['mos rob', ['pupil-4', 'pupil-1']],
		['ROWAN', ['pupil-2']],
		['robin 8c', ['pupil-1']],
		['mossgate 10', ['pupil-2']],
		['elodie', ['pupil-3']],
		['Élodie', ['pupil-3']],
		['E\u0301lodie', ['pupil-3']],
		['ÉLODIE', ['pupil-3']],
		["o'rook", ['pupil-3']],
		['o’rook', ['pupil-3']],
		['orookstone', ['pupil-3']],
		['rookstone', ['pupil-3']],
		['  robin \t 7d ', ['pupil-4']],
		['obin', []],
		['gate', []],
		['robin 9', []]
	])('“%s” finds %j', async (letters, found) => {
		const db = await aSchool();

		expect(ids(await pupils.find(db, amal, letters)).sort()).toEqual([...found].sort());
	});

	test.each([
		['lukasz', 'Łukasz'],
		['soren', 'Søren'],
		['strasse', 'Straße'],
		['istanbul', 'İstanbul'],
		['aengus', 'Ængus'],
		['dat', 'Đạt'],
		['anne marie', 'Anne-Marie']
	])('“%s” finds %s', async (letters, name) => {
		const db = await aSchool();
		await enrol(db, 9, name, 'Cairnholt');

		expect(ids(await pupils.find(db, amal, letters))).toEqual(['pupil-9']);
	});

	test('two of the same name, both shown with what tells them apart', async () => {
		const db = await aSchool();

		const found = await pupils.find(db, amal, 'robin mossgate');

		expect(
			found.map(({ givenName, year, form, bornOn }) => [givenName, year, form, bornOn])
		).toEqual([
			['Robin', 8, '8C', '2013-03-01'],
			['Robin', 7, '7D', '2014-03-04']
		]);
	});

	test('any pupil by their own name, however it is typed', async () => {
		const db = await aSchool();
		const change = fc.constantFrom<(name: string) => string>(
			(name) => name,
			(name) => name.toUpperCase(),
			(name) => name.toLowerCase(),
			(name) => name.normalize('NFD'),
			(name) => name.replaceAll('’', "'"),
			(name) => name.replaceAll('’', '')
		);

		await fc.assert(
			fc.asyncProperty(fc.constantFrom(...roll), change, async (pupil, typed) => {
				const letters = typed(`${pupil.givenName} ${pupil.familyName}`);
				expect(ids(await pupils.find(db, amal, letters))).toContain(pupil.id);
			})
		);
	});

	test('at most twelve, by family name and then by given name', async () => {
		const db = await aSchool();
		for (let number = 10; number < 25; number += 1)
			await enrol(db, number, `Pebble${number}`, number % 2 ? 'Askbeck' : 'Zedholt');

		const found = await pupils.find(db, amal, '8c');

		expect(found).toHaveLength(12);
		expect(found.map(({ givenName }) => givenName).slice(0, 7)).toEqual(
			[11, 13, 15, 17, 19, 21, 23].map((number) => `Pebble${number}`)
		);
		expect(found[7]?.familyName).toBe('Mossgate');
	});
});

describe('nothing typed', () => {
	test.each(['', '   ', '%', '_', '%%', "'", '’', '*', '--', '"; drop table pupils', '\0'])(
		'“%s” does not find everybody',
		async (letters) => {
			const db = await aSchool();

			expect(await pupils.find(db, amal, letters)).toEqual([]);
		}
	);

	test('is no search, and is not written down', async () => {
		const db = await aSchool();

		await pupils.find(db, amal, ' % ');

		expect(await ledgerOf(db)).toEqual([]);
	});

	test('wildcards of SQL stand for nothing', async () => {
		const db = await aSchool();

		expect(await pupils.find(db, amal, 'rob%gate')).toEqual([]);
		expect(await pupils.find(db, amal, 'r_bin')).toEqual([]);
		expect(ids(await pupils.find(db, amal, '%rowan%'))).toEqual(['pupil-2']);
	});
});

test('thousands of words are a search like any other', async () => {
	const db = await aSchool();

	expect(ids(await pupils.find(db, amal, 'rowan '.repeat(80_000)))).toEqual(['pupil-2']);
});

describe('who may find', () => {
	test('a search is written down without the letters', async () => {
		const db = await aSchool();

		await pupils.find(db, amal, 'rowan');
		await pupils.find(db, amal, 'nobody');

		expect(await ledgerOf(db)).toEqual([
			'amal searched pupils by name',
			'amal searched pupils by name'
		]);
	});

	test.each([nell, wren, as(wren, 'manager'), as(amal)])('$roles find nobody', async (who) => {
		const db = await aSchool();

		expect(await pupils.find(db, who, 'robin')).toEqual([]);
		expect(await pupils.byId(db, who, robin.id)).toBeUndefined();
	});

	test('a pupil by id, and nobody by an id that is not there', async () => {
		const db = await aSchool();

		expect(await pupils.byId(db, amal, robin.id)).toMatchObject({ givenName: 'Robin', form: '8C' });
		expect(await pupils.byId(db, amal, 'pupil-9')).toBeUndefined();
	});

	test('who has left is found, and shown as one who left', async () => {
		const db = await aSchool();
		await write(db, (tx) =>
			tx.update(table).set({ leftOn: '2026-07-17' }).where(eq(table.id, rowan.id))
		);

		const [found] = await pupils.find(db, amal, 'rowan');

		expect(found).toMatchObject({ id: rowan.id, leftOn: '2026-07-17' });
		expect(await logged(db, amal, { pupil: rowan.id })).toMatch(/^C-/);
	});

	test('what is shown holds no admission number and no household', async () => {
		const db = await aSchool();

		const [found] = await pupils.find(db, amal, 'rowan');

		expect(Object.keys(found ?? {}).sort()).toEqual([
			'bornOn',
			'familyName',
			'form',
			'givenName',
			'id',
			'leftOn',
			'year'
		]);
	});

	test('nobody is found when the search cannot be written in the ledger', async () => {
		const db = await aSchool();
		await fillTheLedger(db);

		await expect(pupils.find(db, amal, 'robin')).rejects.toThrow();
	});
});

describe('brothers and sisters', () => {
	test('are the others of the home, eldest first, and nobody of another of the same name', async () => {
		const db = await aSchool();

		expect(ids(await write(db, (tx) => pupils.siblings(tx, robin.id)))).toEqual(['pupil-2']);
		expect(await write(db, (tx) => pupils.siblings(tx, 'pupil-4'))).toEqual([]);
	});
});
