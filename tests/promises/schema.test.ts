import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { is, sql } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { beforeAll, describe, expect, test } from 'vitest';
import organisationConfig from '../../drizzle/organisation.config.ts';
import platformConfig from '../../drizzle/platform.config.ts';
import publicConfig from '../../drizzle/public.config.ts';
import { write, type Database, type Kind } from '#lib/server/db/index.ts';
import { freshDatabase } from '#lib/server/db/testing.ts';

// Who there is changes: people come, go, and change their names. Everything else is what happened, and
// what happened is never changed; a draft has not happened yet. A new table is one or the other, and says so here or by its triggers.
const mayChange = [
	// What stands in these four follows from what happened: triggers keep them in step.
	'actions_open',
	'cases_open',
	'concerns_waiting',
	'concerns_watched',
	'drafts',
	'group_pupils',
	'group_staff',
	'groups',
	'households',
	'notice_settings',
	'own_services',
	'pupils',
	// A box, its key and what was done about its questions are gone after a week.
	'question_boxes',
	'question_handlings',
	'staff'
];

const kinds: Kind[] = ['platform', 'organisation', 'public'];
const configs = {
	platform: platformConfig,
	organisation: organisationConfig,
	public: publicConfig
};

const rowsOf = async (db: Database, query: string) =>
	(await db.run(sql.raw(query))).rows as unknown as Record<string, unknown>[];

const named = (rows: Record<string, unknown>[]) => rows.map(({ name }) => String(name)).sort();

// The full-text index is SQLite's own: a virtual table and those it keeps for itself.
const ours = `name not like 'sqlite%' and name <> '__drizzle_migrations' and name not like 'search_words%'`;

const tablesOf = async (db: Database) =>
	named(await rowsOf(db, `select name from sqlite_schema where type = 'table' and ${ours}`));

/** The tables that the code knows, from the very files that migrations are made of. */
async function tablesInCode(kind: Kind) {
	const files = configs[kind].schema as string[];
	const modules = await Promise.all(
		files.map((file) => import(/* @vite-ignore */ resolve(file)) as Promise<object>)
	);
	const tables = modules.flatMap((module) => Object.values(module) as unknown[]);
	return tables.filter((each) => is(each, SQLiteTable)).map(getTableConfig);
}

const text = (dir: string, ext: RegExp): [string, string][] =>
	readdirSync(dir, { recursive: true, encoding: 'utf8' })
		.filter((file) => ext.test(file) && !file.endsWith('.test.ts'))
		.map((file) => [file, readFileSync(join(dir, file), 'utf8')]);

describe.each(kinds)('every table of the %s database', (kind) => {
	let db: Database;
	beforeAll(async () => {
		db = await freshDatabase(kind);
		return () => db.close();
	});

	test('is STRICT, so that a column holds what it says', async () => {
		const list = await rowsOf(db, `select name, strict from pragma_table_list where ${ours}`);

		expect(list.length).toBeGreaterThan(0);
		expect(named(list)).toEqual(await tablesOf(db));
		expect(named(list.filter(({ strict }) => strict !== 1))).toEqual([]);
	});

	test('is in the code, and every table of the code is there, column for column', async () => {
		const inCode = await tablesInCode(kind);

		expect(inCode.map(({ name }) => name).sort()).toEqual(await tablesOf(db));
		for (const { name, columns } of inCode) {
			const there = await rowsOf(
				db,
				`select name, lower(type) as type, "notnull" as needed from pragma_table_info('${name}')`
			);
			expect(there.map((column) => ({ table: name, ...column })).sort(byName)).toEqual(
				columns
					.map((column) => ({
						table: name,
						name: column.name,
						type: column.getSQLType(),
						needed: Number(column.notNull)
					}))
					.sort(byName)
			);
		}
	});

	test('cleans every text that is written to it', async () => {
		const columns = (await tablesInCode(kind)).flatMap(({ columns }) => columns);
		const texts = columns.filter((column) => column.getSQLType() === 'text');

		expect(texts.length).toBeGreaterThan(0);
		for (const column of texts)
			expect([column.name, column.mapToDriverValue('a\ud800\0e\u0301')]).toEqual([
				column.name,
				'a\ufffd\u00e9'
			]);
	});
});

const byName = (one: object, other: object) => nameOf(one).localeCompare(nameOf(other));
const nameOf = (column: object) => String((column as { name?: unknown }).name);

