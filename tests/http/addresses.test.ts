import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routes } from '#lib/server/access/index.ts';
import { readConfig } from '#lib/server/config.ts';
import { openHouse } from '#lib/server/organisations/index.ts';
import { formsOf, formsOfAddress, inDatabases, inFiles, inText, type Found } from './marked.ts';
import { serve, type Answer, type Asking } from './serving.ts';
import { prepare, type Objects } from './world.ts';

// Nobody has an address of 203.0.113.0/24 (RFC 5737): a proxy says that it comes from there.
const forwarded = '203.0.113.77';
// All of 127.0.0.0/8 is this machine, where it is Linux: the server sees this one at the other end.
const peer = process.platform === 'linux' ? '127.77.66.55' : '127.0.0.1';
const agent = 'Marked-Agent-5d1f0c';

const marked: Record<string, string> = {
	'x-forwarded-for': `${forwarded}, 10.0.0.1`,
	forwarded: `for=${forwarded};proto=https`,
	'x-real-ip': forwarded,
	'x-client-ip': forwarded,
	'true-client-ip': forwarded,
	'cf-connecting-ip': forwarded,
	'user-agent': `Mozilla/5.0 (${agent})`
};

const marks = {
	'the address that a proxy names': formsOfAddress(forwarded),
	'the address at the other end': formsOfAddress(peer),
	'the name of the browser': formsOf(agent)
};

const dataDir = mkdtempSync(join(tmpdir(), 'waymark-addresses-'));
const backup = `${dataDir}-backup`;
const password = 'gorse lantern kettle';
const leadsEmail = 'moss-lead-stranger@example.org';

let server: Awaited<ReturnType<typeof serve>>;
let objects: Objects;
let cookieOf: Record<string, string>;
let said = '';
const statuses = new Set<number>();
const knockedOn = new Set<string>();
const answered: { from: string; says: string }[] = [];

beforeAll(async () => {
	({ objects, cookieOf } = await prepare(dataDir));
	await breakConcerns();
	// The server is told to believe what the proxy says, as it would be behind one.
	server = await serve(dataDir, { HOST: '127.0.0.1', ADDRESS_HEADER: 'x-forwarded-for' });
	await everyRoute();
	await whatLeadsNowhere();
	await tooMuch();
	await whatGoesWrong();
	await overTheLimits();
	await whatIsWrittenDown();
	await server.end();
	said = server.said.join('');
	// SECURITY.md: to make a backup, stop the server and copy the folder.
	cpSync(dataDir, backup, { recursive: true });
}, 480_000);

afterAll(() => {
	for (const folder of [dataDir, backup]) rmSync(folder, { recursive: true, force: true });
});

/** From here on no concern can be written down about one place: whoever tries meets a fault of ours. */
async function breakConcerns(): Promise<void> {
	const house = await openHouse(readConfig({ DATA_DIR: dataDir }));
	const { db, release } = await house.lease('moss');
	await db.run(
		`create trigger unwritable before insert on concerns when new.place = 'Bog' begin select raise(abort, 'unwritable'); end`
	);
	release();
	await house.close();
}

async function knock(path: string, asking: Asking = {}): Promise<Answer> {
	const headers = { ...marked, ...asking.headers };
	const answer = await server.ask(path, { ...asking, headers, from: peer });
	statuses.add(answer.status);
	answered.push({
		from: `${asking.method ?? 'GET'} ${path}`,
		says: JSON.stringify(answer)
	});
	return answer;
}

const send = (path: string, form: Record<string, string>, cookie?: string) =>
	knock(path, { method: 'POST', form, cookie });

const kindOf: [within: string, kind: keyof Objects][] = [
	['/concerns/', 'concerns'],
	['/cases/', 'cases'],
	['/referrals/', 'referrals'],
	['/inbox/', 'received'],
	['/people/', 'people'],
	['/groups/', 'groups']
];

