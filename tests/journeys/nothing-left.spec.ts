import { expect, test, type Page } from '@playwright/test';
import { allTopics, type Topic } from './topics.ts';
import { aProfile, filesOf, foundIn, gone, neutral, openOn } from './leaving.ts';

const withScript = () => test.info().project.name === 'with script';

/** What would tell somebody which page was looked at: the words of each, and what a topic is called. */
const marksOf = ({ id, label, lead, now }: Topic): string[] => [
	...[label, ...lead, ...now].map((each) => each.slice(0, 60)),
	`topic=${id}`,
	`"${id}"`
];
const common = ['What you can do', 'What is it about', 'How old are you', 'Where do you live'];

async function answersOf(page: Page, base: string, topic: Topic): Promise<void> {
	await page.goto(`${base}/info`);
	const goOn = page.getByRole('button', { name: 'Go on' });
	if (await goOn.isVisible()) await goOn.click();
	for (const label of [topic.label, '13 to 15', 'England'])
		await page.getByRole('button', { name: label, exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('What you can do');
	await expect(page.getByText(topic.lead[0]?.slice(0, 40) ?? '')).toBeVisible();
}

for (const leaves of [true, false])
	test(`after every topic, ${leaves ? 'left each time' : 'and no leaving'}, nothing on the disk tells one`, async () => {
		const profile = aProfile();
		const base = test.info().project.use.baseURL ?? '';
		try {
			const { page, close } = await openOn(profile, { script: withScript() });
			// A page that may be kept, so that the search is known to find what is there.
			await page.goto(`${base}/about`);
			for (const topic of allTopics()) {
				await answersOf(page, base, topic);
				if (!leaves) continue;
				await page.getByRole('link', { name: 'Leave this page' }).click();
				await page.waitForURL(neutral);
			}
			await close();

			expect(foundIn(profile, ['open-source', 'localhost']).length).toBeGreaterThan(0);
			expect(foundIn(profile, [...common, ...allTopics().flatMap(marksOf)])).toEqual([]);
			expect(addressesIn(profile, base).some((each) => each.startsWith('/about'))).toBe(true);
			expect(addressesIn(profile, base).filter((each) => !isNeutral(each))).toEqual([]);
		} finally {
			gone(profile);
		}
	});

/** Every address of ours that stands anywhere in the profile, but for those of files. */
function addressesIn(profile: string, base: string): string[] {
	const found = new Set<string>();
	for (const [, bytes] of filesOf(profile))
		for (const [, path = ''] of bytes
			.toString('latin1')
			.matchAll(new RegExp(`${base}(/[\\w/?=&.-]*)`, 'g')))
			if (!path.startsWith('/_app/') && !/\.(svg|ico)/.test(path)) found.add(path);
	return [...found];
}

// In the files of a browser whatever is kept next follows an address without a space: a word, or any byte.
const isNeutral = (path: string): boolean =>
	/^\/((info(\/next)?|about)(?![/?][a-z]).*|\w*)$/.test(path);

test('every state of the door asks nobody else, and puts nothing into the browser', async () => {
	const profile = aProfile();
	const base = test.info().project.use.baseURL ?? '';
	const { context, page, cdp, close } = await openOn(profile, { script: withScript() });
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));

	/** What a browser would keep of a page, read from outside it, so that it is seen without script as well. */
	async function kept() {
		const { usage } = await cdp.send('Storage.getUsageAndQuota', { origin: base });
		const storageId = { securityOrigin: base, isLocalStorage: true };
		await cdp.send('DOMStorage.enable');
		const entries = await Promise.all(
			[true, false].map((isLocalStorage) =>
				cdp.send('DOMStorage.getDOMStorageItems', { storageId: { ...storageId, isLocalStorage } })
			)
		);
		return {
			cookies: await context.cookies(),
			usage,
			entries: entries.flatMap((each) => each.entries),
			workers: context.serviceWorkers().length
		};
	}
	const nothing = { cookies: [], usage: 0, entries: [], workers: 0 };

	try {
		await page.goto(`${base}/info`);
		expect(await kept()).toEqual(nothing);
		for (const topic of allTopics()) {
			await page.goto(`${base}/info`);
			for (const label of [topic.label, '13 to 15', 'England']) {
				await page.getByRole('button', { name: label, exact: true }).click();
				await page.waitForLoadState();
				expect(await kept()).toEqual(nothing);
			}
		}
		expect(asked.length).toBeGreaterThan(allTopics().length * 4);
		expect(asked.filter((each) => !each.startsWith(`${base}/`))).toEqual([]);
	} finally {
		await close();
		gone(profile);
	}
});
