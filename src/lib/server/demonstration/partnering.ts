import type { Staff } from '../access/index.ts';
import * as organisations from '../organisations/index.ts';
import type { House } from '../organisations/index.ts';
import * as reports from '../reports/index.ts';
import * as standards from '../standards/index.ts';

type Place = { house: House; at: Date; schoolId: string; serviceId: string };

/** The school proposes to a service how soon a referral is opened, decided and begun. */
export async function proposeStandard(
	{ house, at, schoolId, serviceId }: Place,
	lead: Staff,
	key: string
): Promise<void> {
	const partner = await organisations.byId(house.platform, serviceId);
	if (!partner) throw new Error('The demonstration has no service to agree with');
	const { db, release } = await house.lease(schoolId);
	const says = {
		...{ opensWithin: 1, decidesWithin: 5, beginsWithin: 15 },
		contacts: 'At the school: the safeguarding lead. At the service: whoever is on duty.',
		criteria: 'From 5 to 18; living with the person who harms, or not.'
	};
	await standards.propose(db, lead, partner, { key, ...says }, at);
	release();
}

/** The service agrees to it. */
export async function agreeToStandard(
	{ house, at, schoolId, serviceId }: Place,
	manager: Staff,
	standardId: string,
	key: string
): Promise<void> {
	const { db, release } = await house.lease(serviceId);
	const outcome = await standards.answer(
		db,
		manager,
		schoolId,
		{ key, standardId, answer: 'agreed', says: '' },
		at
	);
	release();
	if (outcome !== 'answered') throw new Error('Nothing was agreed in the demonstration');
}

/** A worker writes to the school's lead about a young person who came to the service by another way. */
export async function writeToSchool(
	{ house, at, schoolId, serviceId }: Place,
	worker: Staff,
	key: string
): Promise<void> {
	const school = await organisations.byId(house.platform, schoolId);
	const { db, release } = await house.lease(serviceId);
	const says = {
		...{ key, childName: 'Lily', childBornOn: '', urgency: 'three school days' as const },
		says: 'A young person of this name came to our drop-in twice, and said that home is not calm.',
		childsWords: 'I would like one teacher to know.',
		childKnows: 'She knows that we write, and chose the words.',
		safeContact: 'In school, and not by telephone.'
	};
	const outcome = await reports.send(db, worker, school, says, at);
	release();
	if (outcome === 'not found') throw new Error('Nothing was written in the demonstration');
}
