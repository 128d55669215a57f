import { expect, test, type Page } from '@playwright/test';
import { password } from '#lib/server/demonstration/index.ts';
import { atTheDesk, bea, dee, ned } from './people.ts';

test.beforeEach(({ javaScriptEnabled }) => {
	test.skip(javaScriptEnabled === false, 'Only a script keeps what was not sent.');
});

// They write in the same forms as the same people; Ned, whose concerns no other journey sends.
test.describe.configure({ mode: 'default' });

const words = 'Would not take the coat off.';
const field = (page: Page) => page.getByLabel('What did you see or hear?');
const begun = (page: Page) => page.locator('.notice', { hasText: 'You had begun this' });
const kept = (page: Page) =>
	page.waitForResponse((answer) => answer.url().includes('/desk/drafts'));

test('what was typed is there again, chosen pupil and all, until it is sent', async ({
	browser
}) => {
	const page = await atTheDesk(browser, bea);
	await page.goto('/desk/concerns/new');
	await page.getByLabel('Who is it about?').fill('am');
	const searched = kept(page);
	await page.getByRole('button', { name: 'Find' }).click();
	await searched;
	const pupil = page.locator('.picker').getByRole('checkbox').first();
	await pupil.check();
	await page.getByRole('radio', { name: 'Today' }).check();
	const answer = kept(page);
	await field(page).fill(words);
	expect((await answer).status()).toBe(200);

	await page.goto('/desk');
	const list = page.locator('.notice', { hasText: 'Begun and not sent' });
	await list.getByRole('link', { name: 'A concern' }).click();
	await expect(begun(page)).toBeVisible();
	await expect(field(page)).toHaveValue(words);
	await expect(pupil).toBeChecked();
	await expect(page.getByRole('radio', { name: 'Today' })).toBeChecked();

	await page.getByLabel('The child’s own words').fill('It is fine.');
	await page.getByRole('button', { name: 'Log this concern' }).click();
	await expect(page.getByText('Written down', { exact: true })).toBeVisible();
	await page.goto('/desk/concerns/new');
	await expect(field(page)).toHaveValue('');
	await expect(begun(page)).toHaveCount(0);
});

test('going away before a pause keeps it too, and it can be thrown away', async ({ browser }) => {
	const page = await atTheDesk(browser, dee);
	await page.goto('/desk/concerns/new');
	await field(page).fill(words);
	await page.goto('/desk/cases');
	// What a page sends when it goes away may arrive after the next has been asked for.
	await expect(async () => {
		await page.goto('/desk/concerns/new');
		await expect(field(page)).toHaveValue(words, { timeout: 500 });
	}).toPass();

	await page.getByRole('button', { name: 'Throw it away' }).click();
	await expect(page).toHaveURL(/\/desk\/concerns\/new$/);
	await expect(begun(page)).toHaveCount(0);
	await expect(field(page)).toHaveValue('');
});

test('what was typed when the desk was hidden is there on coming back', async ({ browser }) => {
	const page = await atTheDesk(browser, ned);
	await page.goto('/desk/concerns/new');
	await field(page).fill(words);
	await page.keyboard.press('Escape');
	await page.keyboard.press('Escape');
	await page.getByLabel('Your password').fill(password);
	await page.getByRole('button', { name: 'Open the desk again' }).click();
	await page.getByRole('link', { name: 'A concern', exact: true }).waitFor();
	await page.goto('/desk/concerns/new');
	await expect(field(page)).toHaveValue(words);
	await page.getByRole('button', { name: 'Throw it away' }).click();
	await expect(field(page)).toHaveValue('');
});

