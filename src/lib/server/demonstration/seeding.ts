import { createHash } from 'node:crypto';
import { needsSecondFactor, type Staff } from '../access/index.ts';
import * as accounts from '../accounts/index.ts';
import type { Database } from '../db/index.ts';
import * as groups from '../groups/index.ts';
import * as organisationsOf from '../organisations/index.ts';
import type { House } from '../organisations/index.ts';
import { startPost } from '../jobs/index.ts';
import { act, closeOne } from './acting.ts';
import { cast, nameOf, organisations, password, type Place } from './people.ts';
import type { Secrets } from './secrets.ts';
import { seeded } from './random.ts';
import { answerSome, refer } from './referring.ts';
import { inventPupils, inventStaff, keepSchool } from './school.ts';
import { listOwnServices, stateServices } from './listing.ts';
import { countLooks, showHelpPage } from './helping.ts';
import { agreeToStandard, proposeStandard, writeToSchool } from './partnering.ts';
import { noticeAnAdult } from './restricting.ts';
import { teach } from './teaching.ts';
import { checkALesson, train } from './training.ts';
import { liveYear, planYear } from './year.ts';

const kinds = {
	school: 'school',
	domesticAbuse: 'service',
	substances: 'service',
	partnership: 'partnership'
} as const;

/**
 * Fills an empty house with the demonstration: one school and a year of its life, two services, and a
 * partnership. The same seed and the same day make the same demonstration.
 *
 * A house that holds anything is left as it is.
 *
 * @returns the secret of each app, which is kept beside the demonstration and nowhere else.
 */
export async function seed(
	house: House,
	at = new Date(),
	number = 2009
): Promise<Secrets | 'not empty'> {
	if ((await organisationsOf.list(house.platform)).length > 0) return 'not empty';
	const secrets: Secrets = {};
	const random = seeded(number);
	const ids = await addOrganisations(house, at);
	const people = await addCast(house, ids, secrets, at);
	await stateServices(house.published, ids, at);

	const school = await house.lease(ids.school);
	try {
		const pupils = inventPupils(random, at);
		const schoolCast = cast.filter((one) => one.at === 'school').length;
		const others = inventStaff(random, schoolCast);
		await keepSchool(school.db, pupils, others);
		await listOwnServices(
			{ published: house.published, db: school.db },
			people('dee@cairnfield.example'),
			at
		);

		const lead = people('dee@cairnfield.example');
		const asTeacher = (one: { id: string; name: string }): Staff => ({
			...people('amal@cairnfield.example'),
			...one
		});
		const planned = planYear(
			random,
			pupils.map(({ id }) => id),
			at
		);
		const key = (index: number) => uuidOf(`concern ${index}`);
		await liveYear(school.db, random, planned, { reporters: others.map(asTeacher), lead, key }, at);
		await act(school.db, random, lead, at);
		await closeOne(school.db, lead, at);
		await makeGroup(school.db, lead, people('ned@cairnfield.example').id, at);
		await refer(school.db, house, random, lead, at);
		const author = people('bea@cairnfield.example');
		const about = { pupil: random.pick(pupils).id, key: uuidOf('about an adult') };
		const few = [people('una@cairnfield.example').id];
		await showHelpPage({ published: house.published, db: school.db }, lead, at);
		await noticeAnAdult(school.db, random, author, about, few, at);
		await train(school.db, people, at);
		await checkALesson(school.db, lead, uuidOf('check of a lesson'), at);
		await teach({ platform: house.platform, db: school.db }, people, uuidOf, at);
	} finally {
		school.release();
	}
	await countLooks(house.published, random, at);
	await deliverEverything(house);
	await answerAtServices(house, ids, people, at);
	await deliverEverything(house);
	await agreeAndWrite(house, ids, people, at);
	await deliverEverything(house);
	return secrets;
}

