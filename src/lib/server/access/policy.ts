import { roles as everyone, whoLeads, whoNotices, whoReceives, type Role } from './people.ts';

/**
 * How a person may stand to a record. A restricted record is nobody's by the first three alone: they must
 * be named on it as well.
 */
export type Relation =
	/** It is their organisation's; nothing more is asked. */
	| 'of the organisation'
	| 'wrote it'
	/** They look after a group that the pupil is in. */
	| 'looks after the pupil'
	/** The record is restricted, and they are named. */
	| 'is named on it'
	/** The record is restricted, and they have broken the glass and said why. */
	| 'broke the glass';

export type Grant = { roles: readonly Role[]; when: Relation };

type Rule = {
	grants: readonly Grant[];
	/** The person must have proved who they are within the last ten minutes. */
	stepUp?: true;
	/** The act shows or changes what is known of a child, so that a password alone does not open it. */
	private?: true;
};

const to = (roles: readonly Role[], when: Relation = 'of the organisation'): Grant => ({
	roles,
	when
});

const reads: Rule['grants'] = [
	to(whoLeads),
	to(['head'], 'is named on it'),
	to(['head', 'deputy'], 'broke the glass')
];
const leads: Rule['grants'] = [to(whoLeads), to(['head'], 'is named on it')];

/**
 * Who may do what, and in what relation to the record. It is all that decides: `checking.ts` makes of it
 * the check of one record and the predicate of a list. An act that is not here is nobody's.
 */
export const policy = {
	'open the desk': { grants: [to(everyone)] },
	'keep one’s own account': { grants: [to(everyone)] },
	'find a pupil': { grants: [to(whoNotices)], private: true },
	'log a concern': { grants: [to(whoNotices)], private: true },
	'read a concern': {
		grants: [
			...reads,
			to(whoNotices, 'wrote it'),
			to(whoNotices, 'is named on it'),
			to(['pastoral'], 'looks after the pupil')
		],
		private: true
	},
	// What is found is what could be read: each kind of record is asked for as it is when it is opened.
	'search records': { grants: [to(whoNotices)], private: true },
	'read what was decided': { grants: reads, private: true },
	'add to a concern': {
		grants: [...leads, to(whoNotices, 'wrote it'), to(whoNotices, 'is named on it')],
		private: true
	},
	'list concerns of a group': {
		grants: [to(['pastoral'], 'looks after the pupil')],
		private: true
	},
	'list concerns to triage': { grants: leads, private: true },
	'triage a concern': { grants: leads, private: true },
	'list cases': { grants: leads, private: true },
	'read a case': { grants: reads, private: true },
	// A concern that a case tells: whoever has the case before them reads it, unless it is restricted itself.
	'read within a case': {
		grants: [to([...whoLeads, 'head']), to(['head', 'deputy'], 'broke the glass')],
		private: true
	},
	'print a chronology': { grants: leads, stepUp: true, private: true },
	'add to a case': { grants: leads, private: true },
	// Something that a lead gave them to do about a child: they see what it is, and say when it is done.
	'do one’s own actions': { grants: [to(whoNotices)], private: true },
	'hand over actions': { grants: leads, stepUp: true, private: true },
	'send a referral': { grants: leads, private: true },
	'read a referral': { grants: reads, private: true },
	'list referrals received': { grants: [to(whoReceives)], private: true },
	'read a referral received': { grants: [to(whoReceives)], private: true },
	'answer a referral': { grants: [to(whoReceives)], private: true },
	// Also of one that is kept from them: they see who works on it, and nothing of the young person.
	'restrict a referral received': { grants: [to(['manager'])], stepUp: true, private: true },
	// What a service writes to a school's lead about a young person who came to it.
	'write to a school': { grants: [to(whoReceives)], private: true },
	'triage a report': { grants: [to(whoLeads)], private: true },
	// What two organisations agreed of each other, and figures of what happened: no child is named in it.
	'see standards': { grants: [to([...whoLeads, 'head', ...whoReceives])] },
	'keep standards': { grants: [to([...whoLeads, 'head', 'manager'])] },
	'restrict a record': {
		grants: [to(['lead']), to(['head'], 'is named on it')],
		stepUp: true,
		private: true
	},
	'break the glass': { grants: [to(['head', 'deputy'])], stepUp: true, private: true },
	'keep the ledger': { grants: [to([...whoLeads, 'head'])], private: true },
	'sign the ledger': { grants: [to([...whoLeads, 'head'])], stepUp: true, private: true },
	// What it says of a service is public, or the school’s own; no child is in it.
	'look at the directory': { grants: [to([...whoLeads, 'head', ...whoReceives])] },
	'keep a listing': { grants: [to([...whoLeads, 'head', 'manager'])] },
	'keep people': { grants: [to(['admin', 'lead', 'head', 'manager'])], stepUp: true },
	'keep groups': { grants: [to(['lead', 'head'])], stepUp: true, private: true },
	// Everybody who meets young people learns the same; what each of the staff did is for those who answer for it.
	'do training': { grants: [to([...whoNotices, 'governor', 'admin', ...whoReceives])] },
	'read the training record': { grants: [to([...whoLeads, 'head', 'manager'])] },
	// Whoever teaches: plans a lesson, opens a room, reads the questions of their own class. No child is named in it.
	'teach a class': { grants: [to(whoNotices)] },
	// What a teacher passed on of what a class asked: it may be a disclosure, and nobody knows whose.
	'read questions told': { grants: [to([...whoLeads, 'head'])], private: true },
	// Whoever teaches sees whether a lesson may meet a class. No child is in it.
	'see checks of lessons': { grants: [to([...whoNotices, 'admin'])] },
	'check a lesson': { grants: [to(['admin', ...whoLeads, 'head'])] },
	'read the record of teaching': { grants: [to([...whoLeads, 'head', 'governor'])] },
	// What a teacher noted of a lesson is theirs, and for those who lead; a governor sees that it was given.
	'read how a lesson went': { grants: [to([...whoLeads, 'head'])] },
	'keep what is taught': { grants: [to(['admin', ...whoLeads, 'head'])] },
	'see counts': { grants: [to(['governor', 'analyst', 'head', 'manager', ...whoLeads])] },
	'keep the school’s help page': { grants: [to(['admin', ...whoLeads, 'head'])] },
	'keep the school’s days': { grants: [to(['admin', ...whoLeads, 'head'])] },
	'check help services': { grants: [to(['operator'])] },
	'see the platform': { grants: [to(['operator'])] }
} satisfies Record<string, Rule>;

export type Act = keyof typeof policy;

export const acts = Object.keys(policy) as Act[];

/** The rule of an act; for an act that nobody named, one that allows nobody. */
export const ruleOf = (act: Act): Rule =>
	Object.hasOwn(policy, act) ? policy[act] : { grants: [], stepUp: true, private: true };
