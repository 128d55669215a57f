import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '@libsql/client';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/libsql';
import { describe, expect, test } from 'vitest';
import {
	bytesOf,
	migrationsOf,
	notes,
	notesMigrations,
	ownFolder
} from '../../../../tests/faults/testing.ts';
import { connect } from './client.ts';
import { open, write } from './database.ts';
import { CannotOpen, codeOf, inOneSentence } from './faults.ts';
import { migrateUp } from './migrating.ts';
import { Queue } from './queue.ts';

const key = 'the-key-is-32-characters-long--1';
const another = 'the-key-is-32-characters-long--2';
const marker = 'Only the lead may read this sentence';

/** A database with one note in it, its log written into it, and closed. */
async function withOneNote() {
	const folder = ownFolder();
	const migrations = notesMigrations(ownFolder());
	const url = `file:${folder}/notes.db`;
	const db = await open('organisation', { url, key }, migrations);
	await write(db, (tx) => tx.insert(notes).values({ says: marker }));
	await db.run(sql`pragma wal_checkpoint(truncate)`);
	db.close();
	return { folder, migrations, url };
}

const refusal = async (opening: Promise<unknown>): Promise<CannotOpen> => {
	const fault = await opening.then(
		() => expect.fail('It opened'),
		(fault: unknown) => fault
	);
	expect(fault).toBeInstanceOf(CannotOpen);
	return fault as CannotOpen;
};

const oneSentence = /^[A-Z][^\n]*[^.\n]\.$/;

describe('a database that was closed', () => {
	test('opens again with what was written', async () => {
		const { url, migrations } = await withOneNote();

		const db = await open('organisation', { url, key }, migrations);

		expect(await db.select().from(notes)).toEqual([{ number: 1, says: marker }]);
		db.close();
	});

	test.each([
		['another key', another],
		['no key', undefined],
		['an empty key', '']
	])('does not open with %s, says so in one sentence, and stays as it was', async (_, wrong) => {
		const { folder, url, migrations } = await withOneNote();
		const before = bytesOf(folder);

		const fault = await refusal(open('organisation', { url, key: wrong }, migrations));

		expect(fault.message).toMatch(oneSentence);
		expect(fault.message).toContain('does not open with this key');
		expect(fault.message).not.toContain(key);
		expect(bytesOf(folder)['notes.db']).toBe(before['notes.db']);
		const db = await open('organisation', { url, key }, migrations);
		expect(await db.$count(notes)).toBe(1);
		db.close();
	});
});

describe('a file that is no database', () => {
	test('is refused in one sentence and left as it was', async () => {
		const folder = ownFolder();
		writeFileSync(join(folder, 'notes.db'), 'Minutes of the meeting. '.repeat(500));
		const before = bytesOf(folder);

		const opening = open(
			'organisation',
			{ url: `file:${folder}/notes.db`, key },
			notesMigrations(ownFolder())
		);

		expect((await refusal(opening)).message).toMatch(oneSentence);
		expect(bytesOf(folder)['notes.db']).toBe(before['notes.db']);
	});

	test('and a folder that is not there: the sentence names where', async () => {
		const url = `file:${ownFolder()}/nowhere/notes.db`;

		const fault = await refusal(open('public', { url }, notesMigrations(ownFolder())));

		expect(fault.message).toMatch(oneSentence);
		expect(fault.message).toContain('The public database (');
		expect(fault.message).toContain('/nowhere/notes.db) cannot be opened or made in its folder');
	});
});

describe('what is written in an encrypted database', () => {
	test('stands in clear neither in its file nor in its log', async () => {
		const folder = ownFolder();
		const place = { url: `file:${folder}/notes.db`, key };
		const db = await open('organisation', place, notesMigrations(ownFolder()));
		await write(db, (tx) => tx.insert(notes).values({ says: marker }));
		const inLog = readFileSync(join(folder, 'notes.db-wal')).length;
		const files = () => readdirSync(folder).map((name) => readFileSync(join(folder, name)));
		const inClear = () =>
			files().some((bytes) =>
				[marker, 'create table notes', 'SQLite format 3'].some((text) => bytes.includes(text))
			);

		expect(inLog).toBeGreaterThan(0);
		expect(inClear()).toBe(false);
		await db.run(sql`pragma wal_checkpoint(full)`);
		expect(inClear()).toBe(false);
		db.close();
	});

	test('would stand in clear without a key, so that the test above can fail', async () => {
		const folder = ownFolder();
		const place = { url: `file:${folder}/notes.db` };
		const db = await open('public', place, notesMigrations(ownFolder()));
		await write(db, (tx) => tx.insert(notes).values({ says: marker }));

		expect(readFileSync(join(folder, 'notes.db-wal')).includes(marker)).toBe(true);
		db.close();
	});
});

