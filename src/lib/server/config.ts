import { resolve } from 'node:path';
import { loopback } from './loopback.ts';
import { readMailSettings, type MailSettings } from './mail/settings.ts';

/** What the environment says, read once and checked. README, "Settings", names every variable. */
export type Config = {
	dataDir: string;
	origin: URL;
	production: boolean;
	/** The session cookie is `Secure` everywhere but on this very machine. */
	secure: boolean;
	masterKey: string | undefined;
	masterKeyFile: string;
	masterKeyGiven: boolean;
	/** Addresses of databases kept elsewhere; `{id}` stands for the organisation. */
	platformUrl: string | undefined;
	publicUrl: string | undefined;
	organisationUrl: string | undefined;
	databaseToken: string | undefined;
	/** How many organisations' databases stay open. Each takes about 280 KB and three descriptors. */
	openOrganisations: number;
	mail: MailSettings;
};

/**
 * Reads the settings.
 *
 * @throws a sentence naming the variable that is missing or wrong.
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
	const production = readMode(env) === 'production';
	const dataDir = resolve(env.DATA_DIR || 'data');
	const origin = readOrigin(env, production);
	const masterKeyGiven = Boolean(env.MASTER_KEY || env.MASTER_KEY_FILE);
	if (production && !masterKeyGiven)
		throw new Error(
			'Set MASTER_KEY or MASTER_KEY_FILE: a production server makes no key of its own'
		);
	return {
		dataDir,
		origin,
		production,
		secure: origin.protocol === 'https:',
		masterKey: env.MASTER_KEY || undefined,
		masterKeyFile: resolve(env.MASTER_KEY_FILE || `${dataDir}/master.key`),
		masterKeyGiven,
		platformUrl: env.PLATFORM_DATABASE_URL || undefined,
		publicUrl: env.PUBLIC_DATABASE_URL || undefined,
		organisationUrl: readOrganisationUrl(env),
		databaseToken: env.DATABASE_AUTH_TOKEN || undefined,
		openOrganisations: wholeNumber(env.OPEN_ORGANISATIONS, 'OPEN_ORGANISATIONS', 200),
		mail: readMailSettings(env, { dataDir, origin })
	};
}

function readMode({ WAYMARK_MODE: mode }: NodeJS.ProcessEnv): string | undefined {
	if (mode && mode !== 'production') throw new Error('WAYMARK_MODE may only be production');
	return mode;
}

function readOrganisationUrl(env: NodeJS.ProcessEnv): string | undefined {
	const url = env.ORGANISATION_DATABASE_URL || undefined;
	if (url && !url.includes('{id}'))
		throw new Error(
			'ORGANISATION_DATABASE_URL must have {id} in it: each organisation has its own'
		);
	return url;
}

function readOrigin(env: NodeJS.ProcessEnv, production: boolean): URL {
	if (production && !env.ORIGIN)
		throw new Error('Set ORIGIN to the address people use, such as https://waymark.example.org');
	const given = env.ORIGIN || `http://localhost:${env.PORT || 3000}`;
	if (!URL.canParse(given))
		throw new Error('ORIGIN must be an address such as https://waymark.example.org');
	const origin = new URL(given);
	const here = origin.protocol === 'http:' && loopback.has(origin.hostname);
	if (origin.protocol !== 'https:' && !here)
		throw new Error('ORIGIN must begin with https:// unless it is this very machine (localhost)');
	return origin;
}

function wholeNumber(given: string | undefined, name: string, otherwise: number): number {
	if (!given) return otherwise;
	const number = Number(given);
	if (!Number.isInteger(number) || number < 1)
		throw new Error(`${name} must be a whole number above 0`);
	return number;
}
