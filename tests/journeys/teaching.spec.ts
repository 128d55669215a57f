import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { ada, amal, atTheDesk, bea, dee, flo, gwen, kit, wren } from './people.ts';

// Both journeys walk through one demonstration: each has classes of its own.
const label = () => (test.info().project.name === 'with script' ? 'red' : 'green');

async function sayDay(page: Page, name: string, daysAhead: number): Promise<void> {
	const when = new Date(Date.now() + daysAhead * 24 * 3_600_000);
	const on = page.getByRole('group', { name });
	await on.getByLabel('Day').fill(String(when.getDate()));
	await on.getByLabel('Month').fill(String(when.getMonth() + 1));
	await on.getByLabel('Year').fill(String(when.getFullYear()));
}

async function planIt(page: Page, lesson: string, year: string, daysAhead: number): Promise<void> {
	await page.goto('/desk/teaching/plans/new');
	await page.getByLabel('Lesson', { exact: true }).selectOption(lesson);
	await page.getByLabel('Year', { exact: true }).first().selectOption(year);
	await page.getByLabel('Class', { exact: true }).fill(label());
	await sayDay(page, 'On which day?', daysAhead);
	await page.getByRole('button', { name: 'Plan this lesson' }).click();
}

async function countAll(page: Page, each: [string, string, string]): Promise<void> {
	for (const item of await page.locator('form fieldset.item').all())
		for (const [at, answer] of ['Agree', 'Not sure', 'Disagree'].entries())
			await item.getByLabel(answer, { exact: true }).fill(each[at] ?? '');
	await page.getByRole('button', { name: 'Keep these numbers' }).click();
}

test('a class is planned for, and whoever leads is told before a lesson of level 3', async ({
	browser
}) => {
	const teacher = await atTheDesk(browser, amal);
	const lead = await atTheDesk(browser, dee);
	const about = `Year 9, ${label()} is taught “Control isn’t care” (K3-04, level 3)`;

	await test.step('what is wrong with a plan stands beside it, and all that was typed is there', async () => {
		await teacher.getByRole('link', { name: 'Teaching', exact: true }).click();
		await teacher.getByRole('link', { name: 'Plan a lesson' }).click();
		await teacher.getByLabel('Lesson', { exact: true }).selectOption('K4-07');
		await teacher.getByLabel('Class', { exact: true }).fill('Robin Mossgate');
		await sayDay(teacher, 'On which day?', -900);
		await teacher.getByRole('button', { name: 'Plan this lesson' }).click();

		const summary = teacher.getByRole('alert');
		for (const says of [
			'K4-07 may not be presented to a class yet',
			'Choose the year of the class',
			'never a pupil',
			'That day is over'
		])
			await expect(summary).toContainText(says);
		await expect(teacher.getByLabel('Class', { exact: true })).toHaveValue('Robin Mossgate');
		await expect(teacher.getByLabel('Lesson', { exact: true })).toHaveValue('K4-07');
		await teacher.getByRole('link', { name: /see who may put their name to it/ }).click();
		await expect(teacher.getByText('It may not be presented to a class yet')).toBeVisible();
	});

	await test.step('a plan of level 3 is on the desk of whoever leads', async () => {
		await planIt(teacher, 'K3-04', '9', 1);
		await expect(teacher.getByText('make sure that somebody knows')).toBeVisible();
		const leadsTo = async (name: string, address: RegExp) =>
			expect(teacher.getByRole('link', { name, exact: true })).toHaveAttribute('href', address);
		await leadsTo('Present it', /\/lessons\/k3-04-[\w-]+\/present$/);
		await leadsTo('Live room', /\/desk\/teaching\/rooms\?lesson=k3-04-/);
		await leadsTo('Questions without a name', /\/desk\/teaching\/questions\?lesson=K3-04$/);
		await lead.goto('/desk');
		const told = lead.locator('form.told', { hasText: about });
		await expect(told).toHaveCount(1);
		await expect(told).toContainText('by Amal Fernhowe');
		const folded = lead.locator('details', { hasText: about });
		if ((await folded.count()) > 0) await folded.locator('summary').click();
		await told.getByRole('button', { name: 'Put away' }).click();
		await expect(lead.locator('form.told', { hasText: about })).toHaveCount(0);
	});

	await test.step('and stands among what is taught, for every colleague', async () => {
		await lead.goto('/desk/teaching');
		const row = lead.getByRole('row').filter({ hasText: `Year 9, ${label()}` });
		await expect(row).toContainText('Amal Fernhowe');
		await expect(row).toContainText('Level 3');
	});

	await test.step('calling it off is told as well', async () => {
		await teacher.locator('details.off summary').click();
		await teacher.getByRole('button', { name: 'Call it off' }).click();
		await expect(teacher.getByText('It was called off')).toBeVisible();
		await lead.goto('/desk');
		const off = lead.locator('form.told', { hasText: 'called off' }).filter({ hasText: label() });
		await expect(off).toHaveCount(1);
		const folded = lead.locator('details', { hasText: 'called off' });
		if ((await folded.count()) > 0) await folded.locator('summary').click();
		await off.getByRole('button', { name: 'Put away' }).click();
	});
});

