import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { eq } from 'drizzle-orm';
import { roles, type Role, type Staff } from '#lib/server/access/index.ts';
import * as accounts from '#lib/server/accounts/index.ts';
import { memberships, sessions } from '#lib/server/accounts/schema.ts';
import * as attachments from '#lib/server/attachments/index.ts';
import * as cases from '#lib/server/cases/index.ts';
import * as concerns from '#lib/server/concerns/index.ts';
import { readConfig } from '#lib/server/config.ts';
import { write, type Database } from '#lib/server/db/index.ts';
import * as ledger from '#lib/server/ledger/index.ts';
import * as organisations from '#lib/server/organisations/index.ts';
import { openHouse, type House } from '#lib/server/organisations/index.ts';
import { findable, pupils } from '#lib/server/pupils/index.ts';
import { households } from '#lib/server/households/index.ts';
import { groups } from '#lib/server/groups/index.ts';
import * as directory from '#lib/server/directory/index.ts';
import * as exchange from '#lib/server/exchange/index.ts';
import * as questionBox from '#lib/server/question-box/index.ts';
import * as reports from '#lib/server/reports/index.ts';
import * as referrals from '#lib/server/referrals/index.ts';
import * as restrictions from '#lib/server/restrictions/index.ts';
import * as teaching from '#lib/server/teaching/index.ts';
import { planningOf, recordingOf, scheme } from '#lib/server/teaching/testing.ts';
import { lantern, next, noon, noticed, sendingForm } from '#lib/server/testing.ts';
import * as rooms from '#lib/server/rooms/index.ts';
import { teachingRooms } from '#lib/server/teaching-rooms/schema.ts';

/** In which state somebody's session is when they knock. */
export const kinds = ['fresh', 'stale', 'half', 'enrolling', 'expired', 'away', 'none'] as const;
export type Kind = (typeof kinds)[number];

/** Somebody who knocks: where they belong, as what, and who they are to the records of the first school. */
export type Knocker = { place: 'moss' | 'heath' | 'lantern'; role: Role; relation: Relation };
export type Relation = 'stranger' | 'author' | 'named';

export const knockers: Knocker[] = [
	...roles.map((role) => ({ place: 'moss' as const, role, relation: 'stranger' as const })),
	...roles.map((role) => ({ place: 'heath' as const, role, relation: 'stranger' as const })),
	...(['worker', 'manager'] as const).map((role) => ({
		place: 'lantern' as const,
		role,
		relation: 'stranger' as const
	})),
	{ place: 'moss', role: 'staff', relation: 'author' },
	...(['staff', 'teacher', 'deputy', 'lead', 'head', 'admin'] as const).map((role) => ({
		place: 'moss' as const,
		role,
		relation: 'named' as const
	}))
];

export const nameOf = ({ place, role, relation }: Knocker): string =>
	`${place}-${role}-${relation}`;

/** A record of the first school, and what state it is in. */
export type Objects = {
	concerns: { open: string; decided: string; restricted: string };
	cases: { open: string; restricted: string };
	referrals: { open: string; restricted: string };
	received: { open: string };
	people: { open: string };
	actions: { open: string; restricted: string };
	groups: { open: string };
	listings: { open: string };
	reports: { open: string };
	boxes: { open: string };
	questions: { open: string };
	told: { open: string };
	partners: { open: string };
	plans: { open: string };
	given: { open: string };
	classes: { open: string };
	rooms: { open: string };
};

