import { expect, test, type Page } from '@playwright/test';
import { atTheDesk, dee, wren } from './people.ts';

/** Writes to the school of the demonstration about somebody, by a name that no other journey writes. */
async function write(page: Page, childName: string): Promise<void> {
	await page.goto('/desk/schools/new');
	await page.getByRole('button', { name: 'Write to the lead' }).click();
	await expect(page.getByRole('alert')).toContainText('Write what was seen, heard or said');
	await page.getByLabel('School', { exact: true }).selectOption({ label: 'Cairnfield School' });
	await page.getByLabel('The young person’s name').fill(childName);
	await page.getByLabel('What was seen, heard or said').fill('Did not want to go home on Friday.');
	await page.getByLabel(/^Does the young person know/).fill('Yes, and agrees.');
	await page.getByLabel('How it is safe to reach the young person').fill('In school.');
	await page.getByRole('radio', { name: 'Today' }).check();
	await page.getByRole('button', { name: 'Write to the lead' }).click();
	await expect(page.getByRole('row').filter({ hasText: childName })).toBeVisible();
}

const rowOf = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });

/** The page again and again, until what travels between two organisations has come. */
const comes = (page: Page, address: string, childName: string, state: string | RegExp) =>
	expect(async () => {
		await page.goto(address);
		await expect(rowOf(page, childName)).toContainText(state, { timeout: 500 });
	}).toPass({ timeout: 60_000 });

test('a service writes to a school’s lead, who takes it in or turns it away, and the service hears which', async ({
	browser
}, { project }) => {
	const worker = await atTheDesk(browser, wren);
	const lead = await atTheDesk(browser, dee);
	const taken = `Lily of ${project.name}`;
	const away = `Nobody of ${project.name}`;
	await write(worker, taken);
	await write(worker, away);

	await comes(lead, '/desk/concerns', taken, 'Lantern');
	await rowOf(lead, taken).getByRole('link').first().click();
	await expect(lead.getByText('Did not want to go home on Friday.')).toBeVisible();
	await comes(worker, '/desk/schools', taken, 'Read');
	await lead.getByLabel('Find a pupil').fill('li');
	await lead.getByRole('button', { name: 'Find', exact: true }).click();
	await lead
		.getByRole('group', { name: 'Choose who it is about' })
		.getByRole('radio')
		.first()
		.check();
	await lead.getByRole('button', { name: 'Take it in as a concern' }).click();
	await expect(lead).toHaveURL(/\/desk\/concerns\/C(-[0-9A-Z]{4}){2}\/triage$/);
	await comes(worker, '/desk/schools', taken, 'Taken in');

	await comes(lead, '/desk/concerns', away, 'Lantern');
	await rowOf(lead, away).getByRole('link').first().click();
	await lead.getByRole('button', { name: 'No child of ours' }).click();
	await expect(lead.getByRole('alert')).toContainText('Say how you looked for them');
	await lead.getByLabel('How did you look for them?').fill('By every spelling.');
	await lead.getByRole('button', { name: 'No child of ours' }).click();
	await comes(worker, '/desk/schools', away, 'No child of that school');
	await expect(worker.locator('body')).not.toContainText(/C(-[0-9A-Z]{4}){2}/);
});
