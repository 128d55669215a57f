import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { eq, sql } from 'drizzle-orm';
import type { Role } from '../access/index.ts';
import * as accounts from '../accounts/index.ts';
import { sessions } from '../accounts/schema.ts';
import { after, aDoor, noon } from '../accounts/testing.ts';
import type { Database } from '../db/index.ts';
import { readForm } from '../forms.ts';
import * as groups from '../groups/index.ts';
import { groupStaff } from '../groups/schema.ts';
import { letters } from '../mail/schema.ts';
import * as organisations from '../organisations/index.ts';
import { everythingIn, fillTheLedger, ledgerOf, stopTheNotices, toldIn } from '../testing.ts';
import * as people from './index.ts';

let at: Awaited<ReturnType<typeof aDoor>>;
let db: Database<'organisation'>;

beforeEach(async () => {
	at = await aDoor();
	db = await at.ledger();
});
afterEach(() => at.end());

const place = (): people.Place => ({ platform: at.door.platform, db });

/** Somebody of these roles, signed in, who has just proved who they are. */
async function come(name: string, ...roles: Role[]) {
	const { accountId } = await at.person(name, roles, { app: false });
	return { accountId, ...(await at.whole(accountId)) };
}

const add = async (name: string, ...roles: Role[]) =>
	(await at.person(name, roles, { app: false })).accountId;

const rolesOf = async (staffId: string): Promise<Role[]> =>
	(await accounts.membersOf(at.door.platform, 'moss')).find((one) => one.staffId === staffId)
		?.roles ?? [];

const sessionsOf = (accountId: string) =>
	at.door.platform.$count(sessions, eq(sessions.accountId, accountId));

const lettersTo = async () =>
	(await at.door.platform.select({ to: letters.to }).from(letters)).map(({ to }) => to);

/** What the page does with a form: only its roles are read. */
async function posted(fields: [string, string][]) {
	const request = new Request('https://waymark.example.org/', {
		method: 'POST',
		body: new URLSearchParams(fields)
	});
	return readForm(request, people.changing, ['roles']);
}

describe('mass assignment', () => {
	test('of one’s own roles changes nothing, whoever posts them', async () => {
		for (const role of ['lead', 'head', 'admin', 'manager'] as const) {
			const { staff } = await come(`own-${role}`, role);
			expect(
				await people.changeRoles(place(), staff, staff.id, { roles: [role, 'staff'] }, noon)
			).toBe('not allowed');
			expect(await people.letLeave(place(), staff, staff.id, noon)).toBe('not allowed');
			expect(await rolesOf(staff.id)).toEqual([role]);
		}
	});

	test('of one’s own groups changes nothing, whoever posts them', async () => {
		const { staff } = await come('dee', 'lead', 'pastoral');
		const made = await groups.make(db, staff, { key: crypto.randomUUID(), name: 'Year 8' }, noon);
		if (typeof made === 'string') throw new Error('No group was made in the test');

		expect(
			await groups.give(
				db,
				staff,
				made.id,
				{ person: 'dee' },
				{ pastoral: ['dee'], leads: [] },
				noon
			)
		).toBe('not oneself');
		expect(await db.select().from(groupStaff)).toEqual([]);
		expect(await ledgerOf(db)).toContain('dee was refused act keep one’s own groups');
	});

	test('of other fields is not looked at: the person of the address is changed, and as the roles say', async () => {
		const { staff } = await come('dee', 'lead');
		await add('amal', 'teacher');
		await add('bea', 'teacher');
		const form = await posted([
			['roles', 'governor'],
			['staffId', 'bea'],
			['accountId', staff.accountId],
			['organisationId', 'other'],
			['organisation', 'other'],
			['since', '0'],
			['sessionId', 'x'],
			['roles[]', 'lead'],
			['__proto__', 'lead'],
			['bea.roles', 'lead']
		]);
		if (!form.valid) throw new Error('The form was refused in the test');

		expect(form.values).toEqual({ roles: ['governor'] });
		expect(await people.changeRoles(place(), staff, 'amal', form.values, noon)).toBe('changed');
		expect(await rolesOf('amal')).toEqual(['governor']);
		expect(await rolesOf('bea')).toEqual(['teacher']);
		expect(await rolesOf('dee')).toEqual(['lead']);
	});

	test.each(['superuser', '', 'Lead', 'constructor', 'staff,lead'])(
		'of the role “%s” makes the form wrong',
		async (role) => {
			expect(await posted([['roles', role]])).toMatchObject({ valid: false });
		}
	);
});