/** An address that a route answers, with a record that is there. */
function addressOf(route: string): string {
	const [, kind = 'concerns' as const] = kindOf.find(([within]) => route.includes(within)) ?? [];
	return (
		route
			.replaceAll(/\/\([a-z]+\)/g, '')
			.replace('[lesson]', 'k3-04-control-isnt-care')
			.replace('[number]', '1')
			.replace('[token]', 'made-up')
			.replace(/\[\w+=(?:reference|id)\]/, objects[kind].open) || '/'
	);
}

const everyMethod = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

// These end or hide the session that sends them, and come last.
const ending = ['/desk/sign-out', '/desk/away'];

async function everyRoute(): Promise<void> {
	const who = [
		undefined,
		'moss-lead-stranger fresh',
		'moss-staff-stranger stale',
		'lantern-worker-stranger fresh'
	];
	for (const route of Object.keys(routes)) {
		const path = addressOf(route);
		knockedOn.add(route);
		for (const name of who)
			for (const method of name ? ['GET', 'POST'] : everyMethod) {
				if (name && method === 'POST' && ending.includes(path)) continue;
				await knock(path, { method, cookie: name && cookieOf[name] });
			}
	}
}

async function whatLeadsNowhere(): Promise<void> {
	const cookie = cookieOf['moss-lead-stranger fresh'];
	for (const path of [
		...['/nothing', '/info/nothing', '/lessons/nothing', '/desk/nothing', '/_app/nothing.js'],
		...[
			'/%E0%A4%A',
			'/desk/%E0%A4%A',
			'/desk/cases/K-0000-0000',
			'/../../etc/passwd',
			'/favicon.ico'
		]
	])
		for (const who of [undefined, cookie]) await knock(path, { cookie: who });
}

/** More than is read, said beforehand or not; and headers that are too long. */
async function tooMuch(): Promise<void> {
	const form = { email: 'x'.repeat(600_000) };
	for (const path of ['/desk/sign-in', '/info', '/nothing']) {
		// Said and not sent, so that nothing is on its way when the server hangs up.
		await knock(path, { method: 'POST', headers: { 'content-length': '600000' } });
		await orCutOff(send(path, form));
		const headers = { 'transfer-encoding': 'chunked' };
		await orCutOff(knock(path, { method: 'POST', form, headers }));
	}
	await orCutOff(knock('/', { headers: { 'x-long': 'x'.repeat(20_000) } }));
}

/** The server hangs up on who sends too much, and what it said may be lost with what was still on its way. */
async function orCutOff(asking: Promise<unknown>): Promise<void> {
	await asking.catch((fault: NodeJS.ErrnoException) => {
		if (fault.code !== 'ECONNRESET' && fault.code !== 'EPIPE') throw fault;
	});
}

async function whatGoesWrong(): Promise<void> {
	const fault = await send(
		'/desk/concerns/new?/log',
		aConcern('Bog'),
		cookieOf['moss-lead-stranger fresh']
	);
	expect(fault.status).toBe(500);
	const foreign = { 'sec-fetch-site': 'cross-site' };
	await knock('/desk/sign-in', { method: 'POST', form: {}, headers: foreign });
	for (const garbage of [
		'NOT HTTP AT ALL\r\n\r\n',
		'GET / HTTP/9.9\r\n\r\n',
		'GET /\0 HTTP/1.1\r\n\r\n'
	])
		await raw(garbage);
}

/** Guesses, until they have to wait. */
async function overTheLimits(): Promise<void> {
	const stale = cookieOf['moss-lead-stranger stale'];
	for (let guess = 0; guess < 8; guess += 1) {
		await send('/desk/sign-in', { email: leadsEmail, password: 'wrong' });
		await send('/desk/forgotten', { email: leadsEmail });
		await send('/desk/step-up', { code: '000000' }, stale);
		await send('/desk/sign-in/second', { code: '000000' }, cookieOf['moss-lead-stranger half']);
	}
}

