import { expect, test } from '@playwright/test';
import { looksRight } from './looks.ts';
import { addressIn, letterTo, stranger } from './outside.ts';
import { atTheDesk, dee } from './people.ts';

test('somebody without an account writes to a lead by a link, and hears that it was taken in', async ({
	browser
}, { project }) => {
	const scripts = project.use.javaScriptEnabled !== false;
	const to = `${project.name.replaceAll(/\W/g, '-')}@council.example`;
	const name = `Aled ${project.name}`;
	const lead = await atTheDesk(browser, dee);
	await lead.goto('/desk/concerns');
	await lead.getByRole('link', { name: 'Ask somebody outside to write to you' }).click();
	await lead.getByLabel('Their e-mail address').fill(to);
	await lead.getByRole('button', { name: 'Send the link' }).click();
	const code = (await lead.getByText(/^\d{4} \d{4}$/).textContent()) ?? '';
	await looksRight(lead, scripts);
	const path = addressIn(letterTo(to));

	const outside = await stranger(browser, scripts);
	expect((await outside.goto(path))?.headers()).toMatchObject({
		'cache-control': 'no-store',
		'referrer-policy': 'no-referrer'
	});
	await looksRight(outside, scripts);
	await outside.getByLabel('Your name').fill('Kim Stell');
	await outside.getByLabel('Code').fill(code);
	await outside.getByRole('button', { name: 'Go on' }).click();

	await outside.getByRole('button', { name: 'Write to the lead' }).click();
	await expect(outside.getByRole('alert')).toContainText('Write how the school can reach you');
	await looksRight(outside, scripts);
	await outside.getByLabel('Who do you work for?').fill('Youth justice service');
	await outside.getByLabel('How can the school reach you?').fill('01632 960009');
	await outside.getByLabel('The young person’s name').fill(name);
	await outside.getByLabel('What was seen, heard or said').fill('Came to us twice this week.');
	await outside.getByLabel(/^Does the young person know/).fill('Knows, and agreed.');
	await outside.getByLabel(/^How it is safe to reach/).fill('In school.');
	await outside.getByRole('radio', { name: 'Today' }).check();
	await outside.getByRole('button', { name: 'Write to the lead' }).click();
	await expect(outside.getByText('It has reached the school')).toBeVisible();
	await expect(outside.locator('body')).not.toContainText('Came to us twice');
	await looksRight(outside, scripts);

	await lead.goto('/desk/concerns');
	const row = lead.getByRole('row').filter({ hasText: name });
	await row.getByRole('link').click();
	await expect(lead.getByText('01632 960009')).toBeVisible();
	await outside.goto(path);
	await expect(outside.getByText('It was read')).toBeVisible();
	await lead.getByLabel('How did you look for them?').fill('By every spelling.');
	await lead.getByRole('button', { name: 'No child of ours' }).click();
	await outside.goto(path);
	await expect(outside.getByText('The school knows no such young person')).toBeVisible();

	const other = await stranger(browser, scripts);
	expect((await other.goto(path))?.status()).toBe(404);
	expect((await other.goto(path.replace('/w/', '/r/')))?.status()).toBe(404);
});
