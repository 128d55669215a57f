// What reaches somebody who is not at the desk: letters, and the doors that they lead to.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';

/** The newest letter to an address, as it lies where there is no mail server. */
export function letterTo(address: string): string {
	const folder = join(process.env.JOURNEYS_DATA ?? '', 'mail');
	const letters = readdirSync(folder)
		.filter((name) => name.endsWith('.eml'))
		.sort()
		.map((name) => readFileSync(join(folder, name), 'utf8'));
	return letters.findLast((letter) => letter.includes(address)) ?? '';
}

/** The address that a letter leads to: its lines may have been broken, and its signs written in figures. */
export const addressIn = (letter: string): string =>
	/\/[rw]\/[\w-]{43}/.exec(letter.replaceAll('=\r\n', '').replaceAll('=3D', '='))?.[0] ?? 'none';

/** Somebody in a browser of their own who is not signed in. */
export const stranger = async (browser: Browser, javaScriptEnabled: boolean) =>
	(await browser.newContext({ javaScriptEnabled })).newPage();
