// `npm run bench:rooms`: a class of 200 in one room, and 2,000 pupils across 67 rooms, over HTTP against the built
// server. How long an answer takes until the disk has it, and how long a tally takes from the teacher's press until
// it is on every screen. Beside it the same requests for a small file, which ask nothing of anybody: the machine's share.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, get, request } from 'node:http';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import * as accounts from '../../src/lib/server/accounts/index.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { write } from '../../src/lib/server/db/index.ts';
import * as organisations from '../../src/lib/server/organisations/index.ts';
import * as rooms from '../../src/lib/server/rooms/index.ts';
import { teachingRooms } from '../../src/lib/server/teaching-rooms/schema.ts';
import { serve } from '../http/serving.ts';

type Place = { id: string; door: string };
type Pupil = { room: Place; cookie: string; heard: (moment: number) => Promise<number> };

const most = 500;
const sharing = new Agent({ keepAlive: true, maxSockets: 256 });
const lasting = new Agent({ keepAlive: true, maxSockets: Infinity });
const after = (time: number) => new Promise<void>((done) => setTimeout(done, time));

/** A data folder with so many rooms open, and what opens their teacher's console. */
async function prepare(
	dataDir: string,
	many: number
): Promise<{ places: Place[]; cookie: string }> {
	const house = await organisations.openHouse(readConfig({ DATA_DIR: dataDir }));
	await organisations.add(house, { id: 'moss', name: 'Moss School', kind: 'school' });
	const person = { email: 'amal@moss.example', password: 'paint on the stone', name: 'Amal' };
	const added = await accounts.add(house, {
		...{ ...person, organisationId: 'moss', roles: ['teacher'], staffId: 'amal' }
	});
	if (added === 'address taken') throw new Error('The bench has two of one name');
	await accounts.giveApp(house, { accountId: added.id });
	const session = await accounts.startWhole(accounts.doorOf(house), {
		...{ accountId: added.id, organisationId: 'moss', steppedUp: true }
	});
	const hall = await rooms.openHall(house.published);
	const { db, release } = await house.lease('moss');
	const places: Place[] = [];
	for (let each = 0; each < many; each += 1) {
		const id = randomUUID();
		const row = { id, lessonId: 'K3-04', openedBy: 'amal', openedAt: new Date() };
		await write(db, (tx) => tx.insert(teachingRooms).values(row));
		places.push({ id, door: (await rooms.open(hall, id)).door });
	}
	release();
	await house.close();
	return { places, cookie: `${session.name}=${session.value}` };
}

/** Asks, and waits for the whole answer; gives its status and the first of its cookies. */
function ask(url: string, form?: Record<string, string>, cookie = ''): Promise<[number, string]> {
	const body = form && new URLSearchParams(form).toString();
	const headers = {
		...(cookie && { cookie }),
		...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
		accept: 'text/html',
		'sec-fetch-site': 'same-origin'
	};
	return new Promise((done, fail) => {
		const method = form ? 'POST' : 'GET';
		const asked = request(url, { method, headers, agent: sharing }, (answer) => {
			answer.resume();
			const [set = ''] = answer.headers['set-cookie'] ?? [];
			answer.on('end', () => done([answer.statusCode ?? 0, set.split(';')[0] ?? '']));
		});
		asked.on('error', fail);
		asked.end(body);
	});
}

/** Comes in, and listens: `heard` gives the moment at which a revision came. */
async function comeIn(origin: string, room: Place): Promise<Pupil> {
	const [, cookie] = await ask(`${origin}/join/${room.door}/in`);
	const came = new Map<number, number>();
	const waiting = new Map<number, (at: number) => void>();
	const url = `${origin}/join/${room.door}/events?for=class&seen=0`;
	await new Promise<void>((done, fail) => {
		get(url, { agent: lasting }, (stream) => {
			stream.setEncoding('utf8').on('data', (text: string) => {
				for (const [, id] of text.matchAll(/^id: (\d+)$/gm)) {
					came.set(Number(id), performance.now());
					waiting.get(Number(id))?.(performance.now());
				}
			});
			done();
		}).on('error', fail);
	});
	const heard = (moment: number) =>
		new Promise<number>((done) => {
			const before = came.get(moment);
			if (before === undefined) waiting.set(moment, done);
			else done(before);
		});
	return { room, cookie, heard };
}

