import { expect, test, type Browser, type Locator, type Page } from '@playwright/test';
import { amal, atTheDesk, beginAfresh, comeIn, dee, openConcernForm, wren } from './people.ts';

/** Presses Tab until it gets there, as somebody without a mouse does. */
async function tabTo(page: Page, there: Locator): Promise<void> {
	const arrived = () => there.evaluate((element) => element === document.activeElement);
	await expect(there).toBeVisible();
	for (let presses = 0; presses < 120 && !(await arrived()); presses++)
		await page.keyboard.press('Tab');
	await expect(there).toBeFocused();
	await expect(there).toBeInViewport();
}

async function write(page: Page, where: Locator, words: string): Promise<void> {
	await tabTo(page, where);
	await page.keyboard.type(words);
}

async function press(page: Page, what: Locator): Promise<void> {
	await tabTo(page, what);
	await page.keyboard.press('Enter');
}

async function beginByKeyboard(page: Page): Promise<void> {
	await comeIn(page.context(), amal);
	await beginAfresh(page.context());
	await page.goto('/desk');
	await expect(page.getByRole('heading', { level: 1, name: 'Desk' })).toBeVisible();
	await press(page, page.getByRole('main').getByRole('link', { name: 'Log a concern' }));
	await expect(page.getByRole('heading', { level: 1, name: 'Log a concern' })).toBeVisible();
}

test('a concern is logged by keyboard alone, from the desk to its receipt', async ({ page }) => {
	await beginByKeyboard(page);
	await write(page, page.getByLabel('Who is it about?'), 'am');
	await press(page, page.getByRole('button', { name: 'Find' }));
	await expect(
		page.getByRole('group', { name: 'Choose the child' }).getByRole('checkbox').first()
	).toBeFocused();
	await page.keyboard.press('Space');
	await write(page, page.getByLabel('What did you see or hear?'), 'Would not leave.');
	for (const name of ['Domestic abuse at home', 'Mental health']) {
		await tabTo(page, page.getByRole('checkbox', { name }));
		await page.keyboard.press('Space');
	}
	await write(page, page.getByLabel('What have you done already?'), 'Listened.');
	await press(page, page.getByRole('button', { name: 'Log this concern' }));

	const summary = page.getByRole('alert');
	await expect(summary).toBeFocused();
	await press(page, summary.getByRole('link', { name: /^Write the child’s own words/ }));
	await expect(page.getByLabel('The child’s own words')).toBeFocused();
	await page.keyboard.type('Not yet.');
	await tabTo(page, page.getByRole('radio', { name: 'Now' }));
	await page.keyboard.press('ArrowDown');
	await expect(page.getByRole('radio', { name: 'Today' })).toBeChecked();
	await press(page, page.getByRole('button', { name: 'Log this concern' }));
	await expect(page.getByText('Written down', { exact: true })).toBeVisible();
	await expect(page.getByText('Domestic abuse at home')).toBeVisible();
	await expect(page).toHaveTitle(/^Written down: concern C-/);
});

test('what to do in danger takes focus, keeps it, and gives it back', async ({ page }) => {
	await beginByKeyboard(page);
	const button = page.getByRole('button', { name: 'Danger right now?' });
	const dialog = page.getByRole('dialog', { name: 'If a child is in danger right now' });
	const close = dialog.getByRole('button', { name: 'Close' });

	await press(page, button);
	await expect(dialog).toHaveAccessibleDescription(/Telephone 999/);
	await expect(close).toBeFocused();
	for (let presses = 0; presses < 4; presses++) {
		await page.keyboard.press('Tab');
		expect(await page.locator('form.beside :focus').count()).toBe(0);
	}
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
	await expect(button).toBeFocused();

	await page.keyboard.press('Enter');
	await press(page, close);
	await expect(dialog).toBeHidden();
	await expect(button).toBeFocused();
});

test('a search that finds nobody says so first', async ({ page }) => {
	await beginByKeyboard(page);
	await write(page, page.getByLabel('Who is it about?'), 'zzzz');
	await press(page, page.getByRole('button', { name: 'Find' }));
	await expect(page.locator(':focus')).toContainText('Nobody found');
});

