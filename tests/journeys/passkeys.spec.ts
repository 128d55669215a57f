import { expect, test, type Page } from '@playwright/test';
import { atTheDesk, givePassword, kit, ollie } from './people.ts';

/** A passkey that Chromium keeps in software, and that unlocks itself. */
async function withAuthenticator(page: Page): Promise<void> {
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('WebAuthn.enable');
	await devtools.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			protocol: 'ctap2',
			transport: 'internal',
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified: true,
			automaticPresenceSimulation: true
		}
	});
}

test('a passkey is added, signs in, and is taken away', async ({ browser, javaScriptEnabled }) => {
	test.skip(!javaScriptEnabled, 'A browser has no form for a passkey: it needs a script');
	const page = await atTheDesk(browser, kit);
	await withAuthenticator(page);
	await page.goto('/desk/account/second-factor');
	await page.getByLabel('What do you call this device? (optional)').fill('Office laptop');
	await page.getByRole('button', { name: 'Add a passkey' }).click();
	await expect(page.getByRole('heading', { name: 'Keep these codes' })).toBeVisible();
	await expect(page.locator('.codes code')).toHaveCount(10);
	await page.getByRole('link', { name: 'I have kept them: go to the desk' }).click();

	await page.getByRole('button', { name: 'Sign out' }).click();
	await givePassword(page, kit);
	await expect(page).toHaveURL(/\/desk\/sign-in\/second$/);
	await page.getByRole('button', { name: 'Use your passkey' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Desk', exact: true })).toBeVisible();

	await page.goto('/desk/account/second-factor');
	await page.getByRole('button', { name: 'Remove Office laptop' }).click();
	await expect(page.getByText('Office laptop')).toHaveCount(0);
});

test('where no script runs, the page says so and offers the app', async ({
	browser,
	javaScriptEnabled
}) => {
	test.skip(javaScriptEnabled, 'Where a script runs, nothing needs to be said');
	const page = await atTheDesk(browser, ollie);
	await page.goto('/desk/account/second-factor');
	await expect(page.getByText('A passkey needs JavaScript')).toBeVisible();
	await expect(page.getByLabel('The six digits that it shows')).toBeVisible();
});
