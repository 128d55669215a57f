import { expect, test } from '@playwright/test';
import { ada, atTheDesk, dee, gwen, kit, ned, ollie } from './people.ts';

test('a lead invites somebody, changes what they are and lets them leave', async ({ browser }) => {
	const lead = await atTheDesk(browser, dee);
	const admin = await atTheDesk(browser, ada);
	// With script and without, both journeys walk through one demonstration: each invites its own person.
	const project = test.info().project.name;
	const name = `Ivo of ${project}`;

	await test.step('what is missing is said, and what was typed stays', async () => {
		await lead.getByRole('link', { name: 'People' }).click();
		await lead.getByRole('link', { name: 'Invite somebody' }).click();
		await lead.getByLabel('Name').fill(name);
		await lead.getByRole('button', { name: 'Send the invitation' }).click();
		await expect(lead.getByRole('alert')).toContainText('Choose at least one role');
		await expect(lead.getByLabel('Name')).toHaveValue(name);
	});

	await test.step('they are invited, and stand among the people', async () => {
		await lead
			.getByLabel('E-mail address at work')
			.fill(`ivo-${project.replace(' ', '-')}@cairnfield.example`);
		await lead.getByLabel('Teacher').check();
		await lead.getByRole('button', { name: 'Send the invitation' }).click();
		await expect(lead.getByRole('row', { name })).toContainText('Teacher');
	});

	const theirs = await test.step('their address names nobody', async () => {
		await lead.getByRole('link', { name }).click();
		await expect(lead).toHaveTitle('Somebody’s roles – Waymark desk');
		await expect(lead).toHaveURL(/\/desk\/people\/[0-9a-f-]{36}$/);
		return new URL(lead.url()).pathname;
	});

	await test.step('an admin cannot make them a lead, on the page or past it', async () => {
		await admin.goto(theirs);
		await expect(admin.getByLabel('Governor')).toBeVisible();
		await expect(admin.getByLabel('Lead', { exact: true })).toHaveCount(0);
		const answer = await admin.request.post(`${theirs}?/change`, {
			headers: { origin: new URL(admin.url()).origin },
			form: { roles: 'lead' }
		});
		expect(answer.status()).toBe(404);
	});

	await test.step('the lead makes them a governor, and is told', async () => {
		await lead.getByLabel('Teacher').uncheck();
		await lead.getByLabel('Governor').check();
		await lead.getByRole('button', { name: 'Change their roles' }).click();
		await expect(lead.getByRole('row', { name }).first()).toContainText('Governor');
		await expect(lead.getByRole('row', { name: 'gave the role: governor' })).not.toHaveCount(0);
		await lead.goto('/desk');
		await expect(lead.getByText('Somebody’s roles were changed.').first()).toBeVisible();
	});

	await test.step('they leave, and are not there any more', async () => {
		await lead.goto(theirs);
		await lead.getByRole('button', { name: 'Let them leave' }).click();
		await expect(lead.getByRole('link', { name })).toHaveCount(0);
		expect((await lead.goto(theirs))?.status()).toBe(404);
	});
});

test('nobody changes their own roles', async ({ browser }) => {
	const lead = await atTheDesk(browser, dee);
	await lead.goto('/desk/people');
	await lead.getByRole('link', { name: 'Dee Thornbeck' }).last().click();
	await expect(lead.getByText('Nobody changes their own roles.')).toBeVisible();
	await expect(lead.getByRole('checkbox')).toHaveCount(0);

	const answer = await lead.request.post(`${new URL(lead.url()).pathname}?/change`, {
		headers: { origin: new URL(lead.url()).origin },
		form: { roles: 'head' }
	});
	expect(answer.status()).toBe(404);
});

test('a lead makes a group and gives it to somebody, who reads of its pupils', async ({
	browser
}) => {
	const lead = await atTheDesk(browser, dee);
	const pastoral = await atTheDesk(browser, ned);
	const called = `Club ${test.info().project.name}`;

	await test.step('a group of a whole form', async () => {
		await lead.getByRole('link', { name: 'Groups' }).click();
		await lead.getByRole('link', { name: 'Make a group' }).click();
		await lead.getByLabel('What is it called?').fill(called);
		await lead.getByRole('button', { name: 'Make the group' }).click();
		await lead.getByLabel('A whole year or form').selectOption('All of 9A');
		await lead.getByRole('button', { name: 'Put them in' }).click();
		await expect(lead.getByText(/^\d+ pupils$/)).toBeVisible();
	});

	await test.step('with one pupil beside', async () => {
		await lead.getByLabel('One pupil').fill('li');
		await lead.getByRole('button', { name: 'Find' }).click();
		await lead.getByRole('radio').first().check();
		await lead.getByRole('button', { name: 'Put this pupil in' }).click();
		await expect(lead).not.toHaveURL(/li/);
	});

	await test.step('is given and taken back', async () => {
		await lead.getByLabel('Give it to').selectOption('Ned Sykehouse');
		await lead.getByRole('button', { name: 'Give it' }).click();
		await lead.getByRole('button', { name: 'Take back from Ned Sykehouse' }).click();
		await expect(lead.getByLabel('Give it to')).toBeVisible();
	});

	await test.step('whoever looks after Year 8 reads of its pupils, and of no other', async () => {
		await pastoral.getByRole('link', { name: 'Your group' }).click();
		const pupils = pastoral.getByRole('row').filter({ hasText: /C-/ });
		expect(await pupils.count()).toBeGreaterThan(0);
		for (const text of await pupils.allTextContents()) expect(text).toMatch(/8[A-F]/);
		expect((await pastoral.goto('/desk/groups'))?.status()).toBe(404);
	});
});

test('a governor sees counts and no small number', async ({ browser }) => {
	const governor = await atTheDesk(browser, gwen);
	await governor.getByRole('link', { name: 'Counts' }).click();

	const numbers = await governor.getByRole('definition').allTextContents();

	expect(numbers.length).toBeGreaterThan(3);
	for (const number of numbers) expect(number.trim()).toMatch(/^(c|0|[1-9]\d*[05])$/);
	for (const closed of ['concerns', 'cases', 'people', 'groups', 'ledger'])
		expect((await governor.goto(`/desk/${closed}`))?.status()).toBe(404);
});

test('an analyst finds topics by months alone, and an operator nothing inside', async ({
	browser
}) => {
	const analyst = await atTheDesk(browser, kit);
	await analyst.getByRole('link', { name: 'Counts' }).click();
	await expect(analyst.getByText('changed by chance before it was written down')).toBeVisible();
	await expect(analyst.getByRole('heading', { level: 2 })).toHaveText(
		Array(await analyst.getByRole('heading', { level: 2 }).count()).fill(
			/^Help looked at, [A-Z]\w+ 20\d\d$/
		)
	);

	const operator = await atTheDesk(browser, ollie);
	await operator.getByRole('link', { name: 'Platform' }).click();
	await expect(operator.getByText('Answers')).toHaveCount(4);
	for (const closed of ['concerns', 'cases', 'people', 'counts', 'ledger'])
		expect((await operator.goto(`/desk/${closed}`))?.status()).toBe(404);
});
