import { expect, test, type Page } from '@playwright/test';
import { password } from '#lib/server/demonstration/index.ts';
import { amal, atTheDesk, dee } from './people.ts';

const hidden = (page: Page) => page.getByRole('heading', { level: 1, name: 'This desk is hidden' });
const control = (page: Page) => page.getByRole('button', { name: 'Hide the desk' });

/** The page shows nothing of anybody: no name, no organisation, no record, no way round. */
async function showsNobody(page: Page): Promise<void> {
	await expect(hidden(page)).toBeVisible();
	await expect(page).toHaveTitle(/^(Waymark|Hidden – Waymark desk)$/);
	const text = (await page.locator('body').textContent()) ?? '';
	expect(text).not.toMatch(/Cairnfield|Okoro|Amal|Dee\b|[CKR]-[0-9A-Z]{4}-/);
	await expect(page.getByRole('navigation')).toHaveCount(0);
}

test('the control hides the desk, and only the password brings it back', async ({ browser }) => {
	const page = await atTheDesk(browser, dee);
	await page.goto('/desk/concerns');
	await page.keyboard.press('Tab');
	await expect(control(page)).toBeFocused();
	await control(page).click();
	await expect(page).toHaveURL(/\/desk\/away$/);
	await showsNobody(page);

	for (const address of ['/desk', '/desk/concerns', '/desk/cases', '/desk/account']) {
		await page.goto(address);
		await expect(page, address).toHaveURL(/\/desk\/away$/);
		await showsNobody(page);
	}
	await page.getByLabel('Your password').fill('not the password');
	await page.getByRole('button', { name: 'Open the desk again' }).click();
	await expect(page.getByRole('alert')).toContainText('That is not the password');
	await expect(page.getByLabel('Your password')).toHaveValue('');

	await page.getByLabel('Your password').fill(password);
	await page.getByRole('button', { name: 'Open the desk again' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Desk' })).toBeVisible();
});

test('Back shows nothing of a hidden desk', async ({ browser }) => {
	const page = await atTheDesk(browser, dee);
	await page.goto('/desk/cases');
	await page.goto('/desk/concerns');
	await control(page).click();
	await expect(page).toHaveURL(/\/desk\/away$/);
	await page.goBack();
	await expect(page).toHaveURL(/\/desk\/away$/);
	await showsNobody(page);
});

test.describe('with script', () => {
	test.beforeEach(({ javaScriptEnabled }) => {
		test.skip(javaScriptEnabled === false, 'Without a script the control is the way.');
	});

	test('Escape twice takes everything off the page, before any network', async ({ browser }) => {
		const page = await atTheDesk(browser, dee);
		await page.goto('/desk/cases');
		let answer = () => {};
		const held = new Promise<void>((resolve) => (answer = resolve));
		await page.route('**/desk/away**', async (route) => {
			await held;
			await route.continue();
		});
		await page.evaluate(measure);
		await page.keyboard.press('Escape');
		await page.keyboard.press('Escape');
		await showsNobody(page);
		await expect(page).toHaveTitle('Waymark');
		expect(new URL(page.url()).pathname).toBe('/desk/cases');
		await page.waitForFunction(() => 'took' in globalThis);
		const took = await page.evaluate(() => (globalThis as unknown as { took: number }).took);
		test.info().annotations.push({ type: 'milliseconds until painted', description: `${took}` });
		expect(took).toBeLessThan(150);

		answer();
		await expect(page).toHaveURL(/\/desk\/away$/);
		await showsNobody(page);
	});

	test('Escape once, or twice with a pause, hides nothing', async ({ browser }) => {
		const page = await atTheDesk(browser, amal);
		const escape = (timeStamp: number) =>
			page.evaluate((at) => {
				const press = new KeyboardEvent('keydown', { key: 'Escape' });
				Object.defineProperty(press, 'timeStamp', { value: at });
				dispatchEvent(press);
				return document.querySelector('h1')?.textContent;
			}, timeStamp);
		expect(await escape(1_000)).toBe('Desk');
		expect(await escape(1_801)).toBe('Desk');
		expect(await escape(2_601)).toBe('This desk is hidden');
	});

	test('in a dialog the first Escape closes it, and the second hides the desk', async ({
		browser
	}) => {
		const page = await atTheDesk(browser, amal);
		await page.goto('/desk/concerns/new');
		await page.getByRole('button', { name: 'Danger right now?' }).click();
		const dialog = page.getByRole('dialog');
		await expect(dialog).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(dialog).toBeHidden();
		await page.keyboard.press('Escape');
		await expect(page).toHaveURL(/\/desk\/away$/);
	});

	test('it works while the page is still coming, and what comes after stays out', async ({
		browser
	}) => {
		const page = await atTheDesk(browser, dee);
		let finish = () => {};
		const held = new Promise<void>((resolve) => (finish = resolve));
		await page.route('**/*.css', async (route) => {
			await held;
			await route.continue();
		});
		await page.goto('/desk/cases', { waitUntil: 'commit' });
		// Not at each frame: none is painted while the style sheet is held.
		await page.waitForFunction(() => 'desk' in globalThis, undefined, { polling: 50 });
		await page.keyboard.press('Escape');
		await page.keyboard.press('Escape');
		await expect(page.locator('h1')).toHaveText('This desk is hidden');
		expect(await page.locator('body').textContent()).not.toMatch(/K-[0-9A-Z]{4}-/);
		finish();
		await expect(page).toHaveURL(/\/desk\/away$/);
	});

	test('where the server cannot be reached the page stays blank, and goes on trying', async ({
		browser
	}) => {
		const page = await atTheDesk(browser, dee);
		await page.goto('/desk/cases');
		await page.context().setOffline(true);
		await page.keyboard.press('Escape');
		await page.keyboard.press('Escape');
		await showsNobody(page);
		await expect(page.getByText('Waymark cannot be reached')).toBeVisible();
		await showsNobody(page);
		await page.context().setOffline(false);
		await expect(page).toHaveURL(/\/desk\/away$/, { timeout: 15_000 });
		await page.goto('/desk/cases');
		await expect(page).toHaveURL(/\/desk\/away$/);
	});

	test('another tab of the same desk goes blank with it', async ({ browser }) => {
		const page = await atTheDesk(browser, dee);
		const other = await page.context().newPage();
		await other.goto('/desk/cases');
		await page.keyboard.press('Escape');
		await page.keyboard.press('Escape');
		await expect(other).toHaveURL(/\/desk\/away$/);
		await showsNobody(other);
	});

	test('a page out of the browser’s memory is blank before it is asked for again', async ({
		browser
	}) => {
		const page = await atTheDesk(browser, dee);
		await page.goto('/desk/cases');
		await page.route('**/desk/cases', () => {});
		const left = await page.evaluate(() => {
			dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
			return document.body.textContent;
		});
		expect(left).toBe('One moment');
	});
});

/** Notes how long after the last press of a key the page was painted without its content. */
function measure(): void {
	let pressed = 0;
	addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), { capture: true });
	const look = () => {
		if (document.querySelector('h1')?.textContent !== 'This desk is hidden')
			return requestAnimationFrame(look);
		// A message is handled after the frame that was being made has been painted.
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => Object.assign(globalThis, { took: performance.now() - pressed });
		port2.postMessage(null);
	};
	look();
}
