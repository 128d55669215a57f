import type { Role } from '#lib/server/access/index.ts';
import type { CaseState, ConcernState, Relation, SentState } from './world.ts';

// The oracle: who needs to know, in other words than the policy's. Nothing of `access/` is asked here.

export type Answer = 'yes' | 'prove first' | 'no';

const adults = ['staff', 'teacher', 'pastoral', 'deputy', 'lead', 'head'];
const isAdult = (role: Role): boolean => adults.includes(role);
const leads = (role: Role): boolean => role === 'lead' || role === 'deputy';
const works = (role: Role): boolean => role === 'worker' || role === 'manager';

const kept = new Set<string>([
	'restricted',
	'restricted and in an open case',
	'in a restricted case',
	'of a restricted case'
]);

/** What is kept opens to those who are meant, and to them only once they have proved who they are. */
const keptFor = (meant: boolean, fresh: boolean): Answer =>
	meant ? (fresh ? 'yes' : 'prove first') : 'no';

const plainly = (meant: boolean): Answer => (meant ? 'yes' : 'no');

type Who = { role: Role; relation: Relation; fresh: boolean };

/** Whether a concern may be read. */
export function readsConcern({ role, relation, fresh }: Who, state: ConcernState): Answer {
	const mayBreak = role === 'head' || role === 'deputy';
	if (kept.has(state))
		return keptFor(
			(isAdult(role) && relation === 'named') || (mayBreak && relation === 'broke'),
			fresh
		);
	if (leads(role)) return 'yes';
	if (role === 'pastoral' && relation === 'tutor') return 'yes';
	return plainly(isAdult(role) && relation === 'author');
}

/** Whether somebody may decide on a concern. Glass that was broken opens, and changes nothing. */
export function decidesOn({ role, relation, fresh }: Who, state: ConcernState): Answer {
	if (kept.has(state))
		return keptFor((leads(role) || role === 'head') && relation === 'named', fresh);
	return plainly(leads(role));
}

/** Whether something may be added to a concern: by whoever leads, or wrote it. Glass that was broken changes nothing. */
export function addsToConcern({ role, relation, fresh }: Who, state: ConcernState): Answer {
	if (kept.has(state)) return keptFor(isAdult(role) && relation === 'named', fresh);
	return plainly(leads(role) || (isAdult(role) && relation === 'author'));
}

/** Whether a case, or what was sent from it, may be read. */
export function readsCase({ role, relation, fresh }: Who, state: CaseState | SentState): Answer {
	const mayBreak = role === 'head' || role === 'deputy';
	if (kept.has(state))
		return keptFor(
			((leads(role) || role === 'head') && relation === 'named') ||
				(mayBreak && relation === 'broke'),
			fresh
		);
	return plainly(leads(role));
}

/** Whether a case may be added to, or a child referred from it. */
export function worksOnCase({ role, relation, fresh }: Who, state: CaseState): Answer {
	if (kept.has(state))
		return keptFor((leads(role) || role === 'head') && relation === 'named', fresh);
	return plainly(leads(role));
}

/** Whether a concern stands in a case's chronology for somebody who reads that case. */
export const toldInCase = ({ role, relation, fresh }: Who, state: ConcernState): boolean =>
	!kept.has(state) ||
	(fresh &&
		(relation === 'named' || ((role === 'head' || role === 'deputy') && relation === 'broke')));

/** Whether a restriction may be placed, changed or lifted. It always waits for a proof. */
export function restricts({ role, relation, fresh }: Who, state: ConcernState | CaseState): Answer {
	if (role !== 'lead' && role !== 'head') return 'no';
	if (!fresh) return 'prove first';
	if (kept.has(state)) return plainly(relation === 'named');
	return plainly(role === 'lead');
}

export const breaksGlass = ({ role, fresh }: Who): Answer =>
	role === 'head' || role === 'deputy' ? (fresh ? 'yes' : 'prove first') : 'no';

export const readsReceived = ({ role }: Who): Answer => plainly(works(role));
export const notices = ({ role }: Who): Answer => plainly(isAdult(role));
export const keepsLedger = ({ role }: Who): Answer => plainly(leads(role) || role === 'head');
export const signsLedger = ({ role, fresh }: Who): Answer =>
	leads(role) || role === 'head' ? (fresh ? 'yes' : 'prove first') : 'no';
