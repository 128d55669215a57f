import { expect, test, type Locator, type Page } from '@playwright/test';
import { amal, comeIn, openConcernForm } from './people.ts';

/** Presses Tab until it gets there, as somebody without a mouse does. */
async function tabTo(page: Page, there: Locator): Promise<void> {
	const arrived = () => there.evaluate((element) => element === document.activeElement);
	for (let presses = 0; presses < 160 && !(await arrived()); presses++)
		await page.keyboard.press('Tab');
	await expect(there).toBeFocused();
	await expect(there).toBeInViewport();
}

/** The log form, with the part about marks opened by keyboard. */
async function openMarks(page: Page): Promise<Locator> {
	await comeIn(page.context(), amal);
	await openConcernForm(page);
	const summary = page.locator('summary', { hasText: 'Marks on the body' });
	await tabTo(page, summary);
	await page.keyboard.press('Enter');
	const map = page.locator('.body-map');
	await expect(map).toBeVisible();
	return map;
}

const forearm = 'Left forearm, front';

test('marks are ticked and described by keyboard alone, and this is what a screen reader says', async ({
	page
}) => {
	const map = await openMarks(page);
	const arms = map.getByRole('group', { name: 'Arms and hands' });
	const box = arms.getByRole('checkbox', { name: forearm });
	const words = arms.getByRole('textbox', { name: /\(left forearm, front\)$/ });
	await expect(words).toBeHidden();

	await tabTo(page, box);
	await page.keyboard.press('Space');
	await expect(box).toBeChecked();
	await page.keyboard.press('Tab');
	await expect(words).toBeFocused();
	await page.keyboard.type('Round, 1 cm, brown');
	await page.keyboard.press('Enter');
	await page.keyboard.type('Scratch, red');

	// The transcript: nothing of the drawing, each box once by its one name, and words only where it is ticked.
	await expect(map.getByRole('group', { name: 'Head and neck' })).toMatchAriaSnapshot(`
    - group "Head and neck":
      - checkbox "Forehead, front"
      - checkbox "Right eye, front"
      - checkbox "Left eye, front"
      - checkbox "Right cheek, front"
      - checkbox "Left cheek, front"
      - checkbox "Right ear, front"
      - checkbox "Left ear, front"
      - checkbox "Mouth and chin, front"
      - checkbox "Neck, front"
      - checkbox "Head, back"
      - checkbox "Neck, back"
  `);
	await expect(map.getByRole('group', { name: 'Trunk' })).toMatchAriaSnapshot(`
    - group "Trunk":
      - checkbox "Chest, front"
      - checkbox "Stomach, front"
      - checkbox "Hips and groin, front"
      - checkbox "Upper back, back"
      - checkbox "Lower back, back"
      - checkbox "Bottom, back"
  `);
	await expect(arms).toMatchAriaSnapshot(`
    - group "Arms and hands":
      - checkbox "Right upper arm, front"
      - checkbox "Left upper arm, front"
      - checkbox "Right forearm, front"
      - checkbox "Left forearm, front" [checked]
      - 'textbox /^Describe each mark here, one on a line: size, colour, shape \\(left forearm, front\\)$/': /Round, 1 cm, brown Scratch, red/
      - checkbox "Right palm, front"
      - checkbox "Left palm, front"
      - checkbox "Right upper arm, back"
      - checkbox "Left upper arm, back"
      - checkbox "Right forearm, back"
      - checkbox "Left forearm, back"
      - checkbox "Right back of the hand, back"
      - checkbox "Left back of the hand, back"
  `);
	await expect(map.getByRole('group', { name: 'Legs and feet' })).toMatchAriaSnapshot(`
    - group "Legs and feet":
      - checkbox "Right thigh, front"
      - checkbox "Left thigh, front"
      - checkbox "Right knee and shin, front"
      - checkbox "Left knee and shin, front"
      - checkbox "Right top of the foot, front"
      - checkbox "Left top of the foot, front"
      - checkbox "Right thigh, back"
      - checkbox "Left thigh, back"
      - checkbox "Right calf, back"
      - checkbox "Left calf, back"
      - checkbox "Right heel and sole, back"
      - checkbox "Left heel and sole, back"
  `);
	await expect(map.getByRole('textbox')).toHaveCount(1);
	await expect(map.getByRole('img')).toHaveCount(0);
});

test('words that were typed are not out of sight when the box is ticked off again', async ({
	page
}) => {
	const map = await openMarks(page);
	const box = map.getByRole('checkbox', { name: forearm });
	await tabTo(page, box);
	await page.keyboard.press('Space');
	await page.keyboard.press('Tab');
	await page.keyboard.type('Scratch');
	await box.uncheck();
	await expect(map.getByRole('textbox')).toHaveValue('Scratch');
});

test('a finger on the drawing ticks the box of that part of the body, and again takes it off', async ({
	page
}) => {
	await page.setViewportSize({ width: 360, height: 740 });
	const map = await openMarks(page);
	const spot = (id: string) => map.locator(`.body-spot[for="mark-${id}"] path`);
	for (const [id, name] of [
		['front-left-forearm', forearm],
		['back-right-thigh', 'Right thigh, back'],
		['front-right-eye', 'Right eye, front']
	] as const) {
		await spot(id).click();
		await expect(map.getByRole('checkbox', { name })).toBeChecked();
	}
	await expect(map.getByRole('checkbox', { checked: true })).toHaveCount(3);
	await spot('front-left-forearm').click();
	await expect(map.getByRole('checkbox', { name: forearm })).not.toBeChecked();
});

// 320 CSS px is a screen of 1280 at 400 per cent.
for (const width of [360, 320])
	test(`at ${width} px nothing must be scrolled to the side`, async ({ page }) => {
		await page.setViewportSize({ width, height: 640 });
		const map = await openMarks(page);
		await map.getByRole('checkbox', { name: forearm }).check();
		const root = page.locator('html');
		expect(await root.evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(width);
	});
