import { randomUUID } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import {
	amal,
	aSchool,
	bea,
	dee,
	fillTheLedger,
	later,
	ledgerOf,
	logged,
	noon,
	wren
} from '../testing.ts';
import { attachments } from './schema.ts';
import { aFolder, aPdf, aPhotograph, filesIn, given, pictures } from './testing.ts';
import * as files from './index.ts';

const everyRow = (db: Awaited<ReturnType<typeof aSchool>>) => db.select().from(attachments);

async function setUp() {
	const db = await aSchool();
	return { db, folder: aFolder(), reference: await logged(db, amal) };
}

describe('adding a file to a concern', () => {
	test.each([
		['the lead', dee],
		['whoever wrote the concern', amal]
	])('keeps it for %s, in the concern, and says so in the ledger', async (_, who) => {
		const { db, folder, reference } = await setUp();
		const form = given(aPdf, 'letter.pdf');

		expect(await files.add(db, folder, who, reference, form, later(1))).toEqual({ id: form.key });

		expect(await everyRow(db)).toMatchObject([
			{
				...{ id: form.key, name: 'letter.pdf', type: 'application/pdf' },
				...{ bytes: aPdf.length, addedBy: who.id, addedAt: later(1) }
			}
		]);
		expect((await ledgerOf(db)).at(-1)).toBe(
			`${who.id} added file ${form.key} concern ${reference}`
		);
	});

	test('another person, a worker elsewhere and a concern that is not there are told one thing, and nothing is kept', async () => {
		const { db, folder, reference } = await setUp();
		const form = given(await aPhotograph());

		expect(await files.add(db, folder, bea, reference, form)).toBe('not found');
		expect(await files.add(db, folder, wren, reference, form)).toBe('not found');
		expect(await files.add(db, folder, dee, 'C-0000-0000', form)).toBe('not found');

		expect(await everyRow(db)).toEqual([]);
		expect(filesIn(folder)).toEqual([]);
		expect((await ledgerOf(db)).slice(-3)).toEqual([
			`bea was not shown concern ${reference}`,
			'wren was refused act add to a concern',
			'dee was not shown concern C-0000-0000'
		]);
	});

	test('the same form sent twice, also at the same moment, is one file that opens', async () => {
		const { db, folder, reference } = await setUp();
		const form = given(await aPhotograph());
		const send = () => files.add(db, folder, amal, reference, form, noon);

		const answers = [...(await Promise.all([send(), send()])), await send()];

		expect(answers).toEqual([1, 2, 3].map(() => ({ id: form.key })));
		expect(await everyRow(db)).toHaveLength(1);
		expect(filesIn(folder)).toHaveLength(1);
		expect((await ledgerOf(db)).filter((entry) => entry.includes('added file'))).toHaveLength(1);
		expect(await files.read(db, folder, amal, reference, form.key)).toMatchObject({
			type: 'image/jpeg'
		});
	});

	test('a key that another’s file has keeps nothing, and leaves that file as it was', async () => {
		const { db, folder, reference } = await setUp();
		const form = given(aPdf, 'letter.pdf');
		await files.add(db, folder, amal, reference, form);
		const own = await logged(db, bea);

		const others = { ...given(await aPhotograph()), key: form.key };
		expect(await files.add(db, folder, bea, own, others)).toBe('not found');

		const found = await files.read(db, folder, amal, reference, form.key);
		expect(found).toMatchObject({ name: 'letter.pdf', content: aPdf });
	});

	test('an id that could name a file elsewhere is never used', async () => {
		const { db, folder, reference } = await setUp();

		for (const key of ['../../master.key', '', 'a', `${randomUUID()}/..`])
			await expect(
				files.add(db, folder, amal, reference, given(aPdf, 'x.pdf', key))
			).rejects.toThrow('an id that is none');
	});

	test('where the ledger cannot be written there is no row, and the file is nobody’s', async () => {
		const { db, folder, reference } = await setUp();
		await fillTheLedger(db);

		await expect(files.add(db, folder, amal, reference, given(aPdf))).rejects.toThrow();

		expect(await everyRow(db)).toEqual([]);
	});
});

describe('what is at rest', () => {
	test('is not what was sent, and only the server’s user may read it', async () => {
		const { db, folder, reference } = await setUp();
		const form = given(aPdf, 'letter.pdf');
		await files.add(db, folder, amal, reference, form);

		expect(filesIn(folder)).toEqual([join(folder, 'files', 'the-school', form.key)]);
		const [file = ''] = filesIn(folder);
		const bytes = readFileSync(file);
		for (const plain of ['%PDF', 'Letter', 'endobj', 'letter.pdf', 'Title'])
			expect(bytes.includes(plain)).toBe(false);
		expect(statSync(file).mode & 0o777).toBe(0o600);
	});

	test('is under another key for each file, also when the same is sent twice', async () => {
		const { db, folder, reference } = await setUp();
		for (const form of [given(aPdf), given(aPdf)])
			await files.add(db, folder, amal, reference, form);

		const rows = await everyRow(db);
		const [one, other] = filesIn(folder).map((file) => readFileSync(file));
		expect(new Set(rows.map(({ key }) => key)).size).toBe(2);
		expect(new Set(rows.map(({ sha256 }) => sha256)).size).toBe(1);
		expect(one?.equals(other ?? Buffer.alloc(0))).toBe(false);
	});
});

