import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';

const production = {
	WAYMARK_MODE: 'production',
	ORIGIN: 'https://waymark.example.org',
	MASTER_KEY: 'a key'
};

describe('settings', () => {
	test('that nobody gave are those of a demonstration on this very machine', () => {
		expect(readConfig({})).toEqual({
			dataDir: resolve('data'),
			origin: new URL('http://localhost:3000'),
			production: false,
			secure: false,
			masterKey: undefined,
			masterKeyFile: resolve('data/master.key'),
			masterKeyGiven: false,
			platformUrl: undefined,
			publicUrl: undefined,
			organisationUrl: undefined,
			databaseToken: undefined,
			openOrganisations: 200,
			mail: { from: 'waymark@localhost', folder: resolve('data/mail'), server: undefined }
		});
	});

	test('that were given are taken', () => {
		const given = {
			...production,
			DATA_DIR: '/srv/waymark',
			PLATFORM_DATABASE_URL: 'libsql://platform.example.org',
			PUBLIC_DATABASE_URL: 'libsql://public.example.org',
			ORGANISATION_DATABASE_URL: 'libsql://{id}.example.org',
			DATABASE_AUTH_TOKEN: 'a token',
			OPEN_ORGANISATIONS: '12',
			SMTP_URL: 'smtps://name:p%40ss@mail.example.org:2465',
			MAIL_FROM: 'waymark@school.example',
			MAIL_DIR: '/srv/letters'
		};

		expect(readConfig(given)).toEqual({
			dataDir: '/srv/waymark',
			origin: new URL('https://waymark.example.org'),
			production: true,
			secure: true,
			masterKey: 'a key',
			masterKeyFile: '/srv/waymark/master.key',
			masterKeyGiven: true,
			platformUrl: 'libsql://platform.example.org',
			publicUrl: 'libsql://public.example.org',
			organisationUrl: 'libsql://{id}.example.org',
			databaseToken: 'a token',
			openOrganisations: 12,
			mail: {
				from: 'waymark@school.example',
				folder: '/srv/letters',
				server: {
					host: 'mail.example.org',
					port: 2465,
					secure: true,
					here: false,
					auth: { user: 'name', pass: 'p@ss' }
				}
			}
		});
	});

	test('that are empty are those that nobody gave', () => {
		const names = ['DATA_DIR', 'ORIGIN', 'PORT', 'MASTER_KEY', 'MASTER_KEY_FILE'];
		const more = ['PLATFORM_DATABASE_URL', 'PUBLIC_DATABASE_URL', 'ORGANISATION_DATABASE_URL'];
		const rest = ['DATABASE_AUTH_TOKEN', 'OPEN_ORGANISATIONS', 'WAYMARK_MODE'];
		const mail = ['SMTP_URL', 'MAIL_FROM', 'MAIL_DIR'];
		const empty = Object.fromEntries(
			[...names, ...more, ...rest, ...mail].map((name) => [name, ''])
		);

		expect(readConfig(empty)).toEqual(readConfig({}));
	});
});

describe('a production server', () => {
	test('is told to set ORIGIN when nobody did', () => {
		expect(() => readConfig({ ...production, ORIGIN: undefined })).toThrow(
			'Set ORIGIN to the address people use, such as https://waymark.example.org'
		);
	});

	test('is told to set a master key when nobody did', () => {
		expect(() => readConfig({ ...production, MASTER_KEY: '' })).toThrow(
			'Set MASTER_KEY or MASTER_KEY_FILE: a production server makes no key of its own'
		);
	});

	test('may have its master key in a file', () => {
		const given = { ...production, MASTER_KEY: undefined, MASTER_KEY_FILE: 'keys/master' };

		expect(readConfig(given)).toMatchObject({
			masterKey: undefined,
			masterKeyFile: resolve('keys/master'),
			masterKeyGiven: true
		});
	});
});

describe('ORIGIN', () => {
	test.each(['waymark.example.org', 'https://', 'not an address'])(
		'is refused as %s, which is no address',
		(ORIGIN) => {
			expect(() => readConfig({ ORIGIN })).toThrow(
				'ORIGIN must be an address such as https://waymark.example.org'
			);
		}
	);

	test.each([
		'http://waymark.example.org',
		'http://192.168.0.5:3000',
		'http://localhost.example.org',
		'http://127.0.0.1.example.org',
		'localhost:3000'
	])('is refused as %s, where what is typed could be read on the way', (ORIGIN) => {
		expect(() => readConfig({ ORIGIN })).toThrow(
			'ORIGIN must begin with https:// unless it is this very machine (localhost)'
		);
		expect(() => readConfig({ ...production, ORIGIN })).toThrow('ORIGIN must begin with https://');
	});

	test.each(['http://localhost:3000', 'http://127.0.0.1:5173', 'http://[::1]:3000'])(
		'may be %s, and then the cookie need not be Secure',
		(ORIGIN) => {
			expect(readConfig({ ORIGIN })).toMatchObject({ origin: new URL(ORIGIN), secure: false });
		}
	);

	test('that nobody gave is this machine at PORT', () => {
		expect(readConfig({ PORT: '8080' }).origin.href).toBe('http://localhost:8080/');
	});

	test('that begins with https:// makes the cookie Secure', () => {
		expect(readConfig({ ORIGIN: 'https://localhost' }).secure).toBe(true);
	});
});

describe('OPEN_ORGANISATIONS', () => {
	test.each(['0', '-1', '1.5', 'many', 'NaN', 'Infinity'])('is refused as %s', (given) => {
		expect(() => readConfig({ OPEN_ORGANISATIONS: given })).toThrow(
			'OPEN_ORGANISATIONS must be a whole number above 0'
		);
	});
});

test('an address for organisations that would give them all one database is refused', () => {
	expect(() => readConfig({ ORGANISATION_DATABASE_URL: 'libsql://example.org' })).toThrow(
		'ORGANISATION_DATABASE_URL must have {id} in it'
	);
});

test('a mode that is not production is refused, since a slip of the key would open the demonstration', () => {
	expect(() => readConfig({ WAYMARK_MODE: 'Production' })).toThrow('WAYMARK_MODE may only be');
});
