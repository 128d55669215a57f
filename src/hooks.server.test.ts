import { isRedirect, type RequestEvent } from '@sveltejs/kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { handle } from './hooks.server.ts';
import * as accounts from '#lib/server/accounts/index.ts';
import * as drafts from '#lib/server/drafts/index.ts';
import * as organisations from '#lib/server/organisations/index.ts';
import { aHouse, amal } from '#lib/server/testing.ts';

const waymark = globalThis as { waymark?: unknown };
const before = waymark.waymark;
const form = '/desk/concerns/new';
const minute = 60_000;

let place: Awaited<ReturnType<typeof aHouse>>;
let accountId: string;

beforeAll(async () => {
	place = await aHouse();
	waymark.waymark = Promise.resolve({ house: place.house, post: { wake: () => {} } });
	await organisations.add(place.house, { id: 'moss', name: 'Moss School', kind: 'school' });
	const person = { email: 'amal@moss.example', password: 'paint on the stone', name: 'Amal' };
	const where = { organisationId: 'moss', roles: ['teacher' as const], staffId: amal.id };
	const added = await accounts.add(place.house, { ...person, ...where });
	if (added === 'address taken') throw new Error('That address is there already');
	accountId = added.id;
	await accounts.giveApp(place.house, { accountId });
});

afterAll(async () => {
	waymark.waymark = before;
	await place.end();
});

/** A session of Amal's that was last used so many minutes ago. */
async function lastUsed(minutesAgo: number): Promise<string> {
	const at = new Date(Date.now() - minutesAgo * minute);
	const door = accounts.doorOf(place.house);
	const { name, value } = await accounts.startWhole(
		door,
		{ accountId, organisationId: 'moss' },
		at
	);
	return `${name}=${value}`;
}

/** Sends a form in a session, and says where that led and what is kept afterwards. */
async function send(
	cookie: string,
	{ id = `/(desk)${form}`, to = form, site = 'same-origin' } = {},
	fields: Record<string, string> = { seenOrHeard: 'Would not leave.', key: 'a key' },
	answer = () => new Response('Opened')
) {
	const url = new URL(to, 'http://localhost:3000');
	const headers = { cookie, 'sec-fetch-site': site };
	const event = {
		...{ url, route: { id }, locals: {}, params: {}, setHeaders: () => {} },
		request: new Request(url, { method: 'POST', headers, body: new URLSearchParams(fields) }),
		fetch: async () => new Response('Nothing is here', { status: 404 })
	} as unknown as RequestEvent;
	let led: string;
	try {
		led = String((await handle({ event, resolve: async () => answer() })).status);
	} catch (thrown) {
		if (!isRedirect(thrown)) throw thrown;
		led = thrown.location;
	}
	const { db, release } = await place.house.lease('moss');
	const kept = (await drafts.of(db, amal, form))?.fields;
	await drafts.forget(db, amal, form);
	release();
	return { led, kept };
}

test('a form that was sent after the session had ended is kept for when they have signed in', async () => {
	expect(await send(await lastUsed(16))).toEqual({
		led: '/desk/sign-in?kept',
		kept: { seenOrHeard: 'Would not leave.' }
	});
});

test('so is what a page wanted to keep just then', async () => {
	const to = `/desk/drafts?form=${encodeURIComponent(form)}`;

	expect(await send(await lastUsed(16), { id: '/(desk)/desk/drafts', to })).toEqual({
		led: '/desk/sign-in?kept',
		kept: { seenOrHeard: 'Would not leave.' }
	});
});

test('in a session that is alive the form is sent, and nothing is kept', async () => {
	expect(await send(await lastUsed(1))).toEqual({ led: '200', kept: undefined });
});

test('a form that leads to proving who one is waits there as a draft', async () => {
	const led = (location: string) => () =>
		new Response(null, { status: 303, headers: { location } });
	const sent = async (location: string) =>
		(await send(await lastUsed(1), {}, undefined, led(location))).kept;

	expect(await sent('/desk/step-up?to=%2Fdesk%2Fconcerns%2Fnew')).toEqual({
		seenOrHeard: 'Would not leave.'
	});
	expect(await sent('/desk/concerns/C-4K7M-2QHD')).toBeUndefined();
});

test('nothing is kept for nobody, for long ago, or of a form that is no such form', async () => {
	const lost = { led: '/desk/sign-in', kept: undefined };

	expect(await send('')).toEqual(lost);
	expect(await send('wm=anything')).toEqual(lost);
	expect(await send(await lastUsed(25 * 60))).toEqual(lost);
	const account = { id: '/(desk)/desk/account', to: '/desk/account' };
	expect(await send(await lastUsed(16), account)).toEqual(lost);
});

test('nothing is kept of a form that came from elsewhere', async () => {
	expect(await send(await lastUsed(16), { site: 'cross-site' })).toEqual({
		led: '403',
		kept: undefined
	});
});