describe('a picture', () => {
	test('is kept without the place, the device and the words that were in it, the right way up', async () => {
		const { db, folder, reference } = await setUp();
		const sent = await aPhotograph();
		const before = await sharp(sent).metadata();
		expect(before).toMatchObject({ orientation: 6, width: 60, height: 40 });
		expect(sent.includes('Moorphone') && sent.includes('At the back gate')).toBe(true);
		const form = given(sent);
		await files.add(db, folder, amal, reference, form);

		const found = await files.read(db, folder, amal, reference, form.key);
		if (!found || found === 'step up') throw new Error('The picture was not shown');
		const kept = Buffer.from(found.content);
		const after = await sharp(kept).metadata();
		expect(after).toMatchObject({ format: 'jpeg', width: 40, height: 60 });
		for (const part of ['exif', 'xmp', 'iptc', 'icc', 'orientation'] as const)
			expect(after[part], part).toBeUndefined();
		for (const word of ['Exif', 'Moorphone', 'At the back gate', 'GPS'])
			expect(kept.includes(word), word).toBe(false);
	});

	test('loses whatever was hidden behind it', async () => {
		const { db, folder, reference } = await setUp();
		const form = given(Buffer.concat([await aPhotograph(), Buffer.from('PK\u0003\u0004 hidden')]));
		await files.add(db, folder, amal, reference, form);

		const found = await files.read(db, folder, amal, reference, form.key);
		expect(found).toHaveProperty('content');
		expect(Buffer.from((found as { content: Uint8Array }).content).includes('hidden')).toBe(false);
	});

	test.each(['png', 'webp'] as const)('may be a %s', async (kind) => {
		const { db, folder, reference } = await setUp();
		const form = given(await pictures[kind](), 'a.jpg');

		expect(await files.add(db, folder, amal, reference, form)).toEqual({ id: form.key });

		const name = `a.jpg.${kind}`;
		expect(await everyRow(db)).toMatchObject([{ name, type: `image/${kind}` }]);
	});
});

const zip = Buffer.from(`PK\u0003\u0004${'\0'.repeat(60)}`, 'latin1');
/** The beginning of an archive whose first file says what it is. */
function archiveOf(name: string, content = ''): Buffer {
	const head = Buffer.alloc(30);
	head.write('PK\u0003\u0004', 'latin1');
	head.writeUInt32LE(content.length, 18);
	head.writeUInt32LE(content.length, 22);
	head.writeUInt16LE(name.length, 26);
	return Buffer.concat([head, Buffer.from(name + content), Buffer.alloc(64)]);
}

describe('a file is refused by what it is, whatever it is called', () => {
	const refused: [what: string, bytes: () => Uint8Array | Promise<Uint8Array>, is: string][] = [
		['nothing at all', () => Buffer.alloc(0), 'empty'],
		['20 MB and a byte', () => Buffer.concat([aPdf, Buffer.alloc(20 * 1024 * 1024)]), 'too large'],
		['letters', () => Buffer.from('Just some words.'), 'not known'],
		['a program', () => Buffer.from(`MZ${'\0'.repeat(80)}`), 'not known'],
		['an SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'a drawing'],
		['an SVG that says it is XML', () => Buffer.from('<?xml version="1.0"?>\n<svg/>'), 'a drawing'],
		['a web page', () => Buffer.from('<!DOCTYPE html><script>alert(1)</script>'), 'a web page'],
		['a ZIP', () => zip, 'an archive'],
		[
			'a Word document',
			() =>
				archiveOf(
					'[Content_Types].xml',
					'<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
				),
			'an office document'
		],
		[
			'a LibreOffice document',
			() => archiveOf('mimetype', 'application/vnd.oasis.opendocument.text'),
			'an office document'
		],
		[
			'an old Word document',
			() => Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(80)}`, 'hex'),
			'an office document'
		],
		[
			'an iPhone’s picture',
			() => Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0heicmif1\0\0\0\0', 'latin1'),
			'a telephone’s picture'
		],
		[
			'a film',
			() => Buffer.from('\0\0\0\u0018ftypmp42\0\0\0\0mp42isom\0\0\0\0', 'latin1'),
			'moving pictures'
		],
		['a GIF', () => Buffer.from('GIF89a\u0001\0\u0001\0', 'latin1'), 'moving pictures'],
		['pictures that move', pictures.moving, 'moving pictures'],
		['a sound', () => Buffer.from(`RIFF$\0\0\0WAVEfmt ${'\0'.repeat(40)}`, 'latin1'), 'sound'],
		['a vast picture', pictures.vast, 'too many points'],
		['half a picture', async () => (await aPhotograph()).subarray(0, 400), 'damaged']
	];

	test.each(refused)('%s', async (_, bytes, is) => {
		const { db, folder, reference } = await setUp();
		const before = await ledgerOf(db);

		const answer = await files.add(db, folder, amal, reference, given(await bytes(), 'gate.jpg'));

		expect(answer).toEqual({ refused: is });
		expect(files.refusals[is as keyof typeof files.refusals]).toMatch(/^\S.+[a-z0-9]$/i);
		expect(await everyRow(db)).toEqual([]);
		expect(filesIn(folder)).toEqual([]);
		expect(await ledgerOf(db)).toEqual(before);
	});

	test('each has a sentence of its own, and none is left without a test', () => {
		expect(new Set(Object.values(files.refusals)).size).toBe(Object.keys(files.refusals).length);
		expect(Object.keys(files.refusals).sort()).toEqual(
			[...new Set(refused.map(([, , is]) => is))].sort()
		);
	});

	test('20 MB to the byte is taken', async () => {
		const { db, folder, reference } = await setUp();
		const bytes = Buffer.concat([aPdf, Buffer.alloc(20 * 1024 * 1024 - aPdf.length)]);

		expect(await files.add(db, folder, amal, reference, given(bytes))).toHaveProperty('id');
	});
});
