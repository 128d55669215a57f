// Makes a demonstration in which no organisation can write into one table (its ledger, unless another is
// named), signs its people in while it still can, and prints what a journey needs: each one's cookie, and
// a record for each route.
import { eq } from 'drizzle-orm';
import { readConfig } from '../../src/lib/server/config.ts';
import { routes } from '../../src/lib/server/access/index.ts';
import * as accounts from '../../src/lib/server/accounts/index.ts';
import { accounts as table } from '../../src/lib/server/accounts/schema.ts';
import { ownServices } from '../../src/lib/server/directory/own/schema.ts';
import { cases } from '../../src/lib/server/cases/index.ts';
import { actions } from '../../src/lib/server/cases/schema.ts';
import { concerns } from '../../src/lib/server/concerns/index.ts';
import { cast, keepSecrets, seed } from '../../src/lib/server/demonstration/index.ts';
import { groups } from '../../src/lib/server/groups/index.ts';
import * as ledger from '../../src/lib/server/ledger/index.ts';
import * as organisations from '../../src/lib/server/organisations/index.ts';
import { reportsReceived } from '../../src/lib/server/reports/schema.ts';
import * as teaching from '../../src/lib/server/teaching/index.ts';
import { receivedReferrals, referrals } from '../../src/lib/server/referrals/schema.ts';

const house = await organisations.openHouse(readConfig());
const secrets = await seed(house);
if (secrets !== 'not empty') keepSecrets(house.config, secrets);
const { platform, lease } = house;
const broken = process.argv[2] ?? 'ledger';

const cookies: Record<string, string> = {};
for (const { email } of cast) {
	const [account] = await platform.select().from(table).where(eq(table.email, email));
	const [place] = await accounts.placesOf(platform, account?.id ?? '');
	if (!account || !place) throw new Error('Somebody of the demonstration belongs nowhere');
	const where = { accountId: account.id, organisationId: place.organisationId };
	const cookie = await accounts.startWhole(accounts.doorOf(house), where);
	cookies[email] = `${cookie.name}=${cookie.value}`;
}

const nothing = '00000000-0000-4000-8000-000000000000';
const references: Record<string, string> = {
	'/desk/ledger/checkpoints': '1',
	'/desk/lessons': 'k3-04-control-isnt-care',
	// Nobody of the demonstration is teaching at the moment: that these are not there must be written down as well.
	'/desk/teaching/rooms': nothing,
	'/desk/teaching/questions': nothing,
	'/desk/teaching/told': 'Q-0000-0000',
	'/desk/training': 't4-hearing-a-disclosure'
};
for (const { id, kind } of await organisations.list(platform)) {
	if (kind === 'service') references['/desk/standards'] ??= id;
	const { db, release } = await lease(id);
	const tables = {
		'/desk/concerns': concerns,
		'/desk/cases': cases,
		'/desk/referrals': referrals,
		'/desk/inbox': receivedReferrals,
		'/desk/reports-in': reportsReceived
	};
	for (const [under, table] of Object.entries(tables)) {
		const [found] = await db.select({ reference: table.reference }).from(table).limit(1);
		if (found) references[under] ??= found.reference;
	}
	const named = {
		'/desk/people': accounts.staff,
		'/desk/groups': groups,
		'/desk/directory': ownServices,
		'/desk/actions': actions,
		'/desk/teaching/plans': teaching.lessonPlans,
		'/desk/teaching/records': teaching.lessonsGiven,
		'/desk/teaching/classes': teaching.taughtClasses
	};
	for (const [under, table] of Object.entries(named)) {
		const [found] = await db.select({ id: table.id }).from(table).limit(1);
		if (found) references[under] ??= found.id;
	}
	await ledger.checkpoint(db, await organisations.signerOf(house, id));
	await db.run(
		`create trigger unwritable before insert on ${broken} begin select raise(abort, 'unwritable'); end`
	);
	release();
}
await house.close();

console.log(JSON.stringify({ cookies, references, routes }));
