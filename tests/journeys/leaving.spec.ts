import { expect, test, type Page } from '@playwright/test';
import { allTopics } from './topics.ts';
import { aProfile, gone, neutral, openOn, seenOn, type Own } from './leaving.ts';

const answers = /What you can do|What is it about|How old are you|Where do you live|Childline|999/;

const withScript = () => test.info().project.name === 'with script';

/** Goes to an answer, as a child does, in a browser with a profile of its own. */
async function onAnAnswer(then: (own: Own, base: string, profile: string) => Promise<void>) {
	const profile = aProfile();
	const own = await openOn(profile, { script: withScript() });
	const base = test.info().project.use.baseURL ?? '';
	try {
		await own.page.goto(`${base}/lessons`);
		await own.page.goto(`${base}/info`);
		for (const label of [allTopics()[0]?.label ?? '', 'Under 13', 'Wales'])
			await own.page.getByRole('button', { name: label, exact: true }).click();
		await expect(own.page.getByRole('heading', { level: 1 })).toHaveText('What you can do');
		await then(own, base, profile);
	} finally {
		await own.close();
		gone(profile);
	}
}

const byTheLink = (page: Page) => page.getByRole('link', { name: 'Leave this page' }).click();
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

/** One press of Back. A page that would have to be posted anew is an error of the browser's, and stays one. */
const back = (page: Page) => page.goBack().catch(() => undefined);

test('after leaving, ten presses of Back show nothing of what was looked at', async () => {
	for (const out of waysOut())
		await onAnAnswer(async ({ page }, base) => {
			await left(page, out);
			const seen: string[] = [];
			for (let press = 0; press < 10; press += 1) {
				await back(page);
				seen.push(await seenOn(page));
			}
			for (const each of seen) expect(each).not.toMatch(answers);
			// So that the presses did go back: over the plain page, to where the child had been before.
			expect(seen.some((each) => each.includes('Waymark is a website for schools'))).toBe(true);
			expect(seen.some((each) => each.startsWith(`${base}/lessons`))).toBe(true);
		});
});

test('after leaving, going back and forth and sending the form again shows nothing either', async () => {
	for (const out of waysOut())
		await onAnAnswer(async ({ page }) => {
			await left(page, out);
			for (let press = 0; press < 4; press += 1) {
				await back(page);
				await page.reload().catch(() => undefined);
				expect(await seenOn(page)).not.toMatch(answers);
			}
			for (let press = 0; press < 4; press += 1) {
				await page.goForward().catch(() => undefined);
				expect(await seenOn(page)).not.toMatch(answers);
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
			await back(own.page);
			await own.close();

			const again = await openOn(profile, { script: withScript(), restored: true });
			try {
				for (const page of again.context.pages()) {
					await page.waitForLoadState().catch(() => undefined);
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
		await onAnAnswer(async ({ page, context }) => {
			await context.setOffline(true);
			await out(page);
			await expect.poll(() => seenOn(page).catch(() => '')).not.toMatch(answers);
			for (let press = 0; press < 4; press += 1) {
				await back(page);
				expect(await seenOn(page)).not.toMatch(answers);
			}
		});
});

test('fewer than three presses, or slow ones, leave the page where it is', async () => {
	test.skip(!withScript(), 'only the script listens to keys');
	await onAnAnswer(async ({ page }) => {
		for (let press = 0; press < 2; press += 1) await page.keyboard.press('Escape');
		await page.keyboard.press('a');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('What you can do');
	});
});
