import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Staff } from '../access/index.ts';
import * as cases from '../cases/index.ts';
import * as concerns from '../concerns/index.ts';
import { wellFormed, write, type Database } from '../db/index.ts';
import { groupPupils, groups, groupStaff } from '../groups/index.ts';
import * as restrictions from '../restrictions/index.ts';
import {
	amal,
	as,
	aSchool,
	bea,
	caseOpened,
	dee,
	fillTheLedger,
	flo,
	later,
	ledgerOf,
	logged,
	nell,
	next,
	noon,
	proven,
	rowan,
	una,
	wren
} from '../testing.ts';
import { search } from './index.ts';

type Db = Database<'organisation'>;

/** What a search shows, as lines: what it is, whose, and the words around what was found. */
const lines = async (db: Db, staff: Staff, asked: Parameters<typeof search>[2], at = later(9)) =>
	(await search(db, staff, asked, at)).map(({ kind, reference, whose, excerpt }) =>
		[
			kind,
			reference,
			whose.join(' and '),
			excerpt
				.map(({ says }) => says)
				.join('')
				.split('\n')[0]
		].join(' | ')
	);
const references = async (db: Db, staff: Staff, asked: Parameters<typeof search>[2], at?: Date) =>
	(await lines(db, staff, asked, at)).map((line) => line.split(' | ').slice(0, 2).join(' '));

const note = (db: Db, reference: string, says: string, at = later(3)) =>
	cases.note(db, dee, reference, { kind: 'fact', says }, at);

async function restrict(db: Db, kind: restrictions.Kind, reference: string, names: string[]) {
	const form = { reason: 'sealed by the lead' as const, names };
	const outcome = await restrictions.restrict(
		db,
		proven(dee, later(4)),
		kind,
		reference,
		form,
		names,
		later(4)
	);
	expect(outcome).toBe('restricted');
}

