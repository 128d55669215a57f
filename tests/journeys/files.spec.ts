import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import sharp from 'sharp';
import { atTheDesk, amal, dee, fillConcern } from './people.ts';

const picture = () =>
	sharp({ create: { width: 40, height: 30, channels: 3, background: '#7a5' } })
		.withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '53/1 0/1 0/1' } })
		.jpeg()
		.toBuffer();

async function add(page: Page, name: string, buffer: Buffer): Promise<void> {
	await page.getByLabel('It is no such picture').check();
	await page.getByLabel('Which file?').setInputFiles({ name, mimeType: 'image/jpeg', buffer });
	await page.getByRole('button', { name: 'Add this file' }).click();
}

test('a picture is added to a concern, without the place where it was taken, and what is none is refused', async ({
	browser
}) => {
	const page = await atTheDesk(browser, amal);
	await fillConcern(page, 'el');
	await page.getByRole('button', { name: 'Log this concern' }).click();
	await expect(page.getByText('Written down', { exact: true })).toBeVisible();
	const concern = page.url();
	await page.goto(`${concern}/files/new`);

	await page.getByRole('button', { name: 'Add this file' }).click();
	await expect(page.getByRole('alert')).toContainText('Choose a file');
	await add(page, 'drawing.jpg', Buffer.from('PK\u0003\u0004 a zip that is called a picture'));
	await expect(page.getByRole('alert')).toBeVisible();
	await expect(page).toHaveTitle(/^Error: /);
	await add(page, 'large.jpg', Buffer.alloc(23 * 1024 * 1024, 1));
	await expect(page.getByText(/20 MB/).first()).toBeVisible();

	await page.goto(`${concern}/files/new`);
	await add(page, 'drawing.jpg', await picture());
	const link = page.getByRole('link', { name: 'drawing.jpg' });
	await expect(link).toBeVisible();
	const coming = page.waitForEvent('download');
	await link.click();
	const kept = readFileSync(await (await coming).path());
	expect(kept.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
	expect((await sharp(kept).metadata()).exif).toBeUndefined();
});

test('a lead takes a chronology away on paper', async ({ browser }) => {
	const page = await atTheDesk(browser, dee);
	await page.goto('/desk/cases');
	await page.getByRole('rowheader').getByRole('link').first().click();
	await page.getByRole('link', { name: 'Print, or keep as a PDF' }).click();
	const coming = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Make the PDF' }).click();
	const download = await coming;
	expect(download.suggestedFilename()).toMatch(/^chronology-K(-[0-9A-Z]{4}){2}\.pdf$/);
	const kept = readFileSync(await download.path());
	expect(kept.subarray(0, 5).toString()).toBe('%PDF-');
});
