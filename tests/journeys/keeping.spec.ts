import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { inFront } from './in-front.ts';
import { looksRight } from './looks.ts';

const primary = '/lessons/k2-01-friends-who-lift-you-up';
const secondary = '/lessons/k3-04-control-isnt-care';

/** Keeps the lessons of key stage 2, as somebody does on the page. */
async function keepPrimary(page: Page, origin = ''): Promise<void> {
	await page.goto(`${origin}/lessons/offline`);
	await page.getByLabel('Key stage 2').check();
	await page.getByRole('button', { name: 'Keep these on this device' }).click();
	await expect(page.getByRole('status')).toContainText('6 lessons fetched', { timeout: 60_000 });
}

/** Asked for in a window of its own: the page that a browser shows then comes after it has said so. */
async function cannotBeOpened(context: BrowserContext, address: string): Promise<void> {
	const window = await context.newPage();
	await expect(window.goto(address), address).rejects.toThrow('ERR_INTERNET_DISCONNECTED');
	await window.close();
}

/** Every address that the browser keeps in a cache, and the scope of every worker. */
const left = (page: Page) =>
	page.evaluate(async () => {
		const names = await caches.keys();
		const kept = await Promise.all(
			names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url))
		);
		const workers = await navigator.serviceWorker.getRegistrations();
		return {
			kept: kept.flat().map((url) => new URL(url).pathname),
			scopes: workers.map(({ scope }) => new URL(scope).pathname),
			names
		};
	});

/** Whether the browser has this page in the cache that it keeps by itself, of which no page has a list. */
const inItsOwnCache = (page: Page, address: string): Promise<boolean> =>
	page.evaluate(
		(at) =>
			fetch(at, { cache: 'only-if-cached', mode: 'same-origin' })
				.then(({ ok }) => ok)
				.catch(() => false),
		address
	);

test.describe('lessons that are kept on a device', () => {
	test.beforeEach(({ javaScriptEnabled }) => {
		test.skip(javaScriptEnabled === false, 'Only a script keeps lessons in a browser.');
	});

	test('are read with the network cut, activities and all, and nothing but them', async ({
		page,
		context
	}) => {
		await keepPrimary(page);
		await expect(page.getByRole('heading', { name: 'Kept on this device' })).toBeVisible();
		await expect(
			page.getByText(/^6 lessons, [\d.]+ (KB|MB), fetched on \d+ \w+ \d{4}\.$/)
		).toBeVisible();
		await looksRight(page);

		await context.setOffline(true);
		await page.goto(primary);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		const font = () => page.evaluate(() => document.fonts.check('16px Atkinson'));
		expect(await font()).toBe(true);
		const question = page.locator('fieldset:has([data-reply])').first();
		await question.getByRole('radio').first().check();
		await expect(question.locator('[data-reply]:visible')).toHaveCount(1);
		await page.getByRole('link', { name: 'For teachers' }).click();
		await expect(page.getByRole('heading', { name: 'Step by step' })).toBeVisible();
		await page.getByRole('link', { name: 'Present this lesson' }).click();
		const [screen] = await Promise.all([
			context.waitForEvent('page'),
			page.getByRole('button', { name: 'Open the slides' }).click()
		]);
		await page.keyboard.press('PageDown');
		await expect(screen.getByRole('heading', { name: 'Before we start' })).toBeVisible();
		await screen.close();

		// A lesson that was not kept leads to the page that says which are.
		await page.goto(secondary);
		await expect(page).toHaveURL(/\/lessons\/offline$/);
		await page.locator('[data-list]').getByRole('link').first().click();
		await expect(page).toHaveURL(primary);
	});

	test('bring no other door with them: none is answered by the worker, and none is ever kept', async ({
		page,
		context,
		baseURL
	}) => {
		const doors = ['/info', '/desk/sign-in', '/r/x', '/w/x'];
		await keepPrimary(page);
		await page.goto(primary);
		for (const door of [...doors, '/', '/parents', '/lessons', '/lessons/words', '/join']) {
			const answer = await page.goto(door);
			expect(answer?.fromServiceWorker(), door).toBe(false);
		}
		await page.goto('/info');
		await page.getByRole('button', { name: 'Bullying', exact: true }).click();

		await context.setOffline(true);
		for (const door of doors) await cannotBeOpened(context, door);
		await page.goto('/lessons/offline');
		const { kept, scopes } = await left(page);
		expect(scopes).toEqual(['/lessons/']);
		expect(kept.length).toBeGreaterThan(12);
		for (const address of kept)
			expect(address).toMatch(
				/^\/(lessons\/(offline|k2-0\d-[a-z-]+(\/(easy|further|one-at-a-time|parents|teaching|slides|present|cards))?)|_app\/immutable\/assets\/[\w.-]+|icon\.svg)$/
			);
		const sheets = kept.filter((address) => address.startsWith('/_app/'));
		expect(sheets.join()).not.toMatch(/desk|blanking|drafting|info/);
		expect(await context.cookies(baseURL)).toEqual([]);
	});

	test('are taken away with one button: no page, no cache and no worker is left', async ({
		page,
		context
	}) => {
		await keepPrimary(page);
		await page.getByRole('button', { name: 'Take them all away' }).click();
		await expect(page.getByRole('status')).toContainText('Nothing is kept here any more');
		await expect(page.getByRole('heading', { name: 'Kept on this device' })).toBeHidden();
		expect(await left(page)).toEqual({ kept: [], scopes: [], names: [] });
		await expect(page.getByRole('status')).toBeFocused();
		expect(await inItsOwnCache(page, `${primary}/easy`)).toBe(false);

		await page.goto(primary);
		await context.setOffline(true);
		await cannotBeOpened(context, secondary);
		await context.setOffline(false);
		await page.goto('/lessons/offline');
		expect(await left(page)).toEqual({ kept: [], scopes: [], names: [] });
	});

	test('are mended when Waymark is: a new version replaces the old, and a cut line leaves the old whole', async ({
		page,
		baseURL
	}) => {
		const line = await inFront(baseURL ?? '');
		// Whether it comes through is looked at afterwards: on a line that is cut it cannot.
		const update = () =>
			page.evaluate(async () => {
				const [worker] = await navigator.serviceWorker.getRegistrations();
				await worker?.update().catch(() => {});
			});
		const versioned = (version: string) => (text: string) =>
			text.replace(/const version = '\w+'/, `const version = '${version}'`);

		await keepPrimary(page, line.origin);
		const before = await left(page);
		line.mend(primary, (text) => text.replace('</h1>', ', mended</h1>'));
		await page.goto(line.origin + primary);
		await expect(page.getByRole('heading', { level: 1 })).toContainText(', mended');

		// The line fails while the new version fetches: what is kept stays as it was.
		line.mend('/lessons/worker.js', versioned('half'));
		line.mend(`${primary}/teaching`, () => {
			line.cutOff(true);
			return '';
		});
		await update();
		await expect.poll(line.isCut).toBe(true);
		await expect.poll(() => left(page)).toEqual(before);
		await page.goto(line.origin + primary);
		await expect(page.getByRole('heading', { level: 1 })).not.toContainText('mended');

		line.cutOff(false);
		line.mend('/lessons/worker.js', versioned('whole'));
		line.mend(`${primary}/teaching`, (text) => text);
		await page.goto(`${line.origin}/lessons/offline`);
		await update();
		await expect.poll(async () => (await left(page)).names).toEqual(['waymark-lessons-whole']);
		expect((await left(page)).kept.sort()).toEqual(before.kept.sort());
		line.cutOff(true);
		await page.goto(line.origin + primary);
		await expect(page.getByRole('heading', { level: 1 })).toContainText(', mended');
		line.end();
	});

	test('are never kept by looking at them, or at the page that could', async ({ page }) => {
		await page.goto('/lessons/offline');
		await page.goto(primary);
		await page.goto('/lessons/offline');
		await page.getByRole('button', { name: 'Keep these on this device' }).click();
		await expect(page.getByRole('status')).toHaveText('Tick which lessons first.');
		expect(await left(page)).toEqual({ kept: [], scopes: [], names: [] });
	});
});

