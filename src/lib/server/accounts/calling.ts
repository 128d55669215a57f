import type { Database } from '../db/index.ts';
import { staff } from './staff.ts';

/**
 * People as an organisation calls them, by those names in order: what somebody's account is called elsewhere
 * is not this organisation's to learn. `db` is the organisation's own.
 */
export async function asCalledHere<Somebody extends { staffId: string; name: string }>(
	db: Database<'organisation'>,
	people: Somebody[]
): Promise<Somebody[]> {
	const known = await db.select({ id: staff.id, name: staff.name }).from(staff);
	const names = new Map(known.map(({ id, name }) => [id, name]));
	return people
		.map((person) => ({ ...person, name: names.get(person.staffId) ?? person.name }))
		.sort((one, other) => one.name.localeCompare(other.name, 'en-GB'));
}
