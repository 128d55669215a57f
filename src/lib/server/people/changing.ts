import * as v from 'valibot';
import { givenBy, may, roles as everyRole, type Role, type Staff } from '../access/index.ts';
import * as accounts from '../accounts/index.ts';
import type { Member } from '../accounts/index.ts';
import { write } from '../db/index.ts';
import * as groups from '../groups/index.ts';
import * as ledger from '../ledger/index.ts';
import * as referrals from '../referrals/index.ts';
import { announce, type Place } from './announcing.ts';
import { act, upon, type Refusal } from './guarding.ts';

/** Roles as a form sends them, each on a line of its own. One that is none makes the form wrong. */
export const chosenRoles = v.pipe(
	v.optional(v.string(), ''),
	v.transform((lines) => lines.split('\n').filter(Boolean)),
	v.array(v.picklist(everyRole, 'Choose from the roles on this page')),
	v.minLength(1, 'Choose at least one role')
);

/** Nothing else that a form sends is looked at: whose roles they are is in the address. */
export const changing = v.object({ roles: chosenRoles });

/** Why a change that is theirs to make cannot be made as things stand. */
export type NotNow = 'last lead' | 'last worker' | 'changed meanwhile';

/**
 * Makes these somebody's roles. Nobody changes their own, and nobody changes a person who has, or would
 * have, a role that is not theirs to give.
 *
 * What is going to change is written down and told before it does, and the roles change in the platform's
 * one last write, with which the person's sessions here end. A crash in between leaves an entry of what was
 * meant and no role changed; doing it again does the whole of it.
 */
export async function changeRoles(
	place: Place,
	by: Staff,
	staffId: string,
	{ roles }: v.InferOutput<typeof changing>,
	at = new Date()
): Promise<'changed' | 'no change' | NotNow | Refusal> {
	return upon(place, by, staffId, at, async (member) => {
		if (!roles.every((role) => givenBy(by).includes(role))) {
			await ledger.recordRefusal(place.db, by, `${act} ${staffId}`, at);
			return 'not allowed';
		}
		const entries = entriesOf(member, roles);
		if (entries.length === 0) return 'no change';
		if (await isLastLead(place, by, member, roles)) return 'last lead';
		const stops = answers(member) && !answers({ roles });
		if (stops && (await write(place.db, (tx) => referrals.isLastWorker(tx, staffId))))
			return 'last worker';
		const says = 'Somebody’s roles were changed. Under People you see whose.';
		await announce(place, by, { entries, says }, at, async (tx) => {
			// Also when it is given: what a group kept of them from before is not to open again with the role.
			const stays = roles.includes('pastoral') && member.roles.includes('pastoral');
			if (!stays) await groups.leaveAll(tx, staffId);
			if (stops) await referrals.endAllWork(tx, by, staffId, at);
		});
		const done = await finish(place, by, member, roles, at);
		return done === 'set' ? 'changed' : done;
	});
}

const answers = (who: { roles: readonly Role[] }): boolean => may(who, 'answer a referral');

/** The last write of all. Where somebody else was quicker, the ledger says that what was meant was not done. */
export async function finish(
	{ platform, db }: Place,
	by: Staff,
	member: Member,
	roles: readonly Role[],
	at: Date
) {
	const done = await accounts.setRoles(platform, member, by.organisation.id, roles, at);
	if (done !== 'set') await ledger.recordRefusal(db, by, `${act} ${member.staffId}`, at);
	return done;
}

const entriesOf = ({ staffId, roles: held }: Member, roles: readonly Role[]): ledger.Entry[] => {
	const given = [...new Set(roles)].filter((role) => !held.includes(role));
	const taken = held.filter((role) => !roles.includes(role));
	return [
		...given.map((role) => `gave the role: ${role}`),
		...taken.map((role) => `took the role: ${role}`)
	].map((did) => ({ did, object: 'person', id: staffId }));
};

/** Whether an organisation would be without its lead. `setRoles` asks again, when two do it at once. */
export async function isLastLead(
	{ platform }: Place,
	by: Staff,
	{ staffId, roles: held }: Member,
	roles: readonly Role[] = []
): Promise<boolean> {
	if (!held.includes('lead') || roles.includes('lead')) return false;
	const leads = await accounts.holdersOf(platform, by.organisation.id, ['lead']);
	return leads.every((lead) => lead.staffId === staffId);
}