/** Prepares a data folder with people of every role in two schools and a service, and gives what knocks. */
export async function prepare(dataDir: string): Promise<{
	objects: Objects;
	cookieOf: Record<string, string>;
}> {
	const house = await openHouse(readConfig({ DATA_DIR: dataDir }));
	for (const [id, name, kind] of [
		['moss', 'Moss School', 'school'],
		['heath', 'Heath School', 'school'],
		['lantern', 'Lantern', 'service'],
		[partner, 'Stile', 'service']
	] as const)
		await organisations.add(house, { id, name, kind });
	const accountOf = new Map<string, string>();
	for (const knocker of knockers)
		for (const enrolled of [true, false])
			accountOf.set(nameIn(knocker, enrolled), await anAccount(house, knocker, enrolled));
	await accounts.add(house, {
		...{ email: `${placer}@example.org`, name: placer, password: 'gorse lantern kettle' },
		...{ organisationId: 'moss', roles: ['lead'], staffId: placer }
	});
	await accounts.add(house, {
		...{ email: 'colleague@example.org', name: 'colleague', password: 'gorse lantern kettle' },
		...{ organisationId: 'moss', roles: ['teacher'], staffId: colleague }
	});
	const objects = await records(house);
	await aCheckpoint(house, 'heath');
	const cookieOf: Record<string, string> = {};
	for (const knocker of knockers)
		for (const kind of kinds)
			cookieOf[`${nameOf(knocker)} ${kind}`] = await aCookie(
				house,
				accountOf.get(nameIn(knocker, kind !== 'enrolling')) ?? '',
				knocker,
				kind
			);
	await house.close();
	return { objects, cookieOf };
}

const nameIn = (knocker: Knocker, enrolled: boolean): string =>
	`${nameOf(knocker)}${enrolled ? '' : '-new'}`;

async function anAccount(house: House, knocker: Knocker, enrolled: boolean): Promise<string> {
	const name = nameIn(knocker, enrolled);
	const added = await accounts.add(house, {
		email: `${name}@example.org`,
		name,
		password: 'gorse lantern kettle',
		organisationId: knocker.place,
		roles: [knocker.role],
		staffId: name
	});
	if (added === 'address taken') throw new Error('The matrix has two of one name');
	if (enrolled) await accounts.giveApp(house, { accountId: added.id });
	return added.id;
}

/** A session of this kind, as a cookie header. */
async function aCookie(
	house: House,
	accountId: string,
	{ place }: Knocker,
	kind: Kind
): Promise<string> {
	if (kind === 'none') return '';
	const door = accounts.doorOf(house);
	const where = { accountId, organisationId: place };
	const cookie = await accounts.startWhole(door, { ...where, steppedUp: kind !== 'stale' });
	const ago = new Date(Date.now() - 20 * 60_000);
	const changes = {
		half: { standing: 'half' },
		away: { awayAt: new Date() },
		expired: { lastSeenAt: ago, createdAt: ago }
	} as const;
	const change = changes[kind as keyof typeof changes];
	if (change)
		await write(house.platform, (tx) =>
			tx
				.update(sessions)
				.set(change)
				.where(eq(sessions.id, accounts.sessionIdOf(cookie)))
		);
	return `${cookie.name}=${cookie.value}`;
}

const asStaff = (id: string, role: Role, place: string): Staff => ({
	id,
	accountId: id,
	sessionId: 'matrix',
	name: id,
	roles: [role],
	organisation: { id: place, name: place, kind: 'school', demonstration: false },
	steppedUpAt: new Date()
});

async function records(house: House): Promise<Objects> {
	const { db, release } = await house.lease('moss');
	await fill(db);
	const objects = await inSchool(house, db);
	await exchange.deliverAll({ id: 'moss', db }, (id) => house.lease(id), referrals.receivers);
	release();
	await aCheckpoint(house, 'moss');
	return objects;
}

// The lead who restricted what is restricted is named on it, and does not knock.
const placer = 'moss-placer';

/** A ledger with something in it, and a checkpoint of that. */
async function aCheckpoint(house: House, place: string): Promise<void> {
	const { db, release } = await house.lease(place);
	await concerns.untriaged(db, asStaff(`${place}-lead-stranger`, 'lead', place));
	await ledger.checkpoint(db, await organisations.signerOf(house, place));
	release();
}

/** Somebody of the first school who is kept, and a group there. */
const colleague = randomUUID();
const group = randomUUID();

/** A service that both schools could agree on standards with. */
const partner = randomUUID();

