import { may, type Staff } from '../access/index.ts';
import { write, type Database } from '../db/index.ts';
import * as exchange from '../exchange/index.ts';
import { record, recordNotShown, recordRefusal } from '../ledger/index.ts';
import { allBetween } from './between.ts';
import type { Answering } from './forms.ts';
import { standardAnswerMessage } from './messages.ts';
import { standardTurns } from './schema.ts';

type Between = Awaited<ReturnType<typeof allBetween>>;

/** Whether an answer leads anywhere from here: nobody agrees to their own proposal, and only what stands can end. */
const leads = ({ proposals, places, standsId }: Between, { standardId, answer }: Answering) => {
	const proposal = proposals.find(({ id }) => id === standardId);
	if (answer === 'ended') return standsId === standardId;
	return proposal?.proposedHere === false && places.get(standardId) === 'proposed';
};

/**
 * Agrees to what a partner proposed, or not, or ends what stands, and tells the partner, in one transaction.
 * The same form sent twice is one answer.
 */
export async function answer(
	db: Database<'organisation'>,
	staff: Staff,
	partnerId: string,
	form: Answering,
	at = new Date()
): Promise<'answered' | 'not from here' | 'not found'> {
	if (!may(staff, 'keep standards')) {
		await recordRefusal(db, staff, 'keep standards', at);
		return 'not found';
	}
	return write(db, async (tx) => {
		const known = await allBetween(tx, partnerId);
		if (!known.proposals.some(({ id }) => id === form.standardId)) {
			await recordNotShown(tx, staff, 'standard', form.standardId, at);
			return 'not found';
		}
		if (known.turns.some(({ id }) => id === form.key)) return 'answered';
		if (!leads(known, form)) return 'not from here';
		const { key: id, ...turn } = form;
		const body = { id, ...turn, by: staff.name, at };
		await tx.insert(standardTurns).values(body);
		await exchange.send(tx, { ...standardAnswerMessage, recipientId: partnerId, body }, at);
		await record(tx, staff, { did: form.answer, object: 'standard', id: form.standardId }, at);
		return 'answered';
	});
}
