import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type * as v from 'valibot';
import { may, type Act, type Staff } from '../access/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { record, recordRefusal } from '../ledger/index.ts';
import type { capacity, keeping } from './form.ts';
import { byId, ofOrganisation, type Listed } from './listing.ts';
import { keptLists } from './lists.ts';
import { ownServices } from './own/schema.ts';
import { serviceAreas, services } from './schema.ts';

/** The public database, and the organisation’s own. */
export type Place = { published: Database<'public'>; db: Database<'organisation'> };

const act: Act = 'keep a listing';

type Form = v.InferOutput<typeof keeping>;
type Row = Omit<typeof ownServices.$inferInsert, 'id' | 'statedBy'>;

const rowOf = ({ needs, audiences, areas, languages, places, ...form }: Form, at: Date): Row => ({
	...form,
	...keptLists({ needs, audiences, areas, languages, places }),
	...{ capacityStatedAt: at, statedAt: at, endedAt: null }
});

/** The listing with this id, when this person may change it: their organisation’s own, and no other. */
export async function ownListing(
	place: Place,
	staff: Staff,
	id: string
): Promise<Listed | undefined> {
	const found = await byId(place, id);
	if (!found || !may(staff, act) || found.endedAt) return undefined;
	if (staff.organisation.kind === 'school') return found.from === 'this school' ? found : undefined;
	return found.organisationId === staff.organisation.id ? found : undefined;
}

/**
 * Keeps a listing, in whole: a service’s own in the public directory, and a school’s for itself. Without an
 * id it is a new one; a service has one, so that saying it anew replaces it.
 *
 * The ledger says so first: should the second database fail, what it says was tried and not kept.
 */
export async function keep(
	place: Place,
	staff: Staff,
	id: string | undefined,
	form: Form,
	at = new Date()
): Promise<{ id: string } | 'not found'> {
	if (!may(staff, act)) {
		await recordRefusal(place.db, staff, act, at);
		return 'not found';
	}
	if (id !== undefined && !(await ownListing(place, staff, id))) return 'not found';
	return staff.organisation.kind === 'school'
		? keepForSchool(place, staff, id ?? randomUUID(), form, at)
		: keepForAll(place, staff, form, at);
}

async function keepForSchool(
	{ db }: Place,
	staff: Staff,
	id: string,
	form: Form,
	at: Date
): Promise<{ id: string }> {
	const row = rowOf(form, at);
	await write(db, async (tx) => {
		await record(tx, staff, { did: 'kept', object: 'listing', id }, at);
		await tx
			.insert(ownServices)
			.values({ id, statedBy: staff.id, ...row })
			.onConflictDoUpdate({ target: ownServices.id, set: row });
	});
	return { id };
}

async function keepForAll(
	{ published, db }: Place,
	staff: Staff,
	form: Form,
	at: Date
): Promise<{ id: string }> {
	const { id: organisationId } = staff.organisation;
	const known = await ofOrganisation(published, organisationId);
	const id = known?.id ?? organisationId;
	const row = rowOf(form, at);
	await write(db, (tx) => record(tx, staff, { did: 'kept', object: 'listing', id }, at));
	await write(published, async (tx) => {
		await tx
			.insert(services)
			.values({ id, organisationId, ...row })
			.onConflictDoUpdate({ target: services.id, set: row });
		await keepAreas(tx, id, form.areas);
	});
	return { id };
}

async function keepAreas(tx: Tx, serviceId: string, areas: string[]): Promise<void> {
	await tx.delete(serviceAreas).where(eq(serviceAreas.serviceId, serviceId));
	for (const area of new Set(areas.map((each) => each.toLocaleLowerCase('en-GB'))))
		await tx.insert(serviceAreas).values({ serviceId, area });
}

type Change = Partial<
	Pick<Row, 'capacity' | 'waitWeeks' | 'capacityStatedAt' | 'statedAt' | 'endedAt'>
>;

/** Says in one press that a listing is still right. */
export const confirm = (place: Place, staff: Staff, id: string, at = new Date()) =>
	change(place, staff, id, 'confirmed', { statedAt: at }, at);

/** Says how many places there are now, and how long the wait is. It confirms nothing else. */
export const setCapacity = (
	place: Place,
	staff: Staff,
	id: string,
	form: v.InferOutput<typeof capacity>,
	at = new Date()
) => change(place, staff, id, 'stated the wait', { ...form, capacityStatedAt: at }, at);

/** Takes a listing out of the directory. It stays for the referrals that name it. */
export const end = (place: Place, staff: Staff, id: string, at = new Date()) =>
	change(place, staff, id, 'ended', { endedAt: at }, at);

async function change(
	place: Place,
	staff: Staff,
	id: string,
	did: string,
	set: Change,
	at: Date
): Promise<'kept' | 'not found'> {
	if (!may(staff, act)) {
		await recordRefusal(place.db, staff, act, at);
		return 'not found';
	}
	const own = await ownListing(place, staff, id);
	if (!own) return 'not found';
	const entry = { did, object: 'listing', id };
	const isOwn = own.from === 'this school';
	await write(place.db, async (tx) => {
		await record(tx, staff, entry, at);
		if (isOwn) await tx.update(ownServices).set(set).where(theOwn(id));
	});
	if (!isOwn)
		await write(place.published, (tx) => tx.update(services).set(set).where(eq(services.id, id)));
	return 'kept';
}

const theOwn = (id: string) => and(eq(ownServices.id, id), isNull(ownServices.endedAt));
