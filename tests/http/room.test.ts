import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as accounts from '#lib/server/accounts/index.ts';
import { readConfig } from '#lib/server/config.ts';
import { write } from '#lib/server/db/index.ts';
import * as organisations from '#lib/server/organisations/index.ts';
import { openHouse } from '#lib/server/organisations/index.ts';
import * as rooms from '#lib/server/rooms/index.ts';
import { teachingRooms } from '#lib/server/teaching-rooms/schema.ts';
import { serve } from './serving.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'waymark-room-'));

let server: Awaited<ReturnType<typeof serve>>;
let teacher: string;
let room: { id: string; door: string; code: string; fourth: string };

beforeAll(async () => {
	const house = await openHouse(readConfig({ DATA_DIR: dataDir }));
	await organisations.add(house, { id: 'moss', name: 'Moss School', kind: 'school' });
	const person = { email: 'amal@moss.example', password: 'gorse lantern kettle', name: 'Amal' };
	const added = await accounts.add(house, {
		...{ ...person, organisationId: 'moss', roles: ['teacher'], staffId: 'amal' }
	});
	if (added === 'address taken') throw new Error('There are two of one name');
	await accounts.giveApp(house, { accountId: added.id });
	const where = { accountId: added.id, organisationId: 'moss', steppedUp: true };
	const { name, value } = await accounts.startWhole(accounts.doorOf(house), where);
	teacher = `${name}=${value}`;
	const { db, release } = await house.lease('moss');
	const id = randomUUID();
	await write(db, (tx) =>
		tx
			.insert(teachingRooms)
			.values({ id, lessonId: 'K3-04', openedBy: 'amal', openedAt: new Date() })
	);
	room = await rooms.open(await rooms.openHall(house.published), id);
	release();
	await house.close();
	server = await serve(dataDir);
}, 120_000);

afterAll(async () => {
	await server.end();
	rmSync(dataDir, { recursive: true, force: true });
});

const console_ = () => `/desk/teaching/rooms/${room.id}`;
const press = (act: string, form: Record<string, string>) =>
	server.ask(`${console_()}?/${act}`, { method: 'POST', cookie: teacher, form });
const comeIn = async (): Promise<string> => {
	const { headers } = await server.ask(`/join/${room.door}/in`);
	return headers['set-cookie']?.[0]?.split(';')[0] ?? '';
};
const answer = (cookie: string, choice: number) =>
	server.ask(`/join/${room.door}`, {
		...{ method: 'POST', cookie, form: { number: '1', choice: String(choice) } }
	});