/** What each of these takes, begun at random moments within so many milliseconds. */
const spread = <Item>(items: Item[], within: number, each: (item: Item) => Promise<unknown>) =>
	Promise.all(
		items.map(async (item) => {
			await after(Math.random() * within);
			const began = performance.now();
			await each(item);
			return performance.now() - began;
		})
	);

function say(what: string, times: number[], beside?: number[]): boolean {
	const at = (values: number[], share: number) =>
		values.toSorted((one, other) => one - other)[Math.ceil(values.length * share) - 1] ?? NaN;
	const p95 = at(times, 0.95);
	const ratio = beside ? `, ${(p95 / at(beside, 0.95)).toFixed(1)} times a small file` : '';
	const [half, worst] = [at(times, 0.5), at(times, 1)].map((time) => time.toFixed(0));
	const holds = p95 <= most ? 'holds' : 'TOO SLOW';
	console.log(
		`  ${what.padEnd(34)} half ${half} ms, 95 in 100 ${p95.toFixed(0)} ms, all ${worst} ms${ratio}: ${holds}`
	);
	return p95 <= most;
}

async function expectStatus(asked: Promise<[number, string]>): Promise<void> {
	const [status] = await asked;
	if (status !== 303) throw new Error(`Something was answered by ${status}`);
}

/** A lesson of so many pupils in so many rooms: everybody is asked, answers, and is shown. */
async function bench(many: number, inRooms: number, within: number): Promise<boolean> {
	const dataDir = mkdtempSync(join(tmpdir(), 'waymark-rooms-'));
	const { places, cookie } = await prepare(dataDir, inRooms);
	const server = await serve(dataDir);
	const { origin } = server;
	const tell = ({ id }: Place, act: string, form: Record<string, string>) =>
		expectStatus(ask(`${origin}/desk/teaching/rooms/${id}?/${act}`, form, cookie));
	try {
		const pupils: Pupil[] = [];
		for (let from = 0; from < many; from += 50)
			pupils.push(
				...(await Promise.all(
					Array.from({ length: Math.min(50, many - from) }, (_, at) =>
						comeIn(origin, places[(from + at) % inRooms]!)
					)
				))
			);
		console.log(
			`${many} pupils in ${inRooms} ${inRooms === 1 ? 'room' : 'rooms'}, answers and presses within ${within / 1000} s, load ${loadavg()[0]?.toFixed(1)}`
		);
		const reaching = async (act: string, form: Record<string, string>, moment: number) => {
			const pressed = new Map<Place, number>();
			const heard = pupils.map(
				async ({ room, heard }) => (await heard(moment)) - pressed.get(room)!
			);
			await spread(places, inRooms === 1 ? 0 : within, (room) => {
				pressed.set(room, performance.now());
				return tell(room, act, form);
			});
			return Promise.all(heard);
		};
		const asked = await reaching('ask', { question: 'sort-1' }, 1);
		const plain = await spread(pupils, within, () => ask(`${origin}/icon.svg`));
		const answered = await spread(pupils, within, ({ room, cookie }) =>
			expectStatus(
				ask(
					`${origin}/join/${room.door}`,
					{ number: '1', choice: String(Math.floor(Math.random() * 3)) },
					cookie
				)
			)
		);
		const shown = await reaching('close', { number: '1' }, 2);
		return [
			say('a question on every screen', asked),
			say('an answer counted, on the disk', answered, plain),
			say('a tally on every screen', shown)
		].every(Boolean);
	} finally {
		lasting.destroy();
		await server.end();
		rmSync(dataDir, { recursive: true, force: true });
	}
}

const held = [await bench(200, 1, 2_000), await bench(2_000, 67, 10_000)];
process.exit(held.every(Boolean) ? 0 : 1);
