import { expect, test } from '@playwright/test';
import { amal, atTheDesk, flo, kit, wren } from './people.ts';

// Both journeys walk through one demonstration: each has a lesson of its own.
const lesson = () => (test.info().project.name === 'with script' ? 'K3-01' : 'K3-02');

test('a school puts a name to a lesson, and takes it back', async ({ browser }) => {
	const teacher = await atTheDesk(browser, amal);
	const deputy = await atTheDesk(browser, flo);
	const row = teacher.getByRole('row').filter({ hasText: lesson() });

	await test.step('a teacher sees that it may not meet a class yet, and why', async () => {
		await teacher.getByRole('link', { name: 'Lessons', exact: true }).click();
		await expect(row).toContainText('Drafted');
		await expect(row).toContainText('Not yet');
		await row.getByRole('link').click();
		await expect(teacher.getByText('It may not be presented to a class yet')).toBeVisible();
		await expect(teacher.getByRole('button', { name: 'Put this name to it' })).toHaveCount(0);
	});

	await test.step('the deputy finds both of its pages from there', async () => {
		await deputy.goto(new URL(teacher.url()).pathname);
		await expect(deputy.getByText(/looked at on/)).toBeVisible();
		for (const page of ['What pupils see', 'What the teacher sees']) {
			const there = await deputy.getByRole('link', { name: page }).getAttribute('href');
			expect((await deputy.request.get(there ?? '')).status()).toBe(200);
		}
	});

	await test.step('a check without the tick is not taken, and what was typed stays', async () => {
		await deputy.getByLabel('Who read it').fill('Ned Sykehouse');
		await deputy.getByLabel('As what').fill('Leads RSHE');
		await deputy.getByLabel(/^What they say of it/).fill('Mind the ending.');
		await deputy.getByRole('button', { name: 'Put this name to it' }).click();
		await expect(deputy.getByRole('alert')).toContainText('A check counts once');
		await expect(deputy.getByLabel('As what')).toHaveValue('Leads RSHE');
		await expect(deputy.getByLabel(/^What they say of it/)).toHaveValue('Mind the ending.');
	});

	await test.step('with it the lesson may be presented, and the teacher sees by whose name', async () => {
		await deputy.getByLabel(/has read all four pages/).check();
		await deputy.getByRole('button', { name: 'Put this name to it' }).click();
		await expect(deputy.getByText('It may be presented to a class')).toBeVisible();
		await teacher.goto('/desk/lessons');
		await expect(row).toContainText('Ned Sykehouse, Leads RSHE');
		await expect(row).toContainText('Yes');
	});

	await test.step('it is withdrawn with a reason, and both stay to be read', async () => {
		await deputy.getByText('Withdraw this check').click();
		await deputy.getByRole('button', { name: 'Withdraw it' }).click();
		await expect(deputy.getByRole('alert')).toContainText('Say why it holds no more');
		await deputy.getByLabel('Why does it hold no more?').fill('Only one page was read.');
		await deputy.getByRole('button', { name: 'Withdraw it' }).click();
		await expect(deputy.getByText('It may not be presented to a class yet')).toBeVisible();
		const checks = deputy.getByRole('region', { name: 'Your school’s checks' });
		await expect(checks).toContainText('Ned Sykehouse');
		await expect(checks).toContainText('Only one page was read.');
		await teacher.reload();
		await expect(row).toContainText('Withdrawn');
	});
});

test('a teacher puts no name to a lesson past the page, and no other organisation sees any', async ({
	browser
}) => {
	const teacher = await atTheDesk(browser, amal);
	await teacher.goto('/desk/lessons');
	await teacher.getByRole('row').filter({ hasText: 'K2-01' }).getByRole('link').click();
	const answer = await teacher.request.post(`${teacher.url()}?/check`, {
		headers: { origin: new URL(teacher.url()).origin },
		form: { checkedBy: 'Amal', checkedAs: 'Teacher', whole: 'yes' }
	});
	expect(answer.status()).toBe(404);

	for (const who of [wren, kit]) {
		const page = await atTheDesk(browser, who);
		await expect(page.getByRole('link', { name: 'Lessons', exact: true })).toHaveCount(0);
		expect((await page.goto('/desk/lessons'))?.status()).toBe(404);
	}
});