/** What the service wrote to the first school. */
async function aReport(house: House): Promise<string> {
	const { db, release } = await house.lease('lantern');
	const written = await reports.send(
		db,
		asStaff('lantern-worker-stranger', 'worker', 'lantern'),
		await organisations.byId(house.platform, 'moss'),
		{
			...{ key: randomUUID(), childName: 'Robin', childBornOn: '', says: 'Afraid.' },
			...{ childsWords: '', childKnows: 'Yes.', safeContact: 'Not known.' },
			urgency: 'same day'
		}
	);
	await exchange.deliverAll({ id: 'lantern', db }, (id) => house.lease(id), reports.receivers);
	release();
	if (written === 'not found') throw new Error('The matrix could not write to a school');
	return written.reference;
}

/** A box of a class with two questions in it, of which the lead was told one. */
async function aBox(place: questionBox.Place, teacher: Staff) {
	const opening = { key: randomUUID(), className: 'Year 8, blue', lessonId: '' };
	const opened = await questionBox.openBox(place, teacher, opening);
	if (opened === 'not found') throw new Error('The matrix could not open a box');
	for (const words of ['What is love?', 'My dad hits me.'])
		await questionBox.put(place.published, opened.code, { key: randomUUID(), words });
	await questionBox.closeBox(place, teacher, opened.id);
	const read = await questionBox.readBox(place, teacher, opened.id);
	if (read === 'not found') throw new Error('The matrix could not read its box');
	const [first] = read.questions;
	const which = { box: opened.id, number: first?.number ?? 0 };
	await questionBox.tellLead(place, teacher, which, { note: '', leads: [placer] });
	const [told] = await place.db.select().from(questionBox.questionsTold);
	return {
		boxes: { open: opened.id },
		questions: { open: String(which.number) },
		told: { open: told?.reference ?? '' }
	};
}

/** A live room that one of the staff opened. The catalogue of lessons is of the build, so its row is made here. */
async function aRoom(
	house: House,
	db: Database<'organisation'>,
	openedBy: string
): Promise<string> {
	const id = randomUUID();
	await write(db, (tx) =>
		tx.insert(teachingRooms).values({ id, lessonId: 'K3-04', openedBy, openedAt: new Date() })
	);
	await rooms.open(await rooms.openHall(house.published), id);
	return id;
}

const homes = ['one', 'two', 'three'];

/** A service that the first school lists for itself. */
async function ownListing(place: directory.KeepingPlace, lead: Staff): Promise<string> {
	const typed = {
		...{ name: 'Fellside', sector: 'other', about: 'Groups.', needs: 'family support' },
		...{ audiences: 'anyone', living: 'either', parentalAgreement: 'not stated' },
		...{ route: 'telephone', capacity: 'not stated' }
	};
	const outcome = await directory.keep(place, lead, undefined, v.parse(directory.keeping, typed));
	if (outcome === 'not found') throw new Error('The matrix could not keep a listing');
	return outcome.id;
}

async function fill(db: Database<'organisation'>): Promise<void> {
	await write(db, async (tx) => {
		await tx.insert(groups).values({ id: group, name: 'Year 8' });
		await tx.insert(households).values(homes.map((id) => ({ id })));
		await tx.insert(pupils).values(
			homes.map((householdId, index) => ({
				id: `pupil-${index + 1}`,
				admissionNumber: String(index),
				givenName: 'Robin',
				familyName: 'Rookstone',
				bornOn: '2014-03-01',
				year: 8,
				form: '8A',
				householdId,
				findable: findable('Robin Rookstone 8A')
			}))
		);
	});
}

async function actionOf(db: Database<'organisation'>, reference: string): Promise<string> {
	const [found] = await db
		.select({ id: cases.actionsOpen.actionId })
		.from(cases.actionsOpen)
		.innerJoin(cases.cases, eq(cases.cases.id, cases.actionsOpen.caseId))
		.where(eq(cases.cases.reference, reference));
	return found?.id ?? '';
}