describe('words find', () => {
	test('what a concern says, whoever wrote it, with the child and the words around', async () => {
		const db = await aSchool();
		const reference = await logged(db, amal);

		expect(await lines(db, dee, { words: 'coat' })).toEqual([
			`concern | ${reference} | Robin Mossgate | Would not take the coat off.`
		]);
		expect((await search(db, dee, { words: 'COAT' }))[0]?.excerpt.slice(0, 2)).toEqual([
			{ says: 'Would not take the ', found: false },
			{ says: 'coat', found: true }
		]);
	});

	test.each([
		['the child’s own words', 'car door'],
		['the place', 'gate'],
		['what was done', 'nothing yet'],
		['the beginnings of words', 'wou tak'],
		['words in another order', 'off coat']
	])('%s', async (_, words) => {
		const db = await aSchool();
		const reference = await logged(db, amal);

		expect(await references(db, dee, { words })).toEqual([`concern ${reference}`]);
	});

	test('an entry of a case, by the reference of the case', async () => {
		const db = await aSchool();
		const reference = await caseOpened(db);
		await note(db, reference, 'Grandmother telephoned about the bicycle.');

		expect(await lines(db, dee, { words: 'bicycle' })).toEqual([
			`entry | ${reference} | Robin Mossgate | Grandmother telephoned about the bicycle.`
		]);
	});

	test('only what has all of them', async () => {
		const db = await aSchool();
		await logged(db, amal);

		expect(await search(db, dee, { words: 'coat hat' })).toEqual([]);
		expect(await search(db, dee, { words: 'oat' })).toEqual([]);
	});

	test('the newest first, and no more than fifty', async () => {
		const db = await aSchool();
		const reference = await caseOpened(db);
		for (let hour = 0; hour < 60; hour += 1) await note(db, reference, `Lamp ${hour}`, later(hour));

		const found = await search(db, dee, { words: 'lamp' }, later(99));

		expect(found).toHaveLength(50);
		expect(found.map(({ when }) => when)).toEqual(
			Array.from({ length: 50 }, (_, index) => later(59 - index))
		);
	});

	test('whole words before their beginnings, once there is a page of them', async () => {
		const db = await aSchool();
		const reference = await caseOpened(db);
		for (let hour = 0; hour < 49; hour += 1) await note(db, reference, 'Lamp', later(hour));
		await note(db, reference, 'Lamps', later(60));

		expect(await search(db, dee, { words: 'lamp' }, later(99))).toHaveLength(50);
		await note(db, reference, 'Lamp', later(50));
		const found = await lines(db, dee, { words: 'lamp' }, later(99));
		expect(found).toHaveLength(50);
		expect(found.some((line) => line.endsWith('Lamps'))).toBe(false);
	});

	test.each([
		['a lead', dee],
		['its author', amal]
	])('for %s what was added to a concern, and the marks in it', async (_, who) => {
		const db = await aSchool();
		const reference = await logged(db, amal, {
			marks: [{ region: 'front-chest', says: 'Crescent, brown' }]
		});
		const form = { key: randomUUID(), says: 'A second lamp.' };
		expect(await concerns.add(db, amal, reference, form, later(1))).toBe('added');

		for (const words of ['lamp', 'crescent', 'coat'])
			expect(await references(db, who, { words })).toEqual([`concern ${reference}`]);
		expect(await search(db, who, { words: 'lamp crescent' })).toEqual([]);
	});

	test('a concern once, however often it says so', async () => {
		const db = await aSchool();
		const reference = await logged(db, amal, { seenOrHeard: 'Lamp' });
		const [row] = await db.select({ id: concerns.concerns.id }).from(concerns.concerns);
		await write(db, (tx) =>
			tx.run(sql`insert into concern_additions (id, concern_id, says, added_by, added_at)
				values ('a', ${row?.id}, 'Another lamp', 'amal', 0)`)
		);

		expect(await lines(db, dee, { words: 'lamp' })).toEqual([
			`concern | ${reference} | Robin Mossgate | Another lamp`
		]);
	});

	test('the name of a child their concerns and their case', async () => {
		const db = await aSchool();
		const caseReference = await caseOpened(db);
		const other = await logged(db, amal, { pupil: rowan.id }, later(2));
		const told = (await db.select().from(concerns.concerns)).find((one) => one.reference !== other);

		expect(await references(db, dee, { words: 'robin moss' })).toEqual([
			`case ${caseReference}`,
			`concern ${told?.reference}`
		]);
		expect(await references(db, dee, { words: 'rowan' })).toEqual([`concern ${other}`]);
		expect(await references(db, amal, { words: 'robin' })).toEqual([`concern ${told?.reference}`]);
		expect(await references(db, bea, { words: 'robin' })).toEqual([]);
	});

	test('nothing of a child whom a concern turned out not to be about', async () => {
		const db = await aSchool();
		const reference = await logged(db, amal);
		const [row] = await db.select({ id: concerns.concerns.id }).from(concerns.concerns);
		await write(db, async (tx) => {
			await tx
				.insert(concerns.concernPupils)
				.values({ concernId: row?.id ?? '', pupilId: rowan.id });
			await tx.run(sql`insert into concern_corrections
				(concern_id, wrong_pupil_id, right_pupil_id, why, corrected_by, corrected_at)
				values (${row?.id}, 'pupil-1', 'pupil-2', 'Twins', 'dee', 0)`);
		});

		expect(await references(db, dee, { words: 'robin' })).toEqual([]);
		expect(await lines(db, dee, { words: 'coat' })).toEqual([
			`concern | ${reference} | Rowan Mossgate | Would not take the coat off.`
		]);
	});
});

