import type { Browser, Page } from '@playwright/test';
import { password } from '#lib/server/demonstration/people.ts';

export const amal = 'amal@cairnfield.example';
export const bea = 'bea@cairnfield.example';
export const dee = 'dee@cairnfield.example';
export const wren = 'wren@lantern.example';
export const sol = 'sol@stile.example';

/** Signs somebody of the demonstration in, as they would. */
export async function signIn(page: Page, email: string): Promise<void> {
	await page.goto('/desk/sign-in');
	await page.getByLabel('E-mail address').fill(email);
	await page.getByLabel('Password').fill(password);
	await page.getByRole('button', { name: 'Sign in' }).click();
	await page.getByRole('heading', { level: 1, name: 'Desk' }).waitFor();
}

/** A browser of their own for one person, signed in. */
export async function atTheDesk(browser: Browser, email: string): Promise<Page> {
	const context = await browser.newContext();
	const page = await context.newPage();
	await signIn(page, email);
	return page;
}
