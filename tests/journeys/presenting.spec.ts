import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { everyLesson } from './every-lesson.ts';
import { looks, looksRight } from './looks.ts';

const lesson = '/lessons/k3-04-control-isnt-care';
const shown = (page: Page) => page.locator('.slide.shown');
const titleOf = (page: Page) => shown(page).getByRole('heading');

/** The presenter of a lesson, and the window for the class that it opened. */
async function twoWindows(context: BrowserContext, address = lesson): Promise<[Page, Page]> {
	const presenter = await context.newPage();
	await presenter.goto(`${address}/present`);
	const [screen] = await Promise.all([
		context.waitForEvent('page'),
		presenter.getByRole('button', { name: 'Open the slides' }).click()
	]);
	await expect(titleOf(screen)).toBeFocused();
	return [presenter, screen];
}

/** Both windows show the same slide. */
async function areTogether(presenter: Page, screen: Page, title: string | RegExp): Promise<void> {
	await expect(titleOf(screen)).toHaveText(title);
	await expect(titleOf(presenter)).toHaveText(title);
}

test.describe('without a script', () => {
	test.beforeEach(({ javaScriptEnabled }) => {
		test.skip(javaScriptEnabled !== false, 'This is what stands there when none runs.');
	});

	test('the slides stand one after another, and a story is followed by its links', async ({
		page
	}) => {
		await page.goto(`${lesson}/slides`);
		const all = page.locator('.slide');
		expect(await all.count()).toBeGreaterThan(50);
		await expect(page.locator('.slide:visible')).toHaveCount(await all.count());
		await expect(page.getByRole('button')).toHaveCount(0);
		await page.locator('.slide .ways a').first().click();
		await expect(page).toHaveURL(/slides#weeks-/);
	});

	test('the presenter is a plan: each step, what to say, do and watch for, its slides, and the card', async ({
		page
	}) => {
		await page.goto(`${lesson}/present`);
		await expect(page.getByRole('heading', { level: 2, name: 'Open the room' })).toBeVisible();
		for (const word of ['Say', 'Do', 'Watch for'])
			await expect(page.getByText(word, { exact: true })).toHaveCount(9);
		await expect(page.getByText('Thank you for telling me.')).toBeVisible();
		await expect(page.getByText('drafted: not yet checked by a specialist')).toBeVisible();
		await expect(page.getByRole('button')).toHaveCount(0);
	});
});

test.describe('with a script', () => {
	test.beforeEach(({ javaScriptEnabled }) => {
		test.skip(javaScriptEnabled === false, 'Two windows are joined by a script.');
	});

	test('from a lesson to its slides it takes three clicks', async ({ page, context }) => {
		await page.goto(lesson);
		await page.getByRole('link', { name: 'For teachers' }).click();
		await page.getByRole('link', { name: 'Present this lesson' }).click();
		const [screen] = await Promise.all([
			context.waitForEvent('page'),
			page.getByRole('button', { name: 'Open the slides' }).click()
		]);
		await areTogether(page, screen, 'Control isn’t care');
	});

	test('two windows go together by keyboard and clicker, with the network cut', async ({
		context
	}) => {
		const [presenter, screen] = await twoWindows(context);
		await context.setOffline(true);
		await presenter.bringToFront();
		await presenter.keyboard.press('PageDown');
		await areTogether(presenter, screen, 'Before we start');
		await expect(titleOf(screen)).toBeFocused();
		await presenter.keyboard.press('ArrowRight');
		await areTogether(presenter, screen, 'How we talk here');
		await expect(presenter.getByRole('status')).toHaveText(/Slide 3 of \d+: How we talk here/);

		// The class’s own window drives too, as where the clicker is plugged in.
		await screen.bringToFront();
		await screen.keyboard.press('Space');
		await areTogether(presenter, screen, 'What a secret means here');
		await screen.keyboard.press('PageUp');
		await screen.keyboard.press('ArrowLeft');
		await areTogether(presenter, screen, 'Before we start');
		await screen.keyboard.press('End');
		await areTogether(presenter, screen, 'A calm minute');
		await expect(presenter.getByText('That was the last slide.')).toBeVisible();
		await screen.keyboard.press('Home');
		await areTogether(presenter, screen, 'Control isn’t care');
	});

	test('a window that is opened late, or again, comes to where the class is', async ({
		context
	}) => {
		const [presenter, screen] = await twoWindows(context);
		await presenter.getByRole('button', { name: 'Mostly it is toast' }).click();
		await areTogether(presenter, screen, 'Mostly it is toast');
		await screen.reload();
		await areTogether(presenter, screen, 'Mostly it is toast');
		await presenter.reload();
		await areTogether(presenter, screen, 'Mostly it is toast');
	});

	test('one key blanks the screen, and the presenter says so', async ({ context }) => {
		const [presenter, screen] = await twoWindows(context);
		for (const key of ['b', '.']) {
			await presenter.keyboard.press(key);
			await expect(presenter.getByText('The screen is blank.')).toBeVisible();
			await expect(titleOf(screen)).toBeHidden();
			expect(await screen.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
				'rgb(0, 0, 0)'
			);
			await screen.keyboard.press(key === 'b' ? 'Escape' : 'b');
			await expect(titleOf(screen)).toBeVisible();
			await expect(presenter.getByText('The screen is blank.')).toBeHidden();
		}
	});

	for (const leaf of ['slides', 'present'])
		test(`/${leaf} is gone through by its buttons, and its letter keys can be off`, async ({
			page
		}) => {
			await page.goto(`${lesson}/${leaf}`);
			await page.getByRole('button', { name: 'Letter keys: on' }).click();
			const off = page.getByRole('button', { name: 'Letter keys: off' });
			await expect(off).toBeFocused();
			const root = page.locator('html');
			for (const key of ['b', '.', 'd', 'f', '1']) await page.keyboard.press(key);
			await expect(root).not.toHaveClass(/blank|full/);
			await expect(page.getByRole('dialog')).toHaveCount(0);
			await page.keyboard.press('PageDown');
			await expect(titleOf(page)).toHaveText('Before we start');
			await page.getByRole('button', { name: 'Next', exact: true }).click();
			await expect(titleOf(page)).toHaveText('How we talk here');
			await page.getByRole('button', { name: 'Back', exact: true }).click();
			await expect(titleOf(page)).toHaveText('Before we start');
			await off.click();
			await page.keyboard.press('b');
			await expect(root).toHaveClass(/blank/);
		});

	test('in full screen there is still a way back, on and out of it, and the focus stays', async ({
		page
	}) => {
		await page.goto(`${lesson}/slides`);
		await page.getByRole('button', { name: 'Full screen' }).click();
		const out = page.getByRole('button', { name: 'Leave full screen' });
		await expect(out).toBeFocused();
		await expect(page.getByRole('button')).toHaveText(['Back', 'Next', 'Leave full screen']);
		await page.getByRole('button', { name: 'Next', exact: true }).click();
		await expect(titleOf(page)).toHaveText('Before we start');
		await out.click();
		await expect(page.getByRole('button', { name: 'Smaller letters' })).toBeVisible();
	});

	test('letters that were made larger are made smaller again', async ({ page }) => {
		await page.goto(`${lesson}/slides`);
		const size = () =>
			shown(page).evaluate((slide) => getComputedStyle(slide.querySelector('.words')!).fontSize);
		const first = await size();
		await page.getByRole('button', { name: 'Larger letters' }).click();
		expect(parseFloat(await size())).toBeGreaterThan(parseFloat(first));
		await page.getByRole('button', { name: 'Smaller letters' }).click();
		expect(await size()).toBe(first);
	});

	test('one key opens the card, which the class does not see', async ({ context }) => {
		const [presenter, screen] = await twoWindows(context);
		const card = presenter.getByRole('dialog', { name: 'If a pupil tells you something' });
		await expect(card).toBeHidden();
		await presenter.keyboard.press('d');
		await expect(card).toBeVisible();
		await expect(card.getByRole('heading').first()).toBeFocused();
		await expect(card.getByRole('heading', { name: 'Say now' })).toBeInViewport();
		for (const words of [
			'Thank you for telling me.',
			'Do not promise to keep it secret',
			'Do not ask for details',
			'999 first'
		])
			await expect(card).toContainText(words);
		await expect(titleOf(screen)).toHaveText('Control isn’t care');
		expect(await screen.content()).not.toContain('Do not ask for details');
		await presenter.keyboard.press('Escape');
		await expect(card).toBeHidden();
	});

	test('on the 25-minute path only its steps are gone through, to the calm minute', async ({
		context
	}) => {
		const [presenter, screen] = await twoWindows(context);
		await presenter.getByRole('button', { name: '25-minute path' }).click();
		await expect(presenter.getByText('Lesson: 25 minutes planned')).toBeVisible();
		const walked = await screen.evaluate(() => {
			const steps = new Set<string>();
			const at = () => document.querySelector('.slide.shown')!;
			for (let before = ''; before !== at().id;) {
				before = at().id;
				steps.add(at().getAttribute('data-step') ?? '');
				document.body.dispatchEvent(
					new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true })
				);
			}
			return { steps: [...steps], last: at().id };
		});
		expect(walked).toEqual({ steps: ['0', '1', '4', '8'], last: 'calm' });
		await areTogether(presenter, screen, 'A calm minute');
		await presenter.getByRole('button', { name: '25-minute path' }).click();
		await expect(presenter.getByText('Lesson: 55 minutes planned')).toBeVisible();
	});

	test('what is left out is passed by, and the way there is not', async ({ context }) => {
		const [presenter, screen] = await twoWindows(context);
		await presenter.getByRole('checkbox', { name: 'leave out Caring, worrying' }).check();
		await expect(presenter.getByText('Lesson: 48 minutes planned')).toBeVisible();
		await presenter.getByRole('button', { name: 'One act, then the pattern' }).click();
		await areTogether(presenter, screen, 'One act, then the pattern');
		await presenter.keyboard.press('PageUp');
		await areTogether(presenter, screen, 'Control isn’t care');
		await expect(
			presenter.getByRole('checkbox', { name: 'leave out Close gently' })
		).toBeDisabled();
	});

	test('whoever is late sees by how much and what can wait, and the class sees no minutes', async ({
		context
	}) => {
		const [presenter, screen] = await twoWindows(context);
		await presenter.clock.install();
		await presenter.reload();
		await presenter.keyboard.press('PageDown');
		await presenter.clock.runFor('00:02:30');
		await expect(presenter.getByText('Step 1 of 9: 4 minutes planned, 2 spent.')).toBeVisible();
		await expect(presenter.getByText(/^About .* behind/)).toHaveCount(0);
		await presenter.clock.runFor('00:07:00');
		await expect(presenter.getByText('About 5 minutes behind.')).toContainText(
			'Can be left out: “Caring, worrying or controlling?” (7), “One act, then the pattern” (6)'
		);
		await presenter.getByRole('button', { name: '25-minute path' }).click();
		await expect(presenter.getByText('Nothing more can be left out')).toBeVisible();
		expect(await screen.getByRole('main').innerText()).not.toMatch(/minute|spent|planned/);
	});

	test('a story goes on by the number of a choice, and back the way it came', async ({
		context
	}) => {
		const [presenter, screen] = await twoWindows(context);
		await presenter.getByRole('button', { name: 'Ash and Rowan, week by week' }).click();
		while (!(await screen.locator('.slide.shown .ways').isVisible()))
			await presenter.keyboard.press('PageDown');
		const first = await titleOf(screen).textContent();
		const second = screen.locator('.slide.shown .ways a').nth(1);
		const to = (await second.getAttribute('href')) ?? '';
		await presenter.keyboard.press('2');
		await expect(shown(screen)).toHaveAttribute('id', to.slice(1));
		await screen.keyboard.press('PageUp');
		await areTogether(presenter, screen, first?.trim() ?? '');
		// By its first choices a story comes to an end, and from there to what follows it.
		for (let pressed = 0; pressed < 30; pressed += 1) {
			if ((await shown(screen).getAttribute('data-step')) !== '4') break;
			await screen.keyboard.press('PageDown');
		}
		await areTogether(presenter, screen, 'Words a friend could say');
	});

	test('a drafted lesson is rehearsed until somebody says that their school has checked it, and nothing is remembered', async ({
		context
	}) => {
		const [presenter, screen] = await twoWindows(context);
		const badge = screen.getByText('Rehearsal', { exact: true });
		await expect(presenter.getByText('not yet checked by a specialist')).toBeVisible();
		await expect(badge).toBeVisible();
		await presenter.getByRole('button', { name: 'Our school has checked it' }).click();
		await expect(presenter.getByText('Presenting to a class.')).toBeVisible();
		await expect(badge).toBeHidden();
		const kept = await presenter.evaluate(async () => [
			...Object.keys(localStorage),
			...Object.keys(sessionStorage),
			...(await indexedDB.databases()),
			...(await caches.keys())
		]);
		expect([...kept, ...(await context.cookies())]).toEqual([]);
		await screen.close();
		await presenter.reload();
		await expect(presenter.getByText('Rehearsal.', { exact: true })).toBeVisible();
	});

	test('nothing is asked of the network while a lesson is presented', async ({ context }) => {
		const [presenter, screen] = await twoWindows(context);
		const asked: string[] = [];
		context.on('request', (request) => asked.push(request.url()));
		for (const key of ['PageDown', 'b', 'b', 'd', 'Escape', 'End', 'Home'])
			await presenter.keyboard.press(key);
		await areTogether(presenter, screen, 'Control isn’t care');
		expect(asked).toEqual([]);
	});

	test('a screen reader is put at the heading of each slide, and finds nothing but that slide', async ({
		page
	}) => {
		await page.goto(`${lesson}/slides`);
		for (let at = 0; at < 25; at += 1) {
			await expect(titleOf(page)).toBeFocused();
			const read = page.getByRole('main').getByRole('heading');
			await expect(read).toHaveCount(1);
			const own = await shown(page).evaluate((slide) =>
				[...slide.querySelectorAll('.of, .title, .asked, p, li, dt, dd')].map(
					(each) => each.getBoundingClientRect().top
				)
			);
			// What is read later does not stand higher.
			expect(own).toEqual(own.toSorted((one, other) => one - other));
			await page.keyboard.press('PageDown');
		}
		await page.keyboard.press('Escape');
		await expect(page.locator('.slide:visible')).toHaveCount(await page.locator('.slide').count());
		await expect(page.getByRole('button', { name: 'Show one at a time' })).toBeVisible();
	});

	for (const leaf of ['slides', 'present', 'cards'])
		test(`/${leaf} looks right to everybody`, async ({ page }) => {
			await page.goto(`${lesson}/${leaf}`);
			await looksRight(page);
		});

	// In the light on a desk, and in the dark on a telephone: what is looked at is one slide after another.
	const twice = [looks[0], looks[3]];

	test('each kind of slide looks right, and so do all of them one after another', async ({
		page
	}) => {
		for (const id of ['sort-1', 'sort-1-thought', 'line-1', 'facts-1', 'help', 'calm']) {
			await page.goto('/about');
			await page.goto(`${lesson}/slides#${id}`);
			await expect(shown(page)).toHaveAttribute('id', id);
			await looksRight(page, true, twice);
		}
		await page.keyboard.press('Escape');
		await looksRight(page, true, twice);
	});

	test('the card looks right where it is opened', async ({ page }) => {
		await page.goto(`${lesson}/present`);
		await page.keyboard.press('d');
		await looksRight(page, true, twice);
	});

	for (const [width, height] of [
		[1024, 768],
		[1280, 720]
	] as const)
		test(`no slide of any lesson is too much for a screen of ${width} by ${height}`, async ({
			page
		}) => {
			test.setTimeout(300_000);
			await page.setViewportSize({ width, height });
			let many = 0;
			for (const address of everyLesson) {
				await page.goto(`${address}/slides`);
				const { over, slides } = await page.evaluate(measureAll);
				expect(over, address).toEqual([]);
				many += slides;
			}
			console.log(`${many} slides fit ${width} by ${height}`);
			expect(many).toBeGreaterThan(2_000);
		});

	test('a slide that is too much would be found', async ({ page }) => {
		await page.setViewportSize({ width: 1024, height: 768 });
		await page.goto(`${lesson}/slides`);
		for (let press = 0; press < 6; press += 1) await page.keyboard.press('+');
		expect((await page.evaluate(measureAll)).over.length).toBeGreaterThan(10);
	});
});

