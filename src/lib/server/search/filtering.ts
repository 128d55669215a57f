import { and, gte, lt, sql, type SQL } from 'drizzle-orm';
import { cases, chronology } from '../cases/index.ts';
import { concernIndicators, concerns } from '../concerns/index.ts';
import { endOf, startOf } from './moments.ts';

/** What is looked for beside words. */
export type Filters = { indicator?: string; from?: string; to?: string };

/** Whether anything is looked for beside words. */
export const isNarrowed = ({ indicator, from, to }: Filters): boolean =>
	Boolean(indicator || from || to);

/** The same as conditions on a row of each kind. A case and its entries have no indicator of their own. */
export const filtersOf = ({ indicator, from, to }: Filters) => ({
	concern: and(
		between(concerns.loggedAt, from, to),
		indicator
			? sql`exists (
				select 1 from ${concernIndicators}
				where ${concernIndicators.concernId} = ${concerns.id}
					and ${concernIndicators.indicator} = ${indicator}
			)`
			: undefined
	),
	entry: and(between(chronology.at, from, to), indicator ? sql`false` : undefined),
	case: and(between(cases.openedAt, from, to), indicator ? sql`false` : undefined)
});

type Moment = typeof concerns.loggedAt | typeof chronology.at | typeof cases.openedAt;

function between(moment: Moment, from = '', to = ''): SQL | undefined {
	const [begins, ends] = [startOf(from), endOf(to)];
	return and(begins && gte(moment, begins), ends && lt(moment, ends));
}
