// Where a Chromium is, in the order in which people would expect one to be used.
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import packaged from '@sparticuz/chromium';

const onTheSystem = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
];

/**
 * The path of a Chromium: CHROMIUM_PATH, Playwright's own, the system's, or the one inside
 * `@sparticuz/chromium`, which needs no root and no download.
 *
 * @throws a sentence that says what to do when there is none.
 */
export async function findBrowser() {
	const named = process.env.CHROMIUM_PATH;
	if (named && !existsSync(named))
		throw new Error(`CHROMIUM_PATH names ${named}, which is not there.`);
	const present = [named, chromium.executablePath(), ...onTheSystem].find(
		(path) => path && existsSync(path)
	);
	return present ?? (await unpacked());
}

async function unpacked() {
	try {
		return await packaged.executablePath();
	} catch (cause) {
		throw new Error(
			'No Chromium was found for the journeys: install one, or set CHROMIUM_PATH to it.',
			{
				cause
			}
		);
	}
}