describe('migrations', () => {
	const create = 'create table notes (number integer primary key, says text not null) strict;';
	const grow = 'create table more (number integer primary key) strict;';

	test('bring an older database up to date and keep what is in it', async () => {
		const { url } = await withOneNote();
		const newer = migrationsOf(ownFolder(), create, grow);

		const db = await open('organisation', { url, key }, newer);

		expect(await db.select().from(notes)).toHaveLength(1);
		expect((await db.run(sql`select * from more`)).rows).toEqual([]);
		db.close();
	});

	test('are not made twice', async () => {
		const { url, migrations } = await withOneNote();
		const db = await open('organisation', { url, key }, migrations);

		const { rows } = await db.run(sql`select count(*) from __drizzle_migrations`);

		expect(rows[0]![0]).toBe(1);
		db.close();
	});

	test('of which one fails half-way leave the database as it was', async () => {
		const { url, migrations } = await withOneNote();
		const broken = migrationsOf(
			ownFolder(),
			create,
			`${grow}\n--> statement-breakpoint\ncreate table notes (twice integer) strict;`
		);

		await expect(open('organisation', { url, key }, broken)).rejects.toThrow();

		const db = await open('organisation', { url, key }, migrations);
		const { rows } = await db.run(sql`select name from sqlite_schema where name = 'more'`);
		expect(rows).toEqual([]);
		expect(await db.$count(notes)).toBe(1);
		db.close();
	});

	test('that are older than the database refuse it in one sentence and leave it as it was', async () => {
		const folder = ownFolder();
		const place = { url: `file:${folder}/notes.db`, key };
		const newer = await open('organisation', place, migrationsOf(ownFolder(), create, grow));
		await newer.run(sql`pragma wal_checkpoint(truncate)`);
		newer.close();
		const before = bytesOf(folder);

		const fault = await refusal(open('organisation', place, migrationsOf(ownFolder(), create)));

		expect(fault.message).toMatch(/^This database was made by a newer Waymark/);
		expect(fault.message).toMatch(oneSentence);
		expect(bytesOf(folder)['notes.db']).toBe(before['notes.db']);
	});
});

test('a database that another connection holds is reported as held, not as broken', async () => {
	const place = { url: `file:${ownFolder()}/notes.db`, key };
	const migrations = notesMigrations(ownFolder());
	const holder = await connect(place, new Queue());
	await holder.execute('pragma locking_mode = exclusive');
	await holder.execute('create table held (a integer) strict');

	const fault = await refusal(open('organisation', place, migrations));

	expect(fault.message).toContain('is held by another program; stop that one first.');
	holder.close();
});

test('a full disk is reported as such when a schema cannot be brought up to date', async () => {
	const place = { url: ':memory:' };
	const client = await connect(place, new Queue());
	await client.execute('pragma max_page_count = 4');
	const tables = Array.from({ length: 8 }, (_, index) => `create table t${index} (a any) strict;`);

	const migrating = migrateUp(drizzle({ client }), migrationsOf(ownFolder(), ...tables));
	const fault = await migrating.catch((fault: unknown) => inOneSentence(fault, 'public', place));

	expect((fault as Error).message).toMatch(/cannot be written because the disk is full; nothing/);
	expect(await versionsIn(client)).toEqual([]);
	client.close();
});

const versionsIn = async (client: Client) =>
	(await client.execute(`select name from sqlite_schema where name like 't_'`)).rows;

describe('what went wrong', () => {
	test('is found below whatever the layers above have said', () => {
		const sqlite = Object.assign(new Error('no'), { code: 'SQLITE_BUSY' });

		expect(codeOf(new Error('Failed query', { cause: new Error('', { cause: sqlite }) }))).toBe(
			'SQLITE_BUSY'
		);
	});

	test('in more detail is preferred to less', () => {
		const fault = { code: 'SQLITE_IOERR', extendedCode: 'SQLITE_IOERR_WRITE' };

		expect(codeOf(Object.assign(new Error('no'), fault))).toBe('SQLITE_IOERR_WRITE');
	});

	test.each([
		['nothing at all', undefined],
		['a word', 'SQLITE_BUSY'],
		['another fault', Object.assign(new Error('no'), { code: 'ENOENT' })],
		['a fault with a number', new DOMException('Stopped', 'AbortError')]
	])('has no name of SQLite’s when it is %s', (_, fault) => {
		expect(codeOf(fault)).toBe('');
		expect(inOneSentence(fault, 'public', { url: ':memory:' })).toBe(fault);
	});

	test.each([
		['SQLITE_NOTADB', 'does not open with this key, or is not a database'],
		['SQLITE_FULL', 'the disk is full'],
		['SQLITE_READONLY_DBMOVED', 'may be read but not written'],
		['SQLITE_CANTOPEN_ISDIR', 'cannot be opened or made in its folder'],
		['SQLITE_BUSY_RECOVERY', 'is held by another program'],
		['SQLITE_IOERR_FSYNC', 'the disk answered with an error'],
		['SQLITE_CORRUPT_VTAB', 'is damaged; restore it from a backup']
	])('when it is %s is one sentence and keeps its cause', (code, says) => {
		const fault = Object.assign(new Error('no'), { code });

		const told = inOneSentence(fault, 'organisation', { url: 'file:/srv/a.db' }) as CannotOpen;

		expect(told).toBeInstanceOf(CannotOpen);
		expect(told.message).toMatch(oneSentence);
		expect(told.message).toContain('The organisation database (/srv/a.db)');
		expect(told.message).toContain(says);
		expect(told.cause).toBe(fault);
	});
});
