import { expect, type Page } from '@playwright/test';

/** What has the focus: what it is, and which question it belongs to. */
const focused = (page: Page) =>
	page.evaluate(() => {
		const held = document.activeElement;
		return {
			tag: held?.tagName ?? '',
			question: held?.matches('main input[type=radio]') ? (held as HTMLInputElement).name : '',
			inMain: held?.closest('main') !== null,
			choosing: held?.closest('.story') !== null
		};
	});

/**
 * Goes through a lesson by keyboard alone, as far as Tab leads: answers every question, meets a reply to two of its
 * options, and opens everything that is folded.
 *
 * @returns how many questions were answered.
 */
export async function answerEverything(page: Page): Promise<number> {
	const answered = new Set<string>();
	let been = false;
	for (;;) {
		await page.keyboard.press('Tab');
		const { tag, question, inMain } = await focused(page);
		if (been && !inMain) break;
		been ||= inMain;
		if (tag === 'SUMMARY' && inMain) await page.keyboard.press('Enter');
		if (!question || answered.has(question)) continue;
		answered.add(question);
		const group = page.locator('fieldset').filter({ has: page.locator(`[name="${question}"]`) });
		const reply = group.locator(':is([data-reply], .says > span):visible');
		await page.keyboard.press('Space');
		await expect(reply).toHaveCount(1);
		await page.keyboard.press('ArrowDown');
		await expect(group.getByRole('radio').nth(1)).toBeChecked();
		await expect(reply).toHaveCount(1);
	}
	await expect(
		page.locator('main fieldset').filter({ hasNot: page.locator(':checked') })
	).toHaveCount(0);
	await expect(page.locator('main details:not([open])')).toHaveCount(0);
	return answered.size;
}

/** Follows every story by its first choices, with Enter, to where it is mended; help stands beside each scene. */
export async function followEveryStory(page: Page): Promise<void> {
	for (const story of await page.locator('.story').all()) {
		const scene = story.locator('> section:visible');
		const mended = scene.locator('.mended');
		const begun = await story.locator('> section').count();
		for (let at = 0; at < begun && !(await mended.isVisible()); at += 1) {
			await expect(scene).toHaveCount(1);
			await expect(scene.getByRole('link', { name: 'Need to talk to someone?' })).toBeVisible();
			await scene.getByRole('listitem').getByRole('link').first().focus();
			await page.keyboard.press('Enter');
		}
		await expect(mended).toBeVisible();
	}
}
