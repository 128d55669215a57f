import { expect, test } from '@playwright/test';
import { atTheDesk, dee, sayNext } from './people.ts';

test('two people who decide at once: the first stands, and the second loses no word', async ({
	browser
}) => {
	const one = await atTheDesk(browser, dee);
	const other = await atTheDesk(browser, dee);
	await one.goto('/desk/concerns');
	const concern = await one.getByRole('link', { name: /^C-/ }).last().getAttribute('href');
	for (const page of [one, other]) {
		await page.goto(`${concern}/triage`);
		await page.getByRole('radio', { name: 'Keep watch' }).check();
		await page.getByRole('radio', { name: 'It did not arise' }).check();
		await sayNext(page);
	}

	await one.getByLabel('Why?').fill('The tutor will look in each morning.');
	await one.getByRole('button', { name: 'Write down this decision' }).click();
	await expect(one.getByText('Read and decided')).toBeVisible();

	await other.getByLabel('Why?').fill('Rang home: grandmother is ill.');
	const answered = other.waitForResponse((answer) => answer.request().method() === 'POST');
	await other.getByRole('button', { name: 'Write down this decision' }).click();
	expect((await answered).status()).toBe(409);
	await expect(other.getByText('This has been decided already')).toBeVisible();
	await expect(other.getByText('The tutor will look in each morning.')).toBeVisible();
	await expect(other.getByText('Rang home: grandmother is ill.')).toBeVisible();
});
