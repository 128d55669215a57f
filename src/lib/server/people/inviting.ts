import * as v from 'valibot';
import type { Staff } from '../access/index.ts';
import * as accounts from '../accounts/index.ts';
import type { Database } from '../db/index.ts';
import type { House } from '../organisations/index.ts';
import { announce } from './announcing.ts';
import { chosenRoles } from './changing.ts';

export const inviting = v.object({
	name: v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.nonEmpty('Enter their name'),
		v.maxLength(100, 'That is too long for a name')
	),
	email: v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.nonEmpty('Enter their e-mail address'),
		v.maxLength(254, 'That is too long for an address'),
		v.email('Enter an address such as name@school.example')
	),
	roles: chosenRoles
});

type Outcome = Awaited<ReturnType<typeof accounts.invite>>;

/** Invites somebody into one's own organisation, and tells those who are told of every change. */
export async function invite(
	house: House,
	db: Database<'organisation'>,
	by: Staff,
	invitation: v.InferOutput<typeof inviting>,
	send: accounts.Send,
	at = new Date()
): Promise<Outcome> {
	const outcome = await accounts.invite(house, by, invitation, send, at);
	const says = 'Somebody was invited. Under People you see who.';
	if (outcome === 'invited' || outcome === 'added')
		await announce({ platform: house.platform, db }, by, { entries: [], says }, at);
	return outcome;
}
