import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as accounts from '#lib/server/accounts/index.ts';
import { accounts as accountTable } from '#lib/server/accounts/schema.ts';
import { readConfig } from '#lib/server/config.ts';
import { write, type Database } from '#lib/server/db/index.ts';
import { cast, seed } from '#lib/server/demonstration/index.ts';
import * as organisations from '#lib/server/organisations/index.ts';
import { openHouse } from '#lib/server/organisations/index.ts';
import * as questionBox from '#lib/server/question-box/index.ts';
import { pupils } from '#lib/server/pupils/index.ts';
import * as cases from '#lib/server/cases/index.ts';
import { concerns } from '#lib/server/concerns/index.ts';
import { referrals } from '#lib/server/referrals/schema.ts';
import { restrictions } from '#lib/server/restrictions/schema.ts';
import * as rooms from '#lib/server/rooms/index.ts';
import { teachingRooms } from '#lib/server/teaching-rooms/schema.ts';
import { doors } from './oracle.ts';
import { serve, type Answer } from './serving.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'waymark-names-'));

type Seen = { from: string; says: string };
const seen = {
	titles: [] as Seen[],
	addresses: [] as Seen[],
	headers: [] as Seen[],
	errors: [] as Seen[],
	publicPages: [] as Seen[],
	deskPages: [] as Seen[]
};
const opened = new Set<string>();

let server: Awaited<ReturnType<typeof serve>>;
let names: string[];
let school: { pupil: string; kept: string; closed: string; linked: string; taught: string };
/** What stands before the @ of those who sign in: too short to be looked for inside other words. */
const short = cast.map(
	({ email }) => new RegExp(`(?<![\\w-])${email.split('@')[0]}(?![\\w-])`, 'i')
);
const cookies = new Map<string, string>();
const lead = 'dee@cairnfield.example';

beforeAll(async () => {
	const house = await openHouse(readConfig({ DATA_DIR: dataDir }));
	await seed(house);
	const door = accounts.doorOf(house);
	for (const { id, email } of await house.platform.select().from(accountTable)) {
		const [place] = await accounts.placesOf(house.platform, id);
		const where = {
			...{ accountId: id, organisationId: place?.organisationId ?? '' },
			steppedUp: true
		};
		const { name, value } = await accounts.startWhole(door, where);
		cookies.set(email, `${name}=${value}`);
	}
	names = await seededNames(house);
	const [mossy] = await organisations
		.list(house.platform)
		.then((all) => all.filter(({ kind }) => kind === 'school'));
	const { db, release } = await house.lease(mossy?.id ?? '');
	const [child] = await db.select().from(pupils).limit(1);
	const [stands] = await db.select().from(restrictions);
	const [kept] = await db
		.select()
		.from(concerns)
		.where(eq(concerns.id, stands?.objectId ?? ''));
	const [sent] = await db.select().from(referrals).limit(1);
	const open = (await db.select().from(cases.casesOpen)).map(({ caseId }) => caseId);
	const closed = (await db.select().from(cases.cases)).find(({ id }) => !open.includes(id));
	school = {
		...{ pupil: child?.id ?? '', kept: kept?.reference ?? '' },
		closed: `/desk/cases/${closed?.reference ?? 'none'}`,
		linked: `/desk/referrals/${sent?.reference ?? 'none'}/link`,
		taught: await aRoom(house, db)
	};
	const [leads] = await accounts.holdersOf(house.platform, mossy?.id ?? '', ['lead']);
	await aBox({ published: house.published, db }, leads?.staffId ?? '');
	// From here on no concern can be written down: whoever tries meets a fault of ours.
	await db.run(
		`create trigger unwritable before insert on concerns begin select raise(abort, 'unwritable'); end`
	);
	release();
	await house.close();
	server = await serve(dataDir);
	await crawl();
}, 240_000);

afterAll(async () => {
	await server.end();
	rmSync(dataDir, { recursive: true, force: true });
});

/**
 * Every name that was seeded: of the children and the adults whole, their family names, the addresses, and
 * the first word of a school's name. Given names alone are left out: many
 * are words of other pages (Robin, Rowan), and none of them alone names anybody.
 */
