import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { aMailServer, parsed } from '../../src/lib/server/mail/testing.ts';
import { ownFolder, startApart } from './testing.ts';

type Blow = 'when the letter has come, unanswered' | 'when the letter has come, answered' | 'never';

/** One life of a server with a letter to send: what it said in the end, and what came of it. */
async function live(folder: string, blow: Blow) {
	const arrived: string[] = [];
	const { port } = await aMailServer({
		onData: (stream, _, done) => {
			void text(stream).then((raw) => {
				arrived.push(raw);
				if (blow === 'when the letter has come, answered') done();
				if (blow !== 'never') child.kill('SIGKILL');
				else done();
			});
		}
	});
	const { child, heard, over } = startApart('tests/faults/mailing.ts', [
		folder,
		`smtp://127.0.0.1:${port}`
	]);
	const said: string[] = [];
	for (let line = await heard.next(); !line.done; line = await heard.next()) said.push(line.value);
	await over;
	const ids = await Promise.all(arrived.map(async (raw) => (await parsed(raw)).messageId));
	return { said, ids };
}

test('a server that is killed between sending a letter and marking it sends it again, and never loses it', async () => {
	const folder = ownFolder();

	const unanswered = await live(folder, 'when the letter has come, unanswered');
	const answered = await live(folder, 'when the letter has come, answered');
	const whole = await live(folder, 'never');
	const after = await live(folder, 'never');

	expect(unanswered).toMatchObject({ said: [], ids: [expect.any(String)] });
	expect(answered.ids).toEqual(unanswered.ids);
	// The blow falls after the answer; whether the answer was still read is up to the machine.
	expect(unanswered.ids).toEqual(expect.arrayContaining(whole.ids));
	expect(whole.said).toEqual(['waiting: 0']);
	expect(after).toEqual({ said: ['waiting: 0'], ids: [] });
});
