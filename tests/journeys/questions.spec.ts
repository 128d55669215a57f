import { expect, test, type Browser, type Page } from '@playwright/test';
import { looksRight } from './looks.ts';
import { amal, atTheDesk, bea, dee, gwen, kit } from './people.ts';

/** Somebody of the class, on a device that nobody has used: without an account, and without a name. */
async function ofTheClass(browser: Browser, address: string): Promise<Page> {
	const page = await (await browser.newContext()).newPage();
	await page.goto(address);
	return page;
}

/** Nothing for axe, nothing cut off, at both widths and in both schemes: where axe may run. */
const look = (page: Page) => looksRight(page, test.info().project.name === 'with script');

/** Opens a box as a teacher would, and gives its page and the address that the class is shown. */
async function aBox(browser: Browser, email: string, label: string) {
	const teacher = await atTheDesk(browser, email);
	await teacher.goto('/desk/teaching/questions');
	await teacher.getByLabel('Year').selectOption('Year 8');
	await teacher.getByLabel('Which class').fill(label);
	await teacher.getByRole('button', { name: 'Open a box' }).click();
	await expect(teacher.getByRole('heading', { level: 1 })).toHaveText(
		`Questions from Year 8, ${label}`
	);
	const shown = await teacher.getByRole('link', { name: 'Show the address' }).getAttribute('href');
	return { teacher, own: teacher.url(), address: (shown ?? '').replace('/screen', '') };
}

