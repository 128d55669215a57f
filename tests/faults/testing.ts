import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { integer, sqliteTable } from 'drizzle-orm/sqlite-core';
import { onTestFinished } from 'vitest';
import { readConfig, type Config } from '#lib/server/config.ts';
import { words } from '#lib/server/db/columns.ts';

/** A folder of the test's own, gone when the test is over. */
export function ownFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'waymark-test-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

/** The settings of a house in this folder, as if the environment said nothing but `given`. */
export const settingsOf = (folder: string, given: NodeJS.ProcessEnv = {}): Config =>
	readConfig({ DATA_DIR: folder, ...given });

/** The smallest table there is, for what has nothing to do with a school. */
export const notes = sqliteTable('notes', {
	number: integer('number').primaryKey(),
	says: words('says').notNull()
});

const createNotes = 'create table notes (number integer primary key, says text not null) strict;';

/** A migrations folder with these scripts in it, one migration each. */
export function migrationsOf(folder: string, ...scripts: string[]): string {
	const into = join(folder, 'migrations');
	mkdirSync(join(into, 'meta'), { recursive: true });
	const entries = scripts.map((_, idx) => ({
		idx,
		version: '6',
		when: 1000 + idx,
		tag: `000${idx}`,
		breakpoints: true
	}));
	for (const [index, script] of scripts.entries())
		writeFileSync(join(into, `000${index}.sql`), script);
	const journal = { version: '7', dialect: 'sqlite', entries };
	writeFileSync(join(into, 'meta/_journal.json'), JSON.stringify(journal));
	return into;
}

export const notesMigrations = (folder: string): string => migrationsOf(folder, createNotes);

/** What lies in a folder, byte for byte: each file's name and SHA-256. */
export function bytesOf(folder: string): Record<string, string> {
	const files = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name))
		.sort();
	return Object.fromEntries(
		files.map((file) => [
			file.slice(folder.length + 1),
			createHash('sha256').update(readFileSync(file)).digest('hex')
		])
	);
}

/** Runs a few lines as a program of their own, from the top of the tree, and waits for it. */
export function runApart(program: string, env: NodeJS.ProcessEnv = {}) {
	const args = ['--no-warnings', '--input-type=module', '--eval', program];
	const options = { encoding: 'utf8', env: { ...process.env, ...env }, timeout: 50_000 } as const;
	const { status, signal, stdout, stderr } = spawnSync(process.execPath, args, options);
	return { status, signal, stdout, stderr };
}

/** Starts a program that a test will kill. `heard` ends when it ends. */
export function startApart(
	file: string,
	args: string[],
	options: SpawnOptions = {}
): { child: ChildProcess; heard: AsyncIterator<string>; over: Promise<void> } {
	const child = spawn(process.execPath, ['--no-warnings', file, ...args], {
		...options,
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const over = new Promise<void>((resolve) => child.once('close', () => resolve()));
	onTestFinished(async () => {
		child.kill('SIGKILL');
		await over;
	});
	const heard = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
	return { child, heard, over };
}
