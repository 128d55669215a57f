import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as organisations from '../organisations/index.ts';
import { everythingIn, ledgerOf } from '../testing.ts';
import type { Letter } from '../mail/index.ts';
import type { Role } from '../access/index.ts';
import { aDoor, after, noon, password } from './testing.ts';
import * as accounts from './index.ts';

let at: Awaited<ReturnType<typeof aDoor>>;
let letters: Letter[];
const send = async (letter: Letter) => void letters.push(letter);
const tokenIn = (letter?: Letter) => /\/desk\/link\/([\w-]+)/.exec(letter?.text ?? '')?.[1] ?? '';

beforeEach(async () => {
	at = await aDoor();
	letters = [];
});
afterEach(() => at.end());

async function invitedBy(role: Role, roles: Role[], steppedUp = true, email = 'new@moss.example') {
	const by = await at.person(`by-${role}`, [role]);
	const { staff } = await at.whole(by.accountId, noon, steppedUp);
	const outcome = await accounts.invite(at.house, staff, { email, name: 'New', roles }, send, noon);
	return { staff, outcome };
}

describe('an invitation', () => {
	test('makes an account that nobody can sign in to until the link was used', async () => {
		const { outcome } = await invitedBy('lead', ['teacher']);

		expect(outcome).toBe('invited');
		expect(letters).toMatchObject([{ to: 'new@moss.example' }]);
		const token = tokenIn(letters[0]);
		expect(await accounts.kindOf(at.door, token, after(6 * 24 * 60))).toBe('invitation');
		expect(await accounts.kindOf(at.door, token, after(7 * 24 * 60))).toBeUndefined();
		expect(await accounts.chooseByLink(at.door, token, 'gorse lantern kettle', noon)).toEqual({
			device: expect.any(String)
		});
		expect(
			await accounts.signIn(
				at.door,
				{ email: 'new@moss.example', password: 'gorse lantern kettle' },
				{},
				noon
			)
		).toMatchObject({ stage: 'enrolling' });
	});

	test('is written down without the address', async () => {
		await invitedBy('lead', ['teacher']);

		const said = await ledgerOf(await at.ledger());
		expect(said).toEqual(['by-lead invited as: teacher person new']);
	});

	test.each([
		['admin', ['lead']],
		['admin', ['teacher', 'deputy']],
		['admin', ['pastoral']],
		['teacher', ['staff']],
		['governor', ['staff']],
		['lead', ['operator']],
		['lead', ['worker']],
		['head', ['analyst']],
		['lead', []]
	] as [Role, Role[]][])('by a %s as %j is refused, and makes nothing', async (by, roles) => {
		const { outcome } = await invitedBy(by, roles);

		expect(outcome).toBe('not allowed');
		expect(letters).toEqual([]);
		expect(JSON.stringify(await everythingIn(at.door.platform))).not.toContain('new@moss');
		expect(await ledgerOf(await at.ledger())).toEqual([`by-${by} was refused act keep people`]);
	});

	test('waits for a step-up', async () => {
		expect((await invitedBy('lead', ['teacher'], false)).outcome).toBe('step up');
		expect(letters).toEqual([]);
	});

	test('twice sends one letter and changes no role', async () => {
		const { staff } = await invitedBy('lead', ['staff']);
		const again = { email: 'NEW@moss.example', name: 'New', roles: ['lead' as const] };

		expect(await accounts.invite(at.house, staff, again, send, noon)).toBe('there already');
		expect(letters).toHaveLength(1);
		expect((await accounts.holdersOf(at.door.platform, 'moss', ['lead'])).length).toBe(1);
	});

	test('of somebody who has an account elsewhere keeps their password, and adds the place', async () => {
		await organisations.add(at.house, { id: 'lantern', name: 'Lantern', kind: 'service' });
		const email = 'wren@lantern.example';
		const wren = { email, name: 'Wren', password, organisationId: 'lantern' };
		await accounts.add(at.house, { ...wren, roles: ['worker'] }, after(-60));

		expect((await invitedBy('lead', ['governor'], true, email)).outcome).toBe('added');
		const everybody = await accounts.membersOf(at.door.platform, 'moss');
		const called = await accounts.asCalledHere(await at.ledger(), everybody);
		expect(called.map(({ name }) => name)).toContain('New');
		expect(called.map(({ name }) => name)).not.toContain('Wren');
		expect(tokenIn(letters[0])).toBe('');
		const come = await accounts.signIn(at.door, { email, password }, {}, noon);
		if (come === 'not recognised' || 'wait' in come) throw new Error('Wren could not sign in');
		const comer = await accounts.whoComes(at.door, at.headerOf(come.cookie), noon);
		expect(comer?.staff.organisation.id).toBe('lantern');
		const places = await accounts.placesOf(at.door.platform, comer?.staff.accountId ?? '');
		expect(places.map(({ organisationId }) => organisationId).sort()).toEqual(['lantern', 'moss']);
	});
});
