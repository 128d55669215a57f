import { expect, test } from '@playwright/test';
import { amal, atTheDesk, dee } from './people.ts';

test('a lead finds what was written by its words, which stand in no address', async ({
	browser
}) => {
	const page = await atTheDesk(browser, dee);
	await page.getByRole('navigation').getByRole('link', { name: 'Search' }).click();
	await page.getByLabel('Words, or a child’s name').fill('the');
	await page.getByRole('button', { name: 'Search' }).click();

	const first = page.getByRole('main').getByRole('listitem').first();
	await expect(first.locator('mark').first()).toHaveText(/^the/i);
	expect(new URL(page.url())).toMatchObject({ pathname: '/desk/search', search: '' });
	await expect(page.getByLabel('Words, or a child’s name')).toHaveValue('the');

	const link = first.getByRole('link');
	const reference = (await link.textContent())?.match(/[CK]-\S+/)?.[0] ?? 'none';
	await link.click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(reference);
});

test('a search that finds nothing says so, and one that asks for nothing says what to write', async ({
	browser
}) => {
	const page = await atTheDesk(browser, dee);
	await page.goto('/desk/search');
	await page.getByRole('button', { name: 'Search' }).click();
	await expect(page.getByRole('alert')).toBeFocused();
	await page.getByRole('alert').getByRole('link', { name: 'Write a word or a name' }).click();
	await expect(page.getByLabel('Words, or a child’s name')).toBeFocused();

	await page.getByLabel('Words, or a child’s name').fill('zzzz" OR NEAR(*');
	await page.getByRole('button', { name: 'Search' }).click();
	await expect(page.locator(':focus')).toContainText('Nothing found');
});

test('a teacher finds no entry of any case', async ({ browser }) => {
	const page = await atTheDesk(browser, amal);
	await page.goto('/desk/search');
	await page.getByLabel('Words, or a child’s name').fill('the');
	await page.getByRole('button', { name: 'Search' }).click();
	await expect(
		page.getByRole('heading', { level: 2 }).or(page.getByText('Nothing found')).first()
	).toBeVisible();
	await expect(page.getByRole('main').getByRole('link', { name: /case K-/i })).toHaveCount(0);
});

for (const width of [360, 1280])
	test(`at ${width} px nothing must be scrolled to the side`, async ({ browser }) => {
		const page = await atTheDesk(browser, dee);
		await page.setViewportSize({ width, height: 800 });
		await page.goto('/desk/search');
		await page.getByLabel('Words, or a child’s name').fill('the');
		await page.getByRole('button', { name: 'Search' }).click();
		await expect(page.locator('mark').first()).toBeVisible();
		const root = page.locator('html');
		expect(await root.evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(width);
	});
