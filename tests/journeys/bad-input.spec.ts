import { expect, test } from '@playwright/test';
import { amal, atTheDesk, bea, dee } from './people.ts';

test('a form with nothing in it says what is missing, beside each field and in a summary', async ({
	browser
}) => {
	const page = await atTheDesk(browser, amal);
	await page.goto('/desk/concerns/new');
	await page.getByLabel('Where?').fill('By the bicycle sheds');
	const when = page.getByRole('group', { name: 'When did you notice it?' });
	await when.getByLabel('Day').fill('31');
	await when.getByLabel('Month').fill('2');

	const answered = page.waitForResponse((one) => one.request().method() === 'POST');
	await page.getByRole('button', { name: 'Log this concern' }).click();
	expect((await answered).status()).toBe(422);

	const summary = page.getByRole('alert');
	await expect(summary).toBeFocused();
	await expect(summary.getByRole('link', { name: 'Choose who it is about' })).toBeVisible();
	await expect(page).toHaveTitle(/^Error: /);
	await expect(page.getByLabel('Where?')).toHaveValue('By the bicycle sheds');
	await expect(page.getByLabel('What did you see or hear?')).toHaveAccessibleDescription(
		/Error: Write what you saw or heard/
	);

	await summary.getByRole('link', { name: 'Write what you saw or heard' }).click();
	await expect(page.getByLabel('What did you see or hear?')).toBeFocused();
});

test('what was typed is there again, to the letter, when one thing is missing', async ({
	browser
}) => {
	const page = await atTheDesk(browser, amal);
	const words = '<b>"O’Néill" & Zoë 👩🏽‍🏫</b>\nsecond line';
	await page.goto('/desk/concerns/new');
	await page.getByLabel('What did you see or hear?').fill(words);
	await page.getByRole('button', { name: 'Log this concern' }).click();
	await expect(page.getByRole('alert')).toBeVisible();
	await expect(page.getByLabel('What did you see or hear?')).toHaveValue(words);
});

test('the same form sent twice is one concern', async ({ browser, baseURL }) => {
	const page = await atTheDesk(browser, bea);
	await page.goto('/desk/concerns/new');
	await page.getByLabel('Who is it about?').fill('ma');
	await page.getByRole('button', { name: 'Find' }).click();
	const field = (name: string) => page.locator(`[name="${name}"]`).first().inputValue();
	const form = {
		key: await field('key'),
		pupils: await field('pupils'),
		childsWords: 'Twice.',
		noticedDay: await field('noticedDay'),
		noticedMonth: await field('noticedMonth'),
		noticedYear: await field('noticedYear'),
		place: 'Library',
		seenOrHeard: 'Sent twice by a doubled click.',
		doneAlready: 'Nothing yet.',
		urgency: 'same day'
	};
	const send = () =>
		page.context().request.post(`${baseURL}/desk/concerns/new?/log`, {
			headers: { 'sec-fetch-site': 'same-origin', accept: 'text/html' },
			form
		});
	const answers = await Promise.all([send(), send(), send()]);
	expect(new Set(answers.map((answer) => answer.url())).size).toBe(1);
	expect(answers[0]?.url()).toMatch(/\/concerns\/C(-[0-9A-Z]{4}){2}$/);
	await page.goto('/desk');
	const reference = answers[0]?.url().split('/').at(-1) ?? '';
	await expect(page.getByRole('link', { name: reference })).toHaveCount(1);
});

test('a note of two megabytes is refused beside its field, and every letter of it is still there', async ({
	browser
}) => {
	const page = await atTheDesk(browser, amal);
	const words = 'x'.repeat(2 * 1024 * 1024);
	await page.goto('/desk/concerns/new');
	await page.getByLabel('What did you see or hear?').fill(words);
	await page.getByRole('button', { name: 'Log this concern' }).click();
	await expect(page.getByRole('alert')).toContainText('Keep this under 20,000 letters');
	const kept = await page.getByLabel('What did you see or hear?').inputValue();
	expect(kept === words).toBe(true);
});

test('a body over the limit is refused with a sentence', async ({ request }) => {
	const answer = await request.post('/desk/sign-in', {
		headers: { 'sec-fetch-site': 'same-origin' },
		form: { email: 'x'.repeat(600_000), password: 'y' }
	});
	expect(answer.status()).toBe(413);
	expect(await answer.text()).toContain('That is too much at once');
});

test('a wrong password is told nothing about the account, and the address is kept', async ({
	page
}) => {
	for (const email of [dee, 'nobody@cairnfield.example']) {
		await page.goto('/desk/sign-in');
		await page.getByLabel('E-mail address').fill(email);
		await page.getByLabel('Password').fill('not the password');
		await page.getByRole('button', { name: 'Sign in' }).click();
		await expect(page.getByRole('alert')).toContainText('We do not recognise that address');
		await expect(page.getByLabel('E-mail address')).toHaveValue(email);
		await expect(page.getByLabel('Password')).toHaveValue('');
	}
});
