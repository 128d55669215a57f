import { expect, test, type Browser, type Page } from '@playwright/test';
import { looks, looksRight } from './looks.ts';
import { amal, atTheDesk, bea } from './people.ts';

const lesson = /^K3-04/;
// One of each is enough where only the words differ.
const half = [looks[0], looks[3]] as const;
const withScript = () => test.info().project.name === 'with script';
const radio = (page: Page, name: string) => page.getByRole('radio', { name, exact: true });

/** Amal at the console of a new room, and the words of its code. */
async function aRoom(browser: Browser): Promise<{ teacher: Page; words: string }> {
	const teacher = await atTheDesk(browser, amal);
	await teacher.goto('/desk/teaching/rooms');
	const options = await teacher.getByLabel('For which lesson?').locator('option').allTextContents();
	const label = options.find((option) => lesson.test(option)) ?? '';
	await teacher.getByLabel('For which lesson?').selectOption({ label });
	await teacher.getByRole('button', { name: 'Open the room' }).click();
	await expect(teacher.getByRole('heading', { level: 1 })).toHaveText('Control isn’t care');
	const words = await teacher.locator('.code').innerText();
	expect(words).toMatch(/^[a-z]+ [a-z]+ [a-z]+$/);
	return { teacher, words };
}

/** Somebody on a device of their own, who has typed the words. */
async function aPupil(browser: Browser, words: string): Promise<Page> {
	const page = await (await browser.newContext()).newPage();
	await page.goto('/join');
	await page.getByLabel('The three words').fill(words);
	await page.getByRole('button', { name: 'Come in' }).click();
	return page;
}

/** What comes by itself where scripts run, and with the next look where they do not. */
async function comesTo(page: Page, what: () => Promise<void>): Promise<void> {
	if (!withScript()) await page.reload();
	await what();
}

async function answer(page: Page, option: string): Promise<void> {
	await radio(page, option).check();
	await page.getByRole('button', { name: 'Send my answer' }).click();
	await expect(page.getByRole('heading', { name: 'Your answer is in' })).toBeVisible();
}

test('a class answers without a name, and sees together what it said', async ({ browser }) => {
	const { teacher, words } = await aRoom(browser);
	const first = await aPupil(browser, `${words.toUpperCase().replaceAll(' ', '-')}.`);
	const class_ = [first];

	await test.step('the ones who are in wait, and nobody sees them', async () => {
		await expect(first.getByRole('heading', { name: 'You are in' })).toBeVisible();
		const [cookie] = await first.context().cookies();
		expect(cookie).toMatchObject({ name: 'wm-room', httpOnly: true, sameSite: 'Strict' });
		expect(cookie?.path).toBe(new URL(first.url()).pathname);
		expect(cookie?.path).not.toContain(words.split(' ')[0]);
		await teacher.reload();
		await expect(teacher.getByText('Nothing is being asked')).toBeVisible();
		while (class_.length < 6) class_.push(await aPupil(browser, words));
	});

	await test.step('a question comes to everybody who is in, and to whoever comes late', async () => {
		await teacher.getByRole('button', { name: /^Ask this next/ }).click();
		await expect(teacher.getByText('Being asked now')).toBeVisible();
		await comesTo(first, () => expect(radio(first, 'Worrying')).toBeVisible());
		const late = await aPupil(browser, words);
		await expect(radio(late, 'Worrying')).toBeVisible();
		class_.push(late);
	});

	await test.step('each answers once, and a page opened again knows it', async () => {
		for (const [at, page] of class_.entries()) {
			if (!withScript()) await page.reload();
			await answer(page, at < 4 ? 'Caring' : 'Worrying');
		}
		await first.reload();
		await expect(first.getByRole('heading', { name: 'Your answer is in' })).toBeVisible();
		await expect(first.getByRole('radio')).toHaveCount(0);
	});

	await test.step('whoever types the words again is the same, and does not answer twice', async () => {
		await first.goto('/join');
		await first.getByLabel('The three words').fill(words);
		await first.getByRole('button', { name: 'Come in' }).click();
		await expect(first.getByRole('heading', { name: 'Your answer is in' })).toBeVisible();
	});

	await test.step('closed, it is shown to all of them, rounded', async () => {
		await teacher.getByRole('button', { name: 'Close and show' }).click();
		for (const page of [teacher, first, class_[3]!])
			await comesTo(page, async () => {
				await expect(page.getByRole('row', { name: /^Controlling/ })).toContainText(
					'none or a few'
				);
				await expect(page.getByText('a little chance mixed in').first()).toBeVisible();
			});
		await expect(teacher.getByRole('button', { name: 'Close and show' })).toHaveCount(0);
	});

	await test.step('the lesson ends, and its room is gone for everybody', async () => {
		const room = new URL(first.url()).pathname;
		await teacher.getByRole('checkbox', { name: /Keep the tallies/ }).check();
		await teacher.getByRole('button', { name: 'End it' }).click();
		await expect(teacher.getByText('The tallies you kept')).toBeVisible();
		await comesTo(first, () =>
			expect(first.getByRole('heading', { name: 'This room is closed' })).toBeVisible({
				timeout: 15_000
			})
		);
		expect((await first.goto(room))?.status()).toBe(404);
		await expect(first.getByRole('link', { name: 'Information' }).first()).toBeVisible();
		const again = await aPupil(browser, words);
		await expect(again.getByText('No room is open with these words')).toBeVisible();
	});
});

