import { expect, test } from 'vitest';
import * as accounts from '../accounts/index.ts';
import { memberships } from '../accounts/schema.ts';
import * as cases from '../cases/index.ts';
import * as organisations from '../organisations/index.ts';
import { write } from '../db/index.ts';
import { households } from '../households/index.ts';
import { pupils } from '../pupils/index.ts';
import { aHouse, as, dee, logged, next, noon, roll } from '../testing.ts';
import * as calendars from './index.ts';

/** A house with a school in which Dee has something to do on two days. */
async function aDesk() {
	const { house, end } = await aHouse();
	const added = await organisations.add(house, {
		name: 'Mosshowe',
		kind: 'school',
		demonstration: true
	});
	if (added === 'name taken') throw new Error('The test has a house of its own');
	const account = await accounts.add(house, {
		email: 'dee@mosshowe.example',
		name: 'Dee Thornbeck',
		password: 'paint on the stone',
		organisationId: added.id,
		roles: ['lead'],
		staffId: 'dee',
		job: 'Lead'
	});
	if (account === 'address taken') throw new Error('The test has a house of its own');
	const lead = {
		...as(dee, 'lead'),
		accountId: account.id,
		organisation: { ...dee.organisation, id: added.id }
	};
	const { db, release } = await house.lease(added.id);
	await write(db, async (tx) => {
		await tx
			.insert(households)
			.values(['home-1', 'home-2', 'home-3'].map((id) => ({ id })))
			.onConflictDoNothing();
		await tx.insert(pupils).values([...roll]);
	});
	for (const by of ['2026-12-01', '2026-12-01', '2026-12-04']) {
		const pupil = roll[by === '2026-12-04' ? 2 : 0].id;
		const reference = await logged(db, lead, { pupil });
		await cases.triage(
			db,
			lead,
			reference,
			{ ...next, by, decision: 'open a case', why: 'Because.' },
			noon
		);
	}
	release();
	return { house, lead, end };
}

test('a calendar says on which days something is due and how much, and names nobody', async () => {
	const { house, lead, end } = await aDesk();

	const shown = (await calendars.show(house, await calendars.makeLink(house.platform, lead))) ?? '';

	expect(shown).toContain('DTSTART;VALUE=DATE:20261201');
	expect(shown).toContain('SUMMARY:2 things are due at the desk');
	expect(shown).toContain('DTSTART;VALUE=DATE:20261204');
	expect(shown).toContain('SUMMARY:Something is due at the desk');
	for (const { givenName, familyName } of roll)
		for (const name of [givenName, familyName, next.does, 'Thornbeck'])
			expect(shown).not.toContain(name);
	await end();
});

test('a secret that was replaced, taken away or made up opens nothing', async () => {
	const { house, lead, end } = await aDesk();
	const first = await calendars.makeLink(house.platform, lead);
	const second = await calendars.makeLink(house.platform, lead);

	expect(await calendars.show(house, first)).toBeUndefined();
	expect(await calendars.show(house, 'made-up')).toBeUndefined();
	expect(await calendars.show(house, second)).toBeDefined();
	expect(await calendars.linkMadeAt(house.platform, lead)).toBeInstanceOf(Date);
	await calendars.endLink(house.platform, lead);
	expect(await calendars.show(house, second)).toBeUndefined();
	expect(await calendars.linkMadeAt(house.platform, lead)).toBeUndefined();
	await end();
});

test('somebody who holds no role here any more has no calendar, whoever has its address', async () => {
	const { house, lead, end } = await aDesk();
	const secret = await calendars.makeLink(house.platform, lead);
	await write(house.platform, (tx) => tx.delete(memberships));

	expect(await calendars.show(house, secret)).toBeUndefined();
	await end();
});

test('the secret itself is nowhere in the database', async () => {
	const { house, lead, end } = await aDesk();
	const secret = await calendars.makeLink(house.platform, lead);

	const { rows } = await house.platform.run('select * from calendar_links' as never);
	expect(JSON.stringify(rows.map((row) => Object.values(row)))).not.toContain(secret);
	await end();
});
