import { expect, test, type Page } from '@playwright/test';
import { everyLesson } from './every-lesson.ts';
import { looksRight } from './looks.ts';
import { readsLikeAnOldBrowser } from './old-browser.ts';

test.beforeEach(async ({ page, javaScriptEnabled }) => {
	test.skip(javaScriptEnabled === false, 'What is looked at is the same: no lesson has a script.');
	await readsLikeAnOldBrowser(page);
});

/**
 * Words of the page that nobody could see, each where it stands. What has to be opened is opened first. Two
 * things are for paper or for nobody on any screen: where a choice of a story leads, and the button that
 * cannot be pressed.
 */
const unseen = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		for (const each of document.querySelectorAll('details')) each.open = true;
		const meant = '.goes-to, button[hidden], title, style, .skip';
		const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		const found: string[] = [];
		while (words.nextNode()) {
			const { parentElement: on, textContent: text } = words.currentNode;
			if (!on || !text?.trim() || on.closest(meant)) continue;
			const { width, height } = on.getBoundingClientRect();
			const { visibility, opacity, color, fontSize } = getComputedStyle(on);
			const behind = getComputedStyle(on.closest('.learn') ?? document.body).backgroundColor;
			const there = width > 1 && height > 1 && on.checkVisibility();
			const plain = visibility === 'visible' && opacity === '1' && color !== behind;
			if (!(there && plain && parseFloat(fontSize) >= 12) && !on.closest('.visually-hidden'))
				found.push(`${on.tagName} ${on.className}: ${text.trim().slice(0, 60)}`);
		}
		return found;
	});

/** Boxes that lie side by side with nothing between their words, as where no gap is known. */
const touching = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const found: string[] = [];
		for (const row of document.querySelectorAll('main *')) {
			if (getComputedStyle(row).display !== 'flex') continue;
			const boxes = [...row.children].filter((each) => each.textContent?.trim());
			for (const [at, box] of boxes.slice(1).entries()) {
				const [before, after] = [boxes[at]!.getBoundingClientRect(), box.getBoundingClientRect()];
				if (after.top < before.bottom && after.left < before.right + 2)
					found.push(`${row.className}: ${boxes[at]!.textContent} | ${box.textContent}`);
			}
		}
		return found;
	});

test('every word of every lesson, and each choice’s reply, is seen in a browser that is as old as the floor', async ({
	page
}) => {
	await page.setViewportSize({ width: 360, height: 780 });
	for (const lesson of everyLesson)
		for (const address of [lesson, `${lesson}/teaching`]) {
			await page.goto(address);
			expect(await unseen(page), address).toEqual([]);
			expect(await touching(page), address).toEqual([]);
			const replies = page.locator('[data-reply]');
			expect(await page.locator('[data-reply]:visible').count()).toBe(await replies.count());
			const scenes = page.locator('.story > section');
			expect(await page.locator('.story > section:visible').count()).toBe(await scenes.count());
		}
});

test('the learn door looks right in such a browser', async ({ page }) => {
	for (const address of ['/', '/lessons', '/lessons/offline', everyLesson[9] ?? '']) {
		await page.goto(address);
		await looksRight(page, true, [
			{ width: 1280, height: 900, colorScheme: 'light' },
			{ width: 360, height: 780, colorScheme: 'light' }
		]);
	}
});

test('hidden words and touching boxes would be found, were there any', async ({ page }) => {
	await readsLikeAnOldBrowser(
		page,
		'[data-reply] { display: none } .reach li > * { margin: 0 !important }'
	);
	await page.goto(everyLesson[0] ?? '');
	expect((await unseen(page)).length).toBeGreaterThan(10);
	expect((await touching(page)).length).toBeGreaterThan(0);
});