test('the page about lessons without a network says what there is, and where no script runs that the ZIP is the way', async ({
	page,
	javaScriptEnabled
}) => {
	await page.goto('/lessons');
	await page.getByRole('link', { name: 'Without a network' }).click();
	await expect(page.getByRole('link', { name: /^All lessons \(ZIP, [\d.]+ MB\)$/ })).toBeVisible();
	await expect(page.getByText('Whoever has the stick or the device can find')).toBeVisible();
	const button = page.getByRole('button', { name: 'Keep these on this device' });
	const way = page.getByText('Your browser runs no script here');
	await expect(button).toBeVisible({ visible: javaScriptEnabled !== false });
	await expect(way).toBeVisible({ visible: javaScriptEnabled === false });
	await looksRight(page, javaScriptEnabled);
});

test('a lesson and its teacher’s page lead there quietly, and have no script themselves', async ({
	page
}) => {
	for (const [address, name] of [
		[secondary, 'Without a network'],
		[`${secondary}/teaching`, 'Without a network']
	] as const) {
		await page.goto(address);
		await expect(page.locator('script')).toHaveCount(0);
		await page.getByRole('link', { name }).click();
		await expect(page).toHaveURL('/lessons/offline');
	}
});

test('the ZIPs that are offered are there', async ({ page, request }) => {
	await page.goto('/lessons/offline');
	const links = await page.getByRole('link', { name: /ZIP/ }).all();
	const offered = await Promise.all(links.map((link) => link.getAttribute('href')));
	const zips = offered.filter((address) => address?.endsWith('.zip'));
	expect(zips).toHaveLength(33);
	for (const address of zips) {
		const answer = await request.get(address ?? '');
		expect(answer.status(), address ?? '').toBe(200);
		expect(answer.headers()['content-type']).toBe('application/zip');
		expect((await answer.body()).subarray(0, 2).toString()).toBe('PK');
	}
});