describe('what was chosen narrows', () => {
	async function aYear() {
		const db = await aSchool();
		const [early, late] = [new Date('2026-03-29T12:00:00Z'), new Date('2026-11-10T12:00:00Z')];
		const first = await logged(db, amal, {}, early);
		const second = await logged(db, amal, {}, late);
		const rows = await db.select().from(concerns.concerns);
		await write(db, (tx) =>
			tx.insert(concerns.concernIndicators).values({
				concernId: rows.find(({ reference }) => reference === second)?.id ?? '',
				indicator: 'neglect'
			})
		);
		return { db, first, second };
	}

	test('by an indicator, with words and without', async () => {
		const { db, second } = await aYear();

		expect(await references(db, dee, { indicator: 'neglect' })).toEqual([`concern ${second}`]);
		expect(await references(db, dee, { words: 'coat', indicator: 'neglect' })).toEqual([
			`concern ${second}`
		]);
		expect(await references(db, dee, { words: 'robin', indicator: 'neglect' })).toEqual([
			`concern ${second}`
		]);
		expect(await references(db, dee, { indicator: 'online' })).toEqual([]);
	});

	test.each([
		[{ from: '2026-03-30' }, 'second'],
		[{ to: '2026-03-29' }, 'first'],
		[{ from: '2026-03-29', to: '2026-03-29' }, 'first'],
		[{ from: '2026-11-10', to: '2026-11-10' }, 'second']
	])('by days, both included: %j', async (days, which) => {
		const { db, ...year } = await aYear();
		const reference = year[which as 'first' | 'second'];

		expect(await references(db, dee, days)).toEqual([`concern ${reference}`]);
		expect(await references(db, dee, { words: 'coat', ...days })).toEqual([`concern ${reference}`]);
	});

	test('a day is a day on the school’s clock', async () => {
		const db = await aSchool();
		const reference = await logged(db, amal, {}, new Date('2026-07-09T23:30:00Z'));

		expect(await references(db, dee, { from: '2026-07-10', to: '2026-07-10' })).toEqual([
			`concern ${reference}`
		]);
		expect(await search(db, dee, { to: '2026-07-09' })).toEqual([]);
	});

	test('entries of cases by days as well, and no case by an indicator', async () => {
		const db = await aSchool();
		const reference = await caseOpened(db);
		await note(db, reference, 'Lamp', new Date('2026-12-01T12:00:00Z'));

		expect(await references(db, dee, { from: '2026-12-01' })).toEqual([`entry ${reference}`]);
		expect(await search(db, dee, { words: 'lamp', indicator: 'neglect' })).toEqual([]);
		expect(await search(db, amal, { from: '2026-12-01' })).toEqual([]);
	});
});

describe('who may see what', () => {
	test('a teacher finds only what they wrote', async () => {
		const db = await aSchool();
		const own = await logged(db, amal);
		await logged(db, bea);

		expect(await references(db, amal, { words: 'coat' })).toEqual([`concern ${own}`]);
		expect(await references(db, amal, { from: '2026-01-01' })).toEqual([`concern ${own}`]);
	});

	test('no teacher finds an entry of a case, though it is about their own concern', async () => {
		const db = await aSchool();
		const reference = await caseOpened(db);
		await note(db, reference, 'Lamp');

		expect(await search(db, amal, { words: 'third month' })).toEqual([]);
		expect(await search(db, amal, { words: 'lamp' })).toEqual([]);
		expect(await references(db, flo, { words: 'third month' })).toEqual([`entry ${reference}`]);
	});

	test('who looks after a child finds what was written of that child', async () => {
		const db = await aSchool();
		const reference = await logged(db, amal);
		await logged(db, amal, { pupil: rowan.id });
		await write(db, async (tx) => {
			await tx.insert(groups).values({ id: 'tutor group', name: '8C' });
			await tx.insert(groupPupils).values({ groupId: 'tutor group', pupilId: 'pupil-1' });
			await tx.insert(groupStaff).values({ groupId: 'tutor group', staffId: bea.id });
		});

		expect(await references(db, as(bea, 'pastoral'), { words: 'coat' })).toEqual([
			`concern ${reference}`
		]);
		expect(await search(db, bea, { words: 'coat' })).toEqual([]);
	});

	test('a restricted concern is found by those who are named and have proved who they are', async () => {
		const db = await aSchool();
		const reference = await logged(db, amal);
		await restrict(db, concerns.restrictable, reference, [una.id]);

		for (const who of [amal, flo, una, proven(amal, later(9)), proven(flo, later(9))])
			for (const asked of [{ words: 'coat' }, { words: 'robin' }, { from: '2026-01-01' }])
				expect(await search(db, who, asked, later(9))).toEqual([]);
		expect(await references(db, proven(una, later(9)), { words: 'coat' })).toEqual([
			`concern ${reference}`
		]);
	});

	test('what a case says of a restricted concern is kept with it', async () => {
		const db = await aSchool();
		const reference = await caseOpened(db);
		const [concern] = await db.select().from(concerns.concerns);
		await note(db, reference, 'The third lamp.');
		await restrict(db, concerns.restrictable, concern?.reference ?? '', [una.id]);

		expect(await lines(db, flo, { words: 'third' })).toEqual([
			`entry | ${reference} | Robin Mossgate | The third lamp.`
		]);
		expect(await search(db, flo, { words: 'third month' })).toEqual([]);
	});

	test('a restricted case is found by nobody who is not named, by its words or by its child', async () => {
		const db = await aSchool();
		const reference = await caseOpened(db);
		await note(db, reference, 'Lamp');
		await restrict(db, cases.restrictable, reference, [una.id]);
		const found = await references(db, flo, { words: 'robin' });

		expect(await search(db, flo, { words: 'lamp' })).toEqual([]);
		expect(await search(db, flo, { from: '2026-01-01' })).toEqual([]);
		expect(found.filter((line) => line.startsWith('case'))).toEqual([]);
		expect(await references(db, proven(una, later(9)), { words: 'lamp' })).toEqual([
			`entry ${reference}`
		]);
	});

	test.each([nell, wren, as(wren, 'manager'), as(amal)])('$roles find nothing', async (who) => {
		const db = await aSchool();
		await logged(db, amal);
		const before = await ledgerOf(db);

		expect(await search(db, who, { words: 'coat' })).toEqual([]);
		expect(await search(db, who, { from: '2026-01-01' })).toEqual([]);
		expect(await ledgerOf(db)).toEqual(before);
	});

	test('a search is written down, found or not, and its words are not', async () => {
		const db = await aSchool();

		await search(db, amal, { words: 'rowan' });
		await search(db, amal, { words: 'lamp', indicator: 'neglect' });

		expect(await ledgerOf(db)).toEqual(
			Array.from({ length: 2 }, () => 'amal searched records by words')
		);
	});

	test('nothing is shown when it cannot be written in the ledger', async () => {
		const db = await aSchool();
		await logged(db, amal);
		await fillTheLedger(db);

		await expect(search(db, dee, { words: 'coat' })).rejects.toThrow();
	});
});

