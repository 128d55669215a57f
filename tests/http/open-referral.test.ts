import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve } from './serving.ts';
import { prepare } from './world.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'waymark-feed-'));

let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
	await prepare(dataDir);
	server = await serve(dataDir);
}, 120_000);

afterAll(async () => {
	await server.end();
	rmSync(dataDir, { recursive: true, force: true });
});

const open = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };

test.each([
	['', 200],
	['/', 200],
	['/services', 200],
	['/services?page=2&per_page=1', 200],
	['/taxonomies', 200],
	['/taxonomy_terms', 200],
	['/service_at_locations', 200],
	['/services?page=0', 400],
	['/services/00000000-0000-4000-8000-000000000000', 404],
	['/nowhere', 404],
	['/services/x/y/z', 404],
	['/%00', 404],
	['/%E0%A4%A', 400]
])('every site may read what “%s” answers, which is %i', async (path, status) => {
	const answer = await server.ask(`/open-referral${path}`, {
		headers: { origin: 'https://other.example' }
	});
	const led = answer.status === 308 ? await server.ask(answer.location) : answer;
	expect(led.status).toBe(status);
	for (const each of [answer, led]) expect(each.headers).toMatchObject(open);
	expect(led.headers['set-cookie']).toBeUndefined();
	if (status === 200) expect(JSON.parse(led.body)).toBeTypeOf('object');
});

test('it is only read, and what is known already is not sent again', async () => {
	for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
		const answer = await server.ask('/open-referral/services', { method });
		expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([405, '*']);
	}
	const { headers } = await server.ask('/open-referral/services');
	const again = await server.ask('/open-referral/services', {
		headers: { 'if-none-match': headers.etag ?? '' }
	});
	expect(again).toMatchObject({ status: 304, body: '' });
	expect(again.headers).toMatchObject(open);
});

test('no other door is open to other sites', async () => {
	for (const path of ['/', '/info', '/desk/sign-in', '/open-referralx'])
		expect((await server.ask(path)).headers['access-control-allow-origin']).toBeUndefined();
});

test('a fault is said in JSON to every site, and says nothing of itself', async () => {
	const client = createClient({ url: `file:${dataDir}/public.db` });
	await client.execute('alter table services rename to services_gone');
	const answer = await server.ask('/open-referral/services');
	await client.execute('alter table services_gone rename to services');
	client.close();

	expect(answer.status).toBe(500);
	expect(answer.headers).toMatchObject(open);
	expect(JSON.parse(answer.body)).toMatchObject({ message: 'Something went wrong on our side.' });
	expect(answer.body).not.toMatch(/sqlite|services_gone|select/i);
});