test('what was decided already stands beside the concern, and not on top of it', async ({
	browser
}) => {
	const page = await atTheDesk(browser, dee);
	await page.goto('/desk/cases');
	await page.getByRole('rowheader').getByRole('link').first().click();
	const concern = page.getByRole('link', { name: /^C-/ }).last();
	await page.goto(`${await concern.getAttribute('href')}/triage`);
	await expect(page.getByText('This has been decided already')).toBeVisible();
	for (const words of ['This has been decided already', 'Seen or heard'])
		await page.getByText(words).click({ trial: true, timeout: 2000 });
	await page.getByRole('link', { name: 'Back to the concern' }).click({ timeout: 2000 });
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Concern C-');
});

const lesson = '/lessons/k3-04-control-isnt-care';
const activity = (page: Page, kind: string) =>
	page.locator('.activity', { has: page.getByText(kind, { exact: true }) });

for (const kind of ['Sort', 'Check what you know'])
	test(`“${kind}” answers each choice, and only it, by keyboard`, async ({ page }) => {
		await page.goto(lesson);
		const question = activity(page, kind).getByRole('group').first();
		const reply = (choice: number) => question.locator(`[data-reply="${choice}"]`);
		await expect(question.locator('[data-reply]:visible')).toHaveCount(0);

		await tabTo(page, question.getByRole('radio').first());
		await page.keyboard.press('Space');
		await expect(reply(0)).toBeVisible();
		await page.keyboard.press('ArrowDown');
		await expect(question.getByRole('radio').nth(1)).toBeChecked();
		await expect(reply(1)).toBeVisible();
		await expect(question.locator('[data-reply]:visible')).toHaveCount(1);

		await page.keyboard.press('Enter');
		expect(new URL(page.url()).search).toBe('');
		await press(page, activity(page, kind).getByRole('button', { name: 'Clear my choices' }));
		await expect(question.locator('[data-reply]:visible')).toHaveCount(0);
	});

test('a place on the line is chosen, and what would move it is opened, by keyboard', async ({
	page
}) => {
	await page.goto(lesson);
	const situation = activity(page, 'Place it on the line').locator('fieldset').first();
	await expect(situation.locator('.says span')).toBeHidden();
	await tabTo(page, situation.getByRole('radio').first());
	await page.keyboard.press('Space');
	await expect(situation.locator('.says span')).toBeVisible();

	await press(page, situation.locator('summary').first());
	await expect(situation.locator('details p').first()).toBeVisible();
});

test('a story is followed to its end by keyboard, one scene at a time', async ({ page }) => {
	await page.goto(lesson);
	const scenes = activity(page, 'A story with choices').locator('.story > section:visible');
	const choices = scenes.getByRole('listitem').getByRole('link');
	let followed = 0;
	while ((await choices.count()) > 0) {
		const to = (await choices.first().getAttribute('href')) ?? '';
		await press(page, choices.first());
		await expect(page.locator(to)).toBeFocused();
		await expect(scenes).toHaveCount(1);
		followed++;
		expect(followed).toBeLessThan(12);
	}
	expect(followed).toBeGreaterThan(1);
	await expect(scenes.getByText('Where this path ends')).toBeVisible();
	await press(page, scenes.getByRole('link', { name: 'Back to the start' }));
	await expect(scenes).toHaveCount(1);
	await expect(choices.first()).toBeVisible();
});

type Size = { width: number; height: number };

/** Every page of the walk, one after another, as the person who meets it sees it. */
async function* everyPage(browser: Browser, size: Size): AsyncGenerator<Page> {
	const reader = await (await browser.newContext({ viewport: size })).newPage();
	yield* open(reader);
	for (const [who, door] of [
		[amal, teacher],
		[dee, lead],
		[wren, worker]
	] as const) {
		const page = await atTheDesk(browser, who);
		await page.setViewportSize(size);
		yield* door(page);
	}
}

async function* open(page: Page): AsyncGenerator<Page> {
	const addresses = [
		'/',
		'/lessons',
		lesson,
		`${lesson}/teaching`,
		'/parents',
		'/about',
		'/hidden',
		'/lessons/offline'
	];
	for (const address of [...addresses, '/nothing/here', '/desk/sign-in', '/info']) {
		await page.goto(address);
		yield page;
	}
	await page.locator('.picks button').first().click();
	for (const answer of ['13 to 15', 'England']) {
		await expect(page.getByRole('button', { name: answer })).toBeVisible();
		yield page;
		await page.getByRole('button', { name: answer }).click();
	}
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('What you can do');
	yield page;
}

