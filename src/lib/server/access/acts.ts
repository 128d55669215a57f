/** What somebody is in an organisation. One account may be several of these, and in several organisations. */
export type Role =
	| 'staff'
	| 'teacher'
	| 'pastoral'
	| 'deputy'
	| 'lead'
	| 'head'
	| 'governor'
	| 'admin'
	| 'worker'
	| 'manager'
	| 'analyst'
	| 'operator';

/** Whoever is signed in, where, and as what. Every act on a private record is somebody's. */
export type Staff = {
	id: string;
	accountId: string;
	/** The session's hash: it names the session in the ledger and opens nothing. */
	sessionId: string;
	name: string;
	roles: readonly Role[];
	organisation: {
		id: string;
		name: string;
		kind: 'school' | 'service' | 'partnership';
		demonstration: boolean;
	};
};

const whoMayNotice: Role[] = ['staff', 'teacher', 'pastoral', 'deputy', 'lead', 'head'];
const whoLeads: Role[] = ['deputy', 'lead'];
const whoReceives: Role[] = ['worker', 'manager'];
const whoKeepsTheLedger: Role[] = [...whoLeads, 'head'];
const everyone: Role[] = [
	...whoMayNotice,
	'governor',
	'admin',
	...whoReceives,
	'analyst',
	'operator'
];

/** Each act and the roles that may do it. Which records they may do it to, `visibleTo` of each domain says. */
const whoMay = {
	'open the desk': everyone,
	'find a pupil': whoMayNotice,
	'log a concern': whoMayNotice,
	'read a concern': whoMayNotice,
	'list concerns to triage': whoLeads,
	'triage a concern': whoLeads,
	'list cases': whoLeads,
	'read a case': whoLeads,
	'add to a case': whoLeads,
	'send a referral': whoLeads,
	'read a referral': whoLeads,
	'list referrals received': whoReceives,
	'read a referral received': whoReceives,
	'answer a referral': whoReceives,
	'keep the ledger': whoKeepsTheLedger
} satisfies Record<string, Role[]>;

export type Act = keyof typeof whoMay;

/** Whether one of this person's roles may do this act. An act or a role that nobody named may do nothing. */
export const may = (staff: Pick<Staff, 'roles'>, act: Act): boolean =>
	Object.hasOwn(whoMay, act) && staff.roles.some((role) => (whoMay[act] as Role[]).includes(role));

export const acts = Object.keys(whoMay) as Act[];
export const roles = everyone;
