import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/browser.js';
import { freePort } from './tests/ports.ts';

// Chosen once by the first process to read this file, and handed on to the server and the workers.
process.env.JOURNEYS_PORT ??= String(await freePort());
process.env.JOURNEYS_DATA ??= mkdtempSync(join(tmpdir(), 'waymark-journeys-'));
process.env.JOURNEYS_BROWSER ??= JSON.stringify(await findBrowser());
const browser = JSON.parse(process.env.JOURNEYS_BROWSER) as Awaited<ReturnType<typeof findBrowser>>;
const address = `http://localhost:${process.env.JOURNEYS_PORT}`;

export default defineConfig({
	testDir: 'tests/journeys',
	outputDir: 'test-results',
	reporter: process.env.CI ? 'dot' : 'list',
	forbidOnly: true,
	workers: 2,
	fullyParallel: true,
	timeout: 120_000,
	use: {
		baseURL: address,
		launchOptions: {
			executablePath: browser.executablePath,
			env: { ...process.env, ...browser.env } as Record<string, string>,
			// Our own arguments: the package's defaults switch web security off.
			args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
		}
	},
	projects: [
		{ name: 'with script', testMatch: '**/*.spec.ts' },
		{
			name: 'without script',
			testMatch: '**/*.spec.ts',
			// axe is itself a script, and what it finds does not depend on whether the page may run one.
			testIgnore: '**/pages.spec.ts',
			use: { javaScriptEnabled: false }
		}
	],
	webServer: {
		command: 'node tests/journeys/server.js',
		url: address,
		stdout: 'ignore',
		// It makes a school and signs everybody in many times, on machines that are shared.
		timeout: 240_000
	}
});
