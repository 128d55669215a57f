// Tells what an earlier life of this program left, then logs concerns and says each reference, until killed.
import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { staff as adults } from '../../src/lib/server/accounts/index.ts';
import type { Staff } from '../../src/lib/server/access/index.ts';
import * as concerns from '../../src/lib/server/concerns/index.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { write, type Database } from '../../src/lib/server/db/index.ts';
import { households } from '../../src/lib/server/households/index.ts';
import * as ledger from '../../src/lib/server/ledger/index.ts';
import { ledger as entries } from '../../src/lib/server/ledger/schema.ts';
import { add, list, openHouse, type House } from '../../src/lib/server/organisations/index.ts';
import { pupils } from '../../src/lib/server/pupils/index.ts';

const amal: Staff = {
	id: 'amal',
	accountId: 'amal',
	sessionId: 'a session',
	name: 'Amal',
	roles: ['teacher'],
	organisation: { id: '', name: 'Cairnfield', kind: 'school', demonstration: false },
	steppedUpAt: null
};

async function theSchool(house: House): Promise<string> {
	const [present] = await list(house.platform);
	if (present) return present.id;
	const added = await add(house, { name: 'Cairnfield', kind: 'school' });
	return added === 'name taken' ? theSchool(house) : added.id;
}

const fill = (db: Database<'organisation'>) =>
	write(db, async (tx) => {
		await tx
			.insert(adults)
			.values({ id: amal.id, name: amal.name, job: 'teacher' })
			.onConflictDoNothing();
		await tx.insert(households).values({ id: 'home' }).onConflictDoNothing();
		await tx
			.insert(pupils)
			.values({
				id: 'pupil',
				admissionNumber: '4001',
				givenName: 'Pupil',
				familyName: 'One',
				bornOn: '2012-01-01',
				year: 9,
				form: '9A',
				householdId: 'home',
				findable: ' pupil one'
			})
			.onConflictDoNothing();
	});

async function left(db: Database<'organisation'>) {
	const { rows } = await db.run(sql`pragma integrity_check`);
	return {
		integrity: rows[0]?.[0],
		firstBroken: (await ledger.firstBroken(db)) ?? 'none',
		kept: (await db.select().from(concerns.concerns)).map(({ reference }) => reference),
		aboutSomebody: await db.$count(concerns.concernPupils),
		ledgered: (await db.select().from(entries).where(eq(entries.did, 'logged'))).map(
			({ objectId }) => objectId
		)
	};
}

const noticed = () => ({
	key: randomUUID(),
	children: [{ id: 'pupil', part: null }],
	noticedOn: '2026-11-09',
	noticedTime: '08:15',
	place: 'At the gate',
	seenOrHeard: 'What was seen. '.repeat(100),
	childsWords: '',
	doneAlready: 'nothing yet',
	urgency: 'same day' as const
});

console.log('opening');
const house = await openHouse(readConfig({ DATA_DIR: process.argv[2] }));
const { db } = await house.lease(await theSchool(house));
await fill(db);
console.log(JSON.stringify(await left(db)));
for (;;) {
	const logged = await concerns.log(db, amal, noticed());
	console.log(logged === 'no such pupil' ? logged : logged.reference);
	await new Promise((resolve) => setImmediate(resolve));
}