describe('whatever is typed is only words', () => {
	test.each([
		['', undefined],
		['  ', undefined],
		['*', undefined],
		['""', undefined],
		['" OR "', 'or'],
		['NEAR(coat off)', 'near'],
		['coat NEAR off', 'near'],
		['coat NOT off', 'not'],
		['coat AND gate', 'and'],
		['says:coat', 'says'],
		['^coat', 'coat'],
		['"coat', 'coat'],
		['coat"', 'coat'],
		['{says} : coat', 'says'],
		['-coat', 'coat'],
		['coat*', 'coat'],
		['(coat', 'coat'],
		["coat'; drop table search_words; --", 'drop']
	])('“%s” is no query of its own', async (words, as) => {
		const db = await aSchool();
		const plain = await logged(db, amal, {
			seenOrHeard: 'The coat.',
			doneAlready: 'Listened off.'
		});
		const telling = await logged(
			db,
			amal,
			{ seenOrHeard: words || 'nothing', doneAlready: 'Gate.' },
			later(1)
		);

		const found = await references(db, dee, { words });

		if (as === undefined) expect(found).toEqual([]);
		else expect(found).toContain(`concern ${telling}`);
		expect(found.includes(`concern ${plain}`)).toBe(as === 'coat');
	});

	test('of more than twelve words the first twelve', async () => {
		const db = await aSchool();
		const reference = await logged(db, amal);

		expect(await references(db, dee, { words: `${'coat '.repeat(12)}hat` })).toEqual([
			`concern ${reference}`
		]);
		expect(await search(db, dee, { words: 'coat '.repeat(11) + 'hat' })).toEqual([]);
		expect(await references(db, dee, { words: 'coat '.repeat(80_000) })).toHaveLength(1);
	});

	test.each([
		['Арабика', 'Он сказал: арабика'],
		['طفل', 'قال طفل صغير'],
		['हिन्दी', 'यह हिन्दी है'],
		['日本', '日本語で話した'],
		['สวัสดี', 'สวัสดีครับ'],
		['ελληνικά', 'Μιλάει ελληνικά'],
		['עברית', 'מדבר עברית'],
		['ኢትዮጵያ', 'ከ ኢትዮጵያ'],
		['𞤆𞤵𞤤𞤢𞤪', 'Speaks 𞤆𞤵𞤤𞤢𞤪'],
		['elodie', 'Élodie came'],
		['E\u0301lodie', 'élodie came'],
		['ŵyth', 'Wyth came']
	])('“%s” is found in “%s”', async (words, seenOrHeard) => {
		const db = await aSchool();
		const reference = await logged(db, amal, { seenOrHeard });
		await logged(db, amal, { pupil: rowan.id });

		for (const who of [dee, amal])
			expect(await references(db, who, { words })).toEqual([`concern ${reference}`]);
	});

	test('anything at all can be typed, and finds the concern that says it', async () => {
		const db = await aSchool();
		const any = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });

		await fc.assert(
			fc.asyncProperty(any, async (typed) => {
				const reference = await logged(db, amal, { seenOrHeard: typed }, new Date());
				const asWritten = wellFormed(typed);
				for (const who of [dee, amal]) {
					const found = await references(db, who, { words: typed }, new Date());
					if (/[a-z0-9]/i.test(asWritten) && asWritten.split(/\s+/u).length < 12)
						expect(found).toContain(`concern ${reference}`);
				}
			}),
			{ numRuns: 150 }
		);
	});
});

