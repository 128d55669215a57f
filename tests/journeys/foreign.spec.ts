import { expect, test, type Browser, type Page } from '@playwright/test';
import { attempts } from './attempts.ts';
import { aForeignServer, type Foreign } from './foreign.ts';
import { amal, atTheDesk } from './people.ts';

test.beforeEach(({ javaScriptEnabled }) => {
	test.skip(javaScriptEnabled === false, 'It is scripts that try.');
});

/** Tries everything in the page as it stands. Asked then, it says what got through, each by its name. */
async function tryAll(page: Page, foreign: Foreign): Promise<() => Promise<string[]>> {
	for (const [name, attempt] of Object.entries(attempts))
		// One that throws was stopped by the browser, and is seen by what it did not do.
		await page.evaluate(attempt, `${foreign.origin}/${encodeURIComponent(name)}`).catch(() => {});
	for (const fence of ['fence-1', 'fence-2', 'fence-3']) {
		// A page may always open another. What was tried before that has had its turn when it stands there.
		const beside = page.waitForEvent('popup', (one) => one.url().includes(fence));
		await page.evaluate((to) => void open(to), `${foreign.origin}/${fence}.html`);
		await (await beside).waitForLoadState();
	}
	return async () => {
		const arrived = foreign.arrived().map(({ what }) => what.replace(/^[A-Z]+ /, ''));
		expect(arrived).toContain('fence-3');
		const ran = await page.evaluate(() => (globalThis as { ran?: string[] }).ran ?? []);
		return Object.keys(attempts).filter((name) => [...arrived, ...ran].includes(name));
	};
}

const doors: Record<string, (browser: Browser) => Promise<Page>> = {
	'the first page': (browser) => opened(browser, '/'),
	'a lesson': (browser) => opened(browser, '/lessons/k3-04-control-isnt-care'),
	'the help door': (browser) => opened(browser, '/info'),
	'a page that is not there': (browser) => opened(browser, '/nothing/here'),
	'the desk': (browser) => atTheDesk(browser, amal),
	'a form of the desk': async (browser) => {
		const page = await atTheDesk(browser, amal);
		await page.goto('/desk/concerns/new');
		return page;
	},
	'a page of the desk that is not there': async (browser) => {
		const page = await atTheDesk(browser, amal);
		await page.goto('/desk/nothing/here');
		return page;
	}
};

async function opened(browser: Browser, address: string): Promise<Page> {
	const page = await (await browser.newContext()).newPage();
	await page.goto(address);
	return page;
}

for (const [name, open] of Object.entries(doors))
	test(`nothing foreign runs, loads or is sent from ${name}`, async ({ browser }) => {
		const foreign = await aForeignServer();
		try {
			expect(Object.keys(attempts).length).toBeGreaterThanOrEqual(30);
			const through = await tryAll(await open(browser), foreign);
			expect(await through()).toEqual([]);
			expect(foreign.arrived().filter(({ what }) => !/^GET fence-\d$/.test(what))).toEqual([]);
		} finally {
			await foreign.stop();
		}
	});

test('without our headers every one of these attempts gets through', async ({ browser }) => {
	const foreign = await aForeignServer();
	try {
		const through = await tryAll(await opened(browser, foreign.control), foreign);
		await expect.poll(through).toEqual(Object.keys(attempts));
	} finally {
		await foreign.stop();
	}
});

/** From a page of another site: what it gets when it loads, asks for, frames or opens this address. */
async function fromElsewhere(page: Page, address: string) {
	return page.evaluate(async (to) => {
		const ended = (element: HTMLElement) =>
			new Promise<string>((says) => {
				element.onload = () => says('loaded');
				element.onerror = () => says('refused');
				document.body.append(element);
			});
		const asked = (how: RequestInit) =>
			fetch(to, how).then(
				() => 'answered',
				() => 'refused'
			);
		const script = Object.assign(document.createElement('script'), { src: to });
		return {
			'asked with cookies': await asked({ mode: 'no-cors', credentials: 'include' }),
			'asked to be read': await asked({ mode: 'cors' }),
			'taken as a script': await ended(script),
			'taken as a picture': await ended(Object.assign(new Image(), { src: to }))
		};
	}, address);
}

test('no other site can take anything of ours, and could where nothing forbade it', async ({
	browser,
	baseURL
}) => {
	const foreign = await aForeignServer();
	try {
		const page = await opened(browser, foreign.control);
		const all = (says: string) => ({
			'asked with cookies': says,
			'asked to be read': says,
			'taken as a script': says,
			'taken as a picture': says
		});
		for (const address of ['/', '/info', '/desk/sign-in', '/icon.svg', '/nothing/here'])
			expect(await fromElsewhere(page, `${baseURL}${address}`), address).toEqual(all('refused'));
		const open = await fromElsewhere(page, `${foreign.origin}/a.js`);
		expect(open).toEqual({
			...all('answered'),
			...{ 'taken as a script': 'loaded' },
			'taken as a picture': 'refused'
		});
		expect((await fromElsewhere(page, `${foreign.origin}/a.svg`))['taken as a picture']).toBe(
			'loaded'
		);
	} finally {
		await foreign.stop();
	}
});