async function ask(page: Page, address: string, words: string): Promise<void> {
	await page.goto(address);
	await page.getByLabel('Your question').fill(words);
	await page.getByRole('button', { name: 'Put it in the box' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your question is in the box');
}

const ordinary = 'what is the difference between caring and controlling';
const worrying = 'my stepdad gets really angry and i hide, is that normal';

test('a class asks without a name, and its teacher reads it with care', async ({ browser }) => {
	// Both journeys walk through one demonstration: each has a class of its own.
	const label = test.info().project.name === 'with script' ? 'blue' : 'green';
	const { teacher, own, address } = await aBox(browser, amal, label);
	const pupil = await ofTheClass(browser, address);
	await look(teacher);

	await test.step('before a pupil types, the page says that nobody can know them, and where to go', async () => {
		const page = await pupil.locator('main').innerText();
		const field = page.indexOf('Your question');
		for (const says of ['Nobody can find out who wrote it', 'Nobody can answer you in person'])
			expect(page.indexOf(says)).toBeGreaterThan(-1);
		expect(page.indexOf('Who you can go to')).toBeLessThan(field);
		await expect(pupil.getByRole('link', { name: /^Childline/ })).toBeVisible();
		await expect(pupil.getByRole('link', { name: 'Call 999' })).toBeVisible();
		await expect(pupil.getByRole('link', { name: 'More people who can help' })).toHaveAttribute(
			'href',
			'/info'
		);
		await look(pupil);
	});

	await test.step('nothing typed is refused in a sentence, and what is typed goes into the box', async () => {
		await pupil.getByRole('button', { name: 'Put it in the box' }).click();
		await expect(pupil.getByRole('alert')).toContainText('Write your question first');
		await look(pupil);
		await ask(pupil, address, ordinary);
		await ask(pupil, address, worrying);
		await look(pupil);
	});

	await test.step('the browser is left with no cookie, no script and no copy of the page', async () => {
		expect(await pupil.context().cookies()).toEqual([]);
		const answer = await pupil.request.get(address);
		expect(answer.headers()['cache-control']).toBe('no-store');
		expect(answer.headers()['set-cookie']).toBeUndefined();
		expect(await answer.text()).not.toContain('<script');
	});

	await test.step('what the class is shown on the screen holds nothing that was asked', async () => {
		const screen = await ofTheClass(browser, `${address}/screen`);
		await expect(screen.getByRole('img', { name: /^QR code/ })).toBeVisible();
		await look(screen);
		for (const words of [ordinary, 'stepdad']) expect(await screen.content()).not.toContain(words);
	});

	await test.step('while it is open its teacher sees neither words nor how many', async () => {
		await teacher.goto(own);
		await expect(teacher.getByText('shown once the box is closed')).toBeVisible();
		expect(await teacher.content()).not.toContain(ordinary);
	});

	await test.step('once it is closed nobody can ask, and what was typed meanwhile is not lost', async () => {
		await pupil.goto(address);
		await pupil.getByLabel('Your question').fill('one more');
		await teacher.goto(own);
		await teacher.getByRole('button', { name: 'Close the box, and read' }).click();
		await expect(teacher.getByRole('heading', { name: 'It is closed' })).toBeVisible();
		await look(teacher);
		await pupil.getByRole('button', { name: 'Put it in the box' }).click();
		await expect(pupil.getByRole('alert')).toContainText('The box was closed while you wrote');
		await expect(pupil.getByLabel('Your question')).toHaveValue('one more');
		await pupil.goto(address);
		await expect(pupil.getByRole('heading', { level: 1 })).toHaveText(
			'This box takes no questions now'
		);
		await look(pupil);
		await expect(pupil.getByRole('link', { name: /^Childline/ })).toBeVisible();
	});

	await test.step('the teacher sees the one, and of the other a card first', async () => {
		await teacher.goto(own);
		await expect(teacher.getByText(ordinary)).toBeVisible();
		await look(teacher);
		expect(await teacher.content()).not.toContain('stepdad');
		await teacher.getByRole('link', { name: 'Read the card' }).click();
		await expect(teacher.getByRole('heading', { level: 1 })).toHaveText(
			'This may be more than a question'
		);
		for (const part of ['What it may be', 'What to do now', 'What not to do'])
			await expect(teacher.getByRole('heading', { name: part })).toBeVisible();
		await look(teacher);
		expect(await teacher.content()).not.toContain('stepdad');
		await teacher.getByRole('button', { name: 'Open the words' }).click();
		await expect(teacher.getByText(worrying)).toBeVisible();
		await look(teacher);
	});

	await test.step('the teacher tells the lead, who finds its words on the desk', async () => {
		await teacher.getByLabel('What you add').fill(`Two of ${label} were very quiet.`);
		await teacher.getByRole('button', { name: 'Tell the lead' }).click();
		await expect(teacher.getByText('The lead was told')).toBeVisible();
		await expect(teacher.getByRole('link', { name: /^log a concern/ })).toBeVisible();
		await look(teacher);

		const lead = await atTheDesk(browser, dee);
		await lead.goto('/desk/teaching/told');
		await look(lead);
		await lead
			.getByRole('row')
			.filter({ hasText: `Year 8, ${label}` })
			.getByRole('link')
			.click();
		await expect(lead.getByText(worrying)).toBeVisible();
		await expect(lead.getByText(`Two of ${label} were very quiet.`)).toBeVisible();
		await expect(lead.getByRole('link', { name: 'Log a concern' }).last()).toBeVisible();
		await look(lead);
	});

	await test.step('the other is answered in words of the teacher’s own', async () => {
		await teacher.goto(own);
		await teacher.getByRole('link', { name: 'Decide what you say' }).click();
		await look(teacher);
		await teacher.getByLabel('In your own words').fill('Somebody asked about care and control.');
		await teacher.getByLabel('Answered in class').check();
		await teacher.getByRole('button', { name: 'Keep this' }).click();
		await expect(teacher.getByText('You will say: Somebody asked about')).toBeVisible();
		await expect(teacher.getByText('Answered in class')).toBeVisible();
		await expect(teacher.getByText('The lead was told')).toBeVisible();
	});
});

test('nobody but its teacher opens a box, and nobody but the leads what they were told', async ({
	browser
}) => {
	const { own, address } = await aBox(browser, bea, 'mixed');
	await ask(await ofTheClass(browser, address), address, worrying);
	const told = new URL('/desk/teaching/told', own).href;

	for (const [who, mayBeTold] of [
		[amal, false],
		[dee, true],
		[gwen, false],
		[kit, false]
	] as const) {
		const page = await atTheDesk(browser, who);
		expect((await page.goto(own))?.status()).toBe(404);
		expect(await page.content()).not.toContain('stepdad');
		expect((await page.goto(told))?.status()).toBe(mayBeTold ? 200 : 404);
	}
});

test('an address that nobody was given is like a box that is closed', async ({ browser }) => {
	const page = await ofTheClass(browser, '/join/ask/0000-0000-0000-0000');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'This box takes no questions now'
	);
});
