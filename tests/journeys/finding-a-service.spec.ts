import { expect, test } from '@playwright/test';
import { atTheDesk, dee, mo } from './people.ts';

test('a lead sees which services could take a child, why the others would not, and refers', async ({
	browser
}) => {
	const page = await atTheDesk(browser, dee);
	await page.goto('/desk/cases');
	await page.getByRole('rowheader').getByRole('link').first().click();
	await page.getByRole('link', { name: 'Find a service' }).click();

	await page.getByLabel('Domestic abuse at home').check();
	await page.getByLabel('Somebody else’s substance use at home').check();
	await page.getByLabel('Age', { exact: true }).fill('ten');
	await page.getByRole('button', { name: 'Find services' }).click();
	await expect(page.getByRole('alert')).toContainText('Write the age in years');
	await expect(page.getByLabel('Somebody else’s substance use at home')).toBeChecked();

	await page.getByLabel('Age', { exact: true }).fill('10');
	await page.getByLabel('Council where').fill('fell valley');
	const group = (name: RegExp) => page.getByRole('group', { name });
	await group(/live with a person who harms/)
		.getByLabel('Yes')
		.check();
	await group(/a parent agree/)
		.getByLabel('No, or nobody was asked')
		.check();
	await page.getByRole('button', { name: 'Find services' }).click();

	expect(new URL(page.url()).search).toBe('');
	const abuse = page.getByRole('region', { name: 'Domestic abuse' });
	await expect(abuse).toContainText('It has a wait of 4 weeks');
	await expect(abuse).toContainText(
		'It takes young people who no longer live with the person who harms; this one lives with them.'
	);
	const substances = page.getByRole('region', { name: 'Substance use' });
	await expect(substances).toContainText('It takes young people from 11; this one is 10.');
	await expect(substances).toContainText('Nobody has confirmed this for over 90 days.');
	await expect(page.locator('body')).not.toContainText('Becksides Counselling');

	await abuse.getByRole('link', { name: /^Refer to Lantern/ }).click();
	await expect(page.getByRole('heading', { name: 'To', exact: true })).toBeVisible();
	await expect(page.getByRole('listitem').filter({ hasText: /^Lantern/ })).toBeVisible();
});

test('a manager says how long the wait is, and confirms the rest, in two presses', async ({
	browser
}) => {
	const page = await atTheDesk(browser, mo);
	await page.goto('/desk/directory');
	await page.getByRole('link', { name: /^Lantern/ }).click();
	await page.getByLabel('Wait in weeks').fill('a month');
	await page.getByRole('button', { name: 'Say how it stands' }).click();
	await expect(page.getByRole('alert')).toContainText('Write the wait in whole weeks');

	await page.getByLabel('Wait in weeks').fill('4');
	await page.getByRole('button', { name: 'Say how it stands' }).click();
	await expect(page.getByText(/^It has a wait of 4 weeks/)).toBeVisible();
	await page.getByRole('button', { name: 'All of this is still right' }).click();
	await expect(page.getByText(/^It has a wait of 4 weeks/)).toBeVisible();
	await page.goto('/desk/directory');
	await page.getByRole('link', { name: 'Rowan Girls’ Group' }).waitFor({ state: 'detached' });
});