async function seededNames(house: Awaited<ReturnType<typeof openHouse>>): Promise<string[]> {
	const found = new Set<string>();
	for (const { id, name, kind } of await organisations.list(house.platform)) {
		found.add(name);
		if (kind === 'school') found.add(name.split(' ')[0] ?? '');
		const { db, release } = await house.lease(id);
		for (const { givenName, familyName } of await db.select().from(pupils))
			found.add(`${givenName} ${familyName}`).add(familyName);
		for (const adult of await db.select().from(accounts.staff))
			found.add(adult.name).add(adult.name.split(' ').at(-1) ?? '');
		release();
	}
	for (const { email } of cast) found.add(email);
	return [...found].filter((name) => name.length > 3).map((name) => name.toLowerCase());
}

/** The page of a live room that Amal has opened. */
async function aRoom(
	house: Awaited<ReturnType<typeof openHouse>>,
	db: Database<'organisation'>
): Promise<string> {
	const id = randomUUID();
	const [amal] = (await db.select().from(accounts.staff)).filter(({ name }) =>
		name.startsWith('Amal')
	);
	const openedBy = amal?.id ?? '';
	await write(db, (tx) =>
		tx.insert(teachingRooms).values({ id, lessonId: 'K3-04', openedBy, openedAt: new Date() })
	);
	await rooms.open(await rooms.openHall(house.published), id);
	return `/desk/teaching/rooms/${id}`;
}

const patternOf = (path: string): string =>
	path
		.replace(/\/[CKQRW](-[0-9A-Z]{4}){2}/g, '/[reference]')
		.replace(/\/[0-9a-f]{8}-[0-9a-f-]{27}/g, '/[id]')
		.replace(/(\/questions\/\[id\])\/\d+/, '$1/[question]')
		.replace(/\/checkpoints\/\d+/, '/checkpoints/[number]')
		.replace(/^\/desk\/training\/t\d-[^/]+/, '/desk/training/[module]')
		.replace(/^\/desk\/lessons\/[^/]+/, '/desk/lessons/[lesson]');

// The same files for everybody, whom no cookie reaches: nobody opens them once, and that is enough.
const alike = /^\/(lessons|parents|about|hidden)?(?![\w-])/;

// Of each kind of page a few are enough: they are written by one template.
const ofEachKind = 3;

/** A box of somebody who leads and teaches, with a question in it that they told the leads of. */
async function aBox(place: questionBox.Place, staffId: string): Promise<void> {
	const organisation = { id: 'x', name: 'x', kind: 'school', demonstration: true } as const;
	const teacher = {
		...{ id: staffId, accountId: 'x', sessionId: 'x', name: 'x', steppedUpAt: null },
		...{ organisation, roles: ['lead'] as const }
	};
	const opening = { key: randomUUID(), className: 'Year 8, blue', lessonId: '' };
	const box = await questionBox.openBox(place, teacher, opening);
	if (box === 'not found') throw new Error('The crawl could not open a box');
	await questionBox.put(place.published, box.code, { key: randomUUID(), words: 'I am scared.' });
	await questionBox.closeBox(place, teacher, box.id);
	const read = await questionBox.readBox(place, teacher, box.id);
	const number = read === 'not found' ? 0 : (read.questions[0]?.number ?? 0);
	const telling = { note: '', leads: [staffId] };
	await questionBox.tellLead(place, teacher, { box: box.id, number }, telling);
}

async function crawl(): Promise<void> {
	await from('nobody', undefined, [
		'/',
		'/info',
		'/join',
		'/desk/sign-in',
		'/desk/forgotten',
		'/desk/link/x'
	]);
	for (const { email } of cast) await from(email, cookies.get(email), ['/desk', '/desk/step-up']);
	// The one story that has ended is the last of many, and only a few of each kind are opened.
	// A link is offered where a service is not on Waymark, which none of the demonstration’s referrals went to.
	await from(lead, cookies.get(lead), [
		...[school.closed, school.linked],
		...['/desk/teaching/questions', '/desk/teaching/told']
	]);
	// Nobody of the demonstration is teaching at the moment.
	const amal = 'amal@cairnfield.example';
	await from(amal, cookies.get(amal), ['/desk/teaching/rooms', school.taught]);
	await provoke();
}

