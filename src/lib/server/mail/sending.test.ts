import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readConfig } from '../config.ts';
import { noon } from '../testing.ts';
import { NotSent, sendNow, type Letter } from './index.ts';
import { aCertificate, aMailServer, lettersIn, parsed, refusal } from './testing.ts';

const letter = (different: Partial<Letter> = {}): Letter => ({
	to: 'dee@school.example',
	subject: 'Waymark: somebody asked for a new password',
	text: 'Open this:\n\nhttps://waymark.example.org/desk/reset/0123456789abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz',
	...different
});

const ORIGIN = 'https://waymark.example.org';
const MAIL_FROM = 'letters@waymark.example.org';

const bySmtp = (port: number, host = '127.0.0.1', scheme = 'smtp') =>
	readConfig({ ORIGIN, MAIL_FROM, SMTP_URL: `${scheme}://${host}:${port}` });

function intoAFolder() {
	const above = mkdtempSync(join(tmpdir(), 'waymark-mail-'));
	onTestFinished(() => rmSync(above, { recursive: true, force: true }));
	const config = readConfig({ ORIGIN, MAIL_FROM, MAIL_DIR: join(above, 'letters') });
	return { config, above, folder: config.mail.folder };
}

/** The same letter by both ways: as it came to a mail server, and as it lies in the folder. */
async function sentBothWays(different: Partial<Letter> = {}) {
	const { arrived, port } = await aMailServer();
	const { config, folder } = intoAFolder();
	expect(await sendNow(bySmtp(port), letter(different), noon)).toBe('sent');
	expect(await sendNow(config, letter(different), noon)).toBe('sent');
	const [file = ''] = readdirSync(folder);
	return [arrived[0]?.raw ?? '', readFileSync(join(folder, file), 'utf8')] as const;
}

const headersOf = (raw: string) =>
	raw
		.slice(0, raw.indexOf('\r\n\r\n'))
		.split(/\r\n(?![ \t])/)
		.map((line) => line.slice(0, line.indexOf(':')).toLowerCase());

describe('a letter, by the mail server and in the folder alike,', () => {
	test('arrives with its words, its subject, its people and its date', async () => {
		const text = 'Grüße, Zoë – 你好 👋🏽\n\n.A dot first\nFrom here\n' + 'wide '.repeat(300) + '\n';
		const subject = `Ünïcode 🗝️ ${'and rather long '.repeat(12)}`.trim();

		for (const raw of await sentBothWays({ text, subject })) {
			const mail = await parsed(raw);
			expect(mail.text).toBe(text);
			expect(mail.subject).toBe(subject);
			expect(mail.from?.value).toEqual([{ name: 'Waymark', address: MAIL_FROM }]);
			expect(mail.to).toMatchObject({ value: [{ name: '', address: 'dee@school.example' }] });
			expect(mail.date).toEqual(noon);
			expect(mail.attachments).toEqual([]);
		}
	});

	test('keeps a long link in one piece', async () => {
		for (const raw of await sentBothWays())
			expect((await parsed(raw)).text?.split('\n')).toContain(letter().text.split('\n')[2]);
	});

	test('brings its file byte for byte', async () => {
		const content = '{"ä":"👋","long":"' + 'x'.repeat(5_000) + '"}\n\r\n.\r\n\tend';
		const attachment = { name: 'checkpoint-2026.json', type: 'application/json', content };

		for (const raw of await sentBothWays({ attachment })) {
			const mail = await parsed(raw);
			expect(mail.attachments).toHaveLength(1);
			expect(mail.attachments[0]).toMatchObject({
				filename: attachment.name,
				contentType: 'application/json',
				content: Buffer.from(content)
			});
			expect(mail.text).toContain('Open this:');
		}
	});

	test('holds text alone: no HTML, nothing from elsewhere, and no headers but these', async () => {
		for (const raw of await sentBothWays({
			text: `<img src="https://elsewhere.example/x.png">\n${'wide '.repeat(30)}\nnext`
		})) {
			expect(headersOf(raw).sort()).toEqual([
				'auto-submitted',
				'content-transfer-encoding',
				'content-type',
				'date',
				'from',
				'message-id',
				'mime-version',
				'subject',
				'to'
			]);
			expect(raw).toMatch(/^Content-Type: text\/plain; charset=utf-8\r$/m);
			expect((await parsed(raw)).html).toBe(false);
		}
	});

	test('tells nothing of the machine that sent it', async () => {
		const { arrived, port } = await aMailServer();
		await sendNow(bySmtp(port), letter());

		expect(arrived[0]?.greeted).toBe('waymark.example.org');
		for (const raw of [arrived[0]?.raw ?? '', ...(await sentBothWays())]) {
			expect(raw).toMatch(/^Message-ID:\s+<[\w.-]+@waymark\.example\.org>\r$/m);
			expect(raw.toLowerCase()).not.toContain(hostname().toLowerCase());
			expect(raw).not.toMatch(/nodemailer|x-mailer|user-agent|127\.0\.0\.1/i);
		}
	});

	test('has a Message-ID of its own each time', async () => {
		const ids = (
			await Promise.all([...(await sentBothWays()), ...(await sentBothWays())].map(parsed))
		).map(({ messageId }) => messageId);

		expect(new Set(ids).size).toBe(4);
	});
});

