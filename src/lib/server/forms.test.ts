import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { wellFormed } from './db/index.ts';
import { readForm, readFormWithFile, readTyped, refused } from './forms.ts';

const schema = v.object({
	name: v.pipe(
		v.string(),
		v.trim(),
		v.nonEmpty('Write a name'),
		v.maxLength(10, 'Keep it under 10 letters')
	),
	email: v.pipe(
		v.string(),
		v.includes('@', 'Write an address with an @'),
		v.endsWith('.example', 'Write an address of your own')
	),
	password: v.pipe(v.string(), v.minLength(12, 'Write at least 12 letters'))
});

const good = { name: 'Amal', email: 'amal@school.example', password: 'a long password' };

const posted = (fields: Record<string, string> | FormData) =>
	new Request('https://waymark.example.org/desk', {
		method: 'POST',
		body: fields instanceof FormData ? fields : new URLSearchParams(fields)
	});

describe('a form that is right', () => {
	test('gives its values as its schema makes them', async () => {
		const form = await readForm(posted({ ...good, name: '  Amal ' }), schema);

		expect(form).toMatchObject({ valid: true, values: good });
	});

	test('hands back what was typed too, since the domain may refuse it yet, but no password', async () => {
		const { typed } = await readForm(posted(good), schema);

		expect(typed).toEqual({ name: 'Amal', email: 'amal@school.example' });
		expect(refused(typed, { email: 'Somebody has this address' })).toEqual({
			typed,
			problems: { email: 'Somebody has this address' }
		});
	});
});

describe('a form that is refused', () => {
	test('hands back every letter that was typed', async () => {
		const name = '  A name that is\r\nfar too long  ';

		const form = await readForm(posted({ ...good, name, extra: 'and this' }), schema);

		expect(form).toMatchObject({
			valid: false,
			typed: { name, email: good.email, extra: 'and this' }
		});
	});

	test('never hands a password back, right or wrong', async () => {
		for (const password of ['short', good.password]) {
			const form = await readForm(posted({ ...good, name: '', password }), schema);

			expect(form.valid).toBe(false);
			expect(JSON.stringify(form)).not.toContain(password);
		}
	});

	test('says one thing of each field that is wrong: the first', async () => {
		const form = await readForm(posted({ name: ' ', email: 'amal', password: 'short' }), schema);

		expect(form).toMatchObject({
			problems: {
				name: 'Write a name',
				email: 'Write an address with an @',
				password: 'Write at least 12 letters'
			}
		});
	});

	test('says nothing of a field that is right', async () => {
		const form = await readForm(posted({ ...good, name: '' }), schema);

		expect(form).toMatchObject({ problems: { name: 'Write a name' } });
		expect(!form.valid && Object.keys(form.problems)).toEqual(['name']);
	});

	test('says of a field that was not sent that it is wrong', async () => {
		const form = await readForm(posted({}), schema);

		expect(!form.valid && Object.keys(form.problems).sort()).toEqual(['email', 'name', 'password']);
	});

	test('as a whole has its problem under “form”', async () => {
		const never = v.pipe(
			schema,
			v.check(() => false, 'This form is too old: open it again')
		);

		const form = await readForm(posted(good), never);

		expect(form).toMatchObject({ problems: { form: 'This form is too old: open it again' } });
	});
});

test.each([
	['text/plain', 'name=Amal'],
	['multipart/form-data', 'name=Amal'],
	['multipart/form-data; boundary=X', '--X broken']
])('a body that is no form (%s) is a form in which nothing was typed', async (type, body) => {
	const sent = () =>
		new Request('https://waymark.example.org/desk', {
			method: 'POST',
			headers: { 'content-type': type },
			body
		});

	expect(await readTyped(sent())).toEqual({});
	expect(await readForm(sent(), schema)).toMatchObject({ valid: false, typed: {} });
});

