import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import type { Staff } from '../access/index.ts';
import { write, type Database } from '../db/index.ts';
import { freshDatabase } from '../db/testing.ts';
import * as notices from '../notices/index.ts';
import { amal, as, aSchool, bea, dee, everythingIn, fillTheLedger, flo } from '../testing.ts';
import { later, ledgerOf, nell, noon, una } from '../testing.ts';
import { mostInABox, putting } from './asking.ts';
import * as box from './index.ts';
import { rate } from './rates.ts';

let db: Database<'organisation'>;
let published: Database<'public'>;
let place: box.Place;
let put: typeof box.put;

beforeEach(async () => {
	db = await aSchool();
	published = await freshDatabase('public');
	place = { published, db };
	put = putting(rate(120));
});
afterEach(() => {
	db.close();
	published.close();
});

const opening = () => ({ key: randomUUID(), className: 'Year 8, blue', lessonId: 'K3-04' });

async function opened(staff: Staff = amal, over: Partial<box.Opening> = {}) {
	const made = await box.openBox(place, staff, { ...opening(), ...over }, noon);
	if (made === 'not found') throw new Error('A box was not opened in the test');
	return made;
}

const ask = (code: string, words: string, at = noon, key = randomUUID()) =>
	put(published, code, { key, words }, at);

/** Every box of the test closes, as if its lesson were over: an open one shows nothing. */
const over = (at = noon) =>
	write(published, (tx) => tx.update(box.publicBoxes).set({ closesAt: at }));

async function questionsOf(id: string, staff: Staff = amal, at = noon) {
	await over(at);
	const read = await box.readBox(place, staff, id, at);
	if (read === 'not found') throw new Error('A box was not shown in the test');
	return read.questions;
}

const worrying = 'my dad hits me';

/** A box with one question that may be a disclosure. */
async function withOneToTell() {
	const { id, code } = await opened();
	await ask(code, worrying);
	const [question] = await questionsOf(id);
	return { box: id, number: question?.number ?? 0 };
}

describe('a box', () => {
	test('takes what a class asks, and its teacher reads it', async () => {
		const { id, code } = await opened();

		expect(await ask(code, 'What is love?')).toBe('put');

		expect(await questionsOf(id)).toMatchObject([
			{ words: 'What is love?', mayTell: [], state: '', says: '' }
		]);
		expect(await ledgerOf(db)).toEqual([
			`amal opened question box ${id}`,
			`amal read question box ${id}`
		]);
	});

	test('opened twice by one form is one, with one key', async () => {
		const form = opening();
		const first = await box.openBox(place, amal, form, noon);

		expect(await box.openBox(place, amal, form, later(1))).toEqual(first);
		expect(await box.listBoxes(place, amal, noon)).toHaveLength(1);
	});

	test('that was cut off before the public door knew of it is whole the second time', async () => {
		const form = opening();
		await published.run(
			sql`create trigger full before insert on public_boxes begin select raise(abort, 'full'); end`
		);
		await expect(box.openBox(place, amal, form, noon)).rejects.toThrow();
		await published.run(sql`drop trigger full`);

		const made = await box.openBox(place, amal, form, noon);
		if (made === 'not found') throw new Error('The box is not there');
		await ask(made.code, 'Why?');
		expect(await questionsOf(made.id)).toMatchObject([{ words: 'Why?' }]);
	});

	test('closes by itself within a day, or when its teacher closes it, and says so to whoever asks', async () => {
		const { id, code } = await opened();
		expect(await box.isOpen(published, code, later(11))).toBe(true);
		expect(await box.isOpen(published, code, later(12))).toBe(false);
		expect(await ask(code, 'Too late?', later(12))).toBe('closed');

		expect(await box.closeBox(place, amal, id, later(1))).toBe('closed');
		expect(await ask(code, 'Too late?', later(1))).toBe('closed');
		expect(await questionsOf(id)).toEqual([]);
	});

	test('closes when the room it was opened with does', async () => {
		const { code } = await opened(amal, { closesAt: later(1) });
		expect(await box.isOpen(published, code, later(1))).toBe(false);
	});

	test('that nobody opened takes nothing', async () => {
		expect(await box.isOpen(published, '0000-0000-0000-0000', noon)).toBe(false);
		expect(await ask('0000-0000-0000-0000', 'Hello?')).toBe('closed');
		expect(await published.select().from(box.sealedQuestions)).toEqual([]);
	});

	test('shows nothing while it is open, and not how many: whoever watched would know who wrote which', async () => {
		const { id, code } = await opened();
		const seen = async () => [
			await box.readBox(place, amal, id, noon),
			await box.listBoxes(place, amal, noon)
		];
		const before = await seen();
		await ask(code, worrying);

		expect(await seen()).toEqual(before);
		const number = (await published.select().from(box.sealedQuestions))[0]?.number ?? 0;
		const which = { box: id, number };
		expect(await box.readQuestion(place, amal, { ...which, opened: true }, noon)).toBe('not found');
		const telling = { note: '', leads: [dee.id] };
		expect(await box.tellLead(place, amal, which, telling, noon)).toBe('not found');

		await box.closeBox(place, amal, id, noon);
		expect(await box.readBox(place, amal, id, noon)).toMatchObject({ questions: [{ number }] });
	});

	test('says to its teacher how many questions wait', async () => {
		const { id, code } = await opened();
		for (const words of ['Why?', 'What is love?']) await ask(code, words);
		const [question] = await questionsOf(id);
		const which = { box: id, number: question?.number ?? 0 };
		await box.handle(
			place,
			amal,
			which,
			{ says: 'Next week.', state: 'next time', leads: [] },
			noon
		);

		expect(await box.listBoxes(place, amal, noon)).toMatchObject([
			{ className: 'Year 8, blue', lessonId: 'K3-04', open: false, asked: 2, waiting: 1 }
		]);
	});
});

