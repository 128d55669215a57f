import { expect, test } from '@playwright/test';
import { atTheDesk, dee, una } from './people.ts';

test('a head opens what only two may open, and breaks the glass of a case that the lead sealed', async ({
	browser
}) => {
	const head = await atTheDesk(browser, una);
	const lead = await atTheDesk(browser, dee);

	// With script and without, both journeys walk through one demonstration: each seals a case of its own.
	const whose = test.info().project.name === 'with script' ? -1 : -2;

	const kept = await test.step('the head finds the concern that waits for her', async () => {
		await head.goto('/desk/concerns');
		await head.getByRole('rowheader').getByRole('link').first().click();
		await expect(head.getByText('Restricted: only 2 people may open this')).toBeVisible();
		return new URL(head.url()).pathname;
	});

	await test.step('to the lead it is not there', async () => {
		expect((await lead.goto(kept))?.status()).toBe(404);
		expect((await lead.goto(`${kept}/restriction`))?.status()).toBe(404);
	});

	const reference = await test.step('the lead seals a case', async () => {
		await lead.goto('/desk/cases');
		await lead.getByRole('rowheader').getByRole('link').nth(whose).click();
		await lead.getByRole('link', { name: 'Restrict who may open this' }).click();
		await lead.getByLabel('Sealed by the lead').check();
		await lead.getByRole('button', { name: 'Restrict this case' }).click();
		await expect(lead.getByText('Restricted: only one person may open this')).toBeVisible();
		return lead.url().split('/').at(-1) ?? '';
	});

	await test.step('the head breaks the glass, reads, and can change nothing', async () => {
		expect((await head.goto(`/desk/cases/${reference}`))?.status()).toBe(404);
		await head.goto('/desk');
		await head.getByRole('link', { name: 'Break the glass' }).click();
		await head.getByLabel('Which record?').fill(reference);
		await head.getByRole('button', { name: 'Break the glass' }).click();
		await expect(head.getByRole('alert')).toContainText('Say why you must open it now');
		await head.getByLabel('Why must you open it now?').fill('The child is here.');
		await head.getByRole('button', { name: 'Break the glass' }).click();
		await expect(head.getByText('You broke the glass.')).toBeVisible();
		await expect(head.getByRole('link', { name: 'Add an entry' })).toHaveCount(0);
		expect((await head.goto(`/desk/cases/${reference}/entries`))?.status()).toBe(404);
	});

	await test.step('the lead has been told', async () => {
		await lead.goto('/desk');
		const told = lead.getByText('Somebody who is not named on it opened');
		await expect(told.filter({ hasText: reference })).toBeVisible();
		await lead.getByRole('link', { name: reference }).click();
		await lead.getByRole('link', { name: 'Change who may open this' }).click();
		await lead.getByLabel('Why need it not be restricted any more?').fill('The day is over.');
		await lead.getByRole('button', { name: 'Lift the restriction' }).click();
		await expect(lead.getByText('Restricted:')).toHaveCount(0);
	});
});