test('under five answers nothing is shown to anybody, and a tally of hands is shown by the same rule', async ({
	browser
}) => {
	const { teacher, words } = await aRoom(browser);
	await teacher.getByRole('button', { name: /^Ask this next/ }).click();
	const pupil = await aPupil(browser, words);
	await answer(pupil, 'Controlling');
	await teacher.getByRole('button', { name: 'Close and show' }).click();
	for (const page of [teacher, pupil])
		await comesTo(page, () =>
			expect(page.getByText('Fewer than five answered, so this is not shown.')).toBeVisible()
		);

	await teacher.getByText('By hands, cards or corners').first().click();
	const tally = teacher.locator('form[action="?/hands"]').first();
	await tally.getByLabel('Caring').fill('40');
	await tally.getByLabel('Worrying').fill('0');
	await tally.getByRole('button', { name: 'Show this tally' }).click();
	for (const page of [teacher, pupil])
		await comesTo(page, async () => {
			await expect(page.getByRole('row', { name: /^Caring/ })).toContainText('9 in 10 or more');
			await expect(page.getByRole('row', { name: /^Worrying/ })).toContainText('none or a few');
		});
	await teacher.getByRole('button', { name: 'End it' }).click();
	await expect(teacher.getByText('No tallies of it were kept')).toBeVisible();
});

test('what is typed wrong says what to mend, and the address alone lets nobody answer twice', async ({
	browser
}) => {
	const { teacher, words } = await aRoom(browser);
	const [one = '', ...others] = words.split(' ');
	const page = await aPupil(browser, `qqqqqqq ${others.join(' ')}`);
	await expect(page.getByText('Check how this is spelt on the screen: qqqqqqq')).toBeVisible();
	await page.getByLabel('The three words').fill(others.join(' '));
	await page.getByRole('button', { name: 'Come in' }).click();
	await expect(page.getByText('Type the three words').last()).toBeVisible();
	await page.getByLabel('The three words').fill(`${one}q ${others.join(' ')}`);
	await page.getByRole('button', { name: 'Come in' }).click();
	await expect(page.getByRole('heading', { name: 'You are in' })).toBeVisible();

	const byAddress = await (await browser.newContext()).newPage();
	await byAddress.goto(page.url());
	await expect(byAddress.getByRole('radio')).toHaveCount(0);
	expect(await byAddress.context().cookies()).toEqual([]);
	await byAddress.getByRole('link', { name: 'Come in' }).click();
	await expect(byAddress.getByRole('heading', { name: 'You are in' })).toBeVisible();
	const [before] = await byAddress.context().cookies();
	await byAddress.goto(`${page.url()}/in`);
	expect(await byAddress.context().cookies()).toEqual([before]);
	await teacher.getByRole('button', { name: 'End it' }).click();
});

