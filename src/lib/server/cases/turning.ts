import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { eq } from 'drizzle-orm';
import type { Staff } from '../access/index.ts';
import type { Database, Tx } from '../db/index.ts';
import { checked, choice, isSaid, narrative, text } from '../fields.ts';
import { record } from '../ledger/index.ts';
import { stepFields, stepIn, wrongStep } from '../steps.ts';
import { set } from './acting.ts';
import { chronicle } from './chronicling.ts';
import { finish } from './ending.ts';
import { upon, type Refused } from './guarding.ts';
import { ownerOf } from './owning.ts';
import { actionsOpen, caseTurns, outcomes, voices } from './schema.ts';
import { isOpen } from './standing.ts';

type Db = Database<'organisation'>;

/** What the form for closing a case must say. */
export const closing = v.pipe(
	v.object({
		outcome: choice(outcomes, 'Choose what came of it'),
		voice: choice(voices, 'Choose how the child’s voice is there'),
		voiceSays: text,
		why: narrative('Say why it is closed now'),
		/** `yes` to end what is still to be done, as not needed any more. */
		endRest: v.optional(v.string(), '')
	}),
	checked((said) => ({ voiceSays: isSaid(said.voiceSays) ? undefined : askFor(said.voice) }))
);

const asks: Partial<Record<unknown & string, string>> = {
	said: 'Write what they said',
	seen: 'Write what you saw of how they are',
	wants: 'Write what they want',
	'not asked because': 'Say why they were not asked'
};
const askFor = (voice: unknown): string => asks[String(voice)] ?? 'Write the child’s voice';

/**
 * Closes a case, with what came of it and the child's voice. What is still to be done stops it, unless the
 * form says to end it. Closing twice is an answer.
 */
export async function close(
	db: Db,
	staff: Staff,
	reference: string,
	form: v.InferOutput<typeof closing>,
	at = new Date()
): Promise<'closed' | 'already closed' | 'actions open' | Refused> {
	return upon(db, staff, 'add to a case', reference, at, async (tx, theCase) => {
		if (!(await isOpen(tx, theCase.id))) return 'already closed';
		const open = await tx
			.select({ actionId: actionsOpen.actionId })
			.from(actionsOpen)
			.where(eq(actionsOpen.caseId, theCase.id));
		if (open.length > 0 && form.endRest !== 'yes') return 'actions open';
		const rest = {
			caseId: theCase.id,
			ending: 'not needed',
			says: 'The case was closed.'
		} as const;
		for (const { actionId } of open) await finish(tx, staff, { actionId, ...rest }, at);
		await turnTo(tx, staff, theCase, { turn: 'closed', ...form }, at);
		return 'closed';
	});
}

/** What the form for opening a case again must say; `at` is now. */
export const reopening = (at = new Date()) =>
	v.pipe(
		v.object({ why: narrative('Say why it is opened again'), ...stepFields }),
		checked((said) => wrongStep(said, at)),
		v.transform((said) => ({ why: said.why, next: stepIn(said) }))
	);

/** Opens a closed case again, with its next step: the old story goes on. */
export async function reopen(
	db: Db,
	staff: Staff,
	reference: string,
	{ why, next }: v.InferOutput<ReturnType<typeof reopening>>,
	at = new Date(),
	owners: readonly string[] = []
): Promise<'reopened' | 'already open' | 'not an owner' | Refused> {
	return upon(db, staff, 'add to a case', reference, at, async (tx, theCase) => {
		if (await isOpen(tx, theCase.id)) return 'already open';
		const whose = await ownerOf(tx, staff, theCase.id, next.owner, owners, at);
		if (whose === 'not an owner') return whose;
		await turnTo(tx, staff, theCase, { turn: 'reopened', why }, at);
		const action = { id: randomUUID(), caseId: theCase.id, does: next.does };
		await set(tx, staff, { ...action, ownerId: whose.id, by: next.by }, at);
		return 'reopened';
	});
}

type Turn = { turn: 'closed' | 'reopened'; why: string } & Partial<
	Pick<v.InferOutput<typeof closing>, 'outcome' | 'voice' | 'voiceSays'>
>;

/** Closes or reopens a case in the caller's transaction, and says so in its chronology. */
export async function turnTo(
	tx: Tx,
	staff: Staff,
	{ id: caseId, reference }: { id: string; reference: string },
	{ turn, why, outcome, voice, voiceSays }: Turn,
	at: Date
): Promise<void> {
	const row = { caseId, turn, why, outcome, voice, voiceSays, by: staff.id, at };
	await tx.insert(caseTurns).values(row);
	const says = [outcome && sentence(outcome), why].filter(Boolean).join('\n');
	await chronicle(tx, { caseId, kind: turn, says, staffId: staff.id, at });
	if (voice && voiceSays)
		await chronicle(tx, {
			...{ caseId, kind: 'child’s voice', says: voiceAs(voice, voiceSays) },
			...{ staffId: staff.id, at }
		});
	await record(tx, staff, { did: turn, object: 'case', id: reference }, at);
}

const sentence = (outcome: string): string =>
	`${outcome.charAt(0).toUpperCase()}${outcome.slice(1)}.`;

const voiceAs = (voice: string, says: string): string =>
	voice === 'not asked because' ? `Not asked, because: ${says}` : says;
