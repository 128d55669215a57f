// `npm run bench:lighthouse [ADDRESS…]`: every template of the learn door by Lighthouse’s mobile profile (a slow
// telephone on a slow line), the middle of five runs of each.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { findBrowser } from '../../scripts/browser.js';
import { serve } from '../http/serving.ts';
import { freePort } from '../ports.ts';

const runs = 5;
const lesson = '/lessons/k3-04-control-isnt-care';
const templates = [
	...['/', '/lessons', lesson, `${lesson}/one-at-a-time`, `${lesson}/easy`, `${lesson}/further`],
	...[`${lesson}/listen`, `${lesson}/parents`, `${lesson}/teaching`, '/lessons/coverage'],
	...[`${lesson}/slides`, `${lesson}/present`, `${lesson}/cards`],
	...['/lessons/words', '/lessons/form', '/lessons/offline', '/parents', '/about', '/hidden']
];
const limits = { performance: 98, accessibility: 100, paint: 1_500 };

type Seen = { performance: number; accessibility: number; paint: number };

async function look(address: string, port: number): Promise<Seen> {
	const looked = await lighthouse(address, {
		port,
		logLevel: 'error',
		onlyCategories: ['performance', 'accessibility']
	});
	const { categories, audits } = looked?.lhr ?? {};
	return {
		performance: Math.round(100 * (categories?.performance?.score ?? NaN)),
		accessibility: Math.round(100 * (categories?.accessibility?.score ?? NaN)),
		paint: Math.round(audits?.['largest-contentful-paint']?.numericValue ?? NaN)
	};
}

/** The middle of what was seen. */
function middle(seen: Seen[], what: keyof Seen): number {
	const sorted = seen.map((each) => each[what]).sort((one, other) => one - other);
	return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

const dataDir = mkdtempSync(join(tmpdir(), 'waymark-lighthouse-'));
const server = await serve(dataDir);
const { executablePath, env } = await findBrowser();
const port = await freePort();
const browser = await chromium.launch({
	executablePath,
	env: { ...process.env, ...env } as Record<string, string>,
	args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`]
});
let missed = 0;
try {
	for (const template of process.argv.length > 2 ? process.argv.slice(2) : templates) {
		const seen: Seen[] = [];
		while (seen.length < runs) seen.push(await look(`${server.origin}${template}`, port));
		const performance = middle(seen, 'performance');
		const accessibility = middle(seen, 'accessibility');
		const paint = middle(seen, 'paint');
		const held =
			performance >= limits.performance &&
			accessibility >= limits.accessibility &&
			paint <= limits.paint;
		if (!held) missed += 1;
		console.log(
			`${template}: performance ${performance}, accessibility ${accessibility}, largest paint ${paint} ms${held ? '' : ' – missed'}`
		);
	}
} finally {
	await browser.close();
	await server.end();
	rmSync(dataDir, { recursive: true, force: true });
}
process.exit(missed > 0 ? 1 : 0);