test('a page that somebody is choosing on is left alone where the server has no stream for it', async ({
	browser
}) => {
	test.skip(!withScript(), 'streams are for scripts');
	const { teacher, words } = await aRoom(browser);
	await teacher.getByRole('button', { name: /^Ask this next/ }).click();
	const pupil = await (await browser.newContext()).newPage();
	await pupil.route(/\/events\?/, (route) => route.fulfill({ status: 503 }));
	await pupil.goto('/join');
	await pupil.getByLabel('The three words').fill(words.replaceAll(' ', ''));
	await pupil.getByRole('button', { name: 'Come in' }).click();
	await expect(pupil.getByRole('link', { name: 'Look again' })).toBeVisible();
	await answer(pupil, 'Worrying');
	await teacher.getByRole('button', { name: 'Close and show' }).click();
	await teacher.getByRole('button', { name: 'End it' }).click();
});

test('nobody else at the school opens the console of a room', async ({ browser }) => {
	const { teacher } = await aRoom(browser);
	const colleague = await atTheDesk(browser, bea);
	expect((await colleague.goto(new URL(teacher.url()).pathname))?.status()).toBe(404);
	await teacher.getByRole('button', { name: 'End it' }).click();
});

test('every page of a room looks right to everybody', async ({ browser }) => {
	test.skip(!withScript(), 'axe is itself a script');
	const { teacher, words } = await aRoom(browser);
	await looksRight(teacher);
	const page = await (await browser.newContext()).newPage();
	await page.goto('/join');
	await looksRight(page);
	await page.getByRole('button', { name: 'Come in' }).click();
	await looksRight(page);
	const pupil = await aPupil(browser, words);
	await looksRight(pupil);
	const screen = await (await browser.newContext()).newPage();
	await screen.goto(`${pupil.url()}/screen`);
	await looksRight(screen);
	await teacher.getByRole('button', { name: /^Ask this next/ }).click();
	await looksRight(teacher, true, half);
	await expect(pupil.getByRole('radio').first()).toBeVisible();
	await looksRight(pupil, true, half);
	await expect(screen.getByText('Nothing is shown until it is closed')).toBeVisible();
	await looksRight(screen, true, half);
	await answer(pupil, 'Caring');
	await looksRight(pupil, true, half);
	await teacher.getByRole('button', { name: 'Close and show' }).click();
	await expect(pupil.getByText('Fewer than five answered')).toBeVisible();
	await looksRight(pupil, true, half);
	await teacher.getByText('By hands, cards or corners').first().click();
	await teacher.locator('form[action="?/hands"]').first().getByLabel('Caring').fill('20');
	await teacher.locator('form[action="?/hands"]').first().getByRole('button').click();
	await looksRight(teacher, true, half);
	await expect(screen.getByText('9 in 10 or more')).toBeVisible();
	await looksRight(screen, true, half);
	await looksRight(pupil, true, half);
	await teacher.goto('/desk/teaching/rooms');
	await looksRight(teacher, true, half);
	await teacher.goBack();
	await teacher.getByRole('checkbox', { name: /Keep the tallies/ }).check();
	await teacher.getByRole('button', { name: 'End it' }).click();
	await looksRight(teacher, true, half);
	await expect(pupil.getByRole('heading', { name: 'This room is closed' })).toBeVisible({
		timeout: 15_000
	});
	await looksRight(pupil, true, half);
});