describe('who may change whom', () => {
	test.each([
		['admin', ['teacher'], ['lead']],
		['admin', ['teacher'], ['teacher', 'lead']],
		['admin', ['teacher'], ['pastoral']],
		['admin', ['teacher'], ['deputy']],
		['admin', ['teacher'], ['head']],
		['admin', ['lead'], ['staff']],
		['admin', ['deputy', 'teacher'], ['teacher']],
		['admin', ['pastoral'], ['staff']],
		['lead', ['teacher'], ['operator']],
		['lead', ['teacher'], ['worker']],
		['lead', ['teacher'], ['analyst']],
		['lead', ['operator'], ['staff']],
		['head', ['teacher'], ['manager']],
		['manager', ['teacher'], ['worker']]
	] as [Role, Role[], Role[]][])(
		'a %s may not make somebody who is %j into %j',
		async (by, held, wanted) => {
			const { staff } = await come('by', by);
			const accountId = await add('friend', ...held);
			const before = await everythingIn(at.door.platform);
			await at.whole(accountId);

			expect(await people.changeRoles(place(), staff, 'friend', { roles: wanted }, noon)).toBe(
				'not allowed'
			);
			expect(await rolesOf('friend')).toEqual([...held].sort());
			expect(await sessionsOf(accountId)).toBe(1);
			expect((await everythingIn(at.door.platform)).letters).toEqual(before.letters);
			expect(await ledgerOf(db)).toEqual(['by was refused act keep people friend']);
		}
	);

	test('an admin cannot make themselves or a friend a lead', async () => {
		const { staff } = await come('ada', 'admin');
		await add('friend', 'staff');

		for (const whom of ['ada', 'friend'])
			expect(await people.changeRoles(place(), staff, whom, { roles: ['lead'] }, noon)).toBe(
				'not allowed'
			);
		expect(await accounts.holdersOf(at.door.platform, 'moss', ['lead'])).toEqual([]);
	});

	test.each([
		'teacher',
		'pastoral',
		'deputy',
		'governor',
		'worker',
		'analyst',
		'operator'
	] as Role[])('a %s keeps nobody', async (role) => {
		const { staff } = await come('by', role);
		await add('amal', 'teacher');

		expect(await people.list(place(), staff, noon)).toBe('not found');
		expect(await people.read(place(), staff, 'amal', noon)).toBe('not found');
		expect(await people.changeRoles(place(), staff, 'amal', { roles: ['staff'] }, noon)).toBe(
			'not found'
		);
		expect(await people.letLeave(place(), staff, 'amal', noon)).toBe('not found');
		expect(await ledgerOf(db)).toEqual(Array(4).fill('by was refused act keep people'));
	});

	test('somebody of another organisation is not there', async () => {
		const { staff } = await come('dee', 'lead');
		await organisations.add(at.house, { id: 'other', name: 'Other School', kind: 'school' });
		await accounts.add(at.house, {
			email: 'eve@other.example',
			name: 'Eve',
			password: 'paint on the stone',
			organisationId: 'other',
			roles: ['teacher'],
			staffId: 'eve'
		});

		expect(await people.read(place(), staff, 'eve', noon)).toBe('not found');
		expect(await people.changeRoles(place(), staff, 'eve', { roles: ['staff'] }, noon)).toBe(
			'not found'
		);
		expect(await people.letLeave(place(), staff, 'eve', noon)).toBe('not found');
		expect(JSON.stringify(await people.list(place(), staff, noon))).not.toContain('eve');
		expect(await ledgerOf(db)).toContain('dee was not shown person of no such form');
	});

	test('it waits for a step-up', async () => {
		const { staff } = await come('dee', 'lead');
		await add('amal', 'teacher');
		const late = after(11);

		expect(await people.list(place(), staff, late)).toBe('step up');
		expect(await people.read(place(), staff, 'amal', late)).toBe('step up');
		expect(await people.changeRoles(place(), staff, 'amal', { roles: ['staff'] }, late)).toBe(
			'step up'
		);
		expect(await people.letLeave(place(), staff, 'amal', late)).toBe('step up');
		expect(await rolesOf('amal')).toEqual(['teacher']);
	});
});

