import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { ada, atTheDesk, bea, dee, gwen, kit } from './people.ts';

// Both journeys walk through one demonstration, and what is done is done: each has somebody of its own.
const who = () =>
	test.info().project.name === 'with script'
		? { email: bea, name: 'Bea Larkmere' }
		: { email: ada, name: 'Ada Wythmoor' };

const questions = (page: Page) => page.locator('#check fieldset');
const submit = (page: Page) => page.getByRole('button', { name: 'Check my answers' }).click();

/** Answers as somebody does who tries: first the first of each, and then the next wherever it was not right. */
async function tryUntilDone(page: Page): Promise<void> {
	const many = await questions(page).count();
	const chosen = Array.from({ length: many }, () => 0);
	const done = page.getByText('All of them are right, and this module is done');
	for (let round = 0; round < 6; round += 1) {
		for (const [at, option] of chosen.entries())
			await questions(page).nth(at).getByRole('radio').nth(option).check();
		await submit(page);
		if (await done.isVisible()) return;
		for (const [at, option] of chosen.entries()) {
			const question = questions(page).nth(at);
			// What was chosen stays chosen, and each question that is not right says why.
			await expect(question.getByRole('radio').nth(option)).toBeChecked();
			if (await question.getByText('Not quite.').isVisible()) chosen[at] = option + 1;
		}
	}
	throw new Error('No answer of a question was right');
}

test('somebody does a module of training, and the lead sees that they did', async ({ browser }) => {
	const { email, name } = who();
	const page = await atTheDesk(browser, email);
	const lead = await atTheDesk(browser, dee);

	await test.step('the modules say what is not done yet', async () => {
		await page.getByRole('link', { name: 'Training', exact: true }).click();
		await expect(page.getByRole('rowheader')).toHaveCount(8);
		await expect(page.getByRole('row').filter({ hasText: 'T1' })).toContainText('Not done yet');
		await page.getByRole('row').filter({ hasText: 'T1' }).getByRole('link').click();
		await expect(page.getByText('Drafted. Not yet checked by a specialist.')).toBeVisible();
	});

	await test.step('an activity answers what is chosen, and keeps nothing of it', async () => {
		const situation = page.locator('.activity fieldset').first();
		await expect(situation.locator('.says span')).toBeHidden();
		await situation.getByRole('radio').first().check();
		await expect(situation.locator('.says span')).toBeVisible();
	});

	await test.step('what has no answer is asked for beside it', async () => {
		await submit(page);
		await expect(page.getByRole('alert')).toContainText('Question 1 has no answer yet');
		await page.getByRole('alert').getByRole('link').first().click();
		await expect(questions(page).first()).toContainText('Choose an answer');
	});

	await test.step('whoever tries until all are right has done it', async () => {
		await tryUntilDone(page);
		await expect(page.getByText('You have done this module.')).toBeVisible();
	});

	await test.step('answering again changes nothing', async () => {
		await page.getByText('Answer the questions again').click();
		await tryUntilDone(page);
		await page.goto('/desk/training');
		await expect(page.getByRole('row').filter({ hasText: 'T1' })).toContainText('Done');
		await expect(page.getByText('You have done 1 of 8')).toBeVisible();
	});

	await test.step('the lead sees who has, and who has not, and takes the table away', async () => {
		await lead.goto('/desk/training');
		await lead.getByRole('link', { name: 'Who has done what' }).click();
		const row = lead.getByRole('row').filter({ hasText: name });
		await expect(row).toContainText('1 of 8');
		await expect(row).toContainText('Not yet');
		await expect(lead.getByRole('row').filter({ hasText: 'Una Marshgate' })).toContainText(
			'earlier version'
		);
		const [download] = await Promise.all([
			lead.waitForEvent('download'),
			lead.getByRole('link', { name: /CSV/ }).click()
		]);
		const csv = readFileSync(await download.path(), 'utf8');
		expect(csv).toContain(`"${name}","T1"`);
		expect(csv).toContain('"not done"');
	});
});

test('who has done what is nobody’s but those who answer for it', async ({ browser }) => {
	const governor = await atTheDesk(browser, gwen);
	await governor.goto('/desk/training');
	await expect(governor.getByRole('link', { name: 'Who has done what' })).toHaveCount(0);
	for (const closed of ['training/record', 'training/record/file'])
		expect((await governor.goto(`/desk/${closed}`))?.status()).toBe(404);

	const analyst = await atTheDesk(browser, kit);
	expect((await analyst.goto('/desk/training'))?.status()).toBe(404);
	const teacher = await atTheDesk(browser, bea);
	expect((await teacher.goto('/desk/training/t0-nothing'))?.status()).toBe(404);
});
