// A school and a service that take the steps of many referrals until they are over, through the post between
// them. Says the id of each step once it is taken; killed at any moment, the next life goes on. With `prepare`
// it only makes the two and sends the referrals; when everything is over it says what each side has.
import { randomUUID } from 'node:crypto';
import { asc, eq, sql } from 'drizzle-orm';
import { staff as adults } from '../../src/lib/server/accounts/index.ts';
import type { Staff } from '../../src/lib/server/access/index.ts';
import { cases as theCases, chronology } from '../../src/lib/server/cases/schema.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { write, type Database } from '../../src/lib/server/db/index.ts';
import type { Service } from '../../src/lib/server/directory/index.ts';
import { incoming, pending } from '../../src/lib/server/exchange/index.ts';
import { deliveries, outgoing } from '../../src/lib/server/exchange/schema.ts';
import { households } from '../../src/lib/server/households/index.ts';
import { startPost } from '../../src/lib/server/jobs/index.ts';
import * as ledger from '../../src/lib/server/ledger/index.ts';
import { add, list, openHouse, type House } from '../../src/lib/server/organisations/index.ts';
import { pupils } from '../../src/lib/server/pupils/index.ts';
import * as referrals from '../../src/lib/server/referrals/index.ts';
import {
	receivedEvents,
	receivedReferrals,
	referralEvents,
	referrals as sent
} from '../../src/lib/server/referrals/schema.ts';

type Db = Database<'organisation'>;

const [, , folder, what, many = '0'] = process.argv;

const person = (id: string, role: 'lead' | 'worker', organisation: string): Staff => ({
	...{ id, accountId: id, sessionId: id, name: id, roles: [role], steppedUpAt: null },
	organisation: {
		...{ id: organisation, name: organisation, demonstration: false },
		kind: role === 'lead' ? 'school' : 'service'
	}
});

/** Each referral goes this way; who takes a step knows all of those before it. */
const script: [side: 'school' | 'service', state: referrals.Step][] = [
	['service', 'information needed'],
	['school', 'information given'],
	['service', 'waiting'],
	['school', 'asked'],
	['service', 'replied'],
	['service', 'in progress'],
	['service', 'in progress'],
	['service', 'outcome'],
	['school', 'closed']
];

const said = { says: 'Words. '.repeat(60), supports: 'Ms Ash.', dueOn: '2099-01-04' };

async function both(house: House) {
	const all = await list(house.platform);
	const idOf = async (name: string, kind: 'school' | 'service') => {
		const found = all.find((each) => each.name === name);
		if (found) return found.id;
		const added = await add(house, { name, kind });
		if (added === 'name taken') throw new Error('A name is taken twice');
		return added.id;
	};
	const ids = {
		school: await idOf('Cairnfield', 'school'),
		service: await idOf('Lantern', 'service')
	};
	const db = {
		school: (await house.lease(ids.school)).db,
		service: (await house.lease(ids.service)).db
	};
	return { ids, db };
}

async function prepare({ ids, db }: Awaited<ReturnType<typeof both>>): Promise<void> {
	await write(db.service, (tx) => tx.insert(adults).values({ id: 'wren', name: 'Wren', job: '' }));
	await write(db.school, async (tx) => {
		await tx.insert(adults).values({ id: 'dee', name: 'Dee', job: 'lead' });
		await tx.insert(households).values({ id: 'home' });
		await tx.insert(pupils).values({
			...{ id: 'pupil', admissionNumber: '4001', givenName: 'Pupil', familyName: 'One' },
			...{ bornOn: '2012-01-01', year: 9, form: '9A', householdId: 'home', findable: ' pupil one' }
		});
		await tx.insert(theCases).values({
			...{ id: 'case', reference: 'K-2222-2222', pupilId: 'pupil' },
			...{ openedBy: 'dee', openedAt: new Date() }
		});
	});
	const service = {
		...{ id: ids.service, organisationId: ids.service, name: 'Lantern' },
		sector: 'domestic abuse'
	} as Service;
	for (let one = 0; one < Number(many); one += 1)
		await referrals.send(db.school, person('dee', 'lead', ids.school), 'K-2222-2222', service, {
			...{
				key: randomUUID(),
				service: [ids.service],
				layout: 'own',
				urgency: 'routine',
				childTold: 'Yes.',
				parentsTold: 'No.',
				basis: 'public task: safeguarding pupils (article 6(1)(e))',
				reason: 'A change.',
				hopedFor: 'Talk.'
			},
			...referrals.nothingFurther,
			...{ childsWishes: 'In school.', agreement: 'agreed', agreementNote: '' },
			safeContact: 'Through the office.'
		});
}

