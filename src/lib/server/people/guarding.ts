import { givenBy, may, needsStepUp, type Staff } from '../access/index.ts';
import * as accounts from '../accounts/index.ts';
import type { Member } from '../accounts/index.ts';
import { write } from '../db/index.ts';
import * as ledger from '../ledger/index.ts';
import type { Place } from './announcing.ts';

export const act = 'keep people';

/** What is answered when nothing is done. */
export type Refusal = 'not allowed' | 'not found' | 'step up';

/** Whether a person may change what another one is: never themselves, and nobody who has a role that is not theirs to give. */
export const mayChange = (by: Staff, { staffId, accountId, roles }: Member): boolean =>
	staffId !== by.id &&
	accountId !== by.accountId &&
	roles.every((role) => givenBy(by).includes(role));

/** Whether they may keep people at all, and have lately proved who they are. A refusal is written down. */
export async function maybeRefused(
	{ db }: Place,
	by: Staff,
	at: Date
): Promise<'not found' | 'step up' | undefined> {
	if (!may(by, act)) {
		await ledger.recordRefusal(db, by, act, at);
		return 'not found';
	}
	return needsStepUp(by, act, at) ? 'step up' : undefined;
}

/** Does something to one person of one's own organisation, for somebody who may change that very person. */
export async function upon<Outcome>(
	place: Place,
	by: Staff,
	staffId: string,
	at: Date,
	todo: (member: Member) => Promise<Outcome>
): Promise<Outcome | Refusal> {
	const refused = await maybeRefused(place, by, at);
	if (refused) return refused;
	const member = await memberOf(place, by, staffId, at);
	if (!member) return 'not found';
	if (mayChange(by, member)) return todo(member);
	await ledger.recordRefusal(place.db, by, `${act} ${staffId}`, at);
	return 'not allowed';
}

/** One person of one's own organisation. That they were asked for and are not there is written down. */
export async function memberOf(
	{ platform, db }: Place,
	by: Staff,
	staffId: string,
	at: Date
): Promise<Member | undefined> {
	const members = await accounts.membersOf(platform, by.organisation.id);
	const found = members.find((member) => member.staffId === staffId);
	if (!found) await write(db, (tx) => ledger.recordNotShown(tx, by, 'person', staffId, at));
	return found;
}