async function* teacher(page: Page): AsyncGenerator<Page> {
	yield page;
	await openConcernForm(page);
	await page.getByLabel('Who is it about?').fill('li');
	await page.getByRole('button', { name: 'Find' }).click();
	await expect(page.getByRole('group', { name: 'Choose the child' })).toBeVisible();
	yield page;
	await page.getByRole('button', { name: 'Log this concern' }).click();
	await expect(page.getByRole('alert')).toBeVisible();
	yield page;
}

async function* lead(page: Page): AsyncGenerator<Page> {
	const first = page.getByRole('rowheader').getByRole('link');
	const heading = page.getByRole('heading', { level: 1 });
	yield page;
	await page.getByRole('link', { name: /^R-/ }).first().click();
	await expect(heading).toContainText('Referral R-');
	yield page;
	await page.goto('/desk/concerns');
	yield page;
	await first.first().click();
	await expect(heading).toContainText('Concern C-');
	yield page;
	await page.getByRole('link', { name: 'Decide what happens' }).click();
	await expect(page.getByLabel('Why?')).toBeVisible();
	yield page;
	await page.goto('/desk/cases');
	yield page;
	await first.first().click();
	await expect(heading).toContainText('Case K-');
	yield page;
	await page.getByRole('link', { name: 'Add an entry' }).click();
	await expect(heading).toContainText('Add to case');
	yield page;
	await page.goBack();
	await page.getByRole('link', { name: 'Refer', exact: true }).click();
	await expect(heading).toContainText('Refer from case');
	yield page;
}

async function* worker(page: Page): AsyncGenerator<Page> {
	yield page;
	await page.goto('/desk/inbox');
	yield page;
	const waiting = page.getByRole('row').filter({ hasText: /new|opened/i });
	await waiting.getByRole('link').first().click();
	await page.getByRole('link', { name: 'Decline' }).click();
	await expect(page.getByLabel('Why?')).toBeVisible();
	yield page;
}

test('at 400 % zoom no page of the walk scrolls sideways, however its letters are spaced', async ({
	browser
}) => {
	// A window of 1280 by 1024 px at 400 %: WCAG 2.2, 1.4.10. The spacing is that of 1.4.12.
	for await (const page of everyPage(browser, { width: 320, height: 256 })) {
		expect(await sideways(page), `${page.url()} as it is`).toBeLessThanOrEqual(0);
		await page.evaluate(spaceLetters);
		expect(await sideways(page), `${page.url()} spaced`).toBeLessThanOrEqual(0);
	}
});

function spaceLetters(): void {
	const spacing = new CSSStyleSheet();
	spacing.replaceSync('* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important }');
	document.adoptedStyleSheets.push(spacing);
}

const sideways = (page: Page) =>
	page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('whatever can be pressed on the walk is at least 24 px wide and high', async ({ browser }) => {
	for await (const page of everyPage(browser, { width: 360, height: 780 })) {
		// A heading is there before what comes after it.
		await page.waitForLoadState();
		expect(await page.evaluate(tooSmall), page.url()).toEqual([]);
	}
});

/** What a press 12 px from its middle misses. A link in a sentence may be as high as its line: WCAG 2.2, 2.5.8. */
function tooSmall(): string[] {
	const pressed = 'a[href], button, input:not([type="hidden"]), select, textarea, summary';
	const owner = (element: Element | null) =>
		element?.closest('label')?.control ?? element?.closest(pressed);
	const inASentence = (element: Element) =>
		getComputedStyle(element).display === 'inline' &&
		(element.closest('p, li, dd')?.textContent ?? '').trim() !== element.textContent?.trim();
	const sides = [
		[-11.5, 0],
		[11.5, 0],
		[0, -11.5],
		[0, 11.5]
	] as const;
	return [...document.querySelectorAll(pressed)]
		.filter((one) => one.checkVisibility() && !one.matches('.skip, :disabled'))
		.filter((one) => !(one.matches('a') && inASentence(one)))
		.filter((one) => {
			one.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
			const { left, top, width, height } = (one.closest('label') ?? one).getBoundingClientRect();
			return sides.some(([across, down]) => {
				const hit = document.elementFromPoint(left + width / 2 + across, top + height / 2 + down);
				return owner(hit) !== one;
			});
		})
		.map((one) => one.outerHTML.slice(0, 120));
}