describe('a change of roles', () => {
	test('ends their sessions here, and nobody else’s', async () => {
		const { staff } = await come('dee', 'lead');
		const amal = await come('amal', 'teacher');
		const bea = await come('bea', 'teacher');

		expect(await people.changeRoles(place(), staff, 'amal', { roles: ['staff'] }, noon)).toBe(
			'changed'
		);

		expect(await accounts.whoComes(at.door, amal.header, noon)).toBeUndefined();
		expect(await accounts.whoComes(at.door, bea.header, noon)).toBeDefined();
		expect(await sessionsOf(staff.accountId)).toBe(1);
	});

	test('is told to every lead, on their desk and by a letter that names nobody', async () => {
		const { staff } = await come('una', 'head');
		await add('dee', 'lead');
		await add('flo', 'lead');
		await add('amal', 'teacher');

		await people.changeRoles(place(), staff, 'amal', { roles: ['teacher', 'pastoral'] }, noon);

		const says = 'Somebody’s roles were changed. Under People you see whose.';
		expect(await toldIn(db)).toEqual([`dee ${says}`, `flo ${says}`]);
		const sent = await at.door.platform.select().from(letters);
		expect(sent.map(({ to }) => to).sort()).toEqual(['dee@moss.example', 'flo@moss.example']);
		for (const { subject, text } of sent) expect(subject + text).not.toMatch(/amal|pastoral|una/i);
	});

	test('of the lead themselves is told to them too', async () => {
		const { staff } = await come('una', 'head');
		await add('dee', 'lead');
		await add('flo', 'lead');

		await people.changeRoles(place(), staff, 'dee', { roles: ['staff'] }, noon);

		expect((await lettersTo()).sort()).toEqual(['dee@moss.example', 'flo@moss.example']);
	});

	test('is written down role by role, and what stays is no entry', async () => {
		const { staff } = await come('una', 'head');
		await add('amal', 'teacher', 'staff');

		await people.changeRoles(place(), staff, 'amal', { roles: ['staff', 'deputy'] }, noon);

		expect(await ledgerOf(db)).toEqual([
			'una gave the role: deputy person amal',
			'una took the role: teacher person amal'
		]);
		expect(await rolesOf('amal')).toEqual(['deputy', 'staff']);
	});

	test('a second time changes nothing and tells nobody', async () => {
		const { staff } = await come('una', 'head');
		await add('dee', 'lead');
		await add('amal', 'teacher');
		await people.changeRoles(place(), staff, 'amal', { roles: ['staff'] }, noon);

		expect(
			await people.changeRoles(place(), staff, 'amal', { roles: ['staff', 'staff'] }, noon)
		).toBe('no change');
		expect(await lettersTo()).toHaveLength(1);
	});

	test('that takes the role pastoral takes their groups, which do not come back with it', async () => {
		const { staff } = await come('una', 'head');
		await add('ned', 'pastoral');
		const id = crypto.randomUUID();
		await groups.make(db, staff, { key: id, name: 'Year 8' }, noon);
		await groups.give(db, staff, id, { person: 'ned' }, { pastoral: ['ned'], leads: [] }, noon);
		expect(await db.select().from(groupStaff)).toHaveLength(1);

		await people.changeRoles(place(), staff, 'ned', { roles: ['staff'] }, noon);
		await people.changeRoles(place(), staff, 'ned', { roles: ['pastoral'] }, noon);

		expect(await db.select().from(groupStaff)).toEqual([]);
	});

	test('that gives the role pastoral gives no group that was left from before', async () => {
		const { staff } = await come('una', 'head');
		await add('ned', 'pastoral');
		const id = crypto.randomUUID();
		await groups.make(db, staff, { key: id, name: 'Year 8' }, noon);
		await groups.give(db, staff, id, { person: 'ned' }, { pastoral: ['ned'], leads: [] }, noon);
		const { platform } = at.door;
		const ned = (await accounts.membersOf(platform, 'moss')).find(
			({ staffId }) => staffId === 'ned'
		);
		if (!ned) throw new Error('Ned is not there in the test');
		await accounts.setRoles(platform, ned, 'moss', ['staff']);

		await people.changeRoles(place(), staff, 'ned', { roles: ['pastoral'] }, noon);

		expect(await db.select().from(groupStaff)).toEqual([]);
	});

	test('that keeps the role pastoral keeps their groups', async () => {
		const { staff } = await come('una', 'head');
		await add('ned', 'pastoral');
		const id = crypto.randomUUID();
		await groups.make(db, staff, { key: id, name: 'Year 8' }, noon);
		await groups.give(db, staff, id, { person: 'ned' }, { pastoral: ['ned'], leads: [] }, noon);

		await people.changeRoles(place(), staff, 'ned', { roles: ['pastoral', 'staff'] }, noon);

		expect(await db.select().from(groupStaff)).toHaveLength(1);
	});

	test('cannot take the last lead, and can take one of two', async () => {
		const { staff } = await come('una', 'head');
		await add('dee', 'lead');
		expect(await people.changeRoles(place(), staff, 'dee', { roles: ['staff'] }, noon)).toBe(
			'last lead'
		);
		expect(await people.letLeave(place(), staff, 'dee', noon)).toBe('last lead');
		expect(await ledgerOf(db)).toEqual([]);
		await add('flo', 'lead');

		expect(await people.letLeave(place(), staff, 'dee', noon)).toBe('left');
	});

	test('of two leads by each other leaves one', async () => {
		const dee = await come('dee', 'lead');
		const flo = await come('flo', 'lead');

		const outcomes = await Promise.all([
			people.changeRoles(place(), dee.staff, 'flo', { roles: ['staff'] }, noon),
			people.changeRoles(place(), flo.staff, 'dee', { roles: ['staff'] }, noon)
		]);

		expect(outcomes.sort()).toEqual(['changed', 'last lead']);
		expect(await accounts.holdersOf(at.door.platform, 'moss', ['lead'])).toHaveLength(1);
	});

	test('of what somebody else changed meanwhile is not made, and is written down as refused', async () => {
		const { staff } = await come('dee', 'lead');
		const una = await come('una', 'head');
		await add('amal', 'teacher');

		const outcomes = await Promise.all([
			people.changeRoles(place(), staff, 'amal', { roles: ['deputy'] }, noon),
			people.changeRoles(place(), una.staff, 'amal', { roles: ['governor'] }, noon)
		]);

		expect(outcomes.sort()).toEqual(['changed', 'changed meanwhile']);
		expect(await rolesOf('amal')).toHaveLength(1);
		expect((await ledgerOf(db)).at(-1)).toMatch(/was refused act keep people amal$/);
	});

	test('that cannot be written down or told is not made', async () => {
		const { staff } = await come('dee', 'lead');
		await add('amal', 'teacher');
		await stopTheNotices(db);
		const change = () => people.changeRoles(place(), staff, 'amal', { roles: ['head'] }, noon);
		await expect(change()).rejects.toThrow();
		await fillTheLedger(db);
		await expect(change()).rejects.toThrow();

		expect(await rolesOf('amal')).toEqual(['teacher']);
		expect(await ledgerOf(db)).toEqual([]);
	});

	test('that a crash stopped half-way is written down, gives nobody anything, and can be done again', async () => {
		const { staff } = await come('dee', 'lead');
		const amal = await come('amal', 'teacher');
		const { platform } = at.door;
		await platform.run(
			sql`create trigger crash before delete on memberships begin select raise(abort, 'crash'); end`
		);
		const change = () => people.changeRoles(place(), staff, 'amal', { roles: ['head'] }, noon);
		await expect(change()).rejects.toThrow();

		expect(await rolesOf('amal')).toEqual(['teacher']);
		expect(await sessionsOf(amal.accountId)).toBe(1);
		expect(await ledgerOf(db)).toContain('dee gave the role: head person amal');

		await platform.run(sql`drop trigger crash`);
		expect(await change()).toBe('changed');
		expect(await rolesOf('amal')).toEqual(['head']);
		expect(await sessionsOf(amal.accountId)).toBe(0);
	});
});

