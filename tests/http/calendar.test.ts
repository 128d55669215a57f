import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve } from './serving.ts';
import { prepare } from './world.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'waymark-calendar-'));

let server: Awaited<ReturnType<typeof serve>>;
let cookie = '';

beforeAll(async () => {
	const { cookieOf } = await prepare(dataDir);
	cookie = cookieOf['moss-lead-stranger fresh'] ?? '';
	server = await serve(dataDir);
}, 120_000);

afterAll(async () => {
	await server.end();
	rmSync(dataDir, { recursive: true, force: true });
});

test('a calendar is shown to whoever has its address, is kept nowhere, and names nobody', async () => {
	const made = await server.ask('/desk/account/calendar?/make', {
		method: 'POST',
		cookie,
		form: {}
	});
	const path = /\/calendar\/[\w-]+\.ics/.exec(made.body)?.[0] ?? 'none';

	const shown = await server.ask(path);

	expect(shown.status).toBe(200);
	expect(shown.headers).toMatchObject({
		'content-type': 'text/calendar; charset=utf-8',
		'cache-control': 'no-store'
	});
	expect(shown.headers['set-cookie']).toBeUndefined();
	expect(shown.body).toMatch(/^BEGIN:VCALENDAR/);
	expect(shown.body).not.toMatch(/mossgate|rookstone|tutor/i);
	const again = await server.ask('/desk/account/calendar', { cookie });
	expect(again.body).not.toContain(path);
});

test('any other address leads nowhere, and says nothing', async () => {
	for (const path of ['/calendar/x', '/calendar/x.ics', `/calendar/${'a'.repeat(43)}.ics`])
		expect((await server.ask(path)).status).toBe(404);
});