/** Follows every link of our own from these pages, as this person, and sends each form once, empty. */
async function from(who: string, cookie: string | undefined, starts: string[]): Promise<void> {
	const waiting = [...starts];
	const known = new Set(waiting);
	const many = new Map<string, number>();
	while (waiting.length > 0) {
		const path = waiting.shift() ?? '';
		const pattern = patternOf(path.split('?')[0] ?? '');
		const times = many.get(pattern) ?? 0;
		if (times >= ofEachKind) continue;
		many.set(pattern, times + 1);
		const answer = await server.ask(path, { cookie });
		look(who, path, answer);
		for (const action of formsIn(answer.body, path))
			if (times === 0)
				look(who, action, await server.ask(action, { method: 'POST', cookie, form: {} }));
		for (const next of [...linksIn(answer.body), answer.location])
			if (next.startsWith('/') && !known.has(next) && !(cookie && alike.test(next))) {
				known.add(next);
				waiting.push(next);
			}
	}
}

const unescaped = (text: string): string =>
	text.replaceAll('&amp;', '&').replaceAll('&#39;', '’').replaceAll('&quot;', '"');

const attributes = (body: string, name: string): string[] =>
	[...body.matchAll(new RegExp(`\\b${name}="([^"]*)"`, 'g'))].map(([, value = '']) =>
		unescaped(value)
	);

const linksIn = (body: string): string[] =>
	attributes(body, 'href').filter((href) =>
		/^\/(?!_app\/|.*\.(svg|css|woff2|png|ico)$)/.test(href)
	);

// Sending these would end the session that crawls, or hide its desk.
const ending = ['/desk/sign-out', '/desk/away', '?/others', '?/leave'];

function formsIn(body: string, page: string): string[] {
	const forms = [...body.matchAll(/<form\b[^>]*method="post"[^>]*>/g)].map(([form]) => form);
	const actions = forms.map((form) => attributes(form, 'action')[0] ?? page);
	const here = page.split('?')[0] ?? '';
	return [...new Set(actions.map((action) => (action.startsWith('?') ? here + action : action)))]
		.filter((action) => !ending.some((end) => action.includes(end)))
		.filter((action) => action.startsWith('/desk'));
}

const decoded = (address: string): string => {
	try {
		return decodeURIComponent(address);
	} catch (fault) {
		if (fault instanceof URIError) return address;
		throw fault;
	}
};

const ofAForm = [409, 410, 422, 429];

/** Notes what an answer says where no name belongs. */
function look(who: string, path: string, { status, location, headers, body }: Answer): void {
	const at = `${who} ${path} ${status}`;
	if (status < 400) opened.add(patternOf(path.split('?')[0] ?? ''));
	const title = /<title>([^<]*)<\/title>/.exec(body)?.[1];
	if (title !== undefined) seen.titles.push({ from: at, says: title });
	for (const says of [path, location, ...attributes(body, 'href'), ...attributes(body, 'action')])
		if (says) seen.addresses.push({ from: at, says: decoded(says) });
	// A cookie's own value is random, and is this person's.
	for (const [name, value] of Object.entries(headers))
		if (name !== 'set-cookie') seen.headers.push({ from: at, says: `${name}: ${String(value)}` });
	// The answer to a form is the page it was sent from, with what was typed.
	if (ofAForm.includes(status)) return;
	if (status >= 400) seen.errors.push({ from: at, says: body });
	else if (who === 'nobody') seen.publicPages.push({ from: at, says: body });
	else seen.deskPages.push({ from: at, says: body });
}

/** What goes wrong, and what is sent by letter. */
async function provoke(): Promise<void> {
	const dee = cookies.get('dee@cairnfield.example');
	const flo = cookies.get('flo@cairnfield.example');
	const amal = cookies.get('amal@cairnfield.example');
	const found: [
		who: string,
		path: string,
		cookie: string | undefined,
		form: Record<string, string>
	][] = [
		['amal', '/desk/concerns/new?/log', amal, aConcern()],
		['amal', '/desk/cases/K-0000-0000', amal, {}],
		['dee', '/desk/people/new', dee, { email: 'new@example.org', name: 'New', roles: 'teacher' }],
		[
			'flo',
			'/desk/break-glass',
			flo,
			{ reference: school.kept, why: 'Nobody else can be reached.' }
		],
		['dee', '/desk/ledger', dee, {}],
		['nobody', '/desk/forgotten', undefined, { email: 'dee@cairnfield.example' }],
		['nobody', '/desk/sign-in', undefined, { email: 'dee@cairnfield.example', password: 'x' }],
		['nobody', '/desk/sign-in', undefined, { email: 'x'.repeat(600_000) }]
	];
	for (const [who, path, cookie, form] of found)
		look(who, path, await server.ask(path, { method: 'POST', cookie, form }));
	look(
		'dee',
		'/desk/cases?/none',
		await server.ask('/desk/cases?/none', { method: 'POST', cookie: dee })
	);
	look('dee', '/desk/cases', await server.ask('/desk/cases', { method: 'PUT', cookie: dee }));
	for (const path of [
		'/nothing',
		'/desk/%E0%A4%A',
		'/%E0%A4%A',
		'/desk/nothing',
		'/lessons/nothing',
		'/info/nothing'
	])
		look('dee', path, await server.ask(path, { cookie: dee }));
}

