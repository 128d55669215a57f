import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asc, sql } from 'drizzle-orm';
import { staff as adults } from './accounts/index.ts';
import type { Role, Staff } from './access/index.ts';
import * as cases from './cases/index.ts';
import * as concerns from './concerns/index.ts';
import { readConfig } from './config.ts';
import { write, type Database } from './db/index.ts';
import { freshDatabase } from './db/testing.ts';
import type { Service } from './directory/index.ts';
import { deliverAll } from './exchange/index.ts';
import { households } from './households/index.ts';
import { ledger } from './ledger/schema.ts';
import { notices } from './notices/schema.ts';
import { openHouse, type House } from './organisations/index.ts';
import { findable, pupils } from './pupils/index.ts';
import * as referrals from './referrals/index.ts';
import * as reports from './reports/index.ts';
import * as standards from './standards/index.ts';

type Db = Database<'organisation'>;

const school = { id: 'the-school', name: 'Mosshowe School', kind: 'school', demonstration: false };
const house = { id: 'the-service', name: 'Lantern', kind: 'service', demonstration: false };

const person = (id: string, roles: Role[], organisation: typeof school): Staff => ({
	id,
	accountId: `account-${id}`,
	sessionId: `session-${id}`,
	name: `${id.slice(0, 1).toUpperCase()}${id.slice(1)} of ${organisation.name}`,
	roles,
	organisation: organisation as Staff['organisation'],
	steppedUpAt: null
});

// The cast, told apart by what they may do.
export const amal = person('amal', ['teacher'], school);
export const bea = person('bea', ['teacher'], school);
export const dee = person('dee', ['lead'], school);
export const flo = person('flo', ['deputy'], school);
export const una = person('una', ['head'], school);
export const nell = person('nell', ['governor', 'admin', 'analyst', 'operator'], school);
export const wren = person('wren', ['worker'], house);
export const sol = person('sol', ['worker'], house);

/** The same person in another place: what they may do there is all that changes. */
export const as = (staff: Staff, ...roles: Role[]): Staff => ({ ...staff, roles });

/** The same person, who proved at that moment who they are. */
export const proven = (staff: Staff, at: Date): Staff => ({ ...staff, steppedUpAt: at });

export const noon = new Date('2026-11-10T12:00:00Z');

/** So many hours after noon, for acts that follow each other. */
export const later = (hours: number): Date => new Date(noon.getTime() + hours * 3_600_000);

const pupil = (
	number: number,
	name: [string, string],
	year: number,
	form: string,
	home: string
) => ({
	id: `pupil-${number}`,
	admissionNumber: String(4000 + number),
	givenName: name[0],
	familyName: name[1],
	bornOn: `${2021 - year}-03-0${number}`,
	year,
	form,
	householdId: home,
	findable: findable(`${name.join(' ')} ${form} ${year}`)
});

/** Two of one home, a name with an accent and an apostrophe, and two of the same name. */
export const roll = [
	pupil(1, ['Robin', 'Mossgate'], 8, '8C', 'home-1'),
	pupil(2, ['Rowan', 'Mossgate'], 10, '10A', 'home-1'),
	pupil(3, ['Élodie', 'O’Rookstone'], 9, '9B', 'home-2'),
	pupil(4, ['Robin', 'Mossgate'], 7, '7D', 'home-3')
] as const;

export const [robin, rowan] = roll;

const withStaff = async (db: Db, ...people: Staff[]): Promise<Db> => {
	const rows = people.map(({ id, name, roles }) => ({ id, name, job: roles.join(', ') }));
	await write(db, (tx) => tx.insert(adults).values(rows));
	return db;
};

/** A school's database with its staff, three homes and four pupils. */
export const aSchool = async (): Promise<Db> => asASchool(await freshDatabase('organisation'));

/** Fills an organisation's empty database as a school's. */
export async function asASchool(db: Db): Promise<Db> {
	await withStaff(db, amal, bea, dee, flo, una, nell);
	await write(db, async (tx) => {
		await tx.insert(households).values(['home-1', 'home-2', 'home-3'].map((id) => ({ id })));
		await tx.insert(pupils).values([...roll]);
	});
	return db;
}

/** A service's database with its two workers. */
export const aService = async (): Promise<Db> =>
	withStaff(await freshDatabase('organisation'), wren, sol);

export const lantern: Service = {
	id: house.id,
	organisationId: house.id,
	feedId: null,
	sourceId: null,
	source: '',
	runBy: house.name,
	name: house.name,
	sector: 'domestic abuse',
	about: 'One-to-one work.',
	takes: 'Children who live with harm.',
	fromAge: 5,
	toAge: 18,
	needs: '["domestic abuse at home"]',
	audiences: '["anyone"]',
	areas: '[]',
	living: 'either',
	parentalAgreement: 'not needed',
	route: 'Waymark',
	howToRefer: '',
	hours: '',
	languages: '[]',
	cost: '',
	telephone: '',
	email: '',
	website: '',
	capacity: 'not stated',
	waitWeeks: null,
	capacityStatedAt: null,
	places: '[]',
	confidential: false,
	assuredOn: null,
	statedAt: noon,
	endedAt: null
};

/** A concern that differs from the ordinary one of the tests; `pupil` is the only child whom it is about. */
export type Different = Partial<concerns.Noticed> & { pupil?: string };

export const noticed = ({ pupil = robin.id, ...different }: Different = {}): concerns.Noticed => ({
	key: randomUUID(),
	children: [{ id: pupil, part: null }],
	noticedOn: '2026-11-10',
	noticedTime: '08:15',
	place: 'By the gate',
	seenOrHeard: 'Would not take the coat off.',
	childsWords: 'You can tell from the car door.',
	doneAlready: 'Nothing yet.',
	urgency: 'same day',
	...different
});