test('a form that nobody wrote in keeps nothing when the desk is hidden', async ({ browser }) => {
	const page = await atTheDesk(browser, ned);
	await page.goto('/desk/concerns/new');
	await page.keyboard.press('Escape');
	await page.keyboard.press('Escape');
	await page.getByLabel('Your password').fill(password);
	await page.getByRole('button', { name: 'Open the desk again' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Desk' })).toBeVisible();
	await page.goto('/desk/concerns/new');
	await expect(page.getByRole('heading', { level: 1, name: 'Log a concern' })).toBeVisible();
	await expect(begun(page)).toHaveCount(0);
});

test('each of the two pictures of a case keeps what was typed in it, and only that', async ({
	browser
}) => {
	const page = await atTheDesk(browser, dee);
	const pictures = `/desk/cases/${await firstCase(page)}/pictures`;
	const typed = { 'Who harms?': 'A grown-up at home.', 'What is used?': 'Drink, most nights.' };
	await page.goto(pictures);
	for (const [label, says] of Object.entries(typed)) {
		const answer = kept(page);
		await page.getByLabel(label).fill(says);
		expect((await answer).status()).toBe(200);
	}
	await page.goto('/desk');
	const list = page.locator('.notice', { hasText: 'Begun and not sent' });
	await list.getByRole('link', { name: /^A picture of substances in K-/ }).click();
	for (const [label, says] of Object.entries(typed))
		await expect(page.getByLabel(label)).toHaveValue(says);

	await begun(page).last().getByRole('button', { name: 'Throw it away' }).click();
	await expect(page.getByLabel('What is used?')).not.toHaveValue(typed['What is used?']);
	await expect(page.getByLabel('Who harms?')).toHaveValue(typed['Who harms?']);
	await begun(page).getByRole('button', { name: 'Throw it away' }).click();
	await expect(begun(page)).toHaveCount(0);
});

test('hiding the desk keeps what was written in the second form of a page', async ({ browser }) => {
	const page = await atTheDesk(browser, dee);
	const pictures = `/desk/cases/${await firstCase(page)}/pictures`;
	await page.goto(pictures);
	await page.getByLabel('What is used?').fill('Drink, most nights.');
	await page.keyboard.press('Escape');
	await page.keyboard.press('Escape');
	await page.getByLabel('Your password').fill(password);
	await page.getByRole('button', { name: 'Open the desk again' }).click();
	await page.getByRole('link', { name: /^A picture of substances in/ }).click();
	await expect(page.getByLabel('What is used?')).toHaveValue('Drink, most nights.');
	await page.getByRole('button', { name: 'Throw it away' }).click();
	await expect(begun(page)).toHaveCount(0);
});

test.describe('fifteen minutes', () => {
	const warning = (page: Page) =>
		page.getByRole('alert').filter({ hasText: 'You will be signed out' });

	test('before they are over the page says so, and one press begins them anew', async ({
		browser
	}) => {
		const page = await atTheDesk(browser, dee);
		await page.clock.install();
		await page.goto('/desk/cases');
		// A session's use is noted once a minute, so of the fifteen there may be fourteen.
		await page.clock.fastForward('11:30');
		await expect(warning(page)).toHaveCount(0);
		await page.clock.fastForward('01:45');
		await expect(warning(page)).toContainText(/^\s*You will be signed out at \d\d:\d\d\./);
		await page.getByRole('button', { name: 'Stay signed in' }).click();
		await expect(warning(page)).toHaveCount(0);
		await page.clock.fastForward('10:00');
		await expect(warning(page)).toHaveCount(0);
		await expect(page).toHaveURL(/\/desk\/cases$/);
	});

	test('when they are over the page is blank, and leads to signing in', async ({ browser }) => {
		const page = await atTheDesk(browser, dee);
		await page.clock.install();
		await page.goto('/desk/cases');
		// An answer without content leaves the page as it is, to be looked at.
		await page.route('**/desk/sign-in*', (route) => route.fulfill({ status: 204 }));
		const leaving = page.waitForRequest('**/desk/sign-in*');
		// As a laptop that slept: every timer late at once.
		await page.clock.fastForward('16:00');
		await leaving;
		await expect(page.getByRole('heading', { name: 'You were signed out' })).toBeVisible();
		expect(await page.locator('body').textContent()).toBe('You were signed out');
	});

	test('what was typed meanwhile is kept, and the page says that', async ({ browser }) => {
		const page = await atTheDesk(browser, dee);
		const reference = await firstCase(page);
		await page.clock.install();
		await page.goto(`/desk/cases/${reference}/entries`);
		const answer = kept(page);
		await page.getByLabel('What happened?').fill(words);
		await page.clock.fastForward('00:03');
		expect((await answer).status()).toBe(200);
		await expect(page.locator('form[data-draft="kept"]')).toBeVisible();
		await page.clock.fastForward('13:30');
		await expect(warning(page)).toContainText('What you typed is kept.');
		await page.goto(`/desk/cases/${reference}/entries`);
		await expect(page.getByLabel('What happened?')).toHaveValue(words);
		await page.getByRole('button', { name: 'Throw it away' }).click();
		await expect(begun(page)).toHaveCount(0);
	});
});

async function firstCase(page: Page): Promise<string> {
	await page.goto('/desk/cases');
	return (await page.getByRole('rowheader').getByRole('link').first().textContent())?.trim() ?? '';
}
