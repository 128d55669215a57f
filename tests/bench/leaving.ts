// `npm run bench:leaving`: from the press to nothing readable, in a browser slowed four times, 200 presses
// with a network and 200 with it cut. The neutral site is kept waiting, so that the page's own frame is seen.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../../scripts/browser.js';
import { serve } from '../http/serving.ts';
import { aProfile, openOn, type Own } from '../journeys/leaving.ts';

const presses = 200;
const slowed = 4;

/** Runs in the page before anything of it, and says when it is empty and when the empty page was drawn. */
function watch(): void {
	let pressed = 0;
	const press = (event: Event) => (pressed = event.timeStamp);
	addEventListener('keydown', press, true);
	addEventListener('click', press, true);
	new MutationObserver(() => {
		if (!pressed || document.documentElement.childElementCount > 0) return;
		const emptied = performance.now() - pressed;
		requestAnimationFrame(() => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => console.log(`${emptied} ${performance.now() - pressed}`);
			port2.postMessage(0);
		});
	}).observe(document, { childList: true, subtree: true });
}

async function leave({ page, context, answer }: Own, at: string, by: number, cut: boolean) {
	await context.clearCookies();
	await page.goto(at);
	if (cut) await context.setOffline(true);
	const drawn = page.waitForEvent('console');
	// Pressed by its place: a click that is asked for by name waits until the next page has come.
	const { x = 0, y = 0 } = (await page.locator('a[data-to]').boundingBox()) ?? {};
	if (by % 2 === 0) await page.mouse.click(x + 5, y + 5);
	else for (let press = 0; press < 3; press += 1) await page.keyboard.press('Escape');
	const [emptied = NaN, painted = NaN] = (await drawn).text().split(' ').map(Number);
	answer();
	await page.waitForURL((url) => !url.href.startsWith(at)).catch(() => undefined);
	if (cut) await context.setOffline(false);
	return { emptied, painted };
}

/** The time under which this share of the presses stayed, in milliseconds. */
function within(times: number[], share: number): number {
	const sorted = [...times].sort((one, other) => one - other);
	return sorted[Math.ceil(sorted.length * share) - 1] ?? NaN;
}

process.env.JOURNEYS_BROWSER = JSON.stringify(await findBrowser());
const dataDir = mkdtempSync(join(tmpdir(), 'waymark-leaving-'));
const profile = aProfile();
const server = await serve(dataDir);
const own = await openOn(profile, { script: true, slow: true });
await own.page.addInitScript(watch);
await own.cdp.send('Emulation.setCPUThrottlingRate', { rate: slowed });
try {
	for (const cut of [false, true]) {
		const times = [];
		for (let by = 0; by < presses; by += 1)
			times.push(await leave(own, `${server.origin}/info`, by, cut));
		for (const what of ['emptied', 'painted'] as const) {
			const all = times.map((each) => each[what]);
			const [half, most, worst] = [0.5, 0.99, 1].map((share) => within(all, share).toFixed(1));
			console.log(
				`${cut ? 'network cut' : 'network there'}, ${what}: half within ${half} ms, 99 in 100 within ${most} ms, all within ${worst} ms`
			);
		}
	}
} finally {
	await own.close();
	await server.end();
	for (const folder of [profile, dataDir]) rmSync(folder, { recursive: true, force: true });
}
