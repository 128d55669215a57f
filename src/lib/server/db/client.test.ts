import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { notesMigrations, ownFolder } from '../../../../tests/faults/testing.ts';
import { connect, isLocal } from './client.ts';
import { open } from './database.ts';
import { Queue } from './queue.ts';

describe('the pragmas of a file', () => {
	test.each([
		['journal_mode', 'wal'],
		['synchronous', 2],
		['foreign_keys', 1],
		['recursive_triggers', 1],
		['trusted_schema', 0],
		['cache_size', -512]
	])('say %s is %s, on the day it is made and on every other', async (pragma, value) => {
		const folder = ownFolder();
		const place = { url: `file:${folder}/notes.db`, key: 'k'.repeat(32) };
		const migrations = notesMigrations(folder);

		// Bringing a schema up to date sets pragmas of its own, so both days are looked at.
		for (const day of ['the first', 'another']) {
			const db = await open('organisation', place, migrations);
			const { rows } = await db.run(sql.raw(`pragma ${pragma}`));
			expect([day, rows[0]![0]]).toEqual([day, value]);
			db.close();
		}
	});

	test('stay set after transactions have come and gone', async () => {
		const client = await connect({ url: `file:${ownFolder()}/notes.db` }, new Queue());

		for (const end of ['commit', 'rollback'] as const)
			await (await client.transaction('write'))[end]();
		const { rows } = await client.execute('pragma recursive_triggers');

		expect(rows[0]![0]).toBe(1);
		client.close();
	});
});

describe('a connection', () => {
	test('runs a batch whole or not at all', async () => {
		const client = await connect({ url: ':memory:' }, new Queue());
		await client.execute('create table notes (says text not null) strict');

		const batch = client.batch([
			`insert into notes values ('kept?')`,
			'insert into notes values (null)'
		]);

		await expect(batch).rejects.toThrow(/NOT NULL/);
		expect((await client.execute('select * from notes')).rows).toHaveLength(0);
		client.close();
	});

	test('gives its turn back when a transaction cannot begin', async () => {
		const client = await connect({ url: ':memory:' }, new Queue());
		client.close();

		await expect(client.transaction('write')).rejects.toThrow();
		await expect(client.execute('select 1')).rejects.toThrow(/closed/);
	});

	test('gives its turn back when a transaction is closed without an end', async () => {
		const client = await connect({ url: ':memory:' }, new Queue());

		(await client.transaction('write')).close();

		expect((await client.execute('select 1')).rows).toHaveLength(1);
		client.close();
	});
});

describe('a place', () => {
	test.each(['file:data/platform.db', 'file:///data/platform.db', ':memory:'])(
		'such as %s is local',
		(url) => expect(isLocal({ url })).toBe(true)
	);

	test.each(['http://localhost:8080', 'https://db.example.org', 'libsql://db.example.org'])(
		'such as %s is not local',
		(url) => expect(isLocal({ url })).toBe(false)
	);

	test('that is not local is given no pragma and no key: connecting asks nothing of it', async () => {
		// A remote client refuses an encryption key for itself, and nothing listens on port 1.
		const place = { url: 'http://127.0.0.1:1', key: 'k'.repeat(32) };

		const client = await connect(place, new Queue());

		expect(client.protocol).toBe('http');
		client.close();
	});
});
