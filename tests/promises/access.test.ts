import { isRedirect, type RequestEvent } from '@sveltejs/kit';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handle } from '../../src/hooks.server.ts';
import {
	acts,
	behindTheDesk,
	may,
	needed,
	needsSecondFactor,
	roles,
	routes,
	ruleOf,
	type Act,
	type Role
} from '#lib/server/access/index.ts';
import * as accounts from '#lib/server/accounts/index.ts';
import { accounts as accountTable } from '#lib/server/accounts/schema.ts';
import * as organisations from '#lib/server/organisations/index.ts';
import { aHouse, fillTheLedger, ledgerOf } from '#lib/server/testing.ts';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** What the tree answers: which routes there are, and the methods that each has something for. */
const answered = new Map<string, Set<string>>();

const idOf = (file: string): string => file.replace(/^\/src\/routes/, '').replace(/\/\+[^/]+$/, '');

const answers = (file: string, method: string) => {
	const known = answered.get(idOf(file)) ?? new Set();
	answered.set(idOf(file), known.add(method));
};

for (const file of Object.keys(import.meta.glob('/src/routes/**/+page{.svelte,.ts,.server.ts}')))
	answers(file, 'GET');

const pages = import.meta.glob<{ actions?: object }>('/src/routes/**/+page.server.ts', {
	eager: true
});
for (const [file, { actions }] of Object.entries(pages)) if (actions) answers(file, 'POST');

const handlers = import.meta.glob<object>('/src/routes/**/+server.ts', { eager: true });
for (const [file, exported] of Object.entries(handlers))
	for (const name of Object.keys(exported))
		if (methods.includes(name) || name === 'fallback') answers(file, name);

const desk = Object.keys(routes).filter(behindTheDesk);
const openToAll = [
	'/(desk)/desk/away',
	'/(desk)/desk/forgotten',
	'/(desk)/desk/link/[token]',
	'/(desk)/desk/sign-in',
	'/(desk)/desk/sign-out'
];
const isAct = (need: string): need is Act => acts.some((act) => act === need);

describe('the access table', () => {
	test('names every route of the tree, and no route that is not there', () => {
		expect(answered.size).toBeGreaterThan(0);
		expect(Object.keys(routes).sort()).toEqual([...answered.keys()].sort());
	});

	test.each(desk)('names for %s the methods that it answers, and no other', (id) => {
		expect(Object.keys(routes[id] ?? {}).sort()).toEqual([...(answered.get(id) ?? [])].sort());
	});

	test('has an act for every route of the desk but signing in and out, and the hidden desk', () => {
		const open = desk.filter((id) =>
			[...(answered.get(id) ?? [])].some((method) => !isAct(needed(id, method)))
		);

		expect(open.sort()).toEqual(openToAll);
	});

	test('leaves no route of the desk open to anyone without naming the method', () => {
		expect(desk.filter((id) => routes[id] === 'anyone')).toEqual([]);
	});

	test('asks for no act that nobody may do', () => {
		expect(acts.filter((act) => !roles.some((role) => may({ roles: [role] }, act)))).toEqual([]);
	});

	test('asks on sending a form for what it asked on showing it, or for more', () => {
		const rolesOf = (need: string) =>
			roles.filter((role) => isAct(need) && may({ roles: [role] }, need));
		for (const id of desk.filter((each) => answered.get(each)?.size === 2)) {
			const [show, send] = [needed(id, 'GET'), needed(id, 'POST')];
			if (!isAct(show) || !isAct(send)) expect(send).toBe(show);
			else {
				for (const role of rolesOf(send)) expect(rolesOf(show), id).toContain(role);
				if (ruleOf(show).stepUp) expect(ruleOf(send).stepUp, id).toBe(true);
			}
		}
	});
});

describe('what nobody named', () => {
	test.each(['/(desk)/desk/secrets', '/', '', '/(desk)', 'constructor', '__proto__', 'toString'])(
		'the route “%s” is closed',
		(id) => {
			for (const method of methods) expect(needed(id, method)).toBe('closed');
		}
	);

	test('an address without a route is closed', () => {
		expect(needed(null, 'GET')).toBe('closed');
		expect(behindTheDesk(null)).toBe(false);
	});

	test.each(desk)('%s answers HEAD as GET, and no other method', (id) => {
		expect(needed(id, 'HEAD')).toBe(needed(id, 'GET'));
		for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'get', 'constructor'])
			expect(needed(id, method)).toBe('closed');
	});

	test('signing out is never done by following a link', () => {
		expect(needed('/(desk)/desk/sign-out', 'GET')).toBe('closed');
	});
});

