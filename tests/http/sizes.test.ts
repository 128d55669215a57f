import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allTopics } from '#lib/server/help/index.ts';
import { serve } from './serving.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'waymark-sizes-'));
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => void (server = await serve(dataDir)), 60_000);
afterAll(async () => {
	await server.end();
	rmSync(dataDir, { recursive: true, force: true });
});

type Page = { size: number; sent: number; html: string };

/** What an answer of the help door weighs on its way, and what asking for it weighed. */
async function ask(go: string | undefined, packing: string): Promise<Page> {
	const body = go === undefined ? undefined : new URLSearchParams({ go }).toString();
	const headers: Record<string, string> = { accept: 'text/html', 'accept-encoding': packing };
	if (body) headers['content-type'] = 'application/x-www-form-urlencoded';
	const posted = body ? { method: 'POST', body } : {};
	const response = await fetch(`${server.origin}/info`, { ...posted, headers });
	expect(response.status).toBe(200);
	const size = Number(response.headers.get('content-length'));
	const others = [...response.headers].filter(([name]) => name !== 'date').toString().length;
	return { size: size + others, sent: body?.length ?? 0, html: await response.text() };
}

/** What the buttons of a question post, without those that skip it or go back. */
const choices = (html: string): string[] =>
	[...html.matchAll(/<li[^>]*><button name="go" value="([\w-]+)"/g)].map(([, go = '']) => go);

const sizes = (pages: Page[]) => [...new Set(pages.map(({ size }) => size))];

test.each(['gzip', 'identity'])(
	'what was picked cannot be told from the size of anything that is sent, %s',
	async (packing) => {
		const first = await ask(undefined, packing);
		const ages: Page[] = [];
		const nations: Page[] = [];
		const answers: Page[] = [];
		for (const topic of choices(first.html)) {
			const asked = await ask(topic, packing);
			ages.push(asked);
			for (const age of choices(asked.html)) {
				const next = await ask(age, packing);
				nations.push(next);
				for (const nation of choices(next.html)) answers.push(await ask(nation, packing));
			}
		}

		expect(ages).toHaveLength(allTopics().length);
		expect(answers.length).toBeGreaterThanOrEqual(allTopics().length * 4 * 4);
		expect(answers.every(({ html }) => html.includes('What you can do'))).toBe(true);
		for (const pages of [ages, nations, answers]) expect(sizes(pages)).toHaveLength(1);
		expect(new Set([...ages, ...nations, ...answers].map(({ sent }) => sent)).size).toBe(1);
	}
);
