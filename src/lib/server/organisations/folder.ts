import { accessSync, constants, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { CannotOpen, codeOf } from '../db/index.ts';
import { readMasterKey } from './keys.ts';

const filesOf = ({ dataDir }: Config): string => join(dataDir, 'organisations');

export const wrappedPlatformKey = ({ dataDir }: Config): string => join(dataDir, 'platform.key');

export const fileOf = (config: Config, id: string): string =>
	`file:${join(filesOf(config), `${id}.db`)}`;

/**
 * Makes the data folder where there is none, for this user alone.
 *
 * SQLite opens what it may only read and says nothing until the first write, so that is asked here.
 */
export function makeFolder(config: Config): void {
	const { dataDir } = config;
	// SQLite makes its files readable by all, and the folder may have been there, open, before us.
	process.umask(0o077);
	mkdirSync(filesOf(config), { recursive: true, mode: 0o700 });
	const files = ['lock', 'platform.db', 'public.db'].map((name) => join(dataDir, name));
	for (const place of [dataDir, filesOf(config), ...files.filter(existsSync)])
		accessSync(place, constants.W_OK);
}

/**
 * Refuses a data folder of which a part is gone. A new key or an empty database beside old data would
 * hide the loss, and make it harder to mend.
 *
 * @throws {CannotOpen} naming what is missing.
 */
export function refuseLosses(config: Config): void {
	const platformFile = join(config.dataDir, 'platform.db');
	const organisations = readdirSync(filesOf(config)).length > 0;
	const platform = organisations || existsSync(platformFile);
	const anything = platform || existsSync(wrappedPlatformKey(config));

	if (anything && !config.masterKeyGiven && !existsSync(config.masterKeyFile))
		readMasterKey(config);
	if (config.platformUrl) return;
	if (platform) refuseWithout(wrappedPlatformKey(config));
	if (organisations) refuseWithout(platformFile);
}

/** @throws {CannotOpen} when a file is gone that other data needs. */
export function refuseWithout(file: string): void {
	if (existsSync(file)) return;
	throw new CannotOpen(
		`${file} is missing beside data that needs it: restore it from a backup; nothing was changed.`
	);
}

const sentences: [code: RegExp, says: (folder: string) => string][] = [
	[
		/BUSY|LOCKED/,
		(folder) =>
			`Another Waymark is running on ${folder}: stop it first, or choose another DATA_DIR.`
	],
	[/FULL|ENOSPC/, (folder) => `The disk of ${folder} is full; nothing was changed.`],
	[
		/CANTOPEN|READONLY|PERM|AUTH|EACCES|EROFS|ENOTDIR|EEXIST/,
		(folder) => `${folder} cannot be written: check that it is a folder, and whose it is.`
	]
];

/** What kept the data folder from being used, as one sentence if it is one we know. */
export function aboutFolder(fault: unknown, { dataDir }: Config): unknown {
	if (fault instanceof CannotOpen) return fault;
	const code = codeOf(fault) || String((fault as { code?: unknown }).code);
	const known = sentences.find(([pattern]) => pattern.test(code));
	return known ? new CannotOpen(known[1](dataDir), { cause: fault }) : fault;
}
