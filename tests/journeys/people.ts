import { readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { codeOf, nameOf, password } from '#lib/server/demonstration/index.ts';

export const amal = 'amal@cairnfield.example';
export const bea = 'bea@cairnfield.example';
export const dee = 'dee@cairnfield.example';
export const flo = 'flo@cairnfield.example';
export const una = 'una@cairnfield.example';
export const ned = 'ned@cairnfield.example';
export const gwen = 'gwen@cairnfield.example';
export const ada = 'ada@cairnfield.example';
export const mo = 'mo@lantern.example';
export const kit = 'kit@fellvalley.example';
export const ollie = 'ollie@fellvalley.example';
export const wren = 'wren@lantern.example';
export const sol = 'sol@stile.example';

/** Two whom no other journey knows: they end all their own sessions. One for each kind of browser. */
export const ending = ['with@cairnfield.example', 'without@cairnfield.example'] as const;

const dataDir = () => process.env.JOURNEYS_DATA ?? '';

/** Where the sessions lie that were begun for a person before the server started. */
export const sessionsIn = (email: string): string => join(dataDir(), 'journeys', nameOf(email));

/** The code of somebody's app at this moment. */
export function code(email: string): string {
	const found = codeOf({ dataDir: dataDir(), production: false }, nameOf(email));
	if (typeof found === 'string') throw new Error('Nobody of that address has a code');
	return found.code;
}

/** Fills in the first page of signing in, as a person would. */
export async function givePassword(page: Page, email: string, words = password): Promise<void> {
	await page.goto('/desk/sign-in');
	await page.getByLabel('E-mail address').fill(email);
	await page.getByLabel('Password').fill(words);
	await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Puts one of a person's sessions, which nobody else takes, into a browser. */
export async function comeIn(context: BrowserContext, email: string): Promise<void> {
	const { name, value } = taken(email);
	await context.addCookies([
		{ name, value, domain: 'localhost', path: '/desk', httpOnly: true, sameSite: 'Lax' }
	]);
	// Many journeys log as Amal: what one of them began and did not send is not the next one's.
	if (email === amal) await beginAfresh(context);
}

function taken(email: string): { name: string; value: string } {
	const folder = sessionsIn(email);
	const begunAt = (file: string) => Number(file.split('-')[0]);
	const begun = readdirSync(folder)
		.filter((each) => !each.endsWith('.taken') && begunAt(each) <= Date.now())
		.sort((one, other) => begunAt(other) - begunAt(one));
	for (const file of begun) {
		const own = join(folder, `${file}.taken`);
		try {
			renameSync(join(folder, file), own);
			return JSON.parse(readFileSync(own, 'utf8')) as { name: string; value: string };
		} catch (fault) {
			// Another worker was quicker; there are more.
			if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') throw fault;
		}
	}
	throw new Error(`Every session that was begun for ${email} is taken: begin more in minting.ts`);
}

/** A browser of their own for one person, at the desk. */
export async function atTheDesk(browser: Browser, email: string): Promise<Page> {
	const context = await browser.newContext();
	await comeIn(context, email);
	const page = await context.newPage();
	await page.goto('/desk');
	await page.getByRole('heading', { level: 1, name: 'Desk', exact: true }).waitFor();
	return page;
}

/** Throws away what somebody else of this name, in another journey, has begun to write and not sent. */
export async function beginAfresh({ request }: BrowserContext): Promise<void> {
	const origin = `http://localhost:${process.env.JOURNEYS_PORT}`;
	await request.post(`${origin}/desk/drafts/gone`, {
		form: { form: '/desk/concerns/new' },
		headers: { origin },
		maxRedirects: 0
	});
}

/** The empty form for a concern. */
export async function openConcernForm(page: Page): Promise<void> {
	await beginAfresh(page.context());
	await page.goto('/desk/concerns/new');
}

/** Says in a form what is done next, a week from now. */
export async function sayNext(page: Page, does?: string): Promise<void> {
	if (does) await page.getByLabel('What is done next?').fill(does);
	await sayWhen(page, 'By when?');
}

/** Fills in the three boxes of a day, a week from now. */
export async function sayWhen(page: Page, name: string): Promise<void> {
	const when = new Date(Date.now() + 7 * 24 * 3_600_000);
	const by = page.getByRole('group', { name });
	await by.getByLabel('Day').fill(String(when.getDate()));
	await by.getByLabel('Month').fill(String(when.getMonth() + 1));
	await by.getByLabel('Year').fill(String(when.getFullYear()));
}

/** Fills in a whole concern about the first child found, and leaves it unsent. */
export async function fillConcern(page: Page, letters = 'am'): Promise<void> {
	await openConcernForm(page);
	await page.getByLabel('Who is it about?').fill(letters);
	await page.getByRole('button', { name: 'Find' }).click();
	await page.getByRole('group', { name: 'Choose the child' }).getByRole('checkbox').first().check();
	await page.getByLabel('What did you see or hear?').fill('Would not leave at the end of the day.');
	await page.getByLabel('The child’s own words').fill('You can tell from the car door.');
	await page.getByRole('radio', { name: 'Today' }).check();
}
