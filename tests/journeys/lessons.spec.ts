import { expect, test } from '@playwright/test';
import { answerEverything, followEveryStory } from './doing.ts';
import { everyLesson } from './every-lesson.ts';

for (const lesson of everyLesson)
	test(`${lesson} can be done by keyboard alone`, async ({ page }) => {
		await page.goto(lesson);
		expect(await answerEverything(page)).toBeGreaterThanOrEqual(2);
		await followEveryStory(page);
		await expect(page).toHaveURL(new RegExp(`${lesson}(#.*)?$`));
	});

const lesson = '/lessons/k3-04-control-isnt-care';

test('one idea at a time: each screen stands alone, and Enter goes to the next', async ({
	page
}) => {
	await page.goto(`${lesson}/one-at-a-time`);
	const screen = page.locator('.screen:visible');
	const all = await page.locator('.screen').count();
	for (let at = 1; at <= all; at += 1) {
		await expect(screen).toHaveCount(1);
		await expect(screen.getByText(`${at} of ${all}`)).toBeVisible();
		if (at === all) break;
		await screen.getByRole('link', { name: /^Next: / }).focus();
		await page.keyboard.press('Enter');
	}
	await screen.getByRole('link', { name: 'Back' }).focus();
	await page.keyboard.press('Enter');
	await expect(screen.getByText(`${all - 1} of ${all}`)).toBeVisible();
});

test('one idea at a time: an activity is done where it stands', async ({ page }) => {
	await page.goto(`${lesson}/one-at-a-time#5-what-would-you-do`);
	await followEveryStory(page);
	await expect(page.locator('.screen:visible')).toHaveCount(1);
});

test('in easy words, each idea is on a screen of its own, and the last says who can help', async ({
	page
}) => {
	await page.goto(lesson);
	await page.getByRole('link', { name: 'In easy words' }).click();
	const screen = page.locator('.screen:visible');
	await expect(screen).toContainText('This lesson is meant for class, with your teacher');
	const on = screen.getByRole('link', { name: /^Next: / });
	while (await on.isVisible()) await on.click();
	await expect(screen).toContainText('Childline');
});

for (const part of ['', '/teaching'])
	for (const address of everyLesson.filter((each) => /k4-0[145]/.test(each)))
		test(`${address}${part} without its sex education has none of it`, async ({ page }) => {
			await page.goto(`${address}${part}`);
			const whole = await page.content();
			expect(whole).toContain('Sex education:');
			await page.goto(`${address}${part}/without-sex-education`);
			const left = await page.content();
			expect(left).not.toMatch(/<(h2|h3|h4|legend|strong)[^>]*>\s*Sex education:/);
			expect(left.length).toBeLessThan(whole.length);
			expect(left).not.toMatch(/pornograph|sound advice|leave out the last/i);
			for (const link of await page.locator(`a[href^="${address}"]`).all()) {
				const to = (await link.getAttribute('href')) ?? '';
				if (to.endsWith('/parents')) continue;
				expect(await (await page.request.get(to)).text(), to).not.toContain('Sex education:');
			}
		});

test('what a parent reads says what, why, what may be withdrawn from, and what to say at home', async ({
	page
}) => {
	await page.goto('/lessons');
	await page.getByRole('link', { name: /^For parents ?: Whose script/ }).click();
	for (const name of [
		'What is taught',
		'Why, and when',
		'Talking about it at home',
		'What has changed'
	])
		await expect(page.getByRole('heading', { name })).toBeVisible();
	await expect(page.getByText('Some parts of this lesson are sex education')).toBeVisible();
	await page.getByRole('link', { name: 'the lesson without those parts' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Whose script/);
});
