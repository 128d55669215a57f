import { expect, test, type Page } from '@playwright/test';
import { atTheDesk, amal, dee, flo } from './people.ts';

const list = (page: Page) => page.getByRole('dialog', { name: 'Keys' });
const heading = (page: Page, name: string | RegExp) =>
	page.getByRole('heading', { level: 1, name });
/** What hears the keys shows the button once it does. */
const listening = (page: Page) => page.getByRole('button', { name: 'Keys' }).waitFor();

test('the day of somebody who leads is on one screen of 1280 by 800', async ({ browser }) => {
	const page = await atTheDesk(browser, dee);
	await page.setViewportSize({ width: 1280, height: 800 });
	for (const [name, shown] of [
		['To triage', 3],
		['To do', 3],
		['Referrals', 3]
	] as const) {
		const region = page.getByRole('region', { name });
		await expect(region.getByRole('heading', { name: /\d+$/ })).toBeInViewport({ ratio: 1 });
		await expect(region.getByRole('link', { name: /^(C-|R-|[A-Z][a-z]+ )/ }).first()).toBeVisible();
		expect(await region.locator('tbody tr:visible, li:visible').count()).toBe(shown);
	}
	const over = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
	expect(over).toBeLessThanOrEqual(0);
});

test('each list of the day says how many there are, and leads to all of them', async ({
	browser
}) => {
	const page = await atTheDesk(browser, dee);
	for (const name of ['To do', 'Referrals']) {
		const region = page.getByRole('region', { name });
		const said = Number(await region.locator('.count').textContent());
		expect(said).toBeGreaterThan(3);
		await region.locator('summary').click();
		await expect(region.locator('tbody tr:visible, li:visible')).toHaveCount(said);
	}
	const said = await page
		.getByRole('region', { name: 'To triage' })
		.locator('.count')
		.textContent();
	await page.getByRole('link', { name: 'Everything that waits' }).click();
	const concerns = page.getByRole('table', { name: /^Concerns that nobody has decided on/ });
	await expect(concerns.locator('tbody tr')).toHaveCount(Number(said));
});

test('nothing speaks of keys where nothing answers to them', async ({
	browser,
	javaScriptEnabled
}) => {
	const page = await atTheDesk(browser, dee);
	const button = page.getByRole('button', { name: 'Keys' });
	await expect(button).toHaveCount(javaScriptEnabled === false ? 0 : 1);
});

test.describe('with a script', () => {
	test.beforeEach(({ javaScriptEnabled }) => {
		test.skip(javaScriptEnabled === false, 'Only a script hears a key.');
	});

	test('keys go about the desk, along its lists and into what is found there', async ({
		browser
	}) => {
		const page = await atTheDesk(browser, flo);
		await page.keyboard.press('g');
		await page.keyboard.press('c');
		await expect(heading(page, 'Cases')).toBeVisible();
		await listening(page);
		const lines = page.getByRole('rowheader').getByRole('link');
		await page.keyboard.press('j');
		await expect(lines.first()).toBeFocused();
		await page.keyboard.press('j');
		await expect(lines.nth(1)).toBeFocused();
		await page.keyboard.press('k');
		await expect(lines.first()).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(heading(page, /Case K-/)).toBeVisible();
		await listening(page);

		await page.keyboard.press('/');
		await expect(page.getByLabel('Words, or a child’s name')).toBeFocused();
		await page.keyboard.type('g t / ?');
		await expect(page.getByLabel('Words, or a child’s name')).toHaveValue('g t / ?');
		await expect(list(page)).toBeHidden();
		await expect(heading(page, 'Search')).toBeVisible();
	});

	test('a letter alone, or with control held, goes nowhere', async ({ browser }) => {
		const page = await atTheDesk(browser, flo);
		await page.keyboard.press('c');
		await page.keyboard.press('g');
		await page.keyboard.press('Control+c');
		await page.keyboard.press('?');
		await expect(list(page)).toBeVisible();
		await page.keyboard.press('g');
		await page.keyboard.press('c');
		await expect(list(page)).toBeVisible();
		await list(page).getByRole('button', { name: 'Close' }).press('Enter');
		await expect(list(page)).toBeHidden();
		await expect(heading(page, 'Desk')).toBeVisible();
	});

	test('the list names only rooms that its reader may go to', async ({ browser }) => {
		const page = await atTheDesk(browser, amal);
		await page.getByRole('button', { name: 'Keys' }).click();
		await expect(list(page)).toContainText('Log a concern');
		await expect(list(page)).not.toContainText('Cases');
		await page.keyboard.press('Escape');
		await page.keyboard.press('g');
		await page.keyboard.press('c');
		await page.keyboard.press('g');
		await page.keyboard.press('n');
		await expect(heading(page, 'Log a concern')).toBeVisible();
	});

	test('switched off in the account, no key does anything and none is listed', async ({
		browser
	}) => {
		const page = await atTheDesk(browser, flo);
		const choose = async (name: string) => {
			await page.goto('/desk/account');
			await page
				.getByRole('group', { name: /^Single keys/ })
				.getByLabel(name, { exact: true })
				.check();
			await page.getByRole('button', { name: 'Keep this choice' }).click();
			await expect(page).toHaveURL(/\/account$/);
			await page.getByRole('link', { name: 'Desk', exact: true }).click();
			await expect(heading(page, 'Desk')).toBeVisible();
		};
		await choose('Off');
		await expect(page.getByRole('button', { name: 'Keys' })).toHaveCount(0);
		await page.keyboard.press('?');
		await expect(list(page)).toBeHidden();
		await choose('On');
		await listening(page);
		await page.keyboard.press('?');
		await expect(list(page)).toBeVisible();
	});
});
