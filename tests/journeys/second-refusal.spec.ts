import { expect, test, type Page } from '@playwright/test';
import { atTheDesk, dee, flo, sol, una } from './people.ts';

/** Sends a form with nothing in it, goes to what the summary names, and sends it again. */
async function isRefusedTwice(page: Page): Promise<void> {
	const summary = page.getByRole('alert').filter({ hasText: 'There is a problem' });
	const send = page.locator('main form[novalidate]').first().getByRole('button').last();
	await send.click();
	await expect(summary).toBeFocused();
	const link = summary.getByRole('link').last();
	const field = (await link.getAttribute('href')) ?? '';
	await link.click();
	await expect(page.locator(field)).toBeFocused();
	await send.click();
	await expect(summary, page.url()).toBeFocused();
	expect(new URL(page.url()).hash).toBe('');
}

const first = (page: Page) => page.getByRole('rowheader').getByRole('link').first();

/** Where the first line of a list leads. */
async function found(page: Page, list: string): Promise<string> {
	await page.goto(list);
	return (await first(page).getAttribute('href')) ?? '';
}

const inACase = [
	...['entries', 'actions', 'pictures', 'plan', 'contacts'],
	...['disagreements', 'closing', 'referrals/new']
];

async function areRefusedTwice(page: Page, forms: string[]): Promise<void> {
	for (const address of forms)
		await test.step(address, async () => {
			await page.goto(address);
			await isRefusedTwice(page);
		});
}

test('whoever decides is told again what is wrong, after going to it from the summary', async ({
	browser
}) => {
	const page = await atTheDesk(browser, flo);
	const concern = await found(page, '/desk/concerns');
	const theCase = await found(page, '/desk/cases');
	const aboutIt = ['triage', 'additions', 'correction', 'files/new'];
	await areRefusedTwice(page, [
		'/desk/concerns/new',
		...aboutIt.map((leaf) => `${concern}/${leaf}`),
		...inACase.map((leaf) => `${theCase}/${leaf}`)
	]);
});

test('so is whoever keeps people and groups', async ({ browser }) => {
	const page = await atTheDesk(browser, dee);
	await areRefusedTwice(page, ['/desk/people/new', '/desk/groups/new', '/desk/account/password']);
});

test('so are whoever breaks the glass, and whoever answers a referral', async ({ browser }) => {
	const head = await atTheDesk(browser, una);
	await head.goto('/desk/break-glass');
	await isRefusedTwice(head);
	const worker = await atTheDesk(browser, sol);
	await worker.goto(`${await found(worker, '/desk/inbox')}/refusal`);
	await isRefusedTwice(worker);
});

test('so is whoever signs in', async ({ page }) => {
	await page.goto('/desk/sign-in');
	await isRefusedTwice(page);
});
