import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { password } from '#lib/server/demonstration/people.ts';
import { freePort } from '../ports.ts';
import { dee } from './people.ts';

/** What a house whose ledgers cannot be written leaves to knock with. */
type Broken = {
	cookies: Record<string, string>;
	references: Record<string, string>;
	routes: Record<string, Opening>;
};

/** A server of its own on a house where one table cannot be written, and everything it has logged. */
async function without(table: string): Promise<{
	address: string;
	broken: Broken;
	logged: () => string;
	stop: () => Promise<void>;
}> {
	const dataDir = mkdtempSync(join(tmpdir(), 'waymark-fault-'));
	const port = String(await freePort());
	const address = `http://localhost:${port}`;
	const env = { ...process.env, DATA_DIR: dataDir, PORT: port, ORIGIN: address };
	const seeded = spawnSync(process.execPath, ['tests/journeys/break-ledger.ts', table], { env });
	expect(seeded.stderr.toString()).toBe('');

	let logged = '';
	const server = spawn(process.execPath, ['src/server.ts'], { env });
	server.stdout.on('data', (part: Buffer) => (logged += part.toString()));
	server.stderr.on('data', (part: Buffer) => (logged += part.toString()));
	await expect.poll(() => logged, { timeout: 30_000 }).toContain('Waymark is at');
	return {
		address,
		broken: JSON.parse(seeded.stdout.toString()) as Broken,
		logged: () => logged,
		stop: async () => {
			await ended(server);
			rmSync(dataDir, { recursive: true, force: true });
		}
	};
}

const ended = (server: ChildProcess): Promise<void> =>
	new Promise((resolve) => {
		server.on('exit', () => resolve());
		server.kill('SIGTERM');
	});

test('a fault shows a reference that the log has too, and nothing that was typed is logged', async ({
	browser
}) => {
	const { address, broken, logged, stop } = await without('concerns');
	try {
		const page = await (await browser.newContext({ baseURL: address })).newPage();
		const [name = '', value = ''] = (broken.cookies[dee] ?? '').split('=');
		await page.context().addCookies([{ name, value, url: `${address}/desk` }]);
		await page.goto('/desk/concerns/new');
		await page.getByLabel('Who is it about?').fill('li');
		await page.getByRole('button', { name: 'Find' }).click();
		await page
			.getByRole('group', { name: 'Choose the child' })
			.getByRole('checkbox')
			.first()
			.check();
		await page.getByLabel('Where?').fill('Marker');
		await page
			.getByLabel('What did you see or hear?')
			.fill('Marker\n    at Marker (marker.ts:1:1)');
		await page.getByLabel('The child’s own words').fill('Marker');
		await page.getByRole('radio', { name: 'Today' }).check();
		// The page itself may be keeping a draft meanwhile.
		const answered = page.waitForResponse(
			(one) => one.request().method() === 'POST' && one.request().isNavigationRequest()
		);
		await page.getByRole('button', { name: 'Log this concern' }).click();
		expect((await answered).status()).toBe(500);

		const reference = /[0-9a-f]{8}/.exec((await page.locator('main').textContent()) ?? '')?.[0];
		expect(reference).toBeDefined();
		expect(logged()).toContain(reference);
		expect(logged()).not.toMatch(/marker/i);
		expect(logged()).not.toContain(dee);
	} finally {
		await stop();
	}
});

type Opening = 'anyone' | Record<string, string>;

/** Every address and method behind the desk that asks for an act, on records that are there. */
function privateRoutes({ routes, references }: Broken): [method: string, path: string][] {
	return Object.entries(routes).flatMap(([id, opening]) => {
		if (!id.startsWith('/(desk)') || opening === 'anyone') return [];
		const methods = Object.keys(opening).filter((method) => opening[method] !== 'anyone');
		if (methods.length === 0) return [];
		const path = id.replace('/(desk)', '').replace(/^([^[]*)\/\[[^\]]+\]/, (_, under: string) => {
			expect(Object.keys(references)).toContain(under);
			return `${under}/${references[under]}`;
		});
		// What lies under a record may be there or not: neither may be shown.
		const whole = path
			.replace('[id=id]', references['/desk/people'] ?? '')
			.replace('[question=number]', '1')
			.replace('[format=format]', 'fhir')
			.replace('[step=step]', path.startsWith('/desk/inbox/') ? 'acceptance' : 'withdrawal');
		return methods.map((method): [string, string] => [method, whole]);
	});
}

test('where the ledger cannot be written, nothing private is shown to anybody', async () => {
	const { address, broken, stop } = await without('ledger');
	try {
		const all = privateRoutes(broken);
		expect(all.length).toBeGreaterThan(15);
		expect(all.filter(([, path]) => path.includes('['))).toEqual([]);
		for (const [who, cookie] of Object.entries(broken.cookies))
			for (const [method, path] of all) {
				const response = await fetch(`${address}${path}`, {
					method,
					redirect: 'manual',
					headers: { cookie, 'sec-fetch-site': 'same-origin' },
					body: method === 'POST' ? new URLSearchParams() : undefined
				});
				expect(`${who} ${method} ${path} ${response.status}`).toBe(`${who} ${method} ${path} 500`);
			}
	} finally {
		await stop();
	}
});

test('where the ledger cannot be written, nobody is let in', async ({ page }) => {
	const { address, stop } = await without('ledger');
	try {
		await page.goto(`${address}/desk/sign-in`);
		await page.getByLabel('E-mail address').fill(dee);
		await page.getByLabel('Password').fill(password);
		const answered = page.waitForResponse((one) => one.request().method() === 'POST');
		await page.getByRole('button', { name: 'Sign in' }).click();
		expect((await answered).status()).toBe(303);
		await expect(page.getByRole('heading', { name: 'Something went wrong' })).toBeVisible();
		await page.goto(`${address}/desk/concerns/new`);
		await expect(page.getByRole('heading', { name: 'Something went wrong' })).toBeVisible();
	} finally {
		await stop();
	}
});