/** What leaves rows behind: a session, a draft, a concern, an invitation, a hidden desk. */
async function whatIsWrittenDown(): Promise<void> {
	const email = 'heath-staff-stranger@example.org';
	const { headers } = await send('/desk/sign-in', { email, password });
	expect(headers['set-cookie']?.join()).toContain('wm');
	const lead = cookieOf['moss-lead-stranger fresh'];
	const heath = cookieOf['heath-lead-stranger fresh'];
	const written = await send('/desk/concerns/new?/log', aConcern('Gate'), lead);
	await send('/desk/drafts?form=/desk/concerns/new', { seenOrHeard: 'A draft.' }, lead);
	await send('/desk/people/new', { email: 'new@example.org', name: 'New', roles: 'teacher' }, lead);
	await send('/desk/away?/hide', {}, lead);
	await send('/desk/sign-out', {}, heath);
	expect(written.status).toBe(303);
}

const aConcern = (place: string) => ({
	key: crypto.randomUUID(),
	pupils: 'pupil-1',
	childsWords: 'The bus.',
	noticedDay: '10',
	noticedMonth: '11',
	noticedYear: '2025',
	place,
	seenOrHeard: 'Came in late.',
	doneAlready: 'Nothing yet.',
	urgency: 'same day'
});

/** What is no request at all. */
const raw = (words: string): Promise<void> =>
	new Promise((done) => {
		const { hostname, port } = new URL(server.origin);
		const socket = connect({ host: hostname, port: Number(port), localAddress: peer, family: 4 });
		socket.on('error', () => done()).on('close', () => done());
		socket.resume().end(words);
	});

test('every route was knocked on, and what can go wrong went wrong', () => {
	expect([...knockedOn].sort()).toEqual(Object.keys(routes).sort());
	for (const status of [200, 303, 403, 404, 413, 422, 429, 500])
		expect([...statuses], `no answer was ${status}`).toContain(status);
	expect(answered.length).toBeGreaterThan(Object.keys(routes).length * 12);
});

describe.each(Object.entries(marks))('%s is found', (_, forms) => {
	test('nowhere in what the server says of itself', () => {
		expect(said).toContain('"fault"');
		expect(inText('log', said, forms)).toEqual([]);
	});

	test.each([
		['the data folder', dataDir],
		['its backup', backup]
	])('in no file of %s', (_where, folder) => {
		expect(inFiles(folder, forms)).toEqual([]);
	});

	test.each([
		['the data folder', dataDir],
		['its backup', backup]
	])('in no column of any database of %s', async (_where, folder) => {
		const { rows, found } = await inDatabases(folder, forms);

		expect(found).toEqual([]);
		expect(rows).toBeGreaterThan(100);
	});

	test('in no answer', () => {
		const found = answered.flatMap(({ from, says }): Found[] => inText(from, says, forms));

		expect(found).toEqual([]);
	});
});

describe('the search can find', () => {
	test('an e-mail address that is stored, in the database that it is encrypted in', async () => {
		const { found } = await inDatabases(backup, formsOf(leadsEmail));

		expect(found).toContainEqual({ in: 'platform, accounts.email', as: 'text' });
		expect(inFiles(backup, formsOf(leadsEmail)).filter((each) => each.in.endsWith('.db'))).toEqual(
			[]
		);
	});

	test('what somebody typed while the marks were sent', async () => {
		const { found } = await inDatabases(dataDir, formsOf('Came in late.'));

		expect(found).toContainEqual({ in: 'moss, concerns.seen_or_heard', as: 'text' });
	});

	test('an e-mail address in a letter, among the files', () => {
		const found = inFiles(dataDir, formsOf(leadsEmail));

		expect(found.some((each) => each.in.startsWith('mail/'))).toBe(true);
	});

	test('an address in any of the forms it may be written in', () => {
		const forms = formsOfAddress(forwarded);
		for (const [as, form] of forms) {
			expect(inText('log', `before ${form.toString()} after`, forms), as).toContainEqual({
				in: 'log',
				as
			});
		}
		expect(inText('log', `::ffff:${forwarded}`, forms)).toContainEqual({ in: 'log', as: 'text' });
	});
});