test('no other site can frame a page of ours, and can frame its own', async ({
	browser,
	baseURL
}) => {
	const foreign = await aForeignServer();
	try {
		const page = await opened(browser, foreign.control);
		const framed = async (address: string) => {
			const frame = await page.evaluateHandle((src) => {
				const made = Object.assign(document.createElement('iframe'), { src });
				return new Promise<HTMLIFrameElement>((says) => {
					made.onload = () => says(made);
					document.body.append(made);
				});
			}, address);
			const inside = await frame.asElement()?.contentFrame();
			return new URL(inside?.url() ?? '').protocol;
		};
		for (const address of ['/', '/info', '/desk/sign-in', '/desk/away', '/nothing/here'])
			expect(await framed(`${baseURL}${address}`), address).toBe('chrome-error:');
		expect(await framed(`${foreign.origin}/a.html`)).toBe('http:');
	} finally {
		await foreign.stop();
	}
});

test('a site that opens a page of ours has no hold of it', async ({ browser, baseURL }) => {
	const foreign = await aForeignServer();
	try {
		const page = await opened(browser, foreign.control);
		const holds = async (address: string) => {
			const beside = page.waitForEvent('popup');
			await page.evaluate((to) => void Object.assign(globalThis, { held: open(to) }), address);
			const other = await beside;
			await other.waitForURL(address);
			const opener = await other.evaluate(() => window.opener !== null);
			const held = await page.evaluate(
				() => !(globalThis as unknown as { held: Window }).held.closed
			);
			return { opener, held };
		};
		for (const address of ['/', '/info', '/desk/sign-in'])
			expect(await holds(`${baseURL}${address}`)).toEqual({ opener: false, held: false });
		expect(await holds(`${foreign.origin}/a.html`)).toEqual({ opener: true, held: true });
	} finally {
		await foreign.stop();
	}
});

test('a link that leads away does not say from where', async ({ browser }) => {
	const foreign = await aForeignServer();
	try {
		const follow = async (page: Page) => {
			foreign.forget();
			await page.evaluate((href) => {
				const link = Object.assign(document.createElement('a'), { href });
				document.body.append(link);
				link.click();
			}, `${foreign.origin}/away.html`);
			await page.waitForURL('**/away.html');
			return foreign.arrived().map(({ what, referrer }) => `${what} ${referrer ?? 'from nowhere'}`);
		};
		for (const open of Object.values(doors))
			expect(await follow(await open(browser))).toEqual(['GET away from nowhere']);
		const { origin } = new URL(foreign.control);
		expect(await follow(await opened(browser, foreign.control))).toEqual([`GET away ${origin}/`]);
	} finally {
		await foreign.stop();
	}
});

test('no page may ask where somebody is, also when they would let it', async ({ browser }) => {
	const foreign = await aForeignServer();
	try {
		const where = async (address: string) => {
			const context = await browser.newContext({ geolocation: { latitude: 54, longitude: -2 } });
			await context.grantPermissions(['geolocation']);
			const page = await context.newPage();
			await page.goto(address);
			return page.evaluate(
				() =>
					new Promise<string>((says) =>
						navigator.geolocation.getCurrentPosition(
							() => says('there'),
							({ message }) => says(message)
						)
					)
			);
		};
		for (const address of ['/', '/info', '/desk/sign-in'])
			expect(await where(address)).toContain('permissions policy');
		expect(await where(foreign.control)).toBe('there');
	} finally {
		await foreign.stop();
	}
});

test('no script can read the cookie of the desk', async ({ browser }) => {
	const page = await atTheDesk(browser, amal);
	expect(await page.context().cookies()).not.toEqual([]);
	expect(await page.evaluate(() => document.cookie)).toBe('');
});

test('what is not a script is not taken for one, though it is ours', async ({ browser }) => {
	const page = await atTheDesk(browser, amal);
	const taken = (src: string) =>
		page.evaluate(async (from) => {
			const answer = await fetch(from);
			const type = answer.headers.get('content-type');
			const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: from });
			return new Promise<string>((says) => {
				link.onload = () => says(`${type} taken`);
				link.onerror = () => says(`${type} refused`);
				document.head.append(link);
			});
		}, src);
	expect(await taken('/icon.svg')).toBe('image/svg+xml refused');
	const sheet = await page.locator('link[rel="stylesheet"]').first().getAttribute('href');
	expect(await taken(sheet ?? '')).toMatch(/^text\/css.* taken$/);
});
