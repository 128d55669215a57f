import { and, desc, eq, isNull, or, sql } from 'drizzle-orm';
import { staff as adults } from '../accounts/index.ts';
import type { Staff } from '../access/index.ts';
import { concernPupils, concerns, stillAbout, visibleTo } from '../concerns/index.ts';
import type { Tx } from '../db/index.ts';
import type { Entry as Reading } from '../ledger/index.ts';
import { cases, chronology, type kinds } from './schema.ts';

/** What happened in a case, as its reader sees it. */
export type Entry = {
	id: string;
	kind: (typeof kinds)[number];
	says: string;
	about: string | null;
	by: string;
	at: Date;
	/** `YYYY-MM-DD`, when it happened on another day than it was written down. */
	happenedOn: string | null;
	/** What the concern it is about says, when it is about one. */
	seenOrHeard: string | null;
	childsWords: string | null;
	/** Whether the concern it is about is about several children, whose words stand in it together. */
	isShared: boolean;
};

/** Whether an entry, beside the concern it is about, tells of none that is kept from this person. */
export const isNotKeptFrom = (staff: Staff, at: Date) =>
	or(isNull(concerns.id), visibleTo(staff, 'read within a case', at));

/** Whether the concern that an entry is about turned out to be about another child than the case's. */
export const isAboutAnother = sql<number>`(${concerns.id} is not null and not exists (
	select 1 from ${concernPupils}
	where ${concernPupils.concernId} = ${concerns.id}
		and ${concernPupils.pupilId} = ${cases.pupilId} and ${stillAbout}
))`;

const isShared = sql<number>`(
	select count(*) from ${concernPupils}
	where ${concernPupils.concernId} = ${concerns.id} and ${stillAbout}
) > 1`;

/** The entries of a case, newest first; none that tells of a concern which is kept from this person. */
export async function entriesOf(tx: Tx, staff: Staff, caseId: string, at: Date): Promise<Entry[]> {
	const entries = await tx
		.select({
			id: chronology.id,
			kind: chronology.kind,
			says: chronology.says,
			about: chronology.about,
			by: sql<string>`coalesce(${adults.name}, ${chronology.from}, '')`,
			at: chronology.at,
			happenedOn: chronology.happenedOn,
			seenOrHeard: concerns.seenOrHeard,
			childsWords: concerns.childsWords,
			isAboutAnother,
			isShared
		})
		.from(chronology)
		.innerJoin(cases, eq(cases.id, chronology.caseId))
		.leftJoin(adults, eq(adults.id, chronology.staffId))
		.leftJoin(concerns, eq(concerns.reference, chronology.about))
		.where(and(eq(chronology.caseId, caseId), isNotKeptFrom(staff, at)))
		.orderBy(desc(chronology.at), desc(sql`${chronology}.rowid`));
	return entries.map(({ isAboutAnother, ...found }) => {
		const entry = { ...found, isShared: Boolean(found.isShared) };
		if (isAboutAnother) return { ...entry, ...aboutAnother };
		return entry.kind === 'concern' ? entry : { ...entry, seenOrHeard: null, childsWords: null };
	});
}

// What was written of another child is not told in this child's case.
const aboutAnother = {
	says: 'This was about another child, and is told in their case.',
	seenOrHeard: null,
	childsWords: null
};

/** The readings that showing a chronology is: a concern told in it is read, as on its own page. */
export const concernsIn = (entries: Entry[]): Reading[] =>
	[...new Set(entries.flatMap(({ about, seenOrHeard }) => (seenOrHeard && about) || []))].map(
		(id) => ({ did: 'read', object: 'concern', id })
	);
