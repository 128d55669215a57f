// Signs everybody of the demonstration in many times over, before the server starts. A code works once in
// half a minute, and the journeys open the desk more often than that. Those of signing in itself use none
// of these.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../src/lib/server/config.ts';
import * as accounts from '../../src/lib/server/accounts/index.ts';
import { accounts as table } from '../../src/lib/server/accounts/schema.ts';
import { password } from '../../src/lib/server/demonstration/index.ts';
import { list, openHouse } from '../../src/lib/server/organisations/index.ts';
import { ending, sessionsIn } from './people.ts';

const times = 120;

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
	for (let each = 0; each < times; each += 1) {
		const { name, value } = await accounts.startWhole(door, where);
		writeFileSync(join(folder, String(each)), JSON.stringify({ name, value }));
	}
}
await house.close();
