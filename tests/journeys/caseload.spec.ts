import { expect, test } from '@playwright/test';
import { atTheDesk, dee, mo, sayWhen, wren } from './people.ts';
import { referToLantern } from './referring.ts';

test('a service shares out its work, and keeps one referral to who works on it', async ({
	browser
}) => {
	const lead = await atTheDesk(browser, dee);
	await lead.goto('/desk/cases');
	await lead.getByRole('rowheader').getByRole('link').nth(4).click();
	const reference = await referToLantern(lead);
	const worker = await atTheDesk(browser, wren);
	const manager = await atTheDesk(browser, mo);
	const address = `/desk/inbox/${reference}`;
	const inTheirInbox = (page: typeof manager) =>
		page.getByRole('rowheader').getByRole('link', { name: reference });

	await test.step('a worker takes it, and it is in nobody’s caseload until somebody works on it', async () => {
		await expect(async () => {
			await worker.goto(address);
			await expect(worker.getByText('Nobody yet.')).toBeVisible({ timeout: 500 });
		}).toPass();
		await worker.getByRole('link', { name: 'Accept' }).click();
		await worker.getByLabel('Who will be in touch, and how?').fill('We come on Thursday.');
		await sayWhen(worker, 'By when will they be in touch?');
		await worker.getByRole('button', { name: 'Accept' }).click();
		await worker.goto('/desk/caseload');
		const nobodys = worker.getByRole('region', { name: /^Not given to anybody yet/ });
		await expect(nobodys.locator(`a[href$="${reference}"]`)).toBeVisible();
		await nobodys.locator(`a[href$="${reference}"]`).click();
		await worker.getByRole('button', { name: 'Take this referral on' }).click();
		await expect(worker.getByText('(you)')).toBeVisible();
		await worker.goto('/desk/caseload');
		const own = worker.getByRole('region', { name: /^Yours/ });
		await expect(own.locator(`a[href$="${reference}"]`)).toBeVisible();
	});

	await test.step('the manager keeps it to that worker, and does not see it any more', async () => {
		await manager.goto(address);
		await manager.getByRole('link', { name: 'Who may open this' }).click();
		await manager.getByRole('button', { name: 'Let only these people open it' }).click();
		await expect(manager.getByRole('alert')).toContainText('Say why only they may open it');
		await manager
			.getByLabel('Why may only these people open it?')
			.fill('Somebody of the team knows the family.');
		await manager.getByRole('button', { name: 'Let only these people open it' }).click();
		await expect(manager.getByRole('heading', { name: 'Inbox' })).toBeVisible();
		await expect(inTheirInbox(manager)).toHaveCount(0);
		await manager.goto(address);
		await expect(manager.getByText('This page is not here')).toBeVisible();
		await worker.goto(address);
		await expect(worker.getByText('Kept to its workers')).toBeVisible();
	});

	await test.step('its only worker cannot give it up', async () => {
		await worker.getByRole('button', { name: /^Stop/ }).click();
		await expect(worker.getByRole('alert')).toContainText('give it to somebody else first');
	});

	await test.step('the manager opens it to the team again', async () => {
		await manager.goto(`${address}/restriction`);
		await manager.getByLabel('Why may the whole team').fill('They have gone.');
		await manager.getByRole('button', { name: 'Open it to the team' }).click();
		await expect(inTheirInbox(manager)).toBeVisible();
	});
});