describe('at the public door', () => {
	test('nothing stands in clear, and nothing says who, when or in which order', async () => {
		const { code } = await opened();
		const asked = Array.from({ length: 40 }, (_, at) => `question number ${at}`);
		for (const [at, words] of asked.entries()) await ask(code, words, later(at / 60));

		const rows = await published.select().from(box.sealedQuestions);
		expect(Object.keys(rows[0] ?? {}).sort()).toEqual(['code', 'number', 'sealed']);
		expect(JSON.stringify(await everythingIn(published))).not.toContain('question number');
		expect(JSON.stringify(await everythingIn(published))).not.toContain(amal.organisation.id);
		// As they lie in the file, which is not as they came.
		const { rows: lying } = await published.run(sql`select rowid as at from sealed_questions`);
		const numbers = rows.map(({ number }) => number);
		expect(lying.map((row) => Number((row as unknown as { at: number }).at)).sort()).toEqual(
			[...numbers].sort()
		);
	});

	test('the same form sent twice is one question', async () => {
		const { id, code } = await opened();
		const key = randomUUID();
		await ask(code, 'Why?', noon, key);

		expect(await ask(code, 'Why?', later(1), key)).toBe('put');
		expect(await questionsOf(id, amal, later(1))).toHaveLength(1);
	});

	test('other words of the same form, written after going back, are another question', async () => {
		const { id, code } = await opened();
		const key = randomUUID();
		await ask(code, 'What is consent?', noon, key);

		expect(await ask(code, worrying, noon, key)).toBe('put');
		expect(await questionsOf(id)).toHaveLength(2);
	});

	test('more than an hour has room for is said and not kept, and the hour after has room again', async () => {
		const { id, code } = await opened();
		put = putting(rate(2));
		const other = await opened(bea);
		expect([await ask(code, 'One?'), await ask(code, 'Two?')]).toEqual(['put', 'put']);

		expect(await ask(code, 'Three?')).toBe('too many');
		expect(await ask(other.code, 'One?')).toBe('put');
		expect(await ask(code, 'Three?', later(1))).toBe('put');
		expect(await questionsOf(id, amal, later(1))).toHaveLength(3);
	});

	test('a box that is full says so', async () => {
		const { code } = await opened();
		put = putting(rate(1000));
		for (let each = 0; each < mostInABox; each += 1) await ask(code, 'Why?');
		expect(await ask(code, 'Once more?')).toBe('too many');
	});

	test('one that was changed where it lies says so, and the others are read', async () => {
		const { id, code } = await opened();
		for (const words of ['Why?', 'What is love?']) await ask(code, words);
		const [row] = await published.select().from(box.sealedQuestions);
		await published.run(
			sql`update sealed_questions set sealed = 'x' where number = ${row?.number}`
		);

		expect((await questionsOf(id)).map(({ words }) => words).sort()).toEqual([
			'This question could not be opened: it was changed where it lay.',
			expect.stringMatching(/^W/)
		]);
	});

	test('what is empty or too long is refused in a sentence', () => {
		const said = (words: string) =>
			v.safeParse(box.asking, { key: randomUUID(), words }).issues?.map(({ message }) => message);
		expect(said('  ')).toEqual(['Write your question first']);
		expect(said('a'.repeat(box.mostLetters + 1))).toEqual(['Make it shorter: 500 letters at most']);
		expect(said('a'.repeat(box.mostLetters))).toBeUndefined();
	});
});

