import { expect, test } from 'vitest';
import { ownFolder, startApart } from './testing.ts';

type Left = {
	integrity: string;
	firstBroken: number | 'none';
	kept: string[];
	aboutSomebody: number;
	ledgered: string[];
};

// After how many acknowledged concerns the server is killed. Before the first, it is making or opening
// its databases. Where exactly the blow falls is up to the machine.
const before = 'while opening';
const lives = [before, before, 1, 40, 7, before, 200, 2, 90, 13, 400, 1] as const;

/** What one life of the program found, and what it acknowledged until it was killed. */
async function live(folder: string, until: number | typeof before) {
	const { child, heard, over } = startApart('tests/faults/logging.ts', [folder]);
	const acknowledged: string[] = [];
	const next = async () => (await heard.next()).value as string | undefined;

	expect(await next()).toBe('opening');
	if (until === before) child.kill('SIGKILL');
	const said = await next();
	const found = said && (JSON.parse(said) as Left);
	for (let line = await next(); line !== undefined; line = await next()) {
		acknowledged.push(line);
		if (acknowledged.length === until) child.kill('SIGKILL');
	}
	await over;
	return { found, acknowledged };
}

const once = (all: string[], one: string) => all.filter((each) => each === one).length === 1;

test('a server that is killed at any moment has lost nothing it acknowledged, and kept no half of anything', async () => {
	const folder = ownFolder();
	const acknowledged: string[] = [];

	for (const until of [...lives, 1]) {
		const life = await live(folder, until);
		if (life.found) {
			const { integrity, firstBroken, kept, ledgered, aboutSomebody } = life.found;
			expect({ integrity, firstBroken }).toEqual({ integrity: 'ok', firstBroken: 'none' });
			expect(acknowledged.filter((each) => !once(kept, each))).toEqual([]);
			expect(ledgered.toSorted()).toEqual(kept.toSorted());
			expect(aboutSomebody).toBe(kept.length);
		} else expect(until).toBe(before);
		acknowledged.push(...life.acknowledged);
	}

	expect(new Set(acknowledged).size).toBe(acknowledged.length);
	expect(acknowledged).not.toContain('no such pupil');
	expect(acknowledged.length).toBeGreaterThan(700);
});
