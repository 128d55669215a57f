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
	/** When they last proved who they are, by password and second factor together. */
	steppedUpAt: Date | null;
};

export const whoNotices: Role[] = ['staff', 'teacher', 'pastoral', 'deputy', 'lead', 'head'];
export const whoLeads: Role[] = ['deputy', 'lead'];
export const whoReceives: Role[] = ['worker', 'manager'];

export const roles: Role[] = [
	...whoNotices,
	'governor',
	'admin',
	...whoReceives,
	'analyst',
	'operator'
];

/** The roles that there are in an organisation of each kind. `operator` belongs to the platform. */
export const rolesIn: Record<Staff['organisation']['kind'], Role[]> = {
	school: [...whoNotices, 'governor', 'admin'],
	service: whoReceives,
	partnership: ['analyst', 'admin']
};

// Whoever keeps people may not make anybody, least of all a friend, one who reads what they may not read
// themselves: `admin` has no concern, ever, so no role that reads other people's concerns is theirs to give.
const gives: Partial<Record<Role, Role[]>> = {
	lead: ['staff', 'teacher', 'pastoral', 'deputy', 'lead', 'head', 'governor', 'admin'],
	head: ['staff', 'teacher', 'pastoral', 'deputy', 'lead', 'head', 'governor', 'admin'],
	admin: ['staff', 'teacher', 'governor', 'admin', 'analyst'],
	manager: ['worker', 'manager']
};

/** The roles that a person may give and take, in their own organisation; never to themselves. */
export const givenBy = (staff: Pick<Staff, 'roles' | 'organisation'>): Role[] =>
	rolesIn[staff.organisation.kind].filter((role) =>
		staff.roles.some((held) => gives[held]?.includes(role))
	);
