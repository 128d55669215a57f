import { and, not, or, sql, type SQL } from 'drizzle-orm';
import type { Role, Staff } from './people.ts';
import { acts, ruleOf, type Act, type Relation } from './policy.ts';

type WithRoles = { roles: readonly Role[] };

/** How this person may stand to a record for this act to be theirs: one of these must hold. */
export const relationsFor = ({ roles }: WithRoles, act: Act): Relation[] => [
	...new Set(
		ruleOf(act)
			.grants.filter((grant) => roles.some((role) => grant.roles.includes(role)))
			.map(({ when }) => when)
	)
];

/** Whether one of this person's roles may do this act to some record. An act or a role that nobody named may do nothing. */
export const may = (staff: WithRoles, act: Act): boolean => relationsFor(staff, act).length > 0;

/** What is true of one record, for the check of one. Everybody is named by their id among the staff. */
export type Facts = {
	writtenBy: string | null;
	/** Who looks after a group that one of its pupils is in. */
	lookedAfterBy: readonly string[];
	/** `null` when it is not restricted; otherwise who is named, and whose broken glass is open now. */
	restriction: { named: readonly string[]; broken: readonly string[] } | null;
};

const holds: Record<Relation, (staffId: string, facts: Facts) => boolean> = {
	'of the organisation': () => true,
	'wrote it': (id, { writtenBy }) => writtenBy === id,
	'looks after the pupil': (id, { lookedAfterBy }) => lookedAfterBy.includes(id),
	'is named on it': (id, { restriction }) => restriction?.named.includes(id) ?? false,
	'broke the glass': (id, { restriction }) => restriction?.broken.includes(id) ?? false
};

const sees = (relation: Relation, staffId: string, facts: Facts): boolean =>
	holds[relation](staffId, facts) &&
	(relation === 'broke the glass' ||
		facts.restriction === null ||
		facts.restriction.named.includes(staffId));

/** Whether this person may do this act to this one record. */
export const allows = (staff: WithRoles & { id: string }, act: Act, facts: Facts): boolean =>
	relationsFor(staff, act).some((relation) => sees(relation, staff.id, facts));

/** The same facts as SQL conditions on a row of a list, already about one person and one moment. */
export type Conditions = {
	wroteIt: SQL;
	looksAfterThePupil: SQL;
	isRestricted: SQL;
	isNamed: SQL;
	brokeTheGlass: SQL;
};

const everyRow = sql`true`;
const noRow = sql`false`;

const asSql: Record<Relation, (conditions: Conditions) => SQL | undefined> = {
	'of the organisation': (row) => ordinarily(everyRow, row),
	'wrote it': (row) => ordinarily(row.wroteIt, row),
	'looks after the pupil': (row) => ordinarily(row.looksAfterThePupil, row),
	'is named on it': ({ isRestricted, isNamed }) => and(isRestricted, isNamed),
	'broke the glass': ({ isRestricted, brokeTheGlass }) => and(isRestricted, brokeTheGlass)
};

const ordinarily = (stands: SQL, { isRestricted, isNamed }: Conditions) =>
	and(stands, or(not(isRestricted), isNamed));

/** The rows of a list that this person may do this act to: exactly those that `allows` allows. */
export const whichOf = (staff: WithRoles, act: Act, conditions: Conditions): SQL =>
	or(...relationsFor(staff, act).map((relation) => asSql[relation](conditions))) ?? noRow;

const minute = 60_000;

// Issue B: ten minutes. Long enough for what one came to do, and shorter than a walk to the staff room.
const freshFor = 10 * minute;

/** Whether this person proved who they are lately enough for acts that need a step-up. `at` is now. */
export const isFresh = ({ steppedUpAt }: Pick<Staff, 'steppedUpAt'>, at: Date): boolean =>
	steppedUpAt !== null && at.getTime() - steppedUpAt.getTime() <= freshFor;

/** Whether this act waits until the person has proved anew who they are. */
export const needsStepUp = (staff: Pick<Staff, 'steppedUpAt'>, act: Act, at: Date): boolean =>
	ruleOf(act).stepUp === true && !isFresh(staff, at);

/** Whether these roles can read what is known of a child, so that a password alone is not enough. */
export const needsSecondFactor = ({ roles }: WithRoles): boolean =>
	acts.some((act) => ruleOf(act).private === true && may({ roles }, act));
