import { and, not } from 'drizzle-orm';
import { may, ruleOf, type Staff } from '../access/index.ts';
import * as cases from '../cases/index.ts';
import { visibleTo } from '../concerns/index.ts';
import { filtersOf, type Filters } from './filtering.ts';

/** What of each kind this person may see, as conditions on the rows of lists. `at` is now. */
export function seenBy(staff: Staff, filters: Filters, at: Date) {
	const also = filtersOf(filters);
	return {
		concern: and(visibleTo(staff, 'read a concern', at), also.concern),
		/** Of an entry, beside its case and the concern that it is about. */
		entry: and(
			cases.visibleTo(staff, 'read a case', at),
			cases.isNotKeptFrom(staff, at),
			// What is about another child is told in that child's case.
			not(cases.isAboutAnother),
			also.entry
		),
		case: and(cases.visibleTo(staff, 'read a case', at), also.case)
	};
}

/** Whether no entry of any case could be theirs, so that none need be looked at. */
export const seesNoCase = (staff: Staff, { indicator }: Filters): boolean =>
	!may(staff, 'read a case') || Boolean(indicator);

/** Whether every concern of the organisation is theirs to read, but those that only a few may know of. */
export const seesMost = (staff: Staff): boolean =>
	ruleOf('read a concern').grants.some(
		({ when, roles }) =>
			when === 'of the organisation' && staff.roles.some((role) => roles.includes(role))
	);
