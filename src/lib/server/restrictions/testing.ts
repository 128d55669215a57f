import * as concerns from '../concerns/index.ts';
import type { Database } from '../db/index.ts';
import { amal, dee, later, logged, proven, una } from '../testing.ts';
import { restrict, type Kind } from './index.ts';

type Db = Database<'organisation'>;

export const everybody = ['amal', 'bea', 'dee', 'flo', 'una'];

export const sealed = { reason: 'sealed by the lead' as const, names: [una.id] };

/** Restricts a record to Dee and to those she names, or to Dee and Una. */
export async function restricted(
	db: Db,
	kind: Kind,
	reference: string,
	at: Date,
	names: string[] = sealed.names
): Promise<string> {
	const form = { ...sealed, names };
	const outcome = await restrict(db, proven(dee, at), kind, reference, form, everybody, at);
	if (outcome !== 'restricted') throw new Error(`Nothing was restricted in the test: ${outcome}`);
	return reference;
}

/** A concern of Amal's that only Dee and Una may open. */
export const aRestrictedConcern = async (db: Db): Promise<string> =>
	restricted(db, concerns.restrictable, await logged(db, amal), later(1));
