import { expect, test } from 'vitest';
import { openHouse } from '#lib/server/organisations/index.ts';
import { ownFolder, settingsOf, startApart } from './testing.ts';

test('a folder that another process holds is refused, and is free once that one is killed', async () => {
	const config = settingsOf(ownFolder());
	const { child, heard, over } = startApart('tests/faults/holding.ts', [config.dataDir]);
	expect((await heard.next()).value).toBe('open');

	await expect(openHouse(config)).rejects.toThrow(
		`Another Waymark is running on ${config.dataDir}: stop it first, or choose another DATA_DIR.`
	);

	child.kill('SIGKILL');
	await over;
	await (await openHouse(config)).close();
});
