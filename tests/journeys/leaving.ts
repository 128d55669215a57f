// A browser with a profile on the disk, as a child's has: with the memory for going back that Playwright
// turns off, and a neutral site that answers without a network.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type CDPSession, type Page } from '@playwright/test';

export const neutral = 'https://www.bbc.co.uk/weather';

export type Own = {
	context: BrowserContext;
	page: Page;
	cdp: CDPSession;
	/** Lets the neutral site answer once, where it is slow: what waits, or else what is asked next. */
	answer: () => void;
	close: () => Promise<void>;
};

export const aProfile = (): string => mkdtempSync(join(tmpdir(), 'waymark-profile-'));
export const gone = (profile: string): void => rmSync(profile, { recursive: true, force: true });

/** Opens a browser on a profile, as it was left when `restored`. `slow` keeps the neutral site waiting. */
export async function openOn(
	profile: string,
	{
		script,
		slow = false,
		restored = false
	}: { script: boolean; slow?: boolean; restored?: boolean }
): Promise<Own> {
	const found = JSON.parse(process.env.JOURNEYS_BROWSER ?? '{}') as {
		executablePath: string;
		env: Record<string, string>;
	};
	const context = await chromium.launchPersistentContext(profile, {
		executablePath: found.executablePath,
		env: { ...process.env, ...found.env } as Record<string, string>,
		args: [
			...['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
			...(restored ? ['--restore-last-session', '--hide-crash-restore-bubble'] : [])
		],
		ignoreDefaultArgs: ['--disable-back-forward-cache'],
		javaScriptEnabled: script
	});
	const page = context.pages()[0] ?? (await context.newPage());
	const cdp = await context.newCDPSession(page);
	const waiting: (() => void)[] = [];
	let owed = 0;
	await cdp.send('Fetch.enable', { patterns: [{ urlPattern: 'https://*' }] });
	cdp.on('Fetch.requestPaused', ({ requestId, resourceType }) => {
		const fulfil = () =>
			void cdp
				.send('Fetch.fulfillRequest', {
					requestId,
					responseCode: 200,
					responseHeaders: [{ name: 'content-type', value: 'text/html' }],
					body: Buffer.from('<title>Weather</title><h1>Sunny intervals</h1>').toString('base64')
				})
				// The page may have gone elsewhere meanwhile.
				.catch(() => undefined);
		if (!slow || resourceType !== 'Document') fulfil();
		else if (owed > 0) {
			owed -= 1;
			fulfil();
		} else waiting.push(fulfil);
	});
	const answer = () => {
		const [first] = waiting.splice(0, 1);
		if (first) first();
		else owed += 1;
	};
	return { context, page, cdp, answer, close: () => context.close() };
}

/** Whether a browser wrote down in a profile what was open, as one with windows does. */
export const mayOpenAgain = (profile: string): boolean =>
	existsSync(join(profile, 'Default', 'Sessions'));

/** Every file of a profile, and what is in it. */
export function* filesOf(profile: string): Generator<[name: string, bytes: Buffer]> {
	for (const name of readdirSync(profile, { recursive: true, encoding: 'utf8' })) {
		const path = join(profile, name);
		if (statSync(path, { throwIfNoEntry: false })?.isFile()) yield [name, readFileSync(path)];
	}
}

/** In which files of a profile these words stand, as a browser may write them: in one byte a letter, or in two. */
export function foundIn(profile: string, words: string[]): string[] {
	const marks = words.flatMap((each) => [Buffer.from(each), Buffer.from(each, 'utf16le')]);
	return [...filesOf(profile)].flatMap(([name, bytes]) =>
		marks.flatMap((mark, at) => (bytes.includes(mark) ? [`${name}: ${words[at >> 1]}`] : []))
	);
}

/** What stands on a page, its title and its address, whatever it is made of. */
export async function seenOn(page: Page): Promise<string> {
	const text = await page.locator('html').innerText({ timeout: 10_000 });
	return [page.url(), await page.title(), text].join('\n');
}