describe('somebody who wrote hundreds of concerns', () => {
	/** Concerns of one author, one an hour, each of which says what is said of its number. */
	const wrote = (db: Db, staff: Staff, many: number, says: (number: number) => string) =>
		write(db, (tx) =>
			tx.run(sql`insert into concerns (id, reference, noticed_on, noticed_time, place, seen_or_heard,
				childs_words, done_already, urgency, logged_by, logged_at, form_key)
				select ${staff.id} || key, ${staff.id} || key, '2026-11-09', '', '', value, '', '',
					'three school days', ${staff.id}, ${noon.getTime()} + key * 3600000, ${staff.id} || key
				from json_each(${JSON.stringify(Array.from({ length: many }, (_, at) => says(at)))})`)
		);
	const named = (db: Db, staff: Staff, words: string, at = later(999)) =>
		references(db, staff, { words }, at);
	const of = (staff: Staff, ...numbers: number[]) =>
		numbers.map((number) => `concern ${staff.id}${number}`);

	test.each([
		['each of them', 1, 130],
		['every third', 3, 400],
		['every twelfth', 12, 700]
	])('finds the newest fifty of what %s says', async (_, every, many) => {
		const db = await aSchool();
		await wrote(db, amal, many, (at) => (at % every === 0 ? 'A lamp.' : 'A coat.'));

		const last = Math.floor((many - 1) / every) * every;
		expect(await named(db, amal, 'lamp')).toEqual(
			of(amal, ...Array.from({ length: 50 }, (_, index) => last - index * every))
		);
	});

	test('finds the few that say a rare word, the oldest among them, and what was added to one', async () => {
		const db = await aSchool();
		await wrote(db, bea, 2, () => 'A cormorant.');
		await wrote(db, amal, 700, (at) => (at === 0 || at === 699 ? 'Cormorants.' : 'A coat.'));
		await write(db, (tx) =>
			tx.run(sql`insert into concern_additions (id, concern_id, says, added_by, added_at)
				values ('a', 'amal5', 'One more cormorant', 'dee', 0)`)
		);

		expect(await named(db, amal, 'cormorant')).toEqual(of(amal, 699, 5, 0));
		expect((await lines(db, amal, { words: 'cormorant' }, later(999)))[1]).toContain('One more');
		expect(await named(db, amal, 'heron')).toEqual([]);
	});

	test.each(['lamp', 'lam'])(
		'finds the one that says what others say again and again: “%s”',
		async (words) => {
			const db = await aSchool();
			await wrote(db, amal, 700, (at) => (at === 3 ? 'A lamp.' : 'A coat.'));
			await wrote(db, bea, 600, () => 'A lamp.');

			expect(await named(db, amal, words)).toEqual(of(amal, 3));
		}
	);

	test('finds none that only a few may know of, however rare or common its words', async () => {
		const db = await aSchool();
		await wrote(db, amal, 700, (at) => (at % 600 === 5 ? 'A cormorant.' : 'A coat.'));
		for (const number of [5, 698]) await keep(db, 'concern', `amal${number}`, una.id);

		expect(await named(db, amal, 'cormorant')).toEqual(of(amal, 605));
		expect((await named(db, amal, 'coat')).slice(0, 2)).toEqual(of(amal, 699, 697));
		expect(await named(db, amal, 'coat')).toHaveLength(50);
		for (const words of ['cormorant', 'coat'])
			expect(await named(db, proven(una, later(999)), words)).toEqual(
				of(amal, words === 'coat' ? 698 : 5)
			);
	});
});