describe('what may be a disclosure', () => {
	test('is covered until its teacher opens it, and both are written down', async () => {
		const { box: id, number } = await withOneToTell();
		expect(await questionsOf(id)).toMatchObject([
			{ words: '', mayTell: [{ name: 'violence', reason: 'Somebody may be being hurt.' }] }
		]);

		const covered = await box.readQuestion(place, amal, { box: id, number, opened: false }, noon);
		expect(covered).toMatchObject({ covered: true, question: { words: '' } });
		const open = await box.readQuestion(place, amal, { box: id, number, opened: true }, noon);
		expect(open).toMatchObject({ covered: false, question: { words: worrying } });

		expect((await ledgerOf(db)).slice(-2)).toEqual([
			`amal saw covered question ${id} ${number}`,
			`amal read question ${id} ${number}`
		]);
	});

	test('is told to the leads with its words, once, and they are told that it waits', async () => {
		const which = await withOneToTell();
		const telling = { note: 'Very quiet today.', leads: [dee.id, flo.id] };

		expect(await box.tellLead(place, amal, which, telling, noon)).toBe('told');
		expect(await box.tellLead(place, amal, which, telling, later(1))).toBe('told');

		const [told, ...others] = await db.select().from(box.questionsTold);
		expect(others).toEqual([]);
		for (const lead of [dee, flo])
			expect(await notices.unseen(db, lead)).toMatchObject([{ about: told?.reference }]);
		expect(JSON.stringify(await notices.unseen(db, dee))).not.toContain(worrying);
		expect(await questionsOf(which.box)).toMatchObject([{ state: 'told the lead' }]);

		expect(await box.listTold(db, dee, noon)).toMatchObject([{ className: 'Year 8, blue' }]);
		expect(await box.readTold(db, dee, told?.reference ?? '', later(2))).toMatchObject({
			...{ words: worrying, note: 'Very quiet today.', lessonId: 'K3-04', by: amal.name }
		});
		expect(await notices.unseen(db, dee)).toEqual([]);
		expect(await ledgerOf(db)).toContain(`amal told question ${told?.reference}`);
		expect((await ledgerOf(db)).at(-1)).toBe(`dee read question told ${told?.reference}`);
	});

	test('stays told, whatever its teacher decides of it afterwards', async () => {
		const which = await withOneToTell();
		await box.tellLead(place, amal, which, { note: '', leads: [dee.id] }, noon);

		await box.handle(
			place,
			amal,
			which,
			{ says: 'Here is who helps.', state: 'not suitable', leads: [dee.id] },
			noon
		);

		expect(await questionsOf(which.box)).toMatchObject([
			{ state: 'told the lead', says: 'Here is who helps.' }
		]);
	});

	test('is put away by its teacher alone only so that the leads hear that it was, once, and no word of it', async () => {
		const which = await withOneToTell();
		const put = (state: 'next time' | 'not suitable' | 'answered in class') =>
			box.handle(place, amal, which, { says: '', state, leads: [dee.id] }, noon);

		await put('next time');
		expect(await notices.unseen(db, dee)).toEqual([]);
		await put('not suitable');
		await put('answered in class');

		const [heard, ...others] = await notices.unseen(db, dee);
		expect(others).toEqual([]);
		expect(heard?.says).toContain(`put away by ${amal.name}`);
		expect(heard?.says).not.toContain(worrying);
	});

	test('that its teacher put away is nobody’s news when it was an ordinary question', async () => {
		const { id, code } = await opened();
		await ask(code, 'What is love?');
		const [question] = await questionsOf(id);
		const which = { box: id, number: question?.number ?? 0 };
		const putAway = { says: '', state: 'not suitable', leads: [dee.id] } as const;
		await box.handle(place, amal, which, putAway, noon);

		expect(await notices.unseen(db, dee)).toEqual([]);
	});

	test('that was told stands as read by nobody until one of them has read it', async () => {
		const which = await withOneToTell();
		await box.tellLead(place, amal, which, { note: '', leads: [dee.id] }, noon);
		const [told] = await db.select().from(box.questionsTold);

		expect(await box.listTold(db, flo, noon)).toMatchObject([{ isRead: false }]);
		await box.readTold(db, dee, told?.reference ?? '', noon);
		expect(await box.listTold(db, flo, noon)).toMatchObject([{ isRead: true }]);
	});

	test('is not said to be told where there is nobody to tell', async () => {
		const which = await withOneToTell();

		expect(await box.tellLead(place, amal, which, { note: '', leads: [] }, noon)).toBe(
			'nobody to tell'
		);
		expect(await questionsOf(which.box)).toMatchObject([{ state: '' }]);
		expect(await db.select().from(box.questionsTold)).toEqual([]);
	});
});