/** A whole year is somebody's group, so that what is written about it can be read as its head does. */
async function makeGroup(
	db: Database<'organisation'>,
	lead: Staff,
	carer: string,
	at: Date
): Promise<void> {
	const keeper = { ...lead, steppedUpAt: at };
	const key = uuidOf('group year 8');
	await groups.make(db, keeper, { key, name: 'Year 8' }, at);
	await groups.putIn(db, keeper, key, { whole: 'year 8', pupil: '' }, at);
	const outcome = await groups.give(
		db,
		keeper,
		key,
		{ person: carer },
		{ pastoral: [carer], leads: [] },
		at
	);
	if (outcome !== 'given') throw new Error('Nobody looks after Year 8 in the demonstration');
}

type Ids = Record<Place, string>;

async function addOrganisations(house: House, at: Date): Promise<Ids> {
	const ids = {} as Ids;
	for (const place of Object.keys(organisations) as Place[]) {
		const added = await organisationsOf.add(
			house,
			{ name: organisations[place], kind: kinds[place], demonstration: true, id: uuidOf(place) },
			at
		);
		if (added === 'name taken') throw new Error('The demonstration is already there');
		ids[place] = added.id;
	}
	return ids;
}

async function addCast(
	house: House,
	ids: Ids,
	secrets: Secrets,
	at: Date
): Promise<(email: string) => Staff> {
	const added = new Map<string, Staff>();
	for (const { at: place, name, email, roles, job } of cast) {
		const staffId = uuidOf(`staff ${email}`);
		const organisationId = ids[place];
		const account = await accounts.add(
			house,
			{ email, name, password, organisationId, roles, staffId, job },
			at
		);
		if (account === 'address taken')
			throw new Error('Somebody of the demonstration is already there');
		if (needsSecondFactor({ roles })) {
			const who = { accountId: account.id, name: email };
			secrets[nameOf(email)] = await accounts.giveApp(house, who, at);
		}
		added.set(email, {
			id: staffId,
			accountId: account.id,
			sessionId: 'demonstration',
			name,
			roles,
			organisation: {
				id: organisationId,
				name: organisations[place],
				kind: kinds[place],
				demonstration: true
			},
			steppedUpAt: null
		});
	}
	return (email) => {
		const found = added.get(email);
		if (!found) throw new Error('Nobody of that address is in the demonstration');
		return found;
	};
}

async function answerAtServices(
	house: House,
	ids: Ids,
	people: (email: string) => Staff,
	at: Date
): Promise<void> {
	for (const [id, email] of [
		[ids.domesticAbuse, 'wren@lantern.example'],
		[ids.substances, 'sol@stile.example']
	] as const) {
		const { db, release } = await house.lease(id);
		try {
			await answerSome(db, people(email), at);
		} finally {
			release();
		}
	}
}

async function deliverEverything(house: House): Promise<void> {
	const post = await startPost(house, (fault) => {
		throw fault;
	});
	await post.settled();
	await post.stop();
}

/** The school and one service agree on how soon is soon; and that service writes to the school about somebody. */
async function agreeAndWrite(
	house: House,
	ids: Ids,
	people: (email: string) => Staff,
	at: Date
): Promise<void> {
	const keys = { proposal: uuidOf('standard'), answer: uuidOf('answer'), report: uuidOf('report') };
	const place = { house, at, schoolId: ids.school, serviceId: ids.domesticAbuse };
	await proposeStandard(place, people('dee@cairnfield.example'), keys.proposal);
	await deliverEverything(house);
	await agreeToStandard(place, people('mo@lantern.example'), keys.proposal, keys.answer);
	await writeToSchool(place, people('wren@lantern.example'), keys.report);
}

/** An id that is the same each time: a name's SHA-256 in the shape of a UUID. */
function uuidOf(name: string): string {
	const hex = createHash('sha256').update(`waymark demonstration ${name}`).digest('hex');
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`4${hex.slice(13, 16)}`,
		`8${hex.slice(17, 20)}`,
		hex.slice(20, 32)
	].join('-');
}
