import { expect, test, type Page } from '@playwright/test';
import { amal, atTheDesk, dee, sayNext, sayWhen, wren } from './people.ts';
import { referToLantern } from './referring.ts';

test('a worry becomes a referral, and the school sees the answer', async ({ page, browser }) => {
	await test.step('a pupil reads a lesson', async () => {
		await page.goto('/');
		await page.getByRole('link', { name: 'Lessons', exact: true }).click();
		const lesson = page.getByRole('heading', { level: 3, name: 'Control isn’t care' });
		await lesson.getByRole('link').click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Control isn’t care');
	});

	await test.step('a child finds help', async () => {
		await page.getByRole('banner').getByRole('link', { name: 'Information' }).click();
		await page.getByRole('button', { name: /someone at home/i }).click();
		await page.getByRole('button', { name: '13 to 15' }).click();
		await page.getByRole('button', { name: 'England' }).click();
		await expect(page.getByText('0800 1111').first()).toBeVisible();
		await expect(page).toHaveTitle('Information');
		expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/info');
	});

	const teacher = await atTheDesk(browser, amal);
	const reference = await test.step('a teacher writes down a worry', () => logAConcern(teacher));

	const lead = await atTheDesk(browser, dee);
	await test.step('the lead reads it and opens a case', async () => {
		await lead.getByRole('link', { name: /To triage/ }).click();
		await lead.getByRole('link', { name: reference }).click();
		await expect(lead.getByText('You can tell from the car door.')).toBeVisible();
		await lead.getByRole('link', { name: 'Decide what happens' }).click();
		await lead.getByRole('radio', { name: /Open a case|Into the case/ }).check();
		await lead.getByLabel('Why?').fill('The third noticing in a month, by three people.');
		await lead.getByRole('radio', { name: 'It did not arise' }).check();
		await sayNext(lead, 'Speak with them in the quiet room');
		await lead.getByRole('button', { name: 'Write down this decision' }).click();
		await expect(lead.getByRole('heading', { level: 1 })).toContainText('Case K-');
	});

	const sent = await test.step('the lead refers the child', () => referToLantern(lead));

	const worker = await atTheDesk(browser, wren);
	await test.step('a worker at the service accepts', async () => {
		await expect(async () => {
			await worker.goto('/desk/inbox');
			await expect(worker.getByRole('link', { name: sent })).toBeVisible({ timeout: 500 });
		}).toPass();
		await worker.getByRole('link', { name: sent }).click();
		await expect(worker.getByText('Not at home, and never by text.')).toBeVisible();
		await worker.getByRole('link', { name: 'Accept' }).click();
		await worker
			.getByLabel('Who will be in touch, and how?')
			.fill('Wren will come to school on Thursday at ten.');
		await sayWhen(worker, 'By when will they be in touch?');
		await worker.getByRole('button', { name: 'Accept' }).click();
		await expect(worker.getByText('You hold the young person.')).toBeVisible();
	});

	await test.step('the school sees the answer, and who holds the child now', async () => {
		await expect(async () => {
			await lead.reload();
			await expect(lead.getByText('Wren will come to school on Thursday at ten.')).toBeVisible({
				timeout: 500
			});
		}).toPass();
		await expect(
			lead.getByText('Lantern Children’s Domestic Abuse Service holds the child.')
		).toBeVisible();
	});

	await test.step('the teacher sees that it was read, and not what was decided', async () => {
		await teacher.reload();
		await expect(teacher.getByText('Read by Dee Thornbeck')).toBeVisible();
		await expect(teacher.getByText('The third noticing')).toHaveCount(0);
	});
});

/** Logs a concern about the first pupil found, and gives its reference. */
async function logAConcern(page: Page): Promise<string> {
	await page.getByRole('link', { name: 'Log a concern' }).first().click();
	await page.getByLabel('Who is it about?').fill('am');
	await page.getByRole('button', { name: 'Find' }).click();
	await page.getByRole('group', { name: 'Choose the child' }).getByRole('checkbox').first().check();
	await page.getByLabel('Where?').fill('Form room');
	await page.getByLabel('What did you see or hear?').fill('Would not leave at the end of the day.');
	await page.getByLabel('The child’s own words').fill('You can tell from the car door.');
	await page
		.getByLabel('What have you done already?')
		.fill('Listened, and said I would pass it on.');
	await page.getByRole('radio', { name: 'Today' }).check();
	await page.getByRole('button', { name: 'Log this concern' }).click();
	await expect(page.getByText('Written down', { exact: true })).toBeVisible();
	const reference = page.url().split('/').at(-1) ?? '';
	expect(reference).toMatch(/^C(-[0-9A-Z]{4}){2}$/);
	return reference;
}