/** In the page: shows each slide in turn, and says which of them hold more than the window, or lie on what they hold. */
function measureAll(): { over: string[]; slides: number } {
	type Shown = { slides: { go(slide: Element): void } };
	const { slides: deck } = globalThis as unknown as Shown;
	const over: string[] = [];
	const slides = [...document.querySelectorAll('[data-slide]')];
	const bar = document.querySelector('[data-bar]')!.getBoundingClientRect();
	for (const slide of slides) {
		deck.go(slide);
		const words = slide.querySelector('.words')!.getBoundingClientRect();
		const beside = slide.querySelector('.picture svg, .painted svg')?.getBoundingClientRect();
		const scrolls =
			slide.scrollHeight > slide.clientHeight || slide.scrollWidth > slide.clientWidth;
		const hidden = words.bottom > bar.top || words.top < 0 || words.right > innerWidth;
		const covered = beside && words.right > beside.left;
		const broken = [...slide.querySelectorAll('li')].some((li) => li.scrollWidth > li.clientWidth);
		if (scrolls || hidden || covered || broken) over.push(slide.id);
	}
	return { over, slides: slides.length };
}

test('slides, presenter and cards without sex education have none of it', async ({ page }) => {
	for (const address of everyLesson.filter((each) => /k4-0[145]/.test(each)))
		for (const leaf of ['slides', 'present', 'cards']) {
			await page.goto(`${address}/${leaf}`);
			if (leaf !== 'cards') expect(await page.content()).toContain('Sex education:');
			await page.goto(`${address}/${leaf}/without-sex-education`);
			expect(await page.content()).not.toMatch(/Sex education:/);
			for (const link of await page.locator(`a[href^="${address}"]`).all())
				expect(await link.getAttribute('href')).toMatch(/\/without-sex-education(#.*)?$/);
		}
});