describe('the door', () => {
	const waymark = globalThis as { waymark?: unknown };
	const before = waymark.waymark;
	const cookies = new Map<Role, string>();
	let place: Awaited<ReturnType<typeof aHouse>>;

	beforeAll(async () => {
		place = await aHouse();
		waymark.waymark = Promise.resolve({ house: place.house, post: { wake: () => {} } });
		await organisations.add(place.house, { id: 'moss', name: 'Moss School', kind: 'school' });
		for (const role of roles) cookies.set(role, await signIn(role));
	});

	afterAll(async () => {
		waymark.waymark = before;
		await place.end();
	});

	async function signIn(role: Role): Promise<string> {
		const email = `${role}@moss.example`;
		const password = 'paint on the stone';
		const person = { email, password, name: role, organisationId: 'moss', roles: [role] };
		const account = await accounts.add(place.house, { ...person, staffId: role });
		if (account === 'address taken') throw new Error('There is somebody of that name in the test');
		const who = { accountId: account.id, name: email };
		if (needsSecondFactor({ roles: [role] })) await accounts.giveApp(place.house, who);
		return cookieOf(account.id);
	}

	async function cookieOf(accountId: string, steppedUp = true): Promise<string> {
		const where = { accountId, organisationId: 'moss', steppedUp };
		const cookie = await accounts.startWhole(accounts.doorOf(place.house), where);
		return `${cookie.name}=${cookie.value}`;
	}

	const accountOf = async (role: Role): Promise<string> => {
		const [found] = await place.house.platform
			.select({ id: accountTable.id })
			.from(accountTable)
			.where(eq(accountTable.email, `${role}@moss.example`));
		return found?.id ?? '';
	};

	const stales = new Map<Role, string>();
	/** Somebody who is in and has not proved lately who they are. */
	async function stale(role: Role): Promise<string> {
		const cookie = stales.get(role) ?? (await cookieOf(await accountOf(role), false));
		stales.set(role, cookie);
		return cookie;
	}

	/** The lead after the password, and before the second factor. */
	async function half(): Promise<string> {
		const door = accounts.doorOf(place.house);
		const form = { email: 'lead@moss.example', password: 'paint on the stone' };
		const come = await accounts.signIn(door, form);
		if (come === 'not recognised' || 'wait' in come) throw new Error('The lead could not sign in');
		return `${come.cookie.name}=${come.cookie.value}`;
	}

	/** A teacher who has no second factor yet. */
	async function unenrolled(): Promise<string> {
		const email = `new-${crypto.randomUUID()}@moss.example`;
		const person = {
			email,
			password: 'paint on the stone',
			name: 'New',
			roles: ['teacher' as const]
		};
		const added = await accounts.add(place.house, { ...person, organisationId: 'moss' });
		if (added === 'address taken') throw new Error('That address is there already');
		return cookieOf(added.id);
	}

	/** What the door says: `opened`, the status it answers instead, or where it leads. */
	async function knock(
		id: string,
		method: string,
		headers: Record<string, string>,
		more: object = {}
	) {
		const url = new URL('http://localhost:3000/desk');
		const event = {
			url,
			route: { id },
			locals: {},
			params: {},
			request: new Request(url, { method, headers }),
			setHeaders: () => {},
			fetch: async () => new Response('Nothing is here', { status: 404 }),
			...more
		} as unknown as RequestEvent;
		const found = !('params' in more);
		const resolve = async () =>
			new Response(found ? 'Opened' : 'No', { status: found ? 200 : 404 });
		try {
			const response = await handle({ event, resolve });
			return response.ok ? 'opened' : `${response.status} ${await response.text()}`;
		} catch (thrown) {
			if (isRedirect(thrown)) return `${thrown.status} ${thrown.location}`;
			throw thrown;
		}
	}

	const ours = { 'sec-fetch-site': 'same-origin' };

	test.each(desk)('%s leads a stranger to the sign-in, or nowhere', async (id) => {
		for (const method of methods) {
			const need = needed(id, method);
			const said = { anyone: 'opened', closed: '404 Nothing is here' }[need as 'anyone'];
			for (const headers of [ours, { ...ours, cookie: 'wm=anything' }])
				expect(await knock(id, method, headers), method).toBe(said ?? '303 /desk/sign-in');
		}
	});

	test.each(roles)('opens to a %s for what the table says and leads nowhere else', async (role) => {
		for (const id of desk)
			for (const method of methods) {
				const need = needed(id, method);
				const opens = need === 'anyone' || (need !== 'closed' && may({ roles: [role] }, need));
				const cookie = cookies.get(role) ?? '';
				expect(await knock(id, method, { ...ours, cookie }), `${method} ${id}`).toBe(
					opens ? 'opened' : '404 Nothing is here'
				);
			}
	});

	test.each(desk)('%s opens to no half session, and only the second step does', async (id) => {
		const cookie = await half();
		for (const method of methods) {
			const need = needed(id, method);
			const own = id === '/(desk)/desk/sign-in/second' && need !== 'closed';
			const said = { anyone: 'opened', closed: '404 Nothing is here' }[need as 'anyone'];
			expect(await knock(id, method, { ...ours, cookie }), `${method} ${id}`).toBe(
				own ? 'opened' : (said ?? '303 /desk/sign-in/second')
			);
		}
	});

	test.each(desk)('%s opens to nobody who must enrol first, but for enrolling', async (id) => {
		const cookie = await unenrolled();
		for (const method of methods) {
			const need = needed(id, method);
			const opens = ['/(desk)/desk/account/second-factor', '/(desk)/desk/step-up'];
			const own = opens.includes(id) && need !== 'closed';
			const said = { anyone: 'opened', closed: '404 Nothing is here' }[need as 'anyone'];
			expect(await knock(id, method, { ...ours, cookie }), `${method} ${id}`).toBe(
				own ? 'opened' : (said ?? '303 /desk/account/second-factor')
			);
		}
	});

	const acting = desk.filter((id) => !openToAll.includes(id));
	test.each(acting)('%s waits for a step-up wherever its act does', async (id) => {
		for (const method of methods) {
			const need = needed(id, method);
			if (!isAct(need)) continue;
			for (const role of roles.filter((each) => may({ roles: [each] }, need)))
				expect(await knock(id, method, { ...ours, cookie: await stale(role) })).toBe(
					ruleOf(need).stepUp ? '303 /desk/step-up?to=%2Fdesk' : 'opened'
				);
		}
	});

	test('a door that stays shut is written down, with who asked for what', async () => {
		const cookie = cookies.get('governor') ?? '';

		await knock('/(desk)/desk/concerns', 'GET', { ...ours, cookie });

		const { db, release } = await place.house.lease('moss');
		expect(await ledgerOf(db)).toContain('governor was refused act list concerns to triage');
		release();
	});

	test('a record that is not theirs, or not there, is written down with its reference', async () => {
		const cookie = cookies.get('teacher') ?? '';
		const params = { reference: 'C-4K7M-2QHD' };

		const said = await knock(
			'/(desk)/desk/concerns/[reference=reference]',
			'GET',
			{ ...ours, cookie },
			{ params }
		);

		expect(said).toBe('404 Nothing is here');
		const { db, release } = await place.house.lease('moss');
		expect(await ledgerOf(db)).toContain('teacher was refused act read a concern C-4K7M-2QHD');
		release();
	});

	test('no page of the desk is given out as data, whoever asks', async () => {
		for (const cookie of ['', ...cookies.values()])
			for (const id of desk.filter((each) => needed(each, 'GET') !== 'closed'))
				expect(await knock(id, 'GET', { ...ours, cookie }, { isDataRequest: true })).toMatch(
					/^404/
				);
	});

	test('a form from another site is refused, whoever is signed in', async () => {
		const cookie = cookies.get('lead') ?? '';
		for (const id of desk.filter((each) => needed(each, 'POST') !== 'closed'))
			expect(await knock(id, 'POST', { cookie, 'sec-fetch-site': 'cross-site' })).toMatch(/^403/);
	});

	test('where the ledger cannot be written no door opens, and none is refused unwritten', async () => {
		const { db, release } = await place.house.lease('moss');
		await fillTheLedger(db);
		for (const [role, cookie] of cookies)
			for (const id of desk)
				for (const method of ['GET', 'POST']) {
					if (!isAct(needed(id, method))) continue;
					const knocking = knock(id, method, { ...ours, cookie });
					await expect(knocking, `${role} ${method} ${id}`).rejects.toThrow();
				}
		await db.run(sql`drop trigger ledger_full`);
		release();
	});

	test('a route that is not in the table opens to nobody', async () => {
		for (const cookie of cookies.values())
			expect(await knock('/(desk)/desk/secrets', 'GET', { ...ours, cookie })).toMatch(/^404/);
	});
});
