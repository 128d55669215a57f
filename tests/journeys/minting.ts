// Signs everybody of the demonstration in many times over, before the server starts. A code works once in
// half a minute, and the journeys open the desk more often than that. Those of signing in itself use none
// of these. On a slow machine the journeys take longer than a step-up holds, so there are later sign-ins
// among them, each to be used only when its time has come. On a quick one more journeys fit between two of
// those times, so there are as many of the first as all journeys together could take.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../src/lib/server/config.ts';
import * as accounts from '../../src/lib/server/accounts/index.ts';
import { accounts as table } from '../../src/lib/server/accounts/schema.ts';
import { password } from '../../src/lib/server/demonstration/index.ts';
import { list, openHouse } from '../../src/lib/server/organisations/index.ts';
import { dee, ending, sessionsIn } from './people.ts';

const minute = 60_000;
/** The moments of the sign-ins, in minutes from now. */
const moments = [0, 6, 12, 18, 24, 30, 36, 42];
/** How many there are of a moment: half of all journeys open the desk as its lead. */
const many = (email: string, moment: number) => (moment === 0 ? 120 : 40) * (email === dee ? 3 : 1);

const begun = Date.now();
const house = await openHouse(readConfig());
const door = accounts.doorOf(house);
const [school] = (await list(house.platform)).filter(({ kind }) => kind === 'school');
if (!school) throw new Error('The demonstration has no school');
for (const email of ending)
	await accounts.add(house, {
		...{ email, name: 'Somebody Else', password, organisationId: school.id },
		roles: ['governor']
	});
for (const { id, email } of await house.platform.select().from(table)) {
	const folder = sessionsIn(email);
	mkdirSync(folder, { recursive: true });
	const [place] = await accounts.placesOf(house.platform, id);
	if (!place) throw new Error('Somebody of the demonstration belongs nowhere');
	const where = { accountId: id, organisationId: place.organisationId };
	for (const moment of moments) {
		const at = new Date(begun + moment * minute);
		for (let each = 0; each < many(email, moment); each += 1) {
			const { name, value } = await accounts.startWhole(door, where, at);
			writeFileSync(join(folder, `${at.getTime()}-${each}`), JSON.stringify({ name, value }));
		}
	}
}
await house.close();