describe('nobody can slip in', () => {
	test.each([
		['a line end', 'dee@school.example\r\nBcc: eve@else.example'],
		['a lone line feed', 'dee@school.example\nBcc: eve@else.example'],
		['a line end after it', 'dee@school.example\n'],
		['a second address', 'dee@school.example, eve@else.example'],
		['a second address after a semicolon', 'dee@school.example;eve@else.example'],
		['a second address after a space', 'dee@school.example eve@else.example'],
		['a name that looks like an address', '"dee@school.example" <eve@else.example>'],
		['a name', 'Dee <dee@school.example>'],
		['brackets', '<dee@school.example>'],
		['a comment', 'eve@else.example(dee@school.example)'],
		['a group', 'all:dee@school.example,eve@else.example;'],
		['a quoted name', '"eve@else.example "@school.example'],
		['a route', '@else.example:dee@school.example'],
		['two signs', 'dee@school.example@else.example'],
		['an encoded word', '=?utf-8?q?dee=40school.example=2C?= eve@else.example'],
		['a NUL', 'dee@school.example\0eve@else.example'],
		['a mark of direction', 'dee@\u202eelpmaxe.loohcs'],
		['no address', 'dee'],
		['nothing', ''],
		['a name longer than any', `${'d'.repeat(250)}@school.example`]
	])('%s where the address should be', async (_, to) => {
		const { arrived, port } = await aMailServer();
		const { config, above } = intoAFolder();

		for (const settings of [bySmtp(port), config])
			expect(await sendNow(settings, letter({ to }))).toEqual(
				new NotSent('A letter had no one address to go to')
			);

		expect(arrived).toEqual([]);
		expect(readdirSync(above)).toEqual([]);
	});

	test.each([
		['a line end', 'Hello\r\nBcc: eve@else.example\r\n\r\nNew body'],
		['a lone line feed', 'Hello\nBcc: eve@else.example'],
		['a lone carriage return', 'Hello\rBcc: eve@else.example'],
		[
			'other separators',
			'Hello\u2028Bcc: eve@else.example\u2029\u0085\u000b\u000cBcc: eve@else.example'
		],
		['an encoded line end', '=?utf-8?q?Hello=0D=0ABcc:_eve@else.example?=']
	])('%s in the subject', async (_, subject) => {
		for (const raw of await sentBothWays({ subject })) {
			const mail = await parsed(raw);
			expect(headersOf(raw)).not.toContain('bcc');
			expect(mail.bcc).toBeUndefined();
			expect(mail.subject).toMatch(/^(Hello Bcc: eve|= \?utf-8\?q\?Hello=0D=0ABcc:_eve)/);
			expect(mail.text).toContain('Open this:');
		}
	});

	test('headers by the name or the type of a file', async () => {
		const attachment = {
			name: 'a.json"\r\nBcc: eve@else.example\r\n\r\n',
			type: 'text/html\r\nX-Slipped: in',
			content: '{}'
		};

		for (const raw of await sentBothWays({ attachment })) {
			expect(raw).not.toMatch(/^(bcc|x-slipped):/im);
			expect((await parsed(raw)).attachments).toHaveLength(1);
		}
	});

	test('an end of the message in its words', async () => {
		const text =
			'One\r\n.\r\nMAIL FROM:<eve@else.example>\r\nRCPT TO:<eve@else.example>\r\nDATA\r\nTwo';
		const { arrived, port } = await aMailServer();

		await sendNow(bySmtp(port), letter({ text }));

		expect(arrived.map((each) => each.for)).toEqual([['dee@school.example']]);
		expect((await parsed(arrived[0]?.raw ?? '')).text).toBe(`${text.replaceAll('\r\n', '\n')}\n`);
	});
});