const aConcern = () => ({
	key: '0b0c6f7e-7c2a-4c57-9d0e-3b6f1d1f9a11',
	pupils: school.pupil,
	childsWords: 'No.',
	noticedDay: '10',
	noticedMonth: '11',
	noticedYear: '2025',
	place: 'Gate',
	seenOrHeard: 'Said to Dee Thornbeck.',
	doneAlready: 'Nothing yet.',
	urgency: 'same day'
});

/** Where a seeded name stands among these, and which. */
const named = (among: Seen[], alsoShort = true): string[] => [
	...new Set(
		among.flatMap(({ from: at, says }) => {
			const text = unescaped(says).toLowerCase();
			const found = names.filter((name) => text.includes(name));
			const called = alsoShort ? short.filter((name) => name.test(says)).map(String) : [];
			return [...found, ...called].map((name) => `${name}: ${at}`);
		})
	)
];

test('the crawl can see a name: the desk’s own pages are full of them', () => {
	expect(names.length).toBeGreaterThan(1_000);
	expect(named(seen.deskPages).length).toBeGreaterThan(100);
});

test('every page of the desk that can be reached was opened by somebody', () => {
	const patterns = Object.keys(doors).map((route) =>
		route.replace(/\[(person|group|action|service|partner|room|box|plan|record|class)\]/, '[id]')
	);
	const example = (route: string) =>
		route
			.replace('[token]', 'x')
			.replace('[format]', 'fhir')
			.replace('[step]', route.includes('/inbox/') ? 'acceptance' : 'withdrawal');
	const unseen = patterns.filter((route) => !opened.has(example(route)));
	// These are sent to by scripts alone, or would end the crawl.
	expect(unseen.sort()).toEqual(
		[
			'/desk/away',
			// A file is no page, and the demonstration has none.
			'/desk/concerns/[reference]/files/[id]',
			'/desk/drafts',
			'/desk/drafts/gone',
			'/desk/presence',
			'/desk/sign-in/second',
			'/desk/sign-out'
		].sort()
	);
});

test.each([
	['titles', 250],
	['addresses', 3_000],
	['headers', 3_000],
	['errors', 7],
	['publicPages', 15]
] as const)('no seeded name stands in the %s', (kind, least) => {
	expect(seen[kind].length).toBeGreaterThan(least);
	// A lesson may have somebody in it who is called like one of the cast; nobody of a school is meant.
	expect(named(seen[kind], kind !== 'publicPages')).toEqual([]);
});

test('no seeded name stands in anything that the server logs, faults among it', () => {
	const lines = server.said.join('').split('\n').filter(Boolean);
	expect(lines.some((line) => line.includes('"fault"'))).toBe(true);
	expect(named(lines.map((says) => ({ from: 'log', says })))).toEqual([]);
});

test('no seeded name stands in any letter, but for the address it goes to', async () => {
	const folder = join(dataDir, 'mail');
	const letters = () => readdirSync(folder).filter((file) => file.endsWith('.eml'));
	await expect.poll(() => letters().length, { timeout: 60_000 }).toBeGreaterThanOrEqual(4);
	const says = await Promise.all(
		letters().map(async (file) => {
			const { subject, text, attachments } = await simpleParser(readFileSync(join(folder, file)));
			const files = attachments.map(({ filename, content }) => `${filename} ${content.toString()}`);
			return [file, subject, text, ...files].join('\n');
		})
	);
	for (const kind of ['checkpoint', 'choose a new password', 'been invited', 'restricted record'])
		expect(says.join()).toContain(kind);
	expect(named(says.map((text) => ({ from: 'letter', says: text })))).toEqual([]);
});
