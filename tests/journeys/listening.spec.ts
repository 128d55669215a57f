import { expect, test, type Page } from '@playwright/test';

const address = '/lessons/k3-04-control-isnt-care/listen';

/** Gives the browser these voices, which say a word when they are told to, and nothing before. */
async function withVoices(page: Page, voices: { name: string; localService: boolean }[]) {
	await page.addInitScript((given) => {
		const said: SpeechSynthesisUtterance[] = [];
		const speech = Object.assign(new EventTarget(), {
			getVoices: () => given.map((voice) => ({ ...voice, lang: 'en-GB' })),
			speak: (words: SpeechSynthesisUtterance) => said.push(words),
			cancel: () => said.splice(0),
			pause: () => undefined,
			resume: () => undefined
		});
		class Words {
			text: string;
			constructor(text: string) {
				this.text = text;
			}
		}
		Object.defineProperty(globalThis, 'speechSynthesis', { value: speech });
		Object.assign(globalThis, { SpeechSynthesisUtterance: Words, said });
	}, voices);
}

type Said = {
	said: { text: string; voice: { name: string }; onend(): void; onboundary(event: object): void }[];
};
const last = (page: Page) =>
	page.evaluate(() => {
		const words = (globalThis as unknown as Said).said.at(-1);
		return words && { text: words.text, voice: words.voice.name };
	});
const goOn = (page: Page) =>
	page.evaluate(() => (globalThis as unknown as Said).said.at(-1)?.onend());

test('without a script, or a voice of the device, the page says what to do instead', async ({
	page
}) => {
	await page.goto(address);
	await expect(
		page.getByText('None was found. Most devices can read any page aloud')
	).toBeVisible();
	await expect(page.getByRole('button', { name: 'Read aloud from here' })).toBeHidden();
	await expect(page.getByRole('heading', { name: 'Half a horse' })).toBeVisible();
});

test.describe('with a script', () => {
	test.beforeEach(({ javaScriptEnabled }) => {
		test.skip(javaScriptEnabled === false, 'Only a script speaks.');
	});

	test('a voice that is on the device reads on, marks the word, and stops', async ({ page }) => {
		await withVoices(page, [
			{ name: 'far away', localService: false },
			{ name: 'here', localService: true }
		]);
		await page.goto(address);
		await page.getByRole('button', { name: 'Read aloud from here' }).click();
		expect(await last(page)).toMatchObject({
			text: 'Key stage 3 · Year 9 · 55 minutes',
			voice: 'here'
		});
		await goOn(page);
		expect(await last(page)).toMatchObject({ text: 'Control isn’t care' });
		const marked = await page.evaluate(() => {
			const words = (globalThis as unknown as Said).said.at(-1);
			words?.onboundary({ charIndex: 8, charLength: 5 });
			return [...(CSS.highlights.get('said') ?? [])].map(String);
		});
		expect(marked).toEqual(['isn’t']);

		await goOn(page);
		expect((await last(page))?.text).toMatch(/^Caring and controlling/);
		await expect(page.locator('[data-said]')).toHaveText(/^Caring and controlling/);

		await page.getByRole('button', { name: 'Pause' }).click();
		await page.getByRole('button', { name: 'Go on' }).click();
		await page.getByRole('button', { name: 'Stop' }).click();
		await expect(page.locator('[data-said]')).toHaveCount(0);
		await expect(page.getByRole('button', { name: 'Read aloud from here' })).toBeFocused();
	});

	test('a voice from elsewhere, to which the words would be sent, is never used', async ({
		page
	}) => {
		await withVoices(page, [{ name: 'far away', localService: false }]);
		await page.goto(address);
		await expect(page.getByText('None was found.')).toBeVisible();
		await expect(page.getByRole('button', { name: 'Read aloud from here' })).toBeHidden();
	});
});
