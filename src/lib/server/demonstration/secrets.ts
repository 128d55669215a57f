import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeBase32IgnorePadding } from '@oslojs/encoding';
import * as v from 'valibot';
import { codeAt } from '../accounts/index.ts';
import type { Config } from '../config.ts';

/** The secret of each app in the demonstration, in base 32, by the name of who has it. */
export type Secrets = Record<string, string>;

const fileOf = ({ dataDir }: Pick<Config, 'dataDir'>): string =>
	join(dataDir, 'demonstration.json');

/** Keeps the secrets beside the data, so that codes can be told while the server holds the data folder. */
export const keepSecrets = (config: Config, secrets: Secrets): void =>
	writeFileSync(fileOf(config), JSON.stringify(secrets), { mode: 0o600 });

/** The code of one of the cast at this moment, and for how many seconds it is the code. */
export function codeOf(
	config: Pick<Config, 'dataDir' | 'production'>,
	name: string,
	at = new Date()
): { code: string; seconds: number } | 'no demonstration' | 'nobody' {
	const file = fileOf(config);
	if (config.production || !existsSync(file)) return 'no demonstration';
	const secrets = v.parse(v.record(v.string(), v.string()), JSON.parse(readFileSync(file, 'utf8')));
	const secret = Object.hasOwn(secrets, name) ? secrets[name] : undefined;
	if (!secret) return 'nobody';
	return {
		code: codeAt(decodeBase32IgnorePadding(secret), at),
		seconds: 30 - (Math.floor(at.getTime() / 1000) % 30)
	};
}
