import { expect, test } from '@playwright/test';
import { atTheDesk, dee } from './people.ts';
import { fillReferral } from './referring.ts';

test('a referral with an address in it is sent only when somebody has answered for it', async ({
	browser
}) => {
	const page = await atTheDesk(browser, dee);
	await page.goto('/desk/cases');
	await page.getByRole('rowheader').getByRole('link').last().click();
	await fillReferral(page);
	await page
		.getByLabel('Why are you referring?')
		.fill('Fear at home. They moved to 14 Fellside Road.');
	const send = page.getByRole('button', { name: 'Send this referral' });
	await send.click();

	const summary = page.getByRole('alert').filter({ hasText: 'There is a problem' });
	await expect(summary).toContainText('Take “14 Fellside Road” out, or say why it belongs there');
	await expect(page.getByLabel('What do you hope will be different?')).toHaveValue(
		'Somebody to talk to.'
	);
	await send.click();
	await expect(summary).toBeVisible();

	await page
		.getByLabel('Why does “14 Fellside Road” belong there?')
		.fill('It is the school’s own street.');
	await send.click();
	await expect(page.getByText('Who holds the child now')).toBeVisible();
});
