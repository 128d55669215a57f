import { eq } from 'drizzle-orm';
import { concerns } from '../concerns/index.ts';
import type { Find, Kind } from '../restrictions/index.ts';
import { look } from './reading.ts';
import { caseConcerns, cases } from './schema.ts';

const within: Kind['within'] = async (tx, id) => {
	const told = await tx
		.select({ id: concerns.id, reference: concerns.reference })
		.from(caseConcerns)
		.innerJoin(concerns, eq(concerns.id, caseConcerns.concernId))
		.where(eq(caseConcerns.caseId, id));
	return told.map((concern) => ({ object: 'concern', ...concern }));
};

/** A case as a record that can be restricted, and the concerns that it stands on with it. */
export const restrictable: Kind = {
	object: 'case',
	reading: 'read a case',
	look,
	within
};

export const find: Find = async (tx, reference) => {
	const [found] = await tx
		.select({ id: cases.id, reference: cases.reference })
		.from(cases)
		.where(eq(cases.reference, reference));
	return found && { object: 'case', ...found, within: await within(tx, found.id) };
};
