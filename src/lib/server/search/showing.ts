import { desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { cases, chronology } from '../cases/index.ts';
import { childrenOf, concerns } from '../concerns/index.ts';
import type { Tx } from '../db/index.ts';
import { pupils } from '../pupils/index.ts';
import { excerpt } from './excerpts.ts';
import type { Found } from './found.ts';

/** The text that stands for what was found, by the id of the concern or of the entry. */
type Texts = Map<string, string>;

const nameOf = ({ givenName, familyName }: { givenName: string; familyName: string }) =>
	`${givenName} ${familyName}`;

/** These concerns as they are shown. */
export async function asConcerns(
	tx: Tx,
	ids: string[],
	terms: string[],
	texts: Texts = new Map()
): Promise<Found[]> {
	const found = await tx
		.select({
			id: concerns.id,
			reference: concerns.reference,
			when: concerns.loggedAt,
			seenOrHeard: concerns.seenOrHeard
		})
		.from(concerns)
		.where(inArray(concerns.id, ids));
	return asShown(
		tx,
		found.map(({ seenOrHeard, ...concern }) => ({
			...concern,
			says: texts.get(concern.id) ?? seenOrHeard
		})),
		terms
	);
}

/** A concern and the text that stands for it. */
export type Said = Pick<Found, 'id' | 'reference' | 'when'> & { says: string };

/** Concerns that have been read already as they are shown. */
export async function asShown(tx: Tx, found: Said[], terms: string[]): Promise<Found[]> {
	const children = await childrenOf(
		tx,
		found.map(({ id }) => id)
	);
	return found.map(({ says, ...concern }) => ({
		kind: 'concern',
		...concern,
		whose: (children.get(concern.id) ?? []).map(nameOf),
		excerpt: excerpt(says, terms)
	}));
}

const whose = { givenName: pupils.givenName, familyName: pupils.familyName };

/** These entries of cases as they are shown. */
export async function asEntries(tx: Tx, ids: string[], terms: string[]): Promise<Found[]> {
	const found = await tx
		.select({
			id: chronology.id,
			reference: cases.reference,
			when: chronology.at,
			says: chronology.says,
			pupil: whose
		})
		.from(chronology)
		.innerJoin(cases, eq(cases.id, chronology.caseId))
		.innerJoin(pupils, eq(pupils.id, cases.pupilId))
		.where(inArray(chronology.id, ids));
	return found.map(({ says, pupil, ...entry }) => ({
		kind: 'entry',
		...entry,
		whose: [nameOf(pupil)],
		excerpt: excerpt(says, terms)
	}));
}

/** The cases of a list as they are shown: no words of theirs were found, only their child. */
export async function asCases(tx: Tx, where: SQL | undefined, most: number): Promise<Found[]> {
	const found = await tx
		.select({ id: cases.id, reference: cases.reference, when: cases.openedAt, pupil: whose })
		.from(cases)
		.innerJoin(pupils, eq(pupils.id, cases.pupilId))
		.where(where)
		.orderBy(desc(cases.openedAt), desc(sql`${cases}.rowid`))
		.limit(most);
	return found.map(({ pupil, ...one }) => ({
		kind: 'case',
		...one,
		whose: [nameOf(pupil)],
		excerpt: []
	}));
}