test('a lesson is recorded in two clicks, and what a class answered before and after is a change', async ({
	browser
}) => {
	const teacher = await atTheDesk(browser, bea);
	await planIt(teacher, 'K3-07', '8', 0);

	await test.step('one click opens the plan, and one says how it went', async () => {
		await teacher.goto('/desk/teaching');
		const waiting = teacher.getByRole('region', { name: /^To record/ });
		await waiting.getByRole('row').filter({ hasText: label() }).getByRole('link').click();
		await teacher.getByRole('button', { name: 'Some of it did' }).click();
		await expect(teacher).toHaveURL(/\/desk\/teaching\/records\//);
		await expect(teacher.getByText('Some of it did')).toBeVisible();
	});

	await test.step('pressed again from another window it is the same record', async () => {
		const record = teacher.url();
		await teacher.goto('/desk/teaching');
		const row = teacher.getByRole('row').filter({ hasText: `Year 8, ${label()}` });
		await row.getByRole('link').click();
		await teacher.getByRole('link', { name: 'What was recorded' }).click();
		expect(teacher.url()).toBe(record);
	});

	await test.step('a class is asked the same three items twice', async () => {
		await teacher.getByRole('link', { name: `Year 8, ${label()}` }).click();
		await teacher.getByRole('link', { name: 'Ask the three items' }).click();
		await countAll(teacher, ['61', 'some', '-1']);
		await expect(teacher.getByRole('alert').getByRole('link')).toHaveCount(9);
		await expect(teacher.locator('#secondary-1-unsure')).toHaveValue('some');
		await countAll(teacher, ['14', '7', '7']);
		await expect(teacher.getByText('Ask the same three after')).toBeVisible();
		await teacher.getByRole('link', { name: 'Ask the three items' }).click();
		await countAll(teacher, ['3', '3', '21']);
		const row = teacher.getByRole('row').filter({ hasText: 'very jealous' });
		await expect(row).toContainText('more of ten');
		await expect(row).toContainText('28 answered');
		await expect(teacher.getByText('does not show that there is less violence')).toBeVisible();
	});
});

test('a lesson without a plan names its class, and its note is not for a colleague', async ({
	browser
}) => {
	const teacher = await atTheDesk(browser, bea);
	const deputy = await atTheDesk(browser, flo);
	const colleague = await atTheDesk(browser, amal);
	await teacher.goto('/desk/teaching');
	await teacher.getByRole('link', { name: 'Record a lesson' }).click();
	await teacher.getByRole('button', { name: 'Go on' }).click();
	await expect(teacher.getByRole('alert')).toContainText('Choose the lesson');
	await teacher.getByLabel('Which lesson?').selectOption('K3-01');
	await teacher.getByRole('button', { name: 'Go on' }).click();
	await teacher.getByLabel('Year', { exact: true }).first().selectOption('7');
	await teacher.getByLabel('Class', { exact: true }).fill(label());
	await teacher.getByText('Something was left out').click();
	await teacher
		.getByRole('group', { name: 'Steps that were left out' })
		.getByRole('checkbox')
		.last()
		.check();
	await teacher.getByText('Add a note').click();
	await teacher.getByLabel('A note').fill('x'.repeat(301));
	await teacher.getByRole('button', { name: 'It went well' }).click();
	await expect(teacher.getByRole('alert')).toContainText('300 letters');
	await expect(
		teacher.getByRole('group', { name: 'Steps that were left out' }).getByRole('checkbox').last()
	).toBeChecked();
	await teacher.getByLabel('A note').fill('Too long for a Friday.');
	await teacher.getByRole('button', { name: 'It went well' }).click();
	await expect(teacher.getByText('Too long for a Friday.')).toBeVisible();

	const record = new URL(teacher.url()).pathname;
	await deputy.goto(record);
	await expect(deputy.getByText('Too long for a Friday.')).toBeVisible();
	await colleague.goto(record);
	await expect(colleague.getByText('Recorded by')).toBeVisible();
	await expect(colleague.getByText('Too long for a Friday.')).toHaveCount(0);

	await teacher.getByText('It is wrong: take it back').click();
	await teacher.getByRole('button', { name: 'Take it back' }).click();
	await expect(teacher.getByRole('alert')).toContainText('Say what is wrong with it');
	await teacher.getByLabel('What is wrong with it?').fill('It was another class.');
	await teacher.getByRole('button', { name: 'Take it back' }).click();
	await expect(teacher.getByText('It was taken back')).toBeVisible();
});

test('a governor reads what was taught, takes it away, and sees nothing else of it', async ({
	browser
}) => {
	const governor = await atTheDesk(browser, gwen);
	await governor.getByRole('link', { name: 'Teaching', exact: true }).click();
	await expect(governor.getByRole('heading', { level: 1 })).toContainText('What was taught in');
	const year = governor.getByRole('region', { name: 'Year 7', exact: true });
	await expect(year).toContainText('What makes a good relationship?');
	await expect(year).toContainText('Between');
	await year.getByText(/^Not yet taught/).click();
	await expect(year.getByText('SS9')).toBeVisible();
	for (const name of ['Amal', 'Bea Larkmere', 'Friday'])
		await expect(governor.getByRole('main').getByText(name)).toHaveCount(0);

	const [download] = await Promise.all([
		governor.waitForEvent('download'),
		governor.getByRole('link', { name: /CSV/ }).click()
	]);
	const csv = readFileSync(await download.path(), 'utf8');
	expect(csv).toContain('"Year 7","lesson","K3-01"');
	expect(csv).toContain('"item of the guidance","SS9"');
	expect(csv).toContain('"before and after","Year 7, blue"');

	for (const closed of ['', '/plans/new', '/records/new', '/settings', '/settings/additions'])
		expect((await governor.goto(`/desk/teaching${closed}`))?.status(), closed).toBe(404);
});

test('whoever keeps the settings says what is taught, and a note beside a lesson', async ({
	browser
}) => {
	const office = await atTheDesk(browser, ada);
	await office.getByRole('link', { name: 'What is taught', exact: true }).click();
	await office.locator('#years-K3-01').fill('seven');
	await office.getByRole('button', { name: 'Keep this' }).click();
	await expect(office.getByRole('alert')).toContainText('K3-01: write years from 3 to 13');
	await expect(office.locator('#years-K3-01')).toHaveValue('seven');
	await expect(office.locator('#years-K3-01')).toHaveAccessibleDescription(
		/Write years, such as 9/
	);
	await office.locator('#years-K3-01').fill('7');
	await office.getByRole('button', { name: 'Keep this' }).click();
	await expect(office.getByText('Nobody has said yet')).toHaveCount(0);

	await office.getByRole('link', { name: 'What your school says beside them' }).click();
	await office.getByRole('button', { name: 'Add it' }).click();
	await expect(office.getByRole('alert')).toContainText('Choose the lesson');
	await office.getByLabel('Lesson', { exact: true }).selectOption('K3-07');
	const says = `In the ${label()} hall, with the nurse.`;
	await office.getByLabel('What should whoever teaches it know?').fill(says);
	await office.getByRole('button', { name: 'Add it' }).click();

	const teacher = await atTheDesk(browser, amal);
	await teacher.goto('/desk/teaching/plans/new');
	await expect(teacher.getByText(says)).toBeVisible();
	await expect(teacher.getByText(/^Ada Wythmoor/).first()).toBeVisible();

	const line = office.locator('li', { hasText: says });
	await line.getByRole('button', { name: /^Take it away/ }).click();
	await expect(office.getByText(says)).toHaveCount(0);
	expect((await office.goto('/desk/teaching'))?.status()).toBe(404);
	expect((await office.goto('/desk/teaching/report'))?.status()).toBe(404);
});

test('a service and a partnership teach no class', async ({ browser }) => {
	for (const who of [wren, kit]) {
		const page = await atTheDesk(browser, who);
		await expect(page.getByRole('link', { name: 'Teaching', exact: true })).toHaveCount(0);
		for (const closed of ['', '/plans/new', '/report', '/report/file', '/settings'])
			expect((await page.goto(`/desk/teaching${closed}`))?.status(), closed).toBe(404);
	}
});
