import { expect, test, type Page } from '@playwright/test';
import { atTheDesk, dee, sayWhen, wren } from './people.ts';
import { referToLantern } from './referring.ts';

/** Opens a referral again until what the other side did has come. */
async function comesTo(page: Page, word: string): Promise<void> {
	await expect(async () => {
		await page.reload();
		await expect(page.getByText(word).first()).toBeVisible({ timeout: 500 });
	}).toPass();
}

/** Takes a step of the loop by its form, and comes back to the referral. */
async function take(
	page: Page,
	step: string,
	button: string,
	fill: () => Promise<void>
): Promise<void> {
	await page.getByRole('link', { name: step, exact: true }).click();
	await fill();
	await page.getByRole('button', { name: button }).click();
	await expect(page.getByText('Who holds the child now')).toBeVisible();
}

test('from sent to closed, two organisations always know who holds the child', async ({
	browser
}) => {
	const lead = await atTheDesk(browser, dee);
	await lead.goto('/desk/cases');
	await lead.getByRole('rowheader').getByRole('link').last().click();
	const reference = await referToLantern(lead);
	const worker = await atTheDesk(browser, wren);

	await test.step('the service asks for information', async () => {
		await expect(async () => {
			await worker.goto(`/desk/inbox/${reference}`);
			await expect(worker.getByText('Cairnfield').first()).toBeVisible({ timeout: 500 });
		}).toPass();
		await take(worker, 'Ask for information', 'Ask for this', () =>
			worker.getByLabel(/What do you need to know/).fill('Who must not know of it?')
		);
	});

	await test.step('the school gives it', async () => {
		await comesTo(lead, 'Who must not know of it?');
		await expect(lead.getByText('needs to know something before it decides')).toBeVisible();
		await take(lead, 'Give what they asked for', 'Send this', () =>
			lead.getByLabel('What they asked for').fill('Only the lead and the tutor know.')
		);
	});

	await test.step('the child waits, and the school knows who is there meanwhile', async () => {
		await comesTo(worker, 'Only the lead and the tutor know.');
		await worker.getByRole('link', { name: 'Put on a waiting list' }).click();
		await worker.getByRole('button', { name: 'Say this' }).click();
		await expect(worker.getByRole('alert')).toContainText('Say who supports the young person');
		await worker.getByLabel(/Who supports the young person/).fill('Their tutor, each morning.');
		await sayWhen(worker, 'About when will there be a place?');
		await worker.getByRole('button', { name: 'Say this' }).click();
		await comesTo(lead, 'Meanwhile they are supported by: Their tutor, each morning.');
	});

	await test.step('the work begins, and the service holds the child', async () => {
		await take(worker, 'Say how it goes', 'Say this', () =>
			sayWhen(worker, 'When will you look at how it goes?')
		);
		await comesTo(lead, 'Lantern Children’s Domestic Abuse Service holds the child.');
	});

	await test.step('there is an outcome, with the young person’s view', async () => {
		await take(worker, 'Say what came of it', 'Say this', async () => {
			await worker.getByLabel('What came of it?').fill('Six meetings, and a plan.');
			await worker.getByRole('radio', { name: 'Said' }).check();
			await worker.getByLabel(/Their view/).fill('I know who to ring now.');
		});
		await comesTo(lead, 'I know who to ring now.');
	});

	await test.step('the school says what comes next, and both know that it is over', async () => {
		await take(lead, 'Say what comes next, and close', 'Close it', async () => {
			await lead.getByLabel('What does the school do next?').fill('The tutor asks each month.');
			await lead.getByLabel('Why?', { exact: true }).fill('They want to be asked.');
		});
		await expect(lead.getByText('This referral is over.')).toBeVisible();
		await comesTo(worker, 'This referral is over.');
		await expect(worker.getByRole('navigation', { name: 'What you can do' })).toHaveCount(0);
	});

	await test.step('a step that leads nowhere any more is not taken', async () => {
		await worker.goto(`/desk/inbox/${reference}/acceptance`);
		await expect(worker.getByText('This cannot be said from here')).toBeVisible();
	});

	await test.step('it is in the list of referrals, among those that are over', async () => {
		await lead.getByRole('link', { name: 'Referrals', exact: true }).click();
		const over = lead.getByRole('region', { name: /^Over/ });
		await expect(over.getByRole('link', { name: reference })).toBeVisible();
	});
});