describe('leaving', () => {
	test('ends everything here but what they wrote', async () => {
		const { staff } = await come('dee', 'lead');
		const ned = await come('ned', 'pastoral', 'teacher');
		const id = crypto.randomUUID();
		await groups.make(db, staff, { key: id, name: 'Year 8' }, noon);
		await groups.give(db, staff, id, { person: 'ned' }, { pastoral: ['ned'], leads: [] }, noon);

		expect(await people.letLeave(place(), staff, 'ned', after(1))).toBe('left');

		expect(await rolesOf('ned')).toEqual([]);
		expect(await accounts.placesOf(at.door.platform, ned.accountId)).toEqual([]);
		expect(await accounts.whoComes(at.door, ned.header, after(1))).toBeUndefined();
		expect(await db.select().from(groupStaff)).toEqual([]);
		const [row] = await db.select().from(accounts.staff).where(eq(accounts.staff.id, 'ned'));
		expect(row).toMatchObject({ name: expect.any(String), leftAt: after(1) });
		expect(await ledgerOf(db)).toContain('dee left person ned');
		expect(await lettersTo()).toEqual(['dee@moss.example']);
		expect(await people.letLeave(place(), staff, 'ned', after(2))).toBe('not found');
	});

	test('one organisation leaves their place and session in another', async () => {
		const { staff } = await come('dee', 'lead');
		const ned = await come('ned', 'teacher');
		await organisations.add(at.house, { id: 'other', name: 'Other School', kind: 'school' });
		await accounts.setRoles(
			at.door.platform,
			{ accountId: ned.accountId, staffId: 'ned-2', roles: [] },
			'other',
			['teacher'],
			noon
		);
		await accounts.startWhole(
			at.door,
			{ accountId: ned.accountId, organisationId: 'other', steppedUp: false },
			noon
		);

		await people.letLeave(place(), staff, 'ned', noon);

		expect(await accounts.placesOf(at.door.platform, ned.accountId)).toMatchObject([
			{ organisationId: 'other' }
		]);
		expect(await sessionsOf(ned.accountId)).toBe(1);
	});

	test('that a crash stopped half-way can be done again', async () => {
		const { staff } = await come('dee', 'lead');
		await add('ned', 'teacher');
		const { platform } = at.door;
		await platform.run(
			sql`create trigger crash before delete on memberships begin select raise(abort, 'crash'); end`
		);
		await expect(people.letLeave(place(), staff, 'ned', noon)).rejects.toThrow();
		expect(await ledgerOf(db)).toContain('dee left person ned');
		await platform.run(sql`drop trigger crash`);

		expect(await people.letLeave(place(), staff, 'ned', after(1))).toBe('left');
		expect(await rolesOf('ned')).toEqual([]);
	});
});