/** What a side knows of each referral: how many steps there are, by reference. */
async function known(
	db: Db,
	side: 'school' | 'service'
): Promise<[reference: string, steps: number][]> {
	const [rows, events] =
		side === 'school'
			? [await db.select().from(sent), await db.select().from(referralEvents)]
			: [await db.select().from(receivedReferrals), await db.select().from(receivedEvents)];
	const steps = Map.groupBy<string, { referralId: string }>(events, (event) => event.referralId);
	return rows.map(({ id, reference }) => [reference, steps.get(id)?.length ?? 0]);
}

/** Takes one step that is due at a side; whether there was one. */
async function takeOne({ ids, db }: Awaited<ReturnType<typeof both>>, side: 'school' | 'service') {
	const due = (await known(db[side], side)).filter(([, steps]) => script[steps]?.[0] === side);
	// Often the same one again, so that several of its steps wait to be delivered together.
	const which = Math.random() < 0.5 ? 0 : Math.floor(Math.random() * due.length);
	const [reference, steps] = due[which] ?? [];
	if (reference === undefined || steps === undefined) return false;
	const form = referrals.stepForm(randomUUID(), script[steps]?.[1] ?? 'asked', said);
	const outcome =
		side === 'school'
			? await referrals.stepSent(db.school, person('dee', 'lead', ids.school), reference, form)
			: await referrals.stepReceived(
					...([db.service, person('wren', 'worker', ids.service), reference, form] as const)
				);
	console.log(outcome === 'taken' ? form.key : `refused ${form.state}: ${outcome}`);
	return true;
}

async function leftAt(db: Db) {
	const { rows } = await db.run(sql`pragma integrity_check`);
	return {
		integrity: rows[0]?.[0],
		firstBroken: (await ledger.firstBroken(db)) ?? 'none',
		outgoing: await db
			.select({ id: outgoing.id, body: outgoing.body })
			.from(outgoing)
			.orderBy(asc(outgoing.number)),
		delivered: await db.$count(deliveries),
		pending: (await pending(db)).length,
		unread: (await db.select().from(incoming)).filter(({ problem }) => problem !== null).length,
		incoming: (await db.select().from(incoming)).map(({ id }) => id),
		answersTold: await db.$count(chronology, eq(chronology.kind, 'answer'))
	};
}

console.log('opening');
const house = await openHouse(readConfig({ DATA_DIR: folder }));
const two = await both(house);
if (what === 'prepare') {
	await prepare(two);
	process.exit(0);
}
console.log('delivering');
const post = await startPost(house, (fault) => console.log(`fault ${String(fault)}`));
const isOver = async () =>
	(await known(two.db.school, 'school')).every(([, steps]) => steps === script.length) &&
	(await known(two.db.service, 'service')).every(([, steps]) => steps === script.length);
for (let idle = 0; idle < 200;) {
	let any = false;
	for (const side of ['school', 'service'] as const)
		if (await takeOne(two, side)) {
			if (Math.random() < 0.25) post.wake(two.ids[side]);
			any = true;
		}
	if (any) idle = 0;
	else if (await isOver()) break;
	else {
		idle += 1;
		for (const side of ['school', 'service'] as const) post.wake(two.ids[side]);
		await post.settled();
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
	await new Promise((resolve) => setImmediate(resolve));
}
for (const side of ['school', 'service'] as const) post.wake(two.ids[side]);
await post.settled();
const events = {
	school: await two.db.school.select().from(referralEvents).orderBy(asc(referralEvents.number)),
	service: await two.db.service.select().from(receivedEvents).orderBy(asc(receivedEvents.number))
};
console.log(
	`left ${JSON.stringify({
		over: await isOver(),
		referrals: await two.db.service.$count(receivedReferrals),
		school: await leftAt(two.db.school),
		service: await leftAt(two.db.service),
		events
	})}`
);
await post.stop();
await house.close();
