import { expect, test, type Page } from '@playwright/test';
import { allTopics } from './topics.ts';
import { aProfile, gone, mayOpenAgain, neutral, openOn, seenOn, type Own } from './leaving.ts';

const answers = /What you can do|What is it about|How old are you|Where do you live|Childline|999/;

const withScript = () => test.info().project.name === 'with script';

/** Goes to an answer, as a child does, in a browser with a profile of its own. */
async function onAnAnswer(
	then: (own: Own, base: string, profile: string) => Promise<void>,
	picks = [allTopics()[0]?.label ?? '', 'Under 13', 'Wales']
) {
	const profile = aProfile();
	const own = await openOn(profile, { script: withScript() });
	const base = test.info().project.use.baseURL ?? '';
	try {
		await own.page.goto(`${base}/info`);
		for (const label of picks)
			await own.page.getByRole('button', { name: label, exact: true }).click();
		await expect(own.page.getByRole('heading', { level: 1 })).toHaveText(
			picks.length === 3 ? 'What you can do' : 'You can look here'
		);
		await then(own, base, profile);
	} finally {
		await own.close();
		gone(profile);
	}
}

async function byTheLink(page: Page) {
	const { x = 0, y = 0 } =
		(await page.getByRole('link', { name: 'Leave this page' }).boundingBox()) ?? {};
	// By its place: a click that is asked for by name would wait for a page that may not come.
	await page.mouse.click(x + 10, y + 10);
}
async function byTheKey(page: Page) {
	for (let press = 0; press < 3; press += 1) await page.keyboard.press('Escape');
}

/** Every way out that there is in this browser. */
const waysOut = () => (withScript() ? [byTheLink, byTheKey] : [byTheLink]);

async function left(page: Page, out: (page: Page) => Promise<void>) {
	await out(page);
	await page.waitForURL(neutral);
	await expect(page.locator('h1')).toHaveText('Sunny intervals');
}

// A page of the browser's own, such as the one about sending a form again, does not always say that it is there.
const patience = 5_000;
const settled = (page: Page) =>
	page.waitForLoadState('domcontentloaded', { timeout: patience }).catch(() => undefined);

/** One press of Back, or of Forward, as the browser does it: also to a page that it will not show. */
async function go(by: -1 | 1, { page, cdp }: Own): Promise<void> {
	const at = () => cdp.send('Page.getNavigationHistory');
	const { currentIndex, entries } = await at();
	const entry = entries[currentIndex + by];
	if (!entry) return;
	await cdp.send('Page.navigateToHistoryEntry', { entryId: entry.id });
	// Between two pages there is for a moment none to ask.
	const now = () =>
		at().then(
			({ currentIndex: index }) => index,
			() => undefined
		);
	await expect.poll(now).toBe(currentIndex + by);
	await settled(page);
}

/** Sends again what the page came from, and waits until that has been answered, or refused. */
async function again({ page, cdp }: Own): Promise<void> {
	if (page.url() === 'about:blank') return;
	const answered = page
		.waitForEvent('framenavigated', { timeout: patience })
		.catch(() => undefined);
	await cdp.send('Page.reload');
	await answered;
	await settled(page);
}

test('after leaving, ten presses of Back show nothing of what was looked at', async () => {
	for (const out of waysOut())
		await onAnAnswer(async (own) => {
			const { page } = own;
			await left(page, out);
			const seen: string[] = [];
			for (let press = 0; press < 10; press += 1) {
				await go(-1, own);
				seen.push(await seenOn(page));
			}
			for (const each of seen) expect(each).not.toMatch(answers);
			// So that the presses did go back: over the plain page, to before it.
			expect(seen.some((each) => each.includes('Waymark is a website for schools'))).toBe(true);
			expect(seen.at(-1)).toMatch(/^about:blank/);
		});
});

test('after leaving the very first page, Back does not bring it out of the browser’s memory', async () => {
	for (const out of waysOut())
		await onAnAnswer(async (own) => {
			await left(own.page, out);
			await go(-1, own);
			// The script has replaced its place in the history; the link has not, and there it is plain.
			const plain = own.page.getByRole('button', { name: 'Go on' });
			if (!withScript()) await expect(plain).toBeVisible();
			expect(await seenOn(own.page)).not.toMatch(answers);
		}, []);
});

test('after leaving, going back and forth and sending the form again shows nothing either', async () => {
	for (const out of waysOut())
		await onAnAnswer(async (own) => {
			await left(own.page, out);
			for (let press = 0; press < 4; press += 1) {
				await go(-1, own);
				expect(await seenOn(own.page)).not.toMatch(answers);
				await again(own);
				expect(await seenOn(own.page)).not.toMatch(answers);
			}
			for (let press = 0; press < 4; press += 1) {
				await go(1, own);
				expect(await seenOn(own.page)).not.toMatch(answers);
			}
		});
});

test('after leaving, the address shows a plain page until it is asked to go on; then it helps again', async () => {
	await onAnAnswer(async ({ page }, base) => {
		await left(page, byTheLink);
		await page.goto(`${base}/info`);
		expect(await seenOn(page)).not.toMatch(answers);
		await expect(page).toHaveTitle('Information');

		await page.getByRole('button', { name: 'Go on' }).click();
		await page.getByRole('button', { name: 'Bullying', exact: true }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('How old are you?');
		await left(page, byTheLink);
		await page.goto(`${base}/info`);
		expect(await seenOn(page)).not.toMatch(answers);
	});
});

test('a browser that opens again what was open when it ended shows nothing of it', async () => {
	for (const out of waysOut())
		await onAnAnswer(async (own, base, profile) => {
			const another = await own.context.newPage();
			await another.goto(`${base}/about`);
			await left(own.page, out);
			await go(-1, own);
			await own.close();

			const again = await openOn(profile, { script: withScript(), restored: true });
			try {
				// A browser without windows opens nothing again; where it does, both must have come before they are read.
				const open = () => again.context.pages().map((page) => page.url());
				if (mayOpenAgain(profile)) await expect.poll(open).toContain(`${base}/about`);
				for (const page of again.context.pages()) {
					await settled(page);
					expect(await seenOn(page)).not.toMatch(answers);
				}
			} finally {
				await again.close();
			}
		});
});

test('with the network cut, nothing can be read either', async () => {
	test.skip(!withScript(), 'a link without a network leaves the page where it is');
	for (const out of waysOut())
		await onAnAnswer(async (own) => {
			await own.context.setOffline(true);
			await out(own.page);
			await expect.poll(() => seenOn(own.page).catch(() => '')).not.toMatch(answers);
			for (let press = 0; press < 4; press += 1) {
				await go(-1, own);
				expect(await seenOn(own.page)).not.toMatch(answers);
			}
		});
});

test('fewer than three presses leave the page where it is', async () => {
	test.skip(!withScript(), 'only the script listens to keys');
	await onAnAnswer(async ({ page }) => {
		for (let press = 0; press < 2; press += 1) await page.keyboard.press('Escape');
		await page.keyboard.press('a');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('What you can do');
	});
});
