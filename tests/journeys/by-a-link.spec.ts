import { expect, test, type Page } from '@playwright/test';
import { atTheDesk, dee } from './people.ts';
import { looksRight } from './looks.ts';
import { addressIn, letterTo, stranger } from './outside.ts';
import { fillReferral } from './referring.ts';

const service = 'Fell Valley Young Carers';

async function referOutside(page: Page): Promise<string> {
	await page.goto('/desk/cases');
	await page.getByRole('rowheader').getByRole('link').nth(1).click();
	await fillReferral(page, new RegExp(service));
	const send = page.getByRole('button', { name: 'Send this referral' });
	await send.click();
	await answerFindings(page, send);
	await expect(page.getByText('Who holds the child now')).toBeVisible();
	return page.url();
}

/** Says of everything that was found why it may leave. */
async function answerFindings(page: Page, send: ReturnType<Page['getByRole']>): Promise<void> {
	const found = page.locator('[name^="finding"], [name^="answer"]');
	if ((await found.count()) === 0) return;
	for (const field of await found.all()) await field.fill('It belongs there.');
	await send.click();
}

async function sendLink(page: Page, to: string): Promise<{ path: string; code: string }> {
	await page.getByRole('link', { name: 'Let them read and answer it by a link' }).click();
	await page.getByLabel('E-mail address of the service').fill('not an address');
	await page.getByRole('button', { name: 'Send the link' }).click();
	await expect(page.getByRole('alert')).toContainText('Write one e-mail address');
	await page.getByLabel('E-mail address of the service').fill(to);
	await page.getByRole('button', { name: 'Send the link' }).click();
	const code = (await page.getByText(/^\d{4} \d{4}$/).textContent()) ?? '';
	return { path: addressIn(letterTo(to)), code };
}

test('a service without Waymark reads and answers one referral by its link, and nobody else does', async ({
	browser
}, { project }) => {
	const scripts = project.use.javaScriptEnabled !== false;
	const lead = await atTheDesk(browser, dee);
	const referral = await referOutside(lead);
	const { path, code } = await sendLink(
		lead,
		`${project.name.replaceAll(/\W/g, '-')}@carers.example`
	);
	await looksRight(lead, scripts);

	const worker = await stranger(browser, scripts);
	const asked = await worker.goto(path);
	expect(asked?.headers()).toMatchObject({
		'cache-control': 'no-store',
		'referrer-policy': 'no-referrer'
	});
	await looksRight(worker, scripts);
	await worker.getByLabel('Your name').fill('Ash Byre');
	await worker.getByLabel('Code').fill('1234');
	await worker.getByRole('button', { name: 'Open the referral' }).click();
	await expect(worker.getByRole('alert')).toContainText('The code is eight digits');
	await expect(worker.getByLabel('Your name')).toHaveValue('Ash Byre');
	await worker.getByLabel('Code').fill(code);
	await worker.getByRole('button', { name: 'Open the referral' }).click();

	await expect(worker.getByText('Fear at home, noticed by three of us.')).toBeVisible();
	await expect(worker.getByText('You are here as Ash Byre.')).toBeVisible();
	expect(await worker.title()).toMatch(/^Referral R(-[0-9A-Z]{4}){2} – Waymark$/);
	await expect(worker.locator('[href^="/desk"]')).toHaveCount(0);
	await expect(worker.locator('body')).not.toContainText(/C(-[0-9A-Z]{4}){2}|UPN/);
	await looksRight(worker, scripts);

	const other = await stranger(browser, scripts);
	expect((await other.goto(path))?.status()).toBe(404);
	await expect(other.getByText('Telephone the school, and ask for a new link')).toBeVisible();
	await looksRight(other, scripts);

	await worker.getByRole('link', { name: 'Ask for information' }).click();
	await worker.getByRole('button').last().click();
	await expect(worker.getByRole('alert')).toContainText('Say what you need to know');
	await looksRight(worker, scripts);
	await worker.getByRole('textbox').first().fill('Which days are they in school?');
	await worker.getByRole('button').last().click();
	await expect(worker.getByText('Which days are they in school?')).toBeVisible();

	await lead.goto(referral);
	await expect(lead.getByText('Which days are they in school?').first()).toBeVisible();
	await lead.goto(`${referral}/link`);
	await expect(lead.getByText(/by Ash Byre$/)).toBeVisible();
	await lead.getByRole('button', { name: 'End this link' }).click();
	expect((await worker.goto(path))?.status()).toBe(404);
});
