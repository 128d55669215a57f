import * as v from 'valibot';
import type { Staff } from '../access/index.ts';
import { write, type Tx } from '../db/index.ts';
import { choice } from '../fields.ts';
import * as ledger from '../ledger/index.ts';
import * as notices from '../notices/index.ts';
import type { Place } from './place.ts';
import { ownBox, questionsIn } from './reading.ts';
import { questionHandlings } from './schema.ts';

/** What a teacher may decide of a question by themselves. */
export const decisions = ['', 'answered in class', 'next time', 'not suitable'] as const;

/** What the form about a question must say. */
export const handling = v.object({
	says: v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.maxLength(2000, 'Keep it under 2,000 letters')
	),
	state: choice(decisions, 'Choose from the list')
});

const final = new Set<string>(['answered in class', 'not suitable', 'told the lead']);
const putAway = ({ name }: Staff, className: string): string =>
	`A question that may be a disclosure was put away by ${name}, without its words being passed on to you (${className}). Ask them about it while their box has it.`;

type Handled = typeof questionHandlings.$inferInsert;

/**
 * Keeps, in place of what was kept, what will be said to the class and what was decided. What the lead was told stays
 * told. Where a question that may be a disclosure is put away without telling them, the leads hear that it was, and not
 * a word of it: it may be about whoever put it away.
 *
 * @param leads who hears, by their ids among the staff
 */
export async function handle(
	place: Place,
	staff: Staff,
	{ box: id, number }: { box: string; number: number },
	{ says, state, leads }: v.InferOutput<typeof handling> & { leads: readonly string[] },
	at = new Date()
): Promise<'kept' | 'not found'> {
	const found = await ownBox(place, staff, id, at);
	if (found === 'not found') return found;
	const question = (await questionsIn(place, found, at)).find((each) => each.number === number);
	return write(place.db, async (tx) => {
		if (!question) {
			await ledger.recordNotShown(tx, staff, 'question', id, at);
			return 'not found';
		}
		const stays = question.state === 'told the lead' ? question.state : state;
		await keep(tx, { number, boxId: id, says, state: stays });
		const isPutAway = question.mayTell.length > 0 && final.has(stays) && !final.has(question.state);
		if (isPutAway) await notices.tell(tx, leads, { says: putAway(staff, found.className) }, at);
		const entry = { did: 'decided on', object: 'question', id: `${id} ${number}` };
		await ledger.record(tx, staff, entry, at);
		return 'kept';
	});
}

/** Writes what is done about a question in place of what was. */
export const keep = (tx: Tx, row: Handled): Promise<unknown> =>
	tx
		.insert(questionHandlings)
		.values(row)
		.onConflictDoUpdate({
			target: questionHandlings.number,
			set: { says: row.says, state: row.state }
		});
