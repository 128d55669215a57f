// A process of its own that counts answers in a live room until it is killed: `node answering.ts FOLDER FIRST`. Each
// answer is said on a line of its own once it is counted, and before them all what the process found.
import { open } from '../../src/lib/server/db/index.ts';
import * as rooms from '../../src/lib/server/rooms/index.ts';

const [folder = '', first = '0'] = process.argv.slice(2);
const question = { key: 'sort-1', ask: 'Which?', options: ['this', 'that'] };

const published = await open('public', { url: `file:${folder}/public.db` });
const hall = await rooms.openHall(published);
const room = await rooms.open(hall, 'room-1');
if (!room.open) await rooms.ask(hall, 'room-1', question);
const counted = async (): Promise<number> =>
	(await published.select().from(rooms.roomCounts)).reduce((sum, { count }) => sum + count, 0);
console.log(JSON.stringify({ found: await counted(), code: room.code, door: room.door }));

const answer = (pupil: number) =>
	rooms.answer(hall, room.door, { number: 1, choice: pupil % 2 }, `pupil-${pupil}-in-class`);

// Those of the life before send again what was not acknowledged to them, and what was: twice each.
for (let pupil = 0; pupil < Number(first); pupil += 1)
	await Promise.all([answer(pupil), answer(pupil)]);
console.log(String(await counted()));
for (let pupil = Number(first); ; pupil += 5)
	await Promise.all(
		[0, 1, 2, 3, 4].map(async (each) => {
			if ((await answer(pupil + each)) === 'counted') console.log(String(pupil + each));
		})
	);