describe('whatever was typed', () => {
	const any = v.object({ says: v.string() });
	const unkind = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.string({ unit: fc.constantFrom('\ud800', '\udfff', '\0', 'e\u0301', '\n', 'a') })
	);

	test('comes out as its well-formed self', async () => {
		await fc.assert(
			fc.asyncProperty(unkind, async (says) => {
				const form = await readForm(posted({ says }), any);

				expect(form).toMatchObject({ valid: true, values: { says: wellFormed(says) } });
				expect(form.typed).toEqual({ says: wellFormed(says) });
				expect(await readTyped(posted({ says }))).toEqual({ says: wellFormed(says) });
			})
		);
	});

	test('comes out the same from a form that could carry files', async () => {
		await fc.assert(
			fc.asyncProperty(unkind, async (says) => {
				const data = new FormData();
				data.set('says', says);

				const form = await readForm(posted(data), any);

				// A browser ends every line of such a form with both letters.
				const sent = wellFormed(says).replace(/\r\n|\r|\n/g, '\r\n');
				expect(form.typed).toEqual({ says: sent });
			})
		);
	});

	test('a file is not text and is not read', async () => {
		const data = new FormData();
		data.set('says', new File(['what the file says'], 'a.txt'));

		expect(await readTyped(posted(data))).toEqual({});
		expect(await readForm(posted(data), any)).toMatchObject({ valid: false });
	});

	test('a password is not among it, even unchecked', async () => {
		expect(await readTyped(posted(good))).toEqual({ name: 'Amal', email: good.email });
	});

	test('a field of a strange name changes nothing but itself', async () => {
		const form = await readForm(posted({ ...good, ['__proto__']: 'x', constructor: 'y' }), schema);

		expect(form).toMatchObject({ valid: true, values: good });
		expect(({} as { polluted?: string }).polluted).toBeUndefined();
	});
});

describe('a field that may be repeated', () => {
	const ticked = (...names: string[]) => {
		const data = new FormData();
		for (const name of names) data.append('names', name);
		return data;
	};
	const several = v.object({ names: v.string() });

	test('is read as all its values, each on a line, when the form says so', async () => {
		const form = await readForm(posted(ticked('una', 'am\ud800al')), several, ['names']);

		expect(form).toMatchObject({ valid: true, values: { names: 'una\nam\ufffdal' } });
		expect(form.typed).toEqual({ names: 'una\nam\ufffdal' });
	});

	test('is empty when nothing was ticked, so that the page does not tick for them', async () => {
		const form = await readForm(posted(ticked()), several, ['names']);

		expect(form.typed).toEqual({ names: '' });
	});

	test('is its last value when the form does not say so', async () => {
		const form = await readForm(posted(ticked('una', 'amal')), several);

		expect(form.typed).toEqual({ names: 'amal' });
	});
});

describe('a form with a file', () => {
	const fields = v.object({ tick: v.literal('yes', 'Tick it') });
	const withFile = (file: File | undefined, tick = 'yes') => {
		const data = new FormData();
		data.set('tick', tick);
		if (file) data.set('file', file);
		return readFormWithFile(posted(data), fields, 'file');
	};

	test('gives the file to the byte, and what it is called', async () => {
		const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);

		const { form, file } = await withFile(new File([bytes], 'Élodie.jpg'));

		expect(form).toMatchObject({ valid: true, values: { tick: 'yes' } });
		expect(file).toEqual({ name: 'Élodie.jpg', bytes });
	});

	test('has none where none was chosen, or words were sent in its place', async () => {
		expect((await withFile(undefined)).file).toBeUndefined();
		expect((await withFile(new File([], ''))).file).toBeUndefined();
		const words = new FormData();
		words.set('file', 'words');
		expect((await readFormWithFile(posted(words), fields, 'file')).file).toBeUndefined();
	});

	test('says what is wrong with it, and hands no file back', async () => {
		const { form } = await withFile(new File(['secret'], 'x'), 'no');

		expect(form).toEqual({ valid: false, typed: { tick: 'no' }, problems: { tick: 'Tick it' } });
	});
});
