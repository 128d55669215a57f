// Where a Chromium is, in the order in which people would expect one to be used.
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import packaged, { inflate } from '@sparticuz/chromium';

const onTheSystem = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
];

/**
 * A Chromium: CHROMIUM_PATH, Playwright's own, the system's, or the one inside `@sparticuz/chromium`,
 * which needs no root and no download. Gives its path, and what its environment must hold.
 *
 * @throws a sentence that says what to do when there is none.
 * @returns {Promise<{ executablePath: string, env: Record<string, string> }>}
 */
export async function findBrowser() {
	const named = process.env.CHROMIUM_PATH;
	if (named && !existsSync(named))
		throw new Error(`CHROMIUM_PATH names ${named}, which is not there.`);
	const present = [named, chromium.executablePath(), ...onTheSystem].find(
		(path) => path && existsSync(path)
	);
	return present ? { executablePath: present, env: {} } : unpacked();
}

/** The packaged one, with the libraries and the fonts that a bare machine lacks. */
async function unpacked() {
	const packed = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../bin');
	try {
		const executablePath = await packaged.executablePath();
		const libraries = await inflate(join(packed, 'al2023.tar.br'));
		const env = {
			LD_LIBRARY_PATH: join(libraries, 'lib'),
			FONTCONFIG_PATH: join(tmpdir(), 'fonts')
		};
		return { executablePath, env };
	} catch (cause) {
		throw new Error(
			'No Chromium was found for the journeys: install one, or set CHROMIUM_PATH to it.',
			{ cause }
		);
	}
}
