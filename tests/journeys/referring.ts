import { expect, type Page } from '@playwright/test';

/** Fills in the form for a referral, to Lantern unless to another, of the child of the case that is open. */
export async function fillReferral(page: Page, service = /Lantern/): Promise<void> {
	await page.getByRole('link', { name: 'Refer', exact: true }).click();
	// Another journey may be writing in the same case, as the same person.
	const begun = page.getByRole('button', { name: 'Throw it away' });
	if (await begun.isVisible()) await begun.click();
	await page.getByRole('checkbox', { name: service }).check();
	await page.getByRole('button', { name: 'Go on' }).click();
	await page.getByLabel('Why are you referring?').fill('Fear at home, noticed by three of us.');
	await page.getByLabel('What do you hope will be different?').fill('Somebody to talk to.');
	await page.getByLabel('What does the young person want?').fill('To meet in school first.');
	await page.getByRole('radio', { name: 'They agree', exact: true }).check();
	await page.getByLabel('How is it safe to be in touch?').fill('Not at home, and never by text.');
	await page.getByRole('radio', { name: /^Public task/ }).check();
	await page.getByLabel('Does the young person know').fill('Yes, and helped to write it.');
	await page.getByLabel('Does a parent know?').fill('Not yet: it could put somebody at risk.');
}

/** Refers the child of the case that is open to Lantern, and gives the referral's reference. */
export async function referToLantern(page: Page): Promise<string> {
	await fillReferral(page);
	await page.getByRole('button', { name: 'Send this referral' }).click();
	await expect(page.getByText('Who holds the child now')).toBeVisible();
	const reference = page.url().split('/').at(-1) ?? '';
	expect(reference).toMatch(/^R(-[0-9A-Z]{4}){2}$/);
	return reference;
}