/** Logs a concern and gives its reference. */
export async function logged(
	db: Db,
	staff: Staff,
	different: Different = {},
	at = noon
): Promise<string> {
	const outcome = await concerns.log(db, staff, noticed(different), at);
	if (outcome === 'no such pupil') throw new Error('There is no such pupil in the test');
	return outcome.reference;
}

/** The record itself, for a test about one that is not restricted. */
export function opened<Found>(found: Found): Exclude<Found, 'step up'> {
	if (found === 'step up') throw new Error('A record of the test is restricted');
	return found as Exclude<Found, 'step up'>;
}

/** What is done next, where a decision needs it; whoever decides does it. */
export const next = { does: 'Speak with the tutor.', by: '2026-12-01' };

/** Opens a case for Robin upon a concern of Amal's, and gives the case's reference. */
export async function caseOpened(db: Db): Promise<string> {
	const reference = await logged(db, amal);
	const triage = { ...next, decision: 'open a case', why: 'The third this month.' } as const;
	const { caseReference } = await cases.triage(db, dee, reference, triage, later(1));
	if (!caseReference) throw new Error('No case was opened in the test');
	return caseReference;
}

/** From here on nobody can be told anything. */
export async function stopTheNotices(db: Db): Promise<void> {
	await db.run(
		sql`create trigger notices_full before insert on notices begin select raise(abort, 'full'); end`
	);
}

/** What each person has been told, as sentences. */
export async function toldIn(db: Db): Promise<string[]> {
	const told = await db.select().from(notices).orderBy(asc(notices.staffId));
	return told.map(({ staffId, says, about }) => [staffId, says, about].filter(Boolean).join(' '));
}

type Form = Parameters<typeof referrals.send>[4];

export const sendingForm = (different: Partial<Form> = {}): Form => ({
	key: randomUUID(),
	service: [lantern.id],
	layout: 'own',
	urgency: 'routine',
	...referrals.nothingFurther,
	basis: 'public task: safeguarding pupils (article 6(1)(e))',
	childTold: 'Yes.',
	parentsTold: 'No: it could put somebody at risk.',
	reason: 'Several of us have noticed a change.',
	hopedFor: 'Somebody to talk to.',
	childsWishes: 'To meet in school.',
	agreement: 'agreed',
	agreementNote: '',
	safeContact: 'Through the school office, never the home.',
	...different
});

/** Opens a case, refers it, to Lantern unless to another, and gives the referral's reference. */
export async function referred(db: Db, to: Service = lantern): Promise<string> {
	const outcome = await referrals.send(db, dee, await caseOpened(db), to, sendingForm(), later(2));
	if (typeof outcome === 'string' || !('reference' in outcome))
		throw new Error('There is no case to refer in the test');
	return outcome.reference;
}

const receivers = [...referrals.receivers, ...standards.receivers, ...reports.receivers];

/** The databases of a school and a service, with the road between them. */
export async function aSchoolAndAService() {
	const dbs = new Map([
		[school.id, await aSchool()],
		[house.id, await aService()]
	]);
	const dbOf = (id: string): Db => {
		const db = dbs.get(id);
		if (!db) throw new Error('There is no such organisation here.');
		return db;
	};
	const lease = async (id: string) => ({ db: dbOf(id), release: () => {} });
	const deliver = (id: string) => deliverAll({ id, db: dbOf(id) }, lease, receivers);
	return {
		school: dbOf(school.id),
		service: dbOf(house.id),
		lease,
		/** Carries what each has sent to the other. */
		carry: async () => [await deliver(school.id), await deliver(house.id)]
	};
}

/** The ledger as sentences: who did what to which. */
export async function ledgerOf(db: Db): Promise<string[]> {
	const entries = await db.select().from(ledger).orderBy(asc(ledger.number));
	return entries.map(({ staffId, did, object, objectId }) =>
		[staffId, did, object, objectId].join(' ')
	);
}

/** Not a listing. A head may look at a list, in which stands only what they are named on. */
export const unlisted = (entry: string): boolean => !entry.includes(' listed ');

/** From here on nothing can be written in the ledger. */
export async function fillTheLedger(db: Db): Promise<void> {
	await db.run(
		sql`create trigger ledger_full before insert on ledger begin select raise(abort, 'full'); end`
	);
}

/** Every row of every table but the ledger, to see whether anything at all was written. */
export async function everythingIn(db: Database): Promise<Record<string, unknown[][]>> {
	const { rows } = await db.run(
		sql`select name from sqlite_schema where type = 'table' and name not in ('ledger', '__drizzle_migrations')`
	);
	const all: Record<string, unknown[][]> = {};
	for (const [name] of rows.map((row) => Object.values(row))) {
		const found = await db.run(sql`select * from ${sql.identifier(String(name))}`);
		all[String(name)] = found.rows.map((row) => Object.values(row));
	}
	return all;
}

/** An empty house in a folder of its own. Close it with `end`, which removes the folder too. */
export async function aHouse(): Promise<{
	house: House;
	folder: string;
	end: () => Promise<void>;
}> {
	const folder = mkdtempSync(join(tmpdir(), 'waymark-'));
	const opened = await openHouse(readConfig({ DATA_DIR: folder }));
	const end = async () => {
		await opened.close();
		rmSync(folder, { recursive: true });
	};
	return { house: opened, folder, end };
}
