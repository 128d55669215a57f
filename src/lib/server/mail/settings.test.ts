import { describe, expect, test } from 'vitest';
import { readConfig } from '../config.ts';

const MAIL_FROM = 'waymark@school.example';
const mailOf = (env: NodeJS.ProcessEnv) => readConfig(env).mail;
const serverOf = (SMTP_URL: string) => mailOf({ SMTP_URL, MAIL_FROM }).server;

describe('SMTP_URL', () => {
	test.each([
		['smtp://mail.example.org', { host: 'mail.example.org', secure: false, here: false }],
		['smtps://mail.example.org:465/', { port: 465, secure: true, here: false }],
		['smtp://localhost:25', { host: 'localhost', port: 25, here: true }],
		['smtp://127.0.0.1:1025', { host: '127.0.0.1', here: true }],
		['smtp://[::1]:25', { host: '::1', port: 25, here: true }],
		['smtp://[2001:db8::25]', { host: '2001:db8::25', here: false }],
		['smtp://127.0.0.1.example.org', { here: false }],
		['smtp://localhost.example.org', { here: false }],
		['smtps://me:se%20cret%3A%40@mail.example.org', { auth: { user: 'me', pass: 'se cret:@' } }],
		['smtp://mail.example.org', { auth: undefined, port: undefined }]
	])('%s is understood', (given, server) => {
		expect(serverOf(given)).toMatchObject(server);
	});

	test.each([
		'mail.example.org',
		'https://mail.example.org',
		'smtp:mail.example.org',
		'smtp://',
		'smtp://mail.example.org:port',
		'smtp://me:s#cret@mail.example.org',
		'smtps://me:100%@mail.example.org',
		'smtps://mail.example.org?tls.rejectUnauthorized=false',
		'smtps://mail.example.org#more',
		'smtps://mail.example.org/more',
		'smtps://mail%20.example.org'
	])('is refused as %s, without repeating what may be a password', (given) => {
		expect(() => serverOf(given)).toThrow(/^SMTP_URL must be such as smtps:/);
		expect(() => serverOf(given)).not.toThrow(/cret|100%@/);
	});

	test('needs to know who letters come from', () => {
		expect(() => mailOf({ SMTP_URL: 'smtp://localhost' })).toThrow(
			'Set MAIL_FROM to the address that letters come from, since SMTP_URL is set'
		);
	});
});

test.each(['waymark', 'Waymark <w@school.example>', 'w@school.example, e@else.example', 'w@x\r\n'])(
	'MAIL_FROM is refused as %j',
	(given) => {
		expect(() => mailOf({ MAIL_FROM: given })).toThrow(
			'MAIL_FROM must be one e-mail address, such as waymark@school.example'
		);
	}
);