describe('what happened in an organisation', () => {
	const migrations = text('drizzle/organisation', /\.sql$/).map(([, sql]) => sql);
	const protectedTables = [
		...migrations.join('\n').matchAll(/BEFORE (?:UPDATE|DELETE) ON `(\w+)`/g)
	].map(([, table]) => table!);
	const tables = [...new Set(protectedTables)];

	/** A database with one row in this table, whatever the table asks of other tables. */
	async function withOneRow(table: string) {
		const db = await freshDatabase('organisation');
		await db.run(sql`pragma foreign_keys = off`);
		const columns = await rowsOf(db, `select name, type from pragma_table_info('${table}')`);
		const names = columns.map(({ name }) => `"${String(name)}"`).join(', ');
		const values = columns.map(({ type }) => (type === 'INTEGER' ? '1' : `'a'`)).join(', ');
		const row = `into "${table}" (${names}) values (${values})`;
		const change = `"${String(columns[0]!.name)}" = "${String(columns[0]!.name)}"`;
		await db.run(sql.raw(`insert ${row}`));
		return { db, row, change };
	}

	test('is every table but those of who there is: a new table must decide', async () => {
		const db = await freshDatabase('organisation');
		const all = await tablesOf(db);

		expect(tables.filter((table) => mayChange.includes(table))).toEqual([]);
		expect(mayChange.filter((table) => !all.includes(table))).toEqual([]);
		for (const table of all.filter((table) => !mayChange.includes(table))) {
			const triggers = await rowsOf(
				db,
				`select lower(sql) as sql from sqlite_schema where type = 'trigger' and tbl_name = '${table}'`
			);
			const says = triggers.map((trigger) => String(trigger.sql).replaceAll('`', ''));
			expect({ table, update: says.some(refuses('update', table)) }).toEqual({
				table,
				update: true
			});
			expect({ table, delete: says.some(refuses('delete', table)) }).toEqual({
				table,
				delete: true
			});
		}
		db.close();
	});

	const refuses = (what: string, table: string) => (trigger: string) =>
		trigger.includes(`before ${what} on ${table} begin select raise(abort`);

	test.each(tables)('cannot be changed, removed or replaced in %s', async (table) => {
		const { db, row, change } = await withOneRow(table);
		const before = await rowsOf(db, `select * from "${table}"`);

		const attempts = {
			update: `update "${table}" set ${change}`,
			'update or replace': `update or replace "${table}" set ${change}`,
			'update or ignore': `update or ignore "${table}" set ${change}`,
			delete: `delete from "${table}"`,
			'insert or replace': `insert or replace ${row}`,
			replace: `replace ${row}`,
			upsert: `insert ${row} on conflict do update set ${change}`
		};
		for (const [what, statement] of Object.entries(attempts)) {
			const doing = write(db, (tx) => tx.run(sql.raw(statement)));
			const fault = await doing.catch((fault: { cause?: Error }) => fault.cause?.message);
			expect([what, fault]).toEqual([
				what,
				expect.stringMatching(new RegExp(`What stands in ${table} is never (changed|removed)`))
			]);
		}

		expect(await rowsOf(db, `select * from "${table}"`)).toEqual(before);
		db.close();
	});

	test('cannot be changed by a row that only breaks another of its rules', async () => {
		const { db } = await withOneRow('concerns');
		const another = `insert or replace into concerns select 'another', reference, noticed_on, noticed_time,
			place, 'other words', childs_words, done_already, urgency, logged_by, logged_at, 'another' from concerns`;

		await expect(db.run(sql.raw(another))).rejects.toThrow();

		expect(await rowsOf(db, 'select id, seen_or_heard from concerns')).toMatchObject([
			{ id: 'a', seen_or_heard: 'a' }
		]);
		db.close();
	});
});

test.each([
	['households', 'pupils', 'household_id'],
	['concerns', 'concern_pupils', 'concern_id']
])('nothing points at %s that are not there', async (_, table, column) => {
	const db = await freshDatabase('organisation');
	const columns = await rowsOf(db, `select name, type from pragma_table_info('${table}')`);
	const values = columns.map(({ type }) => (type === 'INTEGER' ? '1' : `'a'`)).join(', ');

	expect(columns.map(({ name }) => name)).toContain(column);
	await expect(db.run(sql.raw(`insert into "${table}" values (${values})`))).rejects.toMatchObject({
		cause: { message: expect.stringMatching(/FOREIGN KEY/) }
	});
	db.close();
});

describe('the SQL that we write', () => {
	const files = [...text('src', /\.(ts|js|svelte)$/), ...text('drizzle', /\.(sql|ts)$/)];
	const using = (what: RegExp) =>
		files.filter(([, content]) => what.test(content)).map(([file]) => file);

	test('takes no JSON apart: text that people typed can stop the process there', () => {
		expect(using(/\bjsonb?_?(extract|each|tree|array|object|set|type|valid)\s*\(/i)).toEqual([]);
		expect(using(/sql`[^`]*->>?[^`]*`/)).toEqual([]);
	});

	test('never replaces a row', () => {
		expect(using(/\binsert\s+or\s+replace\b|\breplace\s+into\b/i)).toEqual([]);
	});

	test('keeps no text in a column that does not clean it', () => {
		expect(
			using(/import\s*\{[^}]*\b(text|blob)\b[^}]*\}\s*from 'drizzle-orm\/sqlite-core'/)
		).toEqual([]);
	});

	test('opens no database but through the data layer and its lock', () => {
		expect(using(/from '(@libsql\/client|libsql|drizzle-orm\/libsql)'/).sort()).toEqual([
			'lib/server/db/client.ts',
			'lib/server/db/database.ts',
			'lib/server/db/migrating.ts',
			'lib/server/organisations/lock.ts'
		]);
	});
});
