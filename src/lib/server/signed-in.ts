import { resolve } from '$app/paths';
import { error, redirect } from '@sveltejs/kit';
import { isFresh, may, type Staff, type Stage } from './access/index.ts';
import type { Database } from './db/index.ts';

/** The person and their organisation's database, on a route that the door opened to them. */
export function signedIn(locals: App.Locals): { staff: Staff; db: Database<'organisation'> } {
	const { staff, db } = locals;
	if (!staff || !db) throw new Error('A private route was reached without signing in');
	return { staff, db };
}

/** Who has come and how far, on a route that opens to somebody who is not yet all the way in. */
export function comer(locals: App.Locals): { staff: Staff; stage: Stage } {
	if (!locals.comer) throw new Error('A route was reached by nobody');
	return locals.comer;
}

/**
 * The record that a domain found, for a page of one record.
 *
 * @throws the answer of an address that leads nowhere, when there is none or it is not theirs; or the way
 * to proving anew who they are, and back to `here`, when that is all that is missing.
 */
export function shown<Found>(found: Found | 'step up' | 'not found' | undefined, here: URL): Found {
	if (found === undefined || found === 'not found') error(404, 'We could not find that');
	if (found === 'step up') redirect(303, stepUpAndBack(here));
	return found as Found;
}

/** Where somebody proves anew who they are, and from where they come back here. */
export const stepUpAndBack = ({ pathname }: URL): string =>
	`${resolve('/(desk)/desk/step-up')}?to=${encodeURIComponent(pathname)}`;

/**
 * Where somebody shows that it is still them, for a page of lists that leaves restricted records out until
 * they do; `undefined` when they have just shown it, or could not be named on any.
 */
export const toSeeAll = (staff: Staff, here: URL): string | undefined =>
	may(staff, 'read a concern') && !isFresh(staff, new Date()) ? stepUpAndBack(here) : undefined;

/** Where a step-up leads back to: a page of the desk, or the desk itself when it is asked for anything else. */
export function backTo({ searchParams }: URL): string {
	const to = searchParams.get('to') ?? '';
	return /^\/desk(\/[\w[\]=()’%.-]+)*$/.test(to) ? to : resolve('/(desk)/desk');
}
