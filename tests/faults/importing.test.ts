import { asc } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { feedItems, services } from '#lib/server/directory/index.ts';
import { feeding, madeUp } from '#lib/server/open-referral/feeding.ts';
import { open } from '#lib/server/db/index.ts';
import { ownFolder, startApart } from './testing.ts';

const made = Array.from({ length: 600 }, (_, number) => madeUp(number));

/** Imports in a process of its own, which is killed when this page is asked for, or so many milliseconds later. */
async function live(folder: string, killedAt?: { page: number; after: number }) {
	let kill = (): void => {};
	const feed = await feeding(
		made,
		(page) => {
			if (page === killedAt?.page) setTimeout(() => kill(), killedAt.after);
		},
		38_400
	);
	const { child, heard, over } = startApart('tests/faults/one-import.ts', [folder, feed.address]);
	kill = () => child.kill('SIGKILL');
	const said = (await heard.next()).value as string | undefined;
	await over;
	await feed.close();
	return said;
}

/** What the directory holds of the feed, but for the ids that depend on when it was first seen. */
async function rowsIn(folder: string) {
	const published = await open('public', { url: `file:${folder}/public.db` });
	try {
		const rows = await published.select().from(services).orderBy(asc(services.sourceId));
		const staged = await published.$count(feedItems);
		return { rows: rows.map((row) => ({ ...row, id: '', feedId: '' })), staged };
	} finally {
		published.close();
	}
}

test('an import that is killed again and again, and goes on, ends as one that was not', async () => {
	const [killed, whole] = [ownFolder(), ownFolder()];
	await live(whole);
	const expected = await rowsIn(whole);
	expect(expected.rows).toHaveLength(600);

	for (const page of [1, 2, 4, 6]) {
		const said = await live(killed, { page, after: page * 7 });
		if (said === undefined) expect([0, 600]).toContain((await rowsIn(killed)).rows.length);
	}
	await live(killed);

	expect(await rowsIn(killed)).toEqual(expected);
}, 120_000);
