import { expect, test, type Page } from '@playwright/test';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** What must be true of every page of the help door, whatever was chosen. */
async function leavesNothing(page: Page): Promise<void> {
	await expect(page).toHaveTitle('Information');
	expect(new URL(page.url()).href.endsWith('/info')).toBe(true);
	await expect(page.getByRole('link', { name: 'Leave this page' })).toBeInViewport();
	await expect(page.getByText('999').first()).toBeVisible();
	expect(await page.context().cookies()).toEqual([]);
	expect(await page.locator('script').count()).toBe(1);
	expect(await page.locator('script').getAttribute('integrity')).toMatch(/^sha256-/);
}

test('every topic leads to an answer, by form posts to one address that is never kept', async ({
	page
}) => {
	await page.goto('/info');
	const topics = await page.locator('.picks button').allTextContents();
	expect(topics.length).toBeGreaterThanOrEqual(15);
	for (const topic of topics) {
		await page.goto('/info');
		await leavesNothing(page);
		await page.getByRole('button', { name: topic.trim(), exact: true }).click();
		await leavesNothing(page);
		await page.getByRole('button', { name: 'Under 13' }).click();
		await leavesNothing(page);
		const answered = page.waitForResponse('**/info');
		await page.getByRole('button', { name: 'Wales' }).click();
		const answer = await answered;
		expect(answer.status()).toBe(200);
		expect(answer.headers()['cache-control']).toContain('no-store');
		await leavesNothing(page);
		await expect(page.getByText('0800 1111').first()).toBeVisible();
	}
});

test('a child who skips every question still gets an answer', async ({ page }) => {
	await page.goto('/info');
	await page.getByRole('button', { name: 'Skip all the questions' }).click();
	await leavesNothing(page);
	await expect(page.getByText('0800 1111').first()).toBeVisible();
	await page.getByRole('button', { name: 'Start again' }).first().click();
	await expect(page.getByText('Question 1 of 3')).toBeVisible();
	await expect(heading(page)).toBeVisible();
});

test('the way out leads to a neutral page and names nothing on the way', async ({ page }) => {
	await page.goto('/info');
	const out = page.getByRole('link', { name: 'Leave this page' });
	await expect(out).toHaveAttribute('href', '/info/next');
	await expect(out).toHaveAttribute('data-to', 'https://www.bbc.co.uk/weather');
	await expect(out).toHaveAttribute('rel', /noreferrer/);
	const box = await out.boundingBox();
	expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
});
