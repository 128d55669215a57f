import { randomUUID } from 'node:crypto';
import { utimesSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { amal, aSchool, fillTheLedger, later, logged, noon } from '../testing.ts';
import { folderOf } from './storing.ts';
import { aFolder, aPdf, filesIn, given } from './testing.ts';
import * as files from './index.ts';

const nameless = () => randomUUID();

test('a file whose row was never written goes after a day, and one with a row stays', async () => {
	const db = await aSchool();
	const folder = aFolder();
	const reference = await logged(db, amal);
	const form = given(aPdf);
	await files.add(db, folder, amal, reference, form);
	// A crash between the two: the file is in its place, or on its way, and there is no row.
	for (const name of [nameless(), `${nameless()}.part`])
		writeFileSync(`${folderOf(folder, 'the-school')}/${name}`, 'sealed');
	for (const file of filesIn(folder)) utimesSync(file, noon, noon);

	await files.sweep(db, folder, 'the-school', later(24));
	expect(filesIn(folder)).toHaveLength(3);

	await files.sweep(db, folder, 'the-school', later(24.01));
	expect(filesIn(folder)).toEqual([expect.stringContaining(form.key)]);
	expect(await files.read(db, folder, amal, reference, form.key)).toHaveProperty('content');
});

test('what was left by a fault between the file and its row is made good by sending it again', async () => {
	const db = await aSchool();
	const folder = aFolder();
	const reference = await logged(db, amal);
	const form = given(aPdf);
	const full = await aSchool();
	const there = await logged(full, amal);
	await fillTheLedger(full);
	await expect(files.add(full, folder, amal, there, form)).rejects.toThrow();
	writeFileSync(`${folderOf(folder, 'the-school')}/${form.key}`, 'of another key');

	expect(await files.add(db, folder, amal, reference, form)).toEqual({ id: form.key });

	expect(await files.read(db, folder, amal, reference, form.key)).toMatchObject({ content: aPdf });
	expect(filesIn(folder)).toHaveLength(1);
});

test('another organisation’s files, and one that has none, are left alone', async () => {
	const db = await aSchool();
	const folder = aFolder();
	const form = given(aPdf);
	await files.add(db, folder, amal, await logged(db, amal), form);
	for (const file of filesIn(folder)) utimesSync(file, noon, noon);

	await files.sweep(await aSchool(), folder, 'another', later(99));

	expect(filesIn(folder)).toHaveLength(1);
});