describe('reading', () => {
	test('the list has everybody of the organisation with their roles, and says whose are theirs to change', async () => {
		const { staff } = await come('ada', 'admin');
		await add('dee', 'lead');
		await add('amal', 'teacher', 'governor');

		const found = await people.list(place(), staff, noon);
		if (typeof found === 'string') throw new Error('The list was refused in the test');

		expect(
			found.people.map(({ staffId, roles, mayChange, isOneself }) => [
				staffId,
				roles,
				mayChange,
				isOneself
			])
		).toEqual([
			['ada', ['admin'], false, true],
			['amal', ['governor', 'teacher'], true, false],
			['dee', ['lead'], false, false]
		]);
		expect(await ledgerOf(db)).toEqual(['ada listed people all']);
	});

	test('the list tells what was changed in the last thirty days, and not who was read', async () => {
		const { staff } = await come('dee', 'lead');
		await add('amal', 'teacher');
		await people.read(place(), staff, 'amal', noon);
		await people.changeRoles(place(), staff, 'amal', { roles: ['staff'] }, noon);
		const changesAt = async (minutes: number) => {
			const later = after(minutes);
			const found = await people.list(place(), { ...staff, steppedUpAt: later }, later);
			if (typeof found === 'string') throw new Error('The list was refused in the test');
			return found.changes.map(({ by, did, to }) => [by, did, to]);
		};

		const name = 'amal@moss.example';
		expect(await changesAt(1)).toEqual(
			[
				['dee@moss.example', 'took the role: teacher', name],
				['dee@moss.example', 'gave the role: staff', name]
			].map(([by, did, to]) => [by?.split('@')[0], did, to?.split('@')[0]])
		);
		expect(await changesAt(31 * 24 * 60)).toEqual([]);
	});

	test('one person is offered what one may give', async () => {
		const { staff } = await come('ada', 'admin');
		await add('amal', 'teacher');

		expect(await people.read(place(), staff, 'amal', noon)).toMatchObject({
			roles: ['teacher'],
			offered: ['staff', 'teacher', 'governor', 'admin'],
			mayChange: true
		});
		expect(await ledgerOf(db)).toEqual(['ada read person amal']);
	});
});

describe('an invitation', () => {
	const send = async () => {};
	const invitation = { email: 'new@moss.example', name: 'New', roles: ['teacher'] as Role[] };

	test('is told to every lead', async () => {
		const { staff } = await come('una', 'head');
		await add('dee', 'lead');

		expect(await people.invite(at.house, db, staff, invitation, send, noon)).toBe('invited');

		expect(await toldIn(db)).toEqual(['dee Somebody was invited. Under People you see who.']);
		expect(await lettersTo()).toEqual(['dee@moss.example']);
	});

	test('that is refused tells nobody', async () => {
		const { staff } = await come('ada', 'admin');
		await add('dee', 'lead');
		const asLead = { ...invitation, roles: ['lead'] as Role[] };

		expect(await people.invite(at.house, db, staff, asLead, send, noon)).toBe('not allowed');
		expect(await toldIn(db)).toEqual([]);
	});
});
