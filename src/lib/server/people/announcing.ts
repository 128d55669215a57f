import type { Role, Staff } from '../access/index.ts';
import * as accounts from '../accounts/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import * as ledger from '../ledger/index.ts';
import * as mail from '../mail/index.ts';
import * as notices from '../notices/index.ts';
import { asLetter } from './mailing.ts';

/** Where people are kept: who may sign in is the platform's, what is done is the organisation's. */
export type Place = { platform: Database<'platform'>; db: Database<'organisation'> };

/** Who is told of every change, by what kind of organisation it is. */
const told: Record<Staff['organisation']['kind'], Role> = {
	school: 'lead',
	service: 'manager',
	partnership: 'admin'
};

/**
 * Writes down what is about to change and tells everybody who must know, on their desk and by letter; with
 * it goes what `also` changes in the organisation's own database.
 */
export async function announce(
	{ platform, db }: Place,
	by: Staff,
	{ entries, says }: { entries: ledger.Entry[]; says: string },
	at: Date,
	also: (tx: Tx) => Promise<void> = async () => {}
): Promise<void> {
	const { id, kind } = by.organisation;
	const holders = await accounts.holdersOf(platform, id, [told[kind]]);
	await write(db, async (tx) => {
		await ledger.recordAll(tx, by, entries, at);
		const staffIds = holders.map(({ staffId }) => staffId);
		await notices.tell(tx, staffIds, { says }, at);
		await also(tx);
	});
	for (const { email } of holders) await mail.post(platform, { to: email, ...asLetter() }, at);
}
