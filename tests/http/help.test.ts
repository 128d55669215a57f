import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve } from './serving.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'waymark-help-'));
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => void (server = await serve(dataDir)), 60_000);
afterAll(async () => {
	await server.end();
	rmSync(dataDir, { recursive: true, force: true });
});

const first = 'What is it about?';
const tokensOf = (html: string) =>
	[...html.matchAll(/name="go" value="([\w-]+)"/g)].map(([, go]) => go ?? '');

test('every answer of the help door is kept nowhere, and sets no cookie', async () => {
	const [go = ''] = tokensOf((await server.ask('/info')).body);
	for (const asking of [{}, { method: 'POST', form: { go } }, { method: 'POST' }]) {
		const { status, headers } = await server.ask('/info', asking);
		expect(status).toBe(200);
		expect(headers['cache-control']).toBe('no-store');
		expect(headers['set-cookie']).toBeUndefined();
	}
});

test('a form that is none of ours, or none at all, is met with the first question, and not with an error', async () => {
	for (const body of ['', 'go=nonsense&age=%00', '--X broken'])
		for (const type of [
			'application/x-www-form-urlencoded',
			'text/plain',
			'application/octet-stream',
			'application/json',
			'multipart/form-data; boundary=X'
		]) {
			const headers = { accept: 'text/html', 'content-type': type };
			const answer = await fetch(`${server.origin}/info`, { method: 'POST', headers, body });
			expect([answer.status, (await answer.text()).includes(first)]).toEqual([200, true]);
		}
});

test('the code of no school leads to the door of everybody', async () => {
	const { status, body } = await server.ask('/info/ABC234');
	expect(status).toBe(200);
	expect(body).toContain(first);
});

test('the way out sets a cookie that names nothing, and what is asked after it is plain', async () => {
	const [go = ''] = tokensOf((await server.ask('/info')).body);
	for (const address of ['/info/next', '/info/next/ABC234']) {
		const { status, location, headers } = await server.ask(address);
		expect([status, location]).toEqual([303, 'https://www.bbc.co.uk/weather']);
		const [set = ''] = headers['set-cookie'] ?? [];
		expect(set).toMatch(/^seen=\d+; Path=\/info; Max-Age=3600; SameSite=Lax$/);

		const [cookie = ''] = set.split(';');
		for (const asking of [{}, { method: 'POST', form: { go } }]) {
			const { body } = await server.ask('/info', { ...asking, cookie });
			expect(body).toContain('Go on');
			expect(body).not.toContain(first);
		}
		const [again = ''] = tokensOf((await server.ask('/info', { cookie })).body);
		expect(
			(await server.ask('/info', { method: 'POST', form: { go: again }, cookie })).body
		).toContain(first);
	}
});
