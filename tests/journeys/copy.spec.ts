import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { copied, takenApart } from './copied.ts';
import { everyLesson } from './every-lesson.ts';
import { looksRight } from './looks.ts';

const lessons = everyLesson.map((address) => address.replace('/lessons/', ''));
let stick: string;

test.beforeAll(() => {
	stick = mkdtempSync(join(tmpdir(), 'a stick, with spaces & ünusual letters '));
	takenApart(stick, copied());
	for (const lesson of lessons) takenApart(stick, copied(lesson));
});

test.afterAll(() => rmSync(stick, { recursive: true, force: true }));

const on = (...path: string[]) => pathToFileURL(join(stick, ...path)).href;

/** Whatever is asked of the network, or is not there, while the pages are read. */
function askedFor(context: BrowserContext): string[] {
	const asked: string[] = [];
	context.on('request', (request) => {
		if (!/^(file|data):/.test(request.url())) asked.push(request.url());
	});
	context.on('requestfailed', (request) => asked.push(`not there: ${request.url()}`));
	return asked;
}

/** The last choice of the first question is answered, and the answers to the others are not shown. */
async function answerOne(page: Page): Promise<void> {
	const question = page.locator('fieldset:has([data-reply])').first();
	await expect(question.locator('[data-reply]:visible')).toHaveCount(0);
	await question.getByRole('radio').last().check();
	await expect(question.locator('[data-reply]:visible')).toHaveCount(1);
}

/** Follows a story from its first scene by the choice that stands last, as far as it goes. */
async function followStory(page: Page): Promise<void> {
	const scene = page.locator('.story').first().locator('section:visible');
	await expect(scene).toHaveCount(1);
	const way = scene.getByRole('listitem').getByRole('link').last();
	let scenes = 0;
	while ((await way.count()) > 0) {
		const before = await scene.getAttribute('id');
		await way.click();
		await expect(scene).not.toHaveAttribute('id', before ?? '');
		expect((scenes += 1)).toBeLessThan(20);
	}
	await expect(scene.getByText('Where this path ends')).toBeVisible();
}

test('every lesson is read from a stick, its questions answered and its stories followed, and no request leaves', async ({
	page,
	context
}) => {
	const asked = askedFor(context);
	let stories = 0;
	for (const lesson of lessons) {
		await page.goto(on('waymark-lessons', 'lessons', `${lesson}.html`));
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(page.getByRole('link', { name: '0800 1111' }).first()).toBeVisible();
		await answerOne(page);
		if ((await page.locator('.story').count()) > 0) {
			await followStory(page);
			stories += 1;
		}
		await page.goto(on('waymark-lessons', 'lessons', `${lesson}-teaching.html`));
		await expect(page.getByRole('heading', { name: 'Step by step' })).toBeVisible();
	}
	expect(stories).toBeGreaterThan(15);
	expect(asked).toEqual([]);
});

test('the pack of every lesson opens from a stick, for pupils and for the teacher', async ({
	page,
	context
}) => {
	const asked = askedFor(context);
	for (const lesson of lessons) {
		await page.goto(on(`waymark-${lesson}`, 'for-the-teacher.html'));
		await page.getByRole('link', { name: 'The whole lesson' }).click();
		await expect(page).toHaveURL(on(`waymark-${lesson}`, 'for-pupils.html'));
		await answerOne(page);
	}
	expect(asked).toEqual([]);
});

test('from the start of the stick every link leads somewhere, and Information to the numbers', async ({
	page
}) => {
	await page.goto(on('waymark-lessons', 'start-here.html'));
	await page.getByRole('link', { name: 'See the lessons' }).click();
	await page.getByRole('heading', { level: 3 }).getByRole('link').first().click();
	await page.getByRole('banner').getByRole('link', { name: 'Information' }).click();
	await expect(page).toHaveURL(/about-this-copy\.html#who-can-help$/);
	await expect(page.getByText('If somebody is in danger now, ring 999.')).toBeVisible();
	await expect(page.getByRole('link', { name: '116 123' })).toBeVisible();
	await page.getByRole('link', { name: 'Staff sign in' }).click();
	await expect(page).toHaveURL(/about-this-copy\.html#what-is-not-here$/);
	await expect(page.getByText('need a network')).toBeVisible();
});

test('the page about a copy looks right', async ({ page, javaScriptEnabled }) => {
	await page.goto(on('waymark-lessons', 'about-this-copy.html'));
	await expect(page.getByText('Anybody who has this stick')).toBeVisible();
	await looksRight(page, javaScriptEnabled);
});
