import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { password } from '#lib/server/demonstration/people.ts';
import { dee } from './people.ts';

/** A server of its own on a school whose ledger cannot be written, and everything it has logged. */
async function withoutLedger(): Promise<{
	address: string;
	logged: () => string;
	stop: () => Promise<void>;
}> {
	const dataDir = mkdtempSync(join(tmpdir(), 'waymark-fault-'));
	const port = String(41_000 + Math.floor(Math.random() * 8_000));
	const address = `http://localhost:${port}`;
	const env = { ...process.env, DATA_DIR: dataDir, PORT: port, ORIGIN: address };
	const seeded = spawnSync(process.execPath, ['tests/journeys/break-ledger.ts'], { env });
	expect(seeded.stderr.toString()).toBe('');

	let logged = '';
	const server = spawn(process.execPath, ['src/server.ts'], { env });
	server.stdout.on('data', (part: Buffer) => (logged += part.toString()));
	server.stderr.on('data', (part: Buffer) => (logged += part.toString()));
	await expect.poll(() => logged).toContain('Waymark is at');
	return {
		address,
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
	const { address, logged, stop } = await withoutLedger();
	try {
		const page = await (await browser.newContext({ baseURL: address })).newPage();
		await enter(page);
		await page.goto('/desk/concerns/new');
		await page.getByLabel('Who is it about?').fill('Marker\n    at Marker (marker.ts:1:1)');
		const answered = page.waitForResponse((one) => one.request().method() === 'POST');
		await page.getByRole('button', { name: 'Find' }).click();
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

test('where the ledger cannot be written, nothing private is shown', async ({ browser }) => {
	const { address, stop } = await withoutLedger();
	try {
		const page = await (await browser.newContext({ baseURL: address })).newPage();
		await enter(page);
		for (const path of ['/desk', '/desk/concerns', '/desk/cases'])
			expect((await page.goto(path))?.status()).toBe(500);
	} finally {
		await stop();
	}
});

/** Signs in, without waiting for a desk that cannot be shown. */
async function enter(page: Page): Promise<void> {
	await page.goto('/desk/sign-in');
	await page.getByLabel('E-mail address').fill(dee);
	await page.getByLabel('Password').fill(password);
	await page.getByRole('button', { name: 'Sign in' }).click();
	await expect(page).toHaveURL(/\/desk$/);
}
