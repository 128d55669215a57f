import { statfs } from 'node:fs/promises';
import { freemem, totalmem } from 'node:os';
import { may, type Staff } from '../access/index.ts';
import { write, type Database } from '../db/index.ts';
import * as ledger from '../ledger/index.ts';
import * as mail from '../mail/index.ts';
import * as organisations from '../organisations/index.ts';
import type { House, Organisation } from '../organisations/index.ts';

const act = 'see the platform';

/** How one organisation's database is. What is in it is not asked, but for when its newest checkpoint was made. */
export type Health = { answers: boolean; checkpointAt: Date | null };

type Listed = Pick<Organisation, 'id' | 'name' | 'kind'> & { since: Date } & Health;

/** The platform as whoever runs it sees it. Memory and disk are in bytes. */
export type Platform = {
	organisations: Listed[];
	lettersWaiting: number;
	memory: { used: number; free: number; total: number };
	disk: { free: number; total: number };
};

/**
 * Which organisations there are, and whether the platform and each of them is well. The look is written
 * down where the person belongs. They learn nothing from within any organisation, their own included.
 */
export async function look(
	house: House,
	db: Database<'organisation'>,
	staff: Staff,
	at = new Date()
): Promise<Platform | 'not found'> {
	if (!may(staff, act)) {
		await ledger.recordRefusal(db, staff, act, at);
		return 'not found';
	}
	const entry = { did: 'listed', object: 'organisations', id: 'all' };
	await write(db, (tx) => ledger.record(tx, staff, entry, at));
	const listed: Listed[] = [];
	// One after the other, so that no more databases are open for it than one.
	for (const { id, name, kind, since } of await organisations.listWithAge(house.platform))
		listed.push({ id, name, kind, since, ...(await healthOf(house, id)) });
	return {
		organisations: listed,
		lettersWaiting: (await mail.waiting(house.platform)).length,
		memory: { used: process.memoryUsage().rss, free: freemem(), total: totalmem() },
		disk: await diskOf(house)
	};
}

/** A database that will not open or answer is what is looked for here, and no fault of the page. */
async function healthOf(house: House, id: string): Promise<Health> {
	try {
		const { db, release } = await house.lease(id);
		try {
			return { answers: true, checkpointAt: await ledger.newestCheckpointAt(db) };
		} finally {
			release();
		}
	} catch {
		return { answers: false, checkpointAt: null };
	}
}

async function diskOf({ config }: House): Promise<Platform['disk']> {
	const { bsize, bavail, blocks } = await statfs(config.dataDir);
	return { free: bavail * bsize, total: blocks * bsize };
}
