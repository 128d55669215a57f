import { expect, test } from 'vitest';
import { ownFolder, startApart } from './testing.ts';

type Found = { found: number; code: string; door: string };

// As many answer at once; so many may have been counted and not told when the blow falls.
const atOnce = 5;

/** One life, in which the `first` pupils send again before others answer, until so many of these were told. */
async function live(folder: string, first: number, until: number) {
	const { child, heard, over } = startApart('tests/faults/answering.ts', [folder, String(first)]);
	const next = async () => (await heard.next()).value as string | undefined;
	const found = JSON.parse((await next()) ?? '{}') as Found;
	const afterAgain = Number(await next());
	const told: number[] = [];
	for (let line = await next(); line !== undefined; line = await next()) {
		told.push(Number(line));
		if (told.length === until) child.kill('SIGKILL');
	}
	await over;
	return { found, afterAgain, told };
}

test('a room whose process is killed amid answers is there again, lost none that was counted, and counts none twice', async () => {
	const folder = ownFolder();
	let room: string | undefined;
	let told = 0;
	let sending = 0;

	for (const until of [1, 7, 20, 3, 40]) {
		const life = await live(folder, sending, until);
		const { code, door, found } = life.found;
		expect(`${code} ${door}`).toBe((room ??= `${code} ${door}`));
		expect(found).toBeGreaterThanOrEqual(told);
		expect(found).toBeLessThanOrEqual(told + atOnce);
		expect(life.afterAgain).toBe(sending);
		told = sending + life.told.length;
		sending = Math.max(sending, ...life.told.map((pupil) => pupil + 1 + atOnce));
	}
});
