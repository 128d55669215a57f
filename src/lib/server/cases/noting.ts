import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { Staff } from '../access/index.ts';
import { today } from '../days.ts';
import type { Database } from '../db/index.ts';
import { boxes, checked, choice, dayIn, isSaid, key, narrative } from '../fields.ts';
import { record } from '../ledger/index.ts';
import { chronicle, isThere } from './chronicling.ts';
import { upon, type Refused } from './guarding.ts';

/** The kinds a person writes by hand; the others are written by the acts that they tell of. */
export const written = [
	'child’s voice',
	'contact',
	'meeting',
	'fact',
	'decision',
	'strength',
	'risk',
	'document',
	'police notice'
] as const;

/** What the form "Add to a case" must say; `at` is now. The day is left empty when it was today. */
export const noting = (at = new Date()) =>
	v.pipe(
		v.object({
			key,
			kind: choice(written, 'Choose what kind of entry it is'),
			says: narrative('Write what happened'),
			...boxes('happened')
		}),
		checked((said) => ({ happened: wrongDay(said, at) })),
		v.transform((said) => ({
			...{ key: said.key, kind: said.kind, says: said.says },
			happenedOn: dayIn(said, 'happened')
		}))
	);

function wrongDay(said: Record<string, unknown>, at: Date): string | undefined {
	const day = dayIn(said, 'happened');
	const typed = ['happenedDay', 'happenedMonth', 'happenedYear'].some((box) => isSaid(said[box]));
	if (typed && !day) return 'Write the day it happened, such as 9 11 2026, or leave it empty';
	return day > today(at) ? 'The day it happened must be today or before' : undefined;
}

type Written = v.InferOutput<ReturnType<typeof noting>>;
type Noted = Pick<Written, 'kind' | 'says'> & Partial<Written>;

/** Adds an entry to a case by hand. It stays as it was written; its form sent twice is one entry. */
export const note = (
	db: Database<'organisation'>,
	staff: Staff,
	reference: string,
	{ key: id = randomUUID(), kind, says, happenedOn }: Noted,
	at = new Date()
): Promise<'added' | Refused> =>
	upon(db, staff, 'add to a case', reference, at, async (tx, { id: caseId }): Promise<'added'> => {
		if (await isThere(tx, id)) return 'added';
		const when = happenedOn && happenedOn !== today(at) ? { happenedOn } : {};
		await chronicle(tx, { id, caseId, kind, says, staffId: staff.id, at, ...when });
		await record(tx, staff, { did: `added: ${kind}`, object: 'case', id: reference }, at);
		return 'added';
	});
