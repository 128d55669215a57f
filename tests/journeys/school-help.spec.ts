import { expect, test } from '@playwright/test';
import { ada, atTheDesk, ollie } from './people.ts';

test('a school names an adult, and a child who comes by its address finds them', async ({
	browser,
	page
}) => {
	test.skip(
		test.info().project.name === 'with script',
		'a school has one page: two browsers at once would write over each other'
	);
	const desk = await atTheDesk(browser, ada);
	const called = `Somebody ${test.info().project.name}`;
	await desk.goto('/desk/help-page');
	await desk.getByRole('group', { name: 'Adult 3' }).getByLabel('Name').fill('');
	await desk.getByRole('group', { name: 'Adult 3' }).getByLabel('Where').fill('The library');
	await desk.getByRole('button', { name: 'Keep this page' }).click();
	// Who it is was not said: it is asked for beside the field, and the room is still there.
	await expect(desk.getByRole('alert')).toContainText('Enter who this is');
	const row = desk.getByRole('group', { name: 'Adult 3' });
	await expect(row.getByLabel('Where')).toHaveValue('The library');
	await row.getByLabel('Name').fill(called);
	await desk.getByRole('button', { name: 'Keep this page' }).click();
	const address = await desk.locator('.address').textContent();

	await page.goto(address ?? '');
	await expect(page).toHaveTitle('Information');
	await page.getByText('Adults you can go to at').click();
	await expect(page.getByText(called)).toBeVisible();
	for (const label of ['Bullying', 'Under 13', 'Wales'])
		await page.getByRole('button', { name: label, exact: true }).click();
	expect(new URL(page.url()).pathname).toBe('/info');
	await expect(page.getByText(called)).toBeVisible();
	await expect(page.getByText('The library', { exact: true })).toBeVisible();
	const out = page.getByRole('link', { name: 'Leave this page' });
	await expect(out).toHaveAttribute('href', /^\/info\/next\/[0-9A-Z]{6}$/);
});

test('the keeper of the services records what they found, and the card says so', async ({
	browser,
	page
}) => {
	const desk = await atTheDesk(browser, ollie);
	await desk.goto('/desk/services');
	await desk.getByRole('button', { name: 'Record the check' }).click();
	await expect(desk.getByRole('alert')).toContainText('Choose the service');
	await desk.getByLabel('Which service?').selectOption('Shout');
	await desk.getByLabel('It is as we show it').check();
	await desk.getByRole('button', { name: 'Record the check' }).click();
	const row = desk.getByRole('row').filter({ hasText: 'giveusashout.org' });
	await expect(row).toContainText('Checked');

	await page.goto('/info');
	await page.getByRole('button', { name: 'Skip all the questions' }).click();
	const card = page.getByRole('article').filter({ hasText: 'giveusashout' });
	await expect(card).toContainText('A person checked this on');
	await expect(card).toContainText('Open now.');
});
