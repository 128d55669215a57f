import { expect, test, type Page } from '@playwright/test';
import {
	amal,
	atTheDesk,
	bea,
	code,
	comeIn,
	dee,
	ending,
	givePassword,
	sol,
	wren
} from './people.ts';

const atDesk = (page: Page) => page.getByRole('heading', { level: 1, name: 'Desk', exact: true });

/** Gives the code of somebody's app; where it was used already, the next one, as a person would. */
async function giveCode(page: Page, email: string, button = 'Go on'): Promise<void> {
	let last = '';
	await expect(async () => {
		const now = code(email);
		expect(now).not.toBe(last);
		last = now;
		await page.getByLabel('Code').fill(now);
		await page.getByRole('button', { name: button }).click();
		await expect(page.getByRole('alert')).toHaveCount(0);
	}).toPass({ intervals: [1_000], timeout: 100_000 });
}

test('a password alone opens nothing: the code of the moment does, once', async ({ page }) => {
	await givePassword(page, wren);
	await expect(page).toHaveURL(/\/desk\/sign-in\/second$/);
	for (const address of ['/desk', '/desk/inbox', '/desk/account', '/desk/step-up']) {
		await page.goto(address);
		await expect(page).toHaveURL(/\/desk\/sign-in\/second$/);
	}

	await giveCode(page, wren);

	await expect(atDesk(page)).toBeVisible();
});

test('a wrong code is told beside the field, and is not sent back', async ({ page }) => {
	await givePassword(page, sol);
	const answered = page.waitForResponse((one) => one.request().method() === 'POST');
	await page.getByLabel('Code').fill('12345');
	await page.getByRole('button', { name: 'Go on' }).click();

	expect((await answered).status()).toBe(422);
	await expect(page.getByRole('alert')).toContainText('A code works once');
	await expect(page.getByLabel('Code')).toHaveAccessibleDescription(/That did not match/);
	await expect(page.getByLabel('Code')).toHaveValue('');
	await page.getByRole('button', { name: 'Start again as somebody else' }).click();
	await expect(page).toHaveURL(/\/desk\/sign-in$/);
});

test('recovery codes are made once it was shown who asks, and let somebody in once each', async ({
	browser
}) => {
	const page = await atTheDesk(browser, bea);
	await page.goto('/desk/account/second-factor');
	await page.getByRole('button', { name: 'Make ten new ones' }).click();
	await expect(page.getByRole('listitem').filter({ hasText: /^[0-9A-Z]{4}-/ })).toHaveCount(10);
	const codes = await page.locator('.codes code').allTextContents();

	for (const expected of ['in', 'out']) {
		const elsewhere = await (await browser.newContext()).newPage();
		await givePassword(elsewhere, bea);
		await elsewhere.getByLabel('Code').fill(codes[0] ?? '');
		await elsewhere.getByRole('button', { name: 'Go on' }).click();
		if (expected === 'in') await expect(atDesk(elsewhere)).toBeVisible();
		else await expect(elsewhere.getByRole('alert')).toBeVisible();
	}
});

test('the account page lists one’s sessions and ends another', async ({
	browser,
	javaScriptEnabled
}) => {
	const eve = ending[javaScriptEnabled ? 0 : 1];
	const [here, there] = [await atTheDesk(browser, eve), await atTheDesk(browser, eve)];
	await here.goto('/desk/account');
	await expect(here.getByText('This one')).toHaveCount(1);
	expect(await here.content()).not.toMatch(/[0-9a-f]{64}/);

	await here.getByRole('button', { name: 'End all the others' }).click();
	await expect(here.getByRole('button', { name: 'End it' })).toHaveCount(0);
	await there.goto('/desk');
	await expect(there).toHaveURL(/\/desk\/sign-in$/);
});

test('whoever is signed in is not asked to sign in', async ({ browser }) => {
	const page = await atTheDesk(browser, dee);
	await page.goto('/desk/sign-in');
	await expect(page).toHaveURL(/\/desk$/);
});

test('a cookie of another’s beside one’s own opens nothing', async ({ browser }) => {
	const page = await atTheDesk(browser, dee);
	const [own] = await page.context().cookies();
	await comeIn(page.context(), amal);
	const [planted] = await page.context().cookies();
	const answer = await page.context().request.get('/desk', {
		headers: { cookie: `wm=${own?.value}; wm=${planted?.value}` },
		maxRedirects: 0
	});
	expect(own?.value).not.toBe(planted?.value);
	expect(answer.status()).toBe(303);
});