/** A lesson that is planned in the first school, and one that was given there, with the same class. */
async function lessons(
	place: teaching.Place,
	lead: Staff
): Promise<Pick<Objects, 'plans' | 'given' | 'classes'>> {
	const form = { key: randomUUID(), lesson: 'K3-01' };
	const planned = await teaching.plan(place, lead, scheme, planningOf(form), noon);
	const kept = { ...form, key: randomUUID() };
	const given = await teaching.record(place, lead, scheme, recordingOf(kept), undefined, noon);
	if (typeof planned === 'string' || 'problems' in planned || typeof given === 'string')
		throw new Error('The matrix could not plan a lesson');
	const [taught] = await place.db.select().from(teaching.taughtClasses);
	return {
		plans: { open: planned.id },
		given: { open: 'id' in given ? given.id : '' },
		classes: { open: taught?.id ?? '' }
	};
}

/** The file of each concern: of the one that is open, the decided and the restricted. */
export const fileIds = [1, 2, 3].map((at) => `00000000-0000-4000-8000-00000000000${at}`);

async function inSchool(house: House, db: Database<'organisation'>): Promise<Objects> {
	const lead = asStaff(placer, 'lead', 'moss');
	const authors = knockers.filter(({ relation }) => relation === 'author').map(nameOf);
	const named = knockers.filter(({ relation }) => relation === 'named').map(nameOf);
	const log = async (author: string, pupil: string): Promise<string> => {
		const staff = asStaff(author, 'teacher', 'moss');
		const logged = await concerns.log(db, staff, noticed({ pupil, key: randomUUID() }));
		if (typeof logged === 'string') throw new Error('The matrix could not log');
		return logged.reference;
	};
	const [author = ''] = authors;
	const open = await log(author, 'pupil-1');
	const decided = await log(author, 'pupil-1');
	const restricted = await log(author, 'pupil-2');
	const inCase = await log(author, 'pupil-2');
	const triage = async (reference: string) => {
		const form = { ...next, decision: 'open a case', why: 'Because.' } as const;
		return (await cases.triage(db, lead, reference, form)).caseReference ?? '';
	};
	const caseOpen = await triage(decided);
	const caseKept = await triage(inCase);
	const refer = async (reference: string) => {
		const sent = await referrals.send(
			db,
			lead,
			reference,
			{ ...lantern, id: 'lantern', organisationId: 'lantern' },
			sendingForm()
		);
		if (typeof sent === 'string' || !('reference' in sent))
			throw new Error('The matrix could not refer');
		return sent.reference;
	};
	const [sentOpen, sentKept] = [await refer(caseOpen), await refer(caseKept)];
	const aFile = { name: 'a.pdf', bytes: Buffer.from('%PDF-1.7\n%%EOF\n') };
	for (const [at, reference] of [open, decided, restricted].entries())
		await attachments.add(db, house.config.dataDir, lead, reference, {
			...aFile,
			key: fileIds[at] ?? ''
		});
	const form = { reason: 'sealed by the lead' as const, names: named };
	await restrictions.restrict(db, lead, concerns.restrictable, restricted, form, named);
	await restrictions.restrict(db, lead, cases.restrictable, caseKept, form, named);
	const held = await house.platform.$count(memberships);
	if (held < knockers.length) throw new Error('Somebody of the matrix belongs nowhere');
	return {
		concerns: { open, decided, restricted },
		cases: { open: caseOpen, restricted: caseKept },
		referrals: { open: sentOpen, restricted: sentKept },
		received: { open: sentOpen },
		people: { open: colleague },
		actions: { open: await actionOf(db, caseOpen), restricted: await actionOf(db, caseKept) },
		...(await lessons({ platform: house.platform, db }, lead)),
		groups: { open: group },
		reports: { open: await aReport(house) },
		...(await aBox({ published: house.published, db }, asStaff(author, 'teacher', 'moss'))),
		partners: { open: partner },
		rooms: { open: await aRoom(house, db, author) },
		listings: { open: await ownListing({ published: house.published, db }, lead) }
	};
}