describe('in the folder', () => {
	test('a letter is for this user alone, whole, and nothing else is left there', async () => {
		const { config, folder } = intoAFolder();

		await sendNow(config, letter(), noon);

		expect(statSync(folder).mode & 0o777).toBe(0o700);
		const files = readdirSync(folder);
		expect(files).toEqual([expect.stringMatching(/^20261110T120000000Z\.[\w-]+\.eml$/)]);
		expect(statSync(join(folder, files[0] ?? '')).mode & 0o777).toBe(0o600);
		expect(await lettersIn(folder)).toHaveLength(1);
	});

	test('that is none a letter is not sent, and the answer says why', async () => {
		const { config, folder } = intoAFolder();
		writeFileSync(folder, 'A file in its place');

		const outcome = await sendNow(config, letter());

		expect(outcome).toBeInstanceOf(NotSent);
		expect(outcome).toMatchObject({ cause: { code: 'EEXIST' } });
	});
});

describe('over the wire', () => {
	const trusting = (cert: string) => {
		const before = getCACertificates('default');
		setDefaultCACertificates([...before, cert]);
		onTestFinished(() => setDefaultCACertificates(before));
	};
	// Every address that begins with 127 is this machine, but only 127.0.0.1 is known to be: the other
	// is to Waymark as any server elsewhere.
	const elsewhere = '127.0.0.2';

	test('to this machine a letter goes as it is', async () => {
		const { arrived, port } = await aMailServer();

		expect(await sendNow(bySmtp(port), letter())).toBe('sent');

		expect(arrived).toMatchObject([{ for: ['dee@school.example'], secure: false }]);
	});

	test('to another a letter goes under TLS, with the password only inside it', async () => {
		const { cert, key } = aCertificate(elsewhere);
		trusting(cert);
		const names: unknown[] = [];
		const { arrived, port } = await aMailServer(
			{
				cert,
				key,
				disabledCommands: [],
				onAuth: ({ username, password }, { secure }, done) => {
					names.push({ username, password, secure });
					done(null, { user: username });
				}
			},
			elsewhere
		);

		expect(await sendNow(bySmtp(port, `way%40mark:p%3Ass@${elsewhere}`), letter())).toBe('sent');

		expect(names).toEqual([{ username: 'way@mark', password: 'p:ss', secure: true }]);
		expect(arrived).toMatchObject([{ secure: true }]);
	});

	test('under smtps TLS comes first', async () => {
		const { cert, key } = aCertificate(elsewhere);
		trusting(cert);
		const { arrived, port } = await aMailServer({ cert, key, secure: true }, elsewhere);

		expect(await sendNow(bySmtp(port, elsewhere, 'smtps'), letter())).toBe('sent');

		expect(arrived).toMatchObject([{ secure: true }]);
	});

	test('to another that has no TLS nothing goes', async () => {
		const { arrived, port } = await aMailServer({}, elsewhere);

		expect(await sendNow(bySmtp(port, elsewhere), letter())).toMatchObject({
			cause: { code: 'ETLS' }
		});
		expect(arrived).toEqual([]);
	});

	test.each([
		['that nobody vouches for', ['127.0.0.2'], false],
		['of another name', ['127.0.0.3'], true]
	])('to another with a certificate %s nothing goes', async (_, names, trusted) => {
		const { cert, key } = aCertificate(...names);
		if (trusted) trusting(cert);
		for (const secure of [true, false]) {
			const options = { cert, key, secure, disabledCommands: ['AUTH'] };
			const { arrived, port } = await aMailServer(options, elsewhere);
			const scheme = secure ? 'smtps' : 'smtp';

			expect(await sendNow(bySmtp(port, elsewhere, scheme), letter())).toBeInstanceOf(NotSent);
			expect(arrived).toEqual([]);
		}
	});
});

describe('a mail server', () => {
	test('that refuses is an answer, which names nobody', async () => {
		const onRcptTo = (_: unknown, __: unknown, done: (fault: Error) => void) => done(refusal(550));
		const { port } = await aMailServer({ onRcptTo });

		const outcome = await sendNow(bySmtp(port), letter());

		expect(outcome).toBeInstanceOf(NotSent);
		expect((outcome as NotSent).message).toBe('A letter could not be sent');
		expect(outcome).toMatchObject({ cause: { code: 'EENVELOPE', responseCode: 550 } });
	});

	test('that is not there is an answer', async () => {
		const { port, stop } = await aMailServer();
		await stop();

		expect(await sendNow(bySmtp(port), letter())).toMatchObject({
			name: 'NotSent',
			cause: { code: 'ESOCKET' }
		});
	});
});
