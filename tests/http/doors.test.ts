import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { doors, expected, standingOf, type Class } from './oracle.ts';
import { serve, type Answer } from './serving.ts';
import {
	fileIds,
	kinds,
	knockers,
	nameOf,
	prepare,
	type Kind,
	type Knocker,
	type Objects
} from './world.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'waymark-matrix-'));

let server: Awaited<ReturnType<typeof serve>>;
let objects: Objects;
let cookieOf: Record<string, string>;
let nowhere: string;
let cells = 0;

beforeAll(async () => {
	({ objects, cookieOf } = await prepare(dataDir));
	server = await serve(dataDir);
	nowhere = (await server.ask('/desk/no-such-room')).body;
}, 120_000);

afterAll(async () => {
	await server.end();
	rmSync(dataDir, { recursive: true, force: true });
});

const ways: [begins: string, is: Class][] = [
	['/desk/sign-in/second', '→ second step'],
	['/desk/sign-in', '→ sign in'],
	['/desk/account/second-factor', '→ enrol'],
	['/desk/away', '→ hidden'],
	['/desk/step-up?to=', '→ step up']
];

/** What an answer is. The page of an address that leads nowhere is one and the same, to the letter. */
function classOf({ status, location, body }: Answer, own: string): Class | string {
	if (status === 404) return body === nowhere ? 'nowhere' : 'a 404 of its own';
	const led = ways.find(([begins]) => location.startsWith(begins) && begins !== own);
	if (status === 303 && led) return led[1];
	if ([200, 204, 303, 400, 409, 410, 422].includes(status)) return 'opened';
	return `${status} ${location}`;
}

const nobody = '00000000-0000-4000-8000-000000000000';
/** Where each kind of record is kept, and what names one that is not there. */
const kept = {
	concern: ['concerns', 'C-0000-0000'],
	case: ['cases', 'K-0000-0000'],
	referral: ['referrals', 'R-0000-0000'],
	received: ['received', 'R-0000-0000'],
	person: ['people', nobody],
	group: ['groups', nobody],
	listing: ['listings', nobody],
	report: ['reports', 'W-0000-0000'],
	box: ['boxes', nobody],
	told: ['told', 'Q-0000-0000'],
	partner: ['partners', nobody],
	action: ['actions', nobody],
	plan: ['plans', nobody],
	given: ['given', nobody],
	class: ['classes', nobody],
	room: ['rooms', nobody]
} as const satisfies Record<string, [keyof Objects, string]>;

/** A step of the loop that is there on the route’s side. */
const stepOf = (route: string) => (route.includes('/inbox/') ? 'acceptance' : 'withdrawal');

/** The address of a route that is about no record: of a lesson and a module that there are, and of a made-up letter. */
const withWords = (route: string): string =>
	route
		.replace('[token]', 'made-up')
		.replace('[lesson]', addressIn('content/lessons/ks3'))
		.replace('[module]', addressIn('content/training'));

const addressIn = (folder: string): string => basename(readdirSync(folder).sort()[0] ?? '', '.svx');

/** The address of a route for a record, and what state that record is in. */
function addressesOf(route: string): [path: string, state: string | undefined][] {
	const { about } = doors[route] ?? {};
	if (about === 'checkpoint')
		return ['1', '999', 'x'].map((number) => [route.replace('[number]', number), number]);
	if (!about) return [[withWords(route), undefined]];
	const [key, missing] = kept[about];
	const others: Record<string, string> = {
		concern: objects.cases.open,
		person: objects.groups.open,
		group: objects.people.open,
		listing: objects.people.open,
		partner: objects.people.open,
		action: objects.groups.open,
		plan: objects.groups.open,
		given: objects.groups.open,
		class: objects.groups.open,
		room: objects.groups.open,
		box: objects.groups.open
	};
	const another = others[about] ?? objects.concerns.open;
	const states = [
		...Object.entries(objects[key]).map(([state, reference]) => [reference, state]),
		[missing, 'not there'],
		[another, 'another kind of record'],
		['anything', 'malformed']
	];
	return states.map(([reference, state]) => {
		const file = fileIds[['open', 'decided', 'restricted'].indexOf(state ?? '')] ?? nobody;
		return [
			route
				.replace(/\[\w+\]/, reference ?? '')
				.replace('[id]', file)
				.replace('[question]', objects.questions.open)
				.replace('[step]', stepOf(route))
				.replace('[format]', 'fhir'),
			state
		];
	});
}

/** The routes of the desk, as the build names them. */
async function builtRoutes(): Promise<string[]> {
	const file = pathToFileURL(resolve('.svelte-kit/output/server/manifest.js')).href;
	const { manifest } = (await import(/* @vite-ignore */ file)) as {
		manifest: { _: { routes: { id: string; page: unknown; endpoint: unknown }[] } };
	};
	return manifest._.routes
		.filter(({ id, page, endpoint }) => id.startsWith('/(desk)') && (page || endpoint))
		.map(({ id }) => id.replace('/(desk)', '').replaceAll(/\[(\w+)=\w+\]/g, '[$1]'));
}

// How far somebody has come says more than their role, where that is not far.
const some = knockers.filter((_, at) => at % 6 === 0);

// Sending these ends or hides the session that sends it, and the next cell would knock without one.
const ending = ['/desk/sign-out', '/desk/away'];

async function hold(
	route: string,
	method: 'GET' | 'POST' | 'PUT',
	knocker: Knocker,
	kind: Kind
): Promise<string[]> {
	const door = doors[route];
	const wrong: string[] = [];
	for (const [path, state] of addressesOf(route)) {
		const standing = state && door ? standingOf(knocker, door, state) : undefined;
		const address = method === 'POST' && door?.action ? `${path}?/${door.action}` : path;
		const cookie = cookieOf[`${nameOf(knocker)} ${kind}`] ?? '';
		const answer = await server.ask(address, { method, cookie });
		const should = expected(route, method, knocker, kind, standing);
		const is = classOf(answer, path);
		cells += 1;
		if (is !== should)
			wrong.push(
				`${method} ${route} (${state ?? ''}) ${nameOf(knocker)} ${kind}: ${is}, not ${should}`
			);
	}
	return wrong;
}

test('the oracle names every route of the build, and no other', async () => {
	expect(Object.keys(doors).sort()).toEqual((await builtRoutes()).sort());
});

test.each(Object.keys(doors))('%s opens to those who have business there alone', async (route) => {
	const wrong: string[] = [];
	for (const kind of kinds)
		for (const part of inParts(kind === 'fresh' || kind === 'stale' ? knockers : some, 6))
			for (const method of ['GET', 'POST'] as const) {
				if (method === 'POST' && ending.includes(route)) continue;
				const found = await Promise.all(part.map((knocker) => hold(route, method, knocker, kind)));
				wrong.push(...found.flat());
			}
	wrong.push(...(await hold(route, 'PUT', knockers[0]!, 'fresh')));
	expect(wrong).toEqual([]);
});

function* inParts<Item>(items: Item[], many: number): Generator<Item[]> {
	for (let at = 0; at < items.length; at += many) yield items.slice(at, at + many);
}

test('no cells went missing: there were at least thirty-five thousand', () => {
	console.log(`The matrix of the doors held in ${cells} cells`);
	expect(cells).toBeGreaterThanOrEqual(35_000);
});
