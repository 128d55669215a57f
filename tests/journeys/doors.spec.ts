import { expect, test, type Page } from '@playwright/test';
import { amal, atTheDesk, bea, dee, givePassword, wren } from './people.ts';

const bodyAt = async (page: Page, address: string) => {
	const answer = await page.goto(address);
	return { status: answer?.status(), body: await answer?.text() };
};

test('nobody opens the desk without signing in, and the cookie goes nowhere else', async ({
	browser
}) => {
	const stranger = await (await browser.newContext()).newPage();
	for (const address of ['/desk', '/desk/concerns', '/desk/cases', '/desk/inbox']) {
		await stranger.goto(address);
		await expect(stranger).toHaveURL(/\/desk\/sign-in$/);
	}

	const newcomer = await (await browser.newContext()).newPage();
	await givePassword(newcomer, amal);
	await expect(newcomer).toHaveURL(/second$/);
	const cookies = await newcomer.context().cookies();
	expect(cookies).toMatchObject([
		{ name: 'wm', path: '/desk', httpOnly: true, sameSite: 'Lax', expires: -1 }
	]);

	const teacher = await atTheDesk(browser, amal);
	const asked = teacher.waitForRequest('**/info');
	await teacher.goto('/info');
	expect((await (await asked).allHeaders()).cookie).toBeUndefined();
});

test('signing out ends the session, also for a cookie that was kept', async ({ browser }) => {
	const page = await atTheDesk(browser, bea);
	const kept = await page.context().cookies();
	await page.getByRole('button', { name: 'Sign out' }).click();
	await expect(page).toHaveURL(/sign-in$/);
	await page.context().addCookies(kept);
	await page.goto('/desk');
	await expect(page).toHaveURL(/sign-in$/);
});

test('what a person may not see looks like what is not there', async ({ browser }) => {
	const lead = await atTheDesk(browser, dee);
	await lead.goto('/desk/concerns');
	const concern = await lead.getByRole('rowheader').getByRole('link').first().getAttribute('href');
	await lead.goto('/desk/cases');
	const theCase = await lead.getByRole('rowheader').getByRole('link').first().getAttribute('href');

	const teacher = await atTheDesk(browser, amal);
	const nowhere = await bodyAt(teacher, '/desk/concerns/C-0000-0000');
	expect(nowhere.status).toBe(404);
	for (const address of [concern, theCase, '/desk/cases', '/desk/inbox', '/desk/no-such-room'])
		expect(await bodyAt(teacher, address ?? '')).toEqual(nowhere);

	const worker = await atTheDesk(browser, wren);
	for (const address of [concern, theCase, '/desk/concerns/new'])
		expect((await worker.goto(address ?? ''))?.status()).toBe(404);
});

test('a form posted from another site is refused', async ({ browser, baseURL }) => {
	const lead = await atTheDesk(browser, dee);
	const answer = await lead.context().request.post(`${baseURL}/desk/sign-out`, {
		headers: { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' }
	});
	expect(answer.status()).toBe(403);
	await lead.goto('/desk');
	await expect(lead.getByRole('heading', { level: 1, name: 'Desk' })).toBeVisible();
});

test('every response carries the security headers, errors and prerendered pages among them', async ({
	request
}) => {
	for (const address of ['/', '/lessons', '/info', '/desk/sign-in', '/nothing/here', '/icon.svg']) {
		const headers = (await request.get(address)).headers();
		expect(headers['content-security-policy']).toContain("default-src 'none'");
		expect(headers['referrer-policy']).toBe('no-referrer');
		expect(headers['x-content-type-options']).toBe('nosniff');
	}
});
