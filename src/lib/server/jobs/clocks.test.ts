import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Role, Staff } from '../access/index.ts';
import * as accounts from '../accounts/index.ts';
import * as concerns from '../concerns/index.ts';
import { write } from '../db/index.ts';
import * as organisations from '../organisations/index.ts';
import { receivedReferrals } from '../referrals/schema.ts';
import * as schoolDays from '../school-days/index.ts';
import { aHouse, amal, noon, noticed, stopTheNotices, toldIn } from '../testing.ts';
import { startClocks } from './index.ts';

let place: Awaited<ReturnType<typeof aHouse>>;
let clock: Date;

const waited = 'A concern has waited to be read for longer than it should.';
const nothing = (fault: unknown) => expect(fault).toBeUndefined();
const dbOf = async (id: string) => (await place.house.lease(id)).db;

beforeEach(async () => {
	place = await aHouse();
	clock = noon;
	for (const id of ['moss', 'heath']) {
		await organisations.add(place.house, { id, name: `${id} school`, kind: 'school' });
		for (const role of ['teacher', 'lead', 'deputy', 'head'] as const) await add(role, id);
	}
});

afterEach(() => place.end());

const add = (role: Role, organisationId: string) =>
	accounts.add(place.house, {
		name: `${role} of ${organisationId}`,
		email: `${role}@${organisationId}.example`,
		password: 'paint on the stone',
		organisationId,
		roles: [role]
	});

async function idOf(role: Role, id: string): Promise<string> {
	const [holder] = await accounts.holdersOf(place.house.platform, id, [role]);
	return holder?.staffId ?? '';
}

/** A concern of nobody in particular, that must be read at once. */
async function logAt(id: string) {
	const teacher: Staff = { ...amal, id: await idOf('teacher', id) };
	const form = noticed({ children: [], unknownChild: 'By the gate', urgency: 'immediate' });
	await concerns.log(await dbOf(id), teacher, form, noon);
}

/** What was told in a school, and to which role. */
async function told(id: string): Promise<string[]> {
	const ids = new Map<string, string>();
	for (const role of ['teacher', 'lead', 'deputy', 'head'] as const)
		ids.set(await idOf(role, id), role);
	const all = (await toldIn(await dbOf(id))).map((each) => each.replace(/ C-.*$/, ''));
	return all.map((each) => each.replace(/^\S+/, (staffId) => ids.get(staffId) ?? '')).sort();
}

const start = (more: Partial<Parameters<typeof startClocks>[1]> = {}) =>
	startClocks(place.house, { report: nothing, now: () => clock, ...more });

const at = (time: string) => new Date(`2026-11-10T${time}:00Z`);

test('every minute it looks, and tells in each school whoever comes next', async () => {
	vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
	try {
		for (const id of ['moss', 'heath']) await logAt(id);
		let many = 0;
		const job = start({ told: () => (many += 1) });
		await job.settled();
		expect([...(await told('moss')), ...(await told('heath'))]).toEqual([]);
		expect(many).toBe(0);

		clock = at('13:01');
		vi.advanceTimersByTime(60_000);
		await job.settled();
		vi.advanceTimersByTime(60_000);
		await job.settled();

		for (const id of ['moss', 'heath'])
			expect(await told(id)).toEqual([`deputy ${waited}`, `lead ${waited}`]);
		expect(many).toBe(2);
		await job.stop();
		clock = at('15:01');
		vi.advanceTimersByTime(60_000);
		await job.settled();
		expect(await told('moss')).toHaveLength(2);
	} finally {
		vi.useRealTimers();
	}
});

test('a school that opens later waits longer', async () => {
	const admin: Staff = {
		...amal,
		id: await idOf('lead', 'heath'),
		roles: ['lead'],
		organisation: { ...amal.organisation, id: 'heath' }
	};
	const late = { opensAt: '12:30', closesAt: '16:00', terms: '', closed: '' };
	await schoolDays.set(await dbOf('heath'), admin, late, noon);
	for (const id of ['moss', 'heath']) await logAt(id);
	clock = at('13:15');

	const job = start();
	await job.settled();
	await job.stop();

	expect(await told('moss')).toHaveLength(2);
	expect(await told('heath')).toEqual([]);
});

test('a school whose notices cannot be written is reported, and holds up no other', async () => {
	for (const id of ['moss', 'heath']) await logAt(id);
	await stopTheNotices(await dbOf('heath'));
	clock = at('13:01');
	const faults: unknown[] = [];

	const job = start({ report: (fault) => faults.push(fault) });
	await job.settled();
	await job.stop();

	expect(faults).toHaveLength(1);
	expect(await told('moss')).toHaveLength(2);
	expect(await told('heath')).toEqual([]);
});

test('nothing climbs where nobody has pupils', async () => {
	await place.house.platform.run(`update organisations set kind = 'service' where id = 'moss'`);
	await logAt('moss');
	clock = at('15:01');

	const job = start();
	await job.settled();
	await job.stop();

	expect(await told('moss')).toEqual([]);
});

test('at a service, whoever answers is told of a referral that waits for too long', async () => {
	await organisations.add(place.house, { id: 'lantern', name: 'Lantern', kind: 'service' });
	await add('worker', 'lantern');
	const db = await dbOf('lantern');
	await write(db, (tx) =>
		tx.insert(receivedReferrals).values({
			...{
				id: 'one',
				reference: 'R-2222-2222',
				senderId: 'moss',
				senderName: 'Moss',
				sentBy: 'Dee'
			},
			...{ sentAt: noon, receivedAt: noon, childName: 'Robin', childBornOn: '2013-03-01' },
			...{ childYear: 8, reason: '', hopedFor: '', childsWishes: '', agreement: 'agreed' },
			...{ agreementNote: '', safeContact: '', answerBy: '2026-11-11' }
		})
	);
	clock = new Date('2026-11-12T09:00:00Z');

	const job = start();
	await job.settled();
	await job.stop();

	expect(await toldIn(db)).toEqual([
		`${await idOf('worker', 'lantern')} A school waits for a step of yours in a referral that was due. It is in the inbox.`
	]);
});