test('what will be said to the class is kept, changed and thrown away', async () => {
	const { id, code } = await opened();
	await ask(code, 'What is love?');
	const [question] = await questionsOf(id);
	const which = { box: id, number: question?.number ?? 0 };

	for (const says of ['Somebody asked about love.', 'Let us talk about love.', '']) {
		await box.handle(place, amal, which, { says, state: 'next time', leads: [] }, noon);
		expect(await questionsOf(id)).toMatchObject([{ says, state: 'next time' }]);
	}
});

describe('nobody but the teacher who opened it', () => {
	test.each([
		['another teacher', bea],
		['the lead', dee],
		['the deputy', flo],
		['the head', una]
	])('reads it: %s is told nothing, and that they asked is written down', async (_, other) => {
		const which = await withOneToTell();
		const { box: id } = which;

		expect(await box.listBoxes(place, other, noon)).toEqual([]);
		expect(await box.readBox(place, other, id, noon)).toBe('not found');
		expect(await box.readQuestion(place, other, { ...which, opened: true }, noon)).toBe(
			'not found'
		);
		const decision = { says: 'x', state: 'not suitable', leads: [] } as const;
		expect(await box.handle(place, other, which, decision, noon)).toBe('not found');
		const telling = { note: '', leads: [other.id] };
		expect(await box.tellLead(place, other, which, telling, noon)).toBe('not found');
		expect(await box.closeBox(place, other, id, noon)).toBe('not found');
		expect((await ledgerOf(db)).slice(-5)).toEqual(
			Array(5).fill(`${other.id} was not shown question box ${id}`)
		);
		expect(await questionsOf(id)).toMatchObject([{ state: '', says: '' }]);
	});

	test.each([
		['a governor', as(nell, 'governor')],
		['an administrator', as(nell, 'admin')],
		['a worker', as(nell, 'worker')]
	])('%s is refused, and that is written down', async (_, other) => {
		const which = await withOneToTell();

		expect(await box.listBoxes(place, other, noon)).toBe('not found');
		expect(await box.openBox(place, other, opening(), noon)).toBe('not found');
		expect(await box.readBox(place, other, which.box, noon)).toBe('not found');
		expect(await box.readQuestion(place, other, { ...which, opened: true }, noon)).toBe(
			'not found'
		);
		expect(await ledgerOf(db)).toContain(`${other.id} was refused act teach a class`);
	});

	test('a teacher of another school finds no such box, though the public door is one', async () => {
		const which = await withOneToTell();
		const elsewhere = { published, db: await aSchool() };

		expect(await box.readBox(elsewhere, amal, which.box, noon)).toBe('not found');
		elsewhere.db.close();
	});

	test.each([
		['a teacher, also the one who told', amal],
		['a governor', as(nell, 'governor')]
	])('and of what the leads were told, %s reads nothing', async (_, other) => {
		const which = await withOneToTell();
		await box.tellLead(place, amal, which, { note: '', leads: [dee.id] }, noon);
		const [told] = await db.select().from(box.questionsTold);

		expect(await box.listTold(db, other, noon)).toBe('not found');
		expect(await box.readTold(db, other, told?.reference ?? '', noon)).toBe('not found');
		expect((await ledgerOf(db)).at(-1)).toBe(`${other.id} was refused act read questions told`);
	});
});

test('what cannot be written in the ledger is not read, opened, decided or told', async () => {
	const which = await withOneToTell();
	await fillTheLedger(db);
	const before = await everythingIn(db);

	await expect(box.readBox(place, amal, which.box, noon)).rejects.toThrow();
	await expect(box.readQuestion(place, amal, { ...which, opened: true }, noon)).rejects.toThrow();
	await expect(box.openBox(place, amal, opening(), noon)).rejects.toThrow();
	await expect(
		box.handle(place, amal, which, { says: 'x', state: '', leads: [] }, noon)
	).rejects.toThrow();
	await expect(
		box.tellLead(place, amal, which, { note: '', leads: [dee.id] }, noon)
	).rejects.toThrow();
	expect(await everythingIn(db)).toEqual(before);
});

test('a class is a year and a label', () => {
	const read = (typed: object) => v.safeParse(box.opening, { key: randomUUID(), ...typed });
	const eight = read({ year: 'Year 8', label: ' blue ' });
	expect(eight.success && box.classIn(eight.output)).toBe('Year 8, blue');
	const plain = read({ year: 'Year 8' });
	expect(plain.success && box.classIn(plain.output)).toBe('Year 8');
	expect(read({ year: 'Year 99' }).issues?.map(({ message }) => message)).toEqual([
		'Choose the year'
	]);
	expect(read({ year: 'Year 8', label: 'x'.repeat(21) }).success).toBe(false);
});
