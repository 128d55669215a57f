import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { readConfig } from '#lib/server/config.ts';
import type { Database } from '#lib/server/db/index.ts';
import * as organisations from '#lib/server/organisations/index.ts';

/** Where something that is looked for was found, and in which form. */
export type Found = { in: string; as: string };

/**
 * The ways in which something might have been written down: as it is, cut short, in two bytes a letter,
 * in base64 or hexadecimal, or as a digest without a key.
 */
export function formsOf(what: string): Map<string, Buffer> {
	const digests = ['md5', 'sha1', 'sha256', 'sha512'].flatMap((kind) =>
		(['hex', 'base64', 'base64url'] as const).map(
			(form) => [`${kind}, ${form}`, createHash(kind).update(what).digest(form)] as const
		)
	);
	const text = [
		['text', what],
		// The last letters may have been cut off at what a third of three does not fill.
		[
			'base64',
			Buffer.from(what)
				.toString('base64')
				.replace(/..?=*$/, '')
		],
		['hex', Buffer.from(what).toString('hex')],
		...digests
	] as const;
	return new Map([
		...text.map(([name, form]) => [name, Buffer.from(form)] as const),
		['two bytes a letter', Buffer.from(what, 'utf16le')]
	]);
}

/** How an address of the fourth version may be written besides: without its end, as four bytes, as one number. */
export function formsOfAddress(address: string): Map<string, Buffer> {
	const bytes = Buffer.from(address.split('.').map(Number));
	return new Map([
		...formsOf(address),
		['without its end', Buffer.from(address.replace(/\d+$/, ''))],
		['one number', Buffer.from(String(bytes.readUInt32BE()))],
		['four bytes in hex', Buffer.from(bytes.toString('hex'))],
		['the end of a long address', Buffer.from(bytes.toString('hex').replace(/(.{4})/, '$1:'))]
	]);
}

const lower = (bytes: Buffer): Buffer =>
	Buffer.from(bytes.toString('latin1').toLowerCase(), 'latin1');

const inBytes = (bytes: Buffer, forms: Map<string, Buffer>): string[] =>
	[...forms].filter(([, form]) => lower(bytes).includes(lower(form))).map(([name]) => name);

export const inText = (name: string, text: string, forms: Map<string, Buffer>): Found[] =>
	inBytes(Buffer.from(text), forms).map((as) => ({ in: name, as }));

/** Every file of a folder, as bytes. */
export function inFiles(folder: string, forms: Map<string, Buffer>): Found[] {
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((file) => join(folder, file))
		.filter((file) => statSync(file).isFile());
	return files.flatMap((file) =>
		inBytes(readFileSync(file), forms).map((as) => ({ in: file.replace(`${folder}/`, ''), as }))
	);
}

/** Every column of every row of every database of a data folder, opened with its keys. */
export async function inDatabases(
	dataDir: string,
	forms: Map<string, Buffer>
): Promise<{ rows: number; found: Found[] }> {
	const house = await organisations.openHouse(readConfig({ DATA_DIR: dataDir }));
	const found: Found[] = [];
	let rows = 0;
	const look = async (name: string, db: Database) => {
		for (const [table, row] of await rowsOf(db)) {
			rows += 1;
			for (const [column, value] of Object.entries(row))
				for (const as of inBytes(bytesOf(value), forms))
					found.push({ in: `${name}, ${table}.${column}`, as });
		}
	};
	try {
		await look('platform', house.platform);
		await look('public', house.published);
		for (const { id } of await organisations.list(house.platform)) {
			const { db, release } = await house.lease(id);
			await look(id, db);
			release();
		}
	} finally {
		await house.close();
	}
	return { rows, found };
}

async function rowsOf(db: Database): Promise<[table: string, row: Record<string, unknown>][]> {
	const { rows: tables } = await db.run(
		sql`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`
	);
	const all: [string, Record<string, unknown>][] = [];
	for (const table of tables.map(({ name }) => String(name))) {
		const { rows } = await db.run(sql`select * from ${sql.identifier(table)}`);
		all.push(...rows.map((row): [string, Record<string, unknown>] => [table, { ...row }]));
	}
	return all;
}

const bytesOf = (value: unknown): Buffer =>
	value instanceof ArrayBuffer ? Buffer.from(value) : Buffer.from(String(value));
