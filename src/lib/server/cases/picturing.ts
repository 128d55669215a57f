import * as v from 'valibot';
import { desc, eq } from 'drizzle-orm';
import { staff as adults } from '../accounts/index.ts';
import type { Staff } from '../access/index.ts';
import type { Database, Tx } from '../db/index.ts';
import { key, lines, narrative } from '../fields.ts';
import { record } from '../ledger/index.ts';
import { chronicle, isThere } from './chronicling.ts';
import { upon, type Refused } from './guarding.ts';
import { abusePictures, substancePictures } from './schema.ts';

type Db = Database<'organisation'>;

/**
 * The kinds of domestic abuse: those of the Domestic Abuse Act 2021, section 1(3)
 * (https://www.legislation.gov.uk/ukpga/2021/17/section/1), each by its own name, and two ways in which it is
 * done that schools meet and the section does not name. The law is about people of 16 and over; the picture
 * is also for a younger child's own relationship.
 */
export const abuseKinds = [
	'physical',
	'sexual',
	'violent or threatening',
	'controlling or coercive',
	'economic',
	'psychological or emotional',
	'stalking or harassment',
	'online',
	'other'
] as const;

/** What the form for a picture of domestic abuse must say. It does not ask what caused it. */
export const abusePicturing = v.object({
	key,
	whoHarms: narrative('Say who harms'),
	toWhom: narrative('Say who is harmed'),
	abuseKinds: v.pipe(
		lines,
		v.array(v.picklist(abuseKinds, 'Choose from the list')),
		v.minLength(1, 'Choose at least one kind')
	),
	pattern: narrative('Say what the pattern is, and not only one incident'),
	effect: narrative('Say what it does to this child')
});

/** What the form for a picture of substances must say. It does not ask whether they caused anything. */
export const substancePicturing = v.object({
	key,
	whose: narrative('Say whose use it is'),
	what: narrative('Say what is used'),
	howUsed: narrative('Say how it is used, also to cope'),
	harm: narrative('Say what harm there is, or that none is known'),
	wants: narrative('Say what the young person wants, or that they were not asked')
});

type Abuse = v.InferOutput<typeof abusePicturing>;
type Substances = v.InferOutput<typeof substancePicturing>;

/** Writes down domestic abuse as it is for this child. The same form sent twice is one. */
export const pictureAbuse = (
	db: Db,
	staff: Staff,
	reference: string,
	{ key: id, abuseKinds, ...said }: Abuse,
	at = new Date()
): Promise<'added' | Refused> =>
	upon(db, staff, 'add to a case', reference, at, async (tx, { id: caseId }): Promise<'added'> => {
		if (await isThere(tx, id)) return 'added';
		const kinds = abuseKinds.join('\n');
		await tx.insert(abusePictures).values({ caseId, ...said, abuseKinds: kinds, by: staff.id, at });
		const kind = 'domestic abuse picture';
		const says = labelled([
			['Who harms', said.whoHarms],
			['To whom', said.toWhom],
			['Kinds', abuseKinds.join(', ')],
			['Pattern', said.pattern],
			['Effect on this child', said.effect]
		]);
		await chronicle(tx, { id, caseId, kind, says, staffId: staff.id, at });
		await record(tx, staff, { did: `added: ${kind}`, object: 'case', id: reference }, at);
		return 'added';
	});

/** Writes down substances as they are for this child. The same form sent twice is one. */
export const pictureSubstances = (
	db: Db,
	staff: Staff,
	reference: string,
	{ key: id, ...said }: Substances,
	at = new Date()
): Promise<'added' | Refused> =>
	upon(db, staff, 'add to a case', reference, at, async (tx, { id: caseId }): Promise<'added'> => {
		if (await isThere(tx, id)) return 'added';
		await tx.insert(substancePictures).values({ caseId, ...said, by: staff.id, at });
		const kind = 'substance picture';
		const says = labelled([
			['Whose', said.whose],
			['What', said.what],
			['How it is used', said.howUsed],
			['Harm', said.harm],
			['What the young person wants', said.wants]
		]);
		await chronicle(tx, { id, caseId, kind, says, staffId: staff.id, at });
		await record(tx, staff, { did: `added: ${kind}`, object: 'case', id: reference }, at);
		return 'added';
	});

/** What an entry says of several things, each on a line that begins with what it is about. */
export const labelled = (told: [label: string, says: string][]): string =>
	told
		.filter(([, says]) => says)
		.map(([label, says]) => `${label}: ${says}`)
		.join('\n');

/** The newest picture of each kind, with the name of who wrote it; `null` where there is none. */
export async function picturesOf(tx: Tx, caseId: string) {
	const [abuse] = await tx
		.select({ picture: abusePictures, by: adults.name })
		.from(abusePictures)
		.innerJoin(adults, eq(adults.id, abusePictures.by))
		.where(eq(abusePictures.caseId, caseId))
		.orderBy(desc(abusePictures.number))
		.limit(1);
	const [substances] = await tx
		.select({ picture: substancePictures, by: adults.name })
		.from(substancePictures)
		.innerJoin(adults, eq(adults.id, substancePictures.by))
		.where(eq(substancePictures.caseId, caseId))
		.orderBy(desc(substancePictures.number))
		.limit(1);
	return {
		abuse: abuse
			? { ...abuse.picture, abuseKinds: abuse.picture.abuseKinds.split('\n'), by: abuse.by }
			: null,
		substances: substances ? { ...substances.picture, by: substances.by } : null
	};
}