test('in any school, a search shows nobody what reading does not, and leaves out nothing that it does', async () => {
	const people = [amal, bea, flo, una, dee];
	const plan = fc.record({
		roles: fc.array(
			fc.constantFrom(
				'teacher',
				'staff',
				'pastoral',
				'head',
				'deputy',
				'lead',
				'governor' as const
			),
			{ minLength: 5, maxLength: 5 }
		),
		fresh: fc.boolean(),
		concerns: fc.array(
			fc.record({
				who: fc.nat(4),
				pupil: fc.integer({ min: 1, max: 4 }),
				opens: fc.boolean(),
				named: fc.option(fc.nat(4), { nil: undefined })
			}),
			{ minLength: 1, maxLength: 5 }
		),
		kept: fc.array(fc.option(fc.nat(4), { nil: undefined }), { minLength: 4, maxLength: 4 })
	});
	const seen = { concern: 0, entry: 0, case: 0 };
	await fc.assert(
		fc.asyncProperty(plan, async (made) => {
			const db = await aSchool();
			const written: string[] = [];
			for (const { who, pupil, opens, named } of made.concerns) {
				const author = as(people[who] ?? amal, 'teacher');
				const reference = await logged(db, author, { pupil: `pupil-${pupil}` });
				written.push(reference);
				const triage = { ...next, decision: 'open a case', why: 'A coat.' } as const;
				if (opens) await cases.triage(db, dee, reference, triage, later(1));
				if (named !== undefined) await keep(db, 'concern', reference, people[named]?.id ?? '');
			}
			const opened = await db.select().from(cases.cases);
			for (const [index, { reference }] of opened.entries()) {
				await note(db, reference, 'Another coat.');
				const named = made.kept[index];
				if (named !== undefined) await keep(db, 'case', reference, people[named]?.id ?? '');
			}
			for (const [index, one] of people.entries()) {
				const held = as(one, made.roles[index] as never);
				const person = made.fresh ? proven(held, later(9)) : held;
				const found = await search(db, person, { words: 'coat' }, later(9));
				const named = await search(db, person, { words: 'm' }, later(9));
				const reads: string[] = [];
				for (const reference of written) {
					const read = await concerns.read(db, person, reference, later(9));
					if (read && read !== 'step up') reads.push(reference);
				}
				const told: string[] = [];
				const open: string[] = [];
				for (const { reference } of opened) {
					const read = await cases.read(db, person, reference, later(9));
					if (!read || read === 'step up') continue;
					open.push(reference);
					told.push(...read.chronology.filter(({ says }) => /coat/.test(says)).map(({ id }) => id));
				}
				const may = held.roles.some((role) => role !== 'governor');
				expect(
					found
						.filter(({ kind }) => kind === 'concern')
						.map(({ reference }) => reference)
						.sort()
				).toEqual(may ? reads.sort() : []);
				expect(
					found
						.filter(({ kind }) => kind === 'entry')
						.map(({ id }) => id)
						.sort()
				).toEqual(told.sort());
				for (const { kind, reference } of named)
					expect(kind === 'case' ? open : reads).toContain(reference);
				for (const { kind } of [...found, ...named]) seen[kind] += 1;
			}
			db.close();
		}),
		{ numRuns: 40 }
	);
	for (const [kind, many] of Object.entries(seen)) expect(many, kind).toBeGreaterThan(0);
});

/** Keeps a record close, whoever could have done it: the rule is about what stands. */
async function keep(db: Db, object: 'concern' | 'case', reference: string, named: string) {
	const table = object === 'concern' ? concerns.concerns : cases.cases;
	const found = await db.select({ id: table.id, reference: table.reference }).from(table);
	const objectId = found.find((one) => one.reference === reference)?.id ?? '';
	const id = randomUUID();
	await write(db, async (tx) => {
		await tx.run(sql`insert into restrictions (id, object, object_id, reason, placed_by, placed_at)
			values (${id}, ${object}, ${objectId}, 'sealed by the lead', 'dee', ${noon.getTime()})`);
		await tx.run(sql`insert into restriction_names (restriction_id, staff_id, named_by, named_at)
			values (${id}, ${named}, 'dee', ${noon.getTime()})`);
	});
}