test('the door of a room keeps nothing in a browser, asks nobody else, and names nobody', async () => {
	const cookie = await comeIn();
	for (const path of [
		'/join',
		`/join/${room.door}`,
		`/join/${room.door}/screen`,
		'/join/nothing'
	]) {
		const { headers, body } = await server.ask(path, { cookie });
		expect(headers['cache-control']).toBe('no-store');
		expect(body).toMatch(/<title>In class – Waymark<\/title>/);
		expect(body).not.toMatch(/(src|href|action)="(https?:)?\/\//);
		expect(body).not.toMatch(/Amal|Moss School/);
	}
});

test('three words lead in, and the cookie is of the room alone and no other page’s', async () => {
	const form = { words: room.code.replaceAll('-', ' ') };
	const { location } = await server.ask('/join', { method: 'POST', form });
	expect(location).toBe(`/join/${room.door}/in`);

	const { headers } = await server.ask(location);
	const [cookie = ''] = headers['set-cookie'] ?? [];
	expect(cookie).toMatch(
		/^wm-room=[\w-]{24}; Path=\/join\/[\w-]{22}; Expires=[^;]+; HttpOnly; SameSite=Strict$/
	);
	const until = Date.parse(/Expires=([^;]+)/.exec(cookie)?.[1] ?? '');
	expect(until - Date.now()).toBeLessThanOrEqual(2 * 3_600_000);
	const again = await server.ask(location, { cookie: cookie.split(';')[0] });
	expect(again.headers['set-cookie']).toBeUndefined();
});

test('a form of another site is refused, and nothing of a room is given out as data', async () => {
	const foreign = await server.ask(`/join/${room.door}`, {
		...{ method: 'POST', form: { number: '1', choice: '0' } },
		headers: { 'sec-fetch-site': 'cross-site' }
	});
	expect(foreign.status).toBe(403);
	for (const path of [`/join/${room.door}/__data.json`, '/join/__data.json'])
		expect((await server.ask(path)).status).toBe(404);
});

test('while known pupils vote one by one, every answer that anybody gets is the same to the byte', async () => {
	expect((await press('ask', { question: 'sort-1' })).status).toBe(303);
	const watching = await comeIn();
	const stream = await new Promise<IncomingMessage>((done) =>
		get(`${server.origin}/join/${room.door}/events?for=class&seen=1`, done)
	);
	let heard = '';
	stream.setEncoding('utf8').on('data', (part: string) => (heard += part));

	/** What a watcher, the screen and the teacher get, with their headers. */
	const views = async () => {
		const asked = [
			await server.ask(`/join/${room.door}`, { cookie: watching }),
			await server.ask(`/join/${room.door}/screen`),
			await server.ask('/join'),
			await server.ask(console_(), { cookie: teacher })
		];
		// The teacher’s page says how long their session lasts; a header has the time, and another a sum of the page.
		return asked.map(({ status, headers, body }) => [
			status,
			{ ...headers, date: '', etag: '' },
			body.replace(/data-left="\d+"/, '')
		]);
	};
	const before = await views();
	for (let pupil = 0; pupil < 40; pupil += 1) {
		const said = await answer(await comeIn(), pupil % 3);
		expect({ status: said.status, location: said.location }).toEqual({
			...{ status: 303, location: `/join/${room.door}` }
		});
		if (pupil % 8 === 0) expect(await views()).toEqual(before);
	}
	expect(await views()).toEqual(before);
	expect(heard).toMatch(/^retry: \d{4}\n\n$/);

	expect((await press('close', { number: '1' })).status).toBe(303);
	await expect.poll(() => heard).toMatch(/id: 2\nevent: moment\ndata: ".*in 10/);
	expect(heard).toContain('\n\n');
	expect(heard.match(/event:/g)).toHaveLength(1);
	stream.destroy();
});

test('an answer that comes when the question is closed is not counted, and says so until the class goes on', async () => {
	const cookie = await comeIn();
	const { status, location } = await answer(cookie, 0);
	expect({ status, location }).toEqual({ status: 303, location: `/join/${room.door}?late=2` });
	const late = 'That question had closed before your answer came';
	expect((await server.ask(location, { cookie })).body).toContain(late);
	expect((await server.ask(`/join/${room.door}?late=1`, { cookie })).body).not.toContain(late);
});

test('a wrong count keeps all that was typed, open, and says so beside its field', async () => {
	const { status, body } = await press('hands', { question: 'sort-2', count0: 'x', count1: '17' });
	expect(status).toBe(422);
	expect(body).toContain('href="#hands-sort-2-0"');
	expect(body).toContain('id="hands-sort-2-0-problem"');
	expect(body).toMatch(/<input[^>]*value="17"/);
	expect(body.match(/<details[^>]* open/g)?.length).toBeGreaterThan(0);
});

test('the screen of a class looks again by itself where no script runs, until it is told to stop', async () => {
	const screen = `/join/${room.door}/screen`;
	const looking = await server.ask(screen);
	expect(looking.body).toContain('http-equiv="refresh"');
	expect(looking.body).toContain(`href="${screen}?still"`);
	const { body } = await server.ask(`${screen}?still`);
	expect(body).not.toContain('http-equiv="refresh"');
	expect(body).toContain('Let the page look by itself');
});

test('a server that is told to end lets go of everybody who waits, and is gone at once', async () => {
	const stream = await new Promise<IncomingMessage>((done) =>
		get(`${server.origin}/join/${room.door}/events?for=screen&seen=0`, done)
	);
	const closed = new Promise<void>((done) => stream.on('close', done));
	stream.resume();
	const began = performance.now();

	await Promise.all([server.end(), closed]);

	// Below the ten seconds after which it would cut whoever is left.
	expect(performance.now() - began).toBeLessThan(8_000);
	server = await serve(dataDir);
	// And the lesson goes on where it was.
	const words = { words: room.code };
	expect((await server.ask('/join', { method: 'POST', form: words })).status).toBe(303);
});
