import { existsSync, readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import type { Config } from '../config.ts';
import { CannotOpen, open, type Database } from '../db/index.ts';
import {
	aboutFolder,
	fileOf,
	makeFolder,
	refuseLosses,
	refuseWithout,
	wrappedPlatformKey
} from './folder.ts';
import { keep, makeMasterKey, newDatabaseKey, readMasterKey, unwrap, wrap } from './keys.ts';
import { Leases, type Lease } from './leasing.ts';
import { lockDataFolder } from './lock.ts';
import { organisations } from './schema.ts';

/** Everything there is on this node: the platform, the public database, and a lease on any organisation's. */
export type House = {
	platform: Database<'platform'>;
	published: Database<'public'>;
	master: Buffer;
	config: Config;
	leases: Leases;
	lease(organisationId: string): Promise<Lease>;
	close(): Promise<void>;
};

/**
 * Opens the house, making the data folder, the master key and the databases where there are none.
 *
 * @throws {CannotOpen} one clear sentence, with the data left as it was.
 */
export async function openHouse(config: Config): Promise<House> {
	const closing: (() => void)[] = [];
	try {
		makeFolder(config);
		closing.unshift(await lockDataFolder(config.dataDir));
		refuseLosses(config);
		makeMasterKey(config);
		const master = readMasterKey(config);
		const token = config.databaseToken;
		const platform = await open('platform', {
			url: config.platformUrl ?? `file:${config.dataDir}/platform.db`,
			key: platformKey(config, master),
			authToken: token
		});
		closing.unshift(platform.close);
		const published = await open('public', {
			url: config.publicUrl ?? `file:${config.dataDir}/public.db`,
			authToken: token
		});
		closing.unshift(published.close);
		const leases = new Leases(config.openOrganisations, (id) =>
			openOne(platform, master, config, id)
		);
		return {
			platform,
			published,
			master,
			config,
			leases,
			lease: (id) => leases.lease(id),
			close: async () => {
				await leases.closeAll();
				for (const close of closing) close();
			}
		};
	} catch (fault) {
		for (const close of closing) close();
		throw aboutFolder(fault, config);
	}
}

function platformKey(config: Config, master: Buffer): string {
	const file = wrappedPlatformKey(config);
	if (existsSync(file)) return unwrap(readFileSync(file, 'utf8'), 'platform', master);
	const key = newDatabaseKey();
	keep(file, wrap(key, 'platform', master));
	return key;
}

async function openOne(
	platform: Database<'platform'>,
	master: Buffer,
	config: Config,
	id: string
): Promise<Database<'organisation'>> {
	const [found] = await platform.select().from(organisations).where(eq(organisations.id, id));
	if (!found) throw new CannotOpen('There is no such organisation here.');
	if (!found.address) refuseWithout(fileOf(config, id).replace('file:', ''));
	return open('organisation', {
		url: found.address ?? fileOf(config, id),
		key: unwrap(found.wrappedKey, id, master),
		authToken: config.databaseToken
	});
}
