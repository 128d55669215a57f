import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as concerns from '#lib/server/concerns/index.ts';
import { readConfig } from '#lib/server/config.ts';
import { openHouse } from '#lib/server/organisations/index.ts';
import { serve } from './serving.ts';
import { prepare } from './world.ts';

// Issue D: a thousand logs, each with its connection cut at some instant, before, during or after the post.
const logs = 1_000;
const dataDir = mkdtempSync(join(tmpdir(), 'waymark-cut-'));

let server: Awaited<ReturnType<typeof serve>>;
let cookie = '';

beforeAll(async () => {
	const { cookieOf } = await prepare(dataDir);
	cookie = cookieOf['moss-staff-author fresh'] ?? '';
	server = await serve(dataDir);
}, 120_000);

afterAll(() => {
	rmSync(dataDir, { recursive: true, force: true });
});

const path = '/desk/concerns/new?/log';

const aConcern = (key: string, marked: string): Record<string, string> => ({
	...{ key, pupils: 'pupil-1', seenOrHeard: marked, childsWords: 'No.' },
	...{ noticedDay: '10', noticedMonth: '11', noticedYear: '2025', urgency: 'three school days' }
});

/** Posts a form and cuts the connection: after so many bytes were sent, or so many were answered. */
function sendAndCut(form: Record<string, string>, sent: number, answered: number): Promise<void> {
	const body = new URLSearchParams(form).toString();
	const { host, hostname, port } = new URL(server.origin);
	const request = [
		`POST ${path} HTTP/1.1`,
		`host: ${host}`,
		`cookie: ${cookie}`,
		'sec-fetch-site: same-origin',
		'accept: text/html',
		'content-type: application/x-www-form-urlencoded',
		`content-length: ${Buffer.byteLength(body)}`,
		'connection: close',
		'',
		body
	].join('\r\n');
	const part = request.slice(0, Math.max(1, Math.round((request.length * sent) / 100)));
	return new Promise((done) => {
		const socket = connect(Number(port), hostname, () => {
			socket.write(part, () => {
				if (part.length < request.length || answered === 0) socket.destroy();
			});
		});
		let heard = 0;
		socket.on('data', (some) => {
			heard += some.length;
			if (heard >= answered) socket.destroy();
		});
		socket.on('error', () => {});
		socket.on('close', () => done());
	});
}

test('of a thousand logs whose connection is cut at any instant none is lost after its receipt, and none doubled when it is sent again', async () => {
	const instants = fc.sample(
		fc.record({
			sent: fc.oneof(fc.integer({ min: 0, max: 99 }), fc.constant(100)),
			answered: fc.constantFrom(0, 1, 60, 400, 100_000)
		}),
		{ numRuns: logs, seed: 2009 }
	);
	const receipts = new Map<string, string>();
	const one = async ({ sent, answered }: (typeof instants)[number], index: number) => {
		const marked = `cut ${index}`;
		const form = aConcern(randomUUID(), marked);
		await sendAndCut(form, sent, answered);
		// Whoever sees no receipt sends the same form again, and once more by a doubled click.
		const again = await Promise.all([
			server.ask(path, { method: 'POST', cookie, form }),
			server.ask(path, { method: 'POST', cookie, form })
		]);
		expect(again.map(({ status }) => status)).toEqual([303, 303]);
		expect(new Set(again.map(({ location }) => location)).size).toBe(1);
		receipts.set(marked, again[0].location.split('/').at(-1) ?? '');
	};
	for (let from = 0; from < logs; from += 8)
		await Promise.all(
			instants.slice(from, from + 8).map((instant, index) => one(instant, from + index))
		);
	await server.end();

	const house = await openHouse(readConfig({ DATA_DIR: dataDir }));
	const { db, release } = await house.lease('moss');
	const kept = await db.select().from(concerns.concerns);
	const ours = kept.filter(({ seenOrHeard }) => seenOrHeard.startsWith('cut '));
	release();
	await house.close();
	expect(receipts.size).toBe(logs);
	expect(ours).toHaveLength(logs);
	for (const { seenOrHeard, reference } of ours) expect(receipts.get(seenOrHeard)).toBe(reference);
}, 240_000);
