// Makes a demonstration whose school can write nothing into its ledger.
import { readConfig } from '../../src/lib/server/config.ts';
import { seed } from '../../src/lib/server/demonstration/index.ts';
import { list, openHouse } from '../../src/lib/server/organisations/index.ts';

const house = await openHouse(readConfig());
await seed(house);
for (const { id } of await list(house.platform)) {
	const { db, release } = await house.lease(id);
	await db.run(
		`create trigger unwritable before insert on ledger begin select raise(abort, 'unwritable'); end`
	);
	release();
}
await house.close();
