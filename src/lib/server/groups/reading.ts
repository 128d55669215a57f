import { asc, countDistinct, eq } from 'drizzle-orm';
import type { Staff } from '../access/index.ts';
import { staff as adults } from '../accounts/index.ts';
import type { Database, Tx } from '../db/index.ts';
import * as ledger from '../ledger/index.ts';
import { pupils } from '../pupils/index.ts';
import { keeping, upon, type Refusal } from './guarding.ts';
import { groupPupils, groups, groupStaff } from './schema.ts';

type Db = Database<'organisation'>;

/** A group in a list: how many pupils it has, and how many look after it. */
export type ListedGroup = { id: string; name: string; pupils: number; carers: number };

/** Every group, by name. The listing is written down. */
export async function list(
	db: Db,
	staff: Staff,
	at = new Date()
): Promise<{ groups: ListedGroup[] } | Refusal> {
	return keeping(db, staff, at, async (tx) => {
		await ledger.record(tx, staff, { did: 'listed', object: 'groups', id: 'all' }, at);
		const found = await tx
			.select({
				id: groups.id,
				name: groups.name,
				pupils: countDistinct(groupPupils.pupilId),
				carers: countDistinct(groupStaff.staffId)
			})
			.from(groups)
			.leftJoin(groupPupils, eq(groupPupils.groupId, groups.id))
			.leftJoin(groupStaff, eq(groupStaff.groupId, groups.id))
			.groupBy(groups.id)
			.orderBy(asc(groups.name));
		return { groups: found };
	});
}

/** A group with who is in it, who looks after it, and the years and forms that can be put in whole. */
export type Group = {
	id: string;
	name: string;
	pupils: { id: string; givenName: string; familyName: string; form: string }[];
	carers: { id: string; name: string }[];
	years: number[];
	forms: string[];
};

/** One group, whole. The reading is written down. */
export async function read(
	db: Db,
	staff: Staff,
	id: string,
	at = new Date()
): Promise<Group | Refusal> {
	return upon(db, staff, id, at, async (tx, { name }) => {
		await ledger.record(tx, staff, { did: 'read', object: 'group', id }, at);
		return { id, name, ...(await within(tx, id)), ...(await wholes(tx)) };
	});
}

async function within(tx: Tx, id: string): Promise<Pick<Group, 'pupils' | 'carers'>> {
	const { givenName, familyName, form } = pupils;
	const inIt = await tx
		.select({ id: pupils.id, givenName, familyName, form })
		.from(groupPupils)
		.innerJoin(pupils, eq(pupils.id, groupPupils.pupilId))
		.where(eq(groupPupils.groupId, id))
		.orderBy(asc(familyName), asc(givenName), asc(pupils.id));
	const carers = await tx
		.select({ id: adults.id, name: adults.name })
		.from(groupStaff)
		.innerJoin(adults, eq(adults.id, groupStaff.staffId))
		.where(eq(groupStaff.groupId, id))
		.orderBy(asc(adults.name));
	return { pupils: inIt, carers };
}

async function wholes(tx: Tx): Promise<Pick<Group, 'years' | 'forms'>> {
	const years = await tx.selectDistinct({ year: pupils.year }).from(pupils).orderBy(pupils.year);
	const forms = await tx
		.selectDistinct({ form: pupils.form, year: pupils.year })
		.from(pupils)
		.orderBy(pupils.year, pupils.form);
	return {
		years: years.map(({ year }) => year),
		forms: [...new Set(forms.map(({ form }) => form))]
	};
}
