import { eq } from 'drizzle-orm';
import type { Find, Kind } from '../restrictions/index.ts';
import { look } from './reading.ts';
import { concerns } from './schema.ts';

/** A concern as a record that can be restricted. It stands on no other. */
export const restrictable: Kind = {
	object: 'concern',
	reading: 'read a concern',
	look,
	within: async () => []
};

export const find: Find = async (tx, reference) => {
	const [found] = await tx
		.select({ id: concerns.id, reference: concerns.reference })
		.from(concerns)
		.where(eq(concerns.reference, reference));
	return found && { object: 'concern', ...found, within: [] };
};
