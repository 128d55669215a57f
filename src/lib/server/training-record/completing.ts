import * as v from 'valibot';
import { may, type Staff } from '../access/index.ts';
import { write, type Database } from '../db/index.ts';
import * as ledger from '../ledger/index.ts';
import type { Module } from '../training/index.ts';
import { trainingCompletions } from './schema.ts';

const act = 'do training';

/** The most questions that a check may ask. */
const most = 5;

/** The name of each question’s field, the first `q1`. */
export const fieldOf = (at: number): string => `q${at + 1}`;

/** The form of a check: of each question which option was chosen, and in which version it was asked. */
export const answering = v.object({
	version: v.optional(v.string(), ''),
	...Object.fromEntries(
		Array.from({ length: most }, (_, at) => [fieldOf(at), v.optional(v.string(), '')])
	)
});

export type Answers = Record<string, string>;
type Asked = Pick<Module, 'id' | 'version' | 'check'>;

/** What is said to each question that has no right answer yet, by its field: that option’s own reply. */
export type Replies = Record<string, string>;

function repliesTo(check: Asked['check'], answers: Answers): Replies {
	const replies: Replies = {};
	for (const [at, { options }] of check.entries()) {
		const chosen = options.find((_, each) => String(each) === answers[fieldOf(at)]);
		if (!chosen) replies[fieldOf(at)] = 'Choose an answer';
		else if (!chosen.right) replies[fieldOf(at)] = `Not quite. ${chosen.says}`;
	}
	return replies;
}

/**
 * Takes the answers to a module’s check. Once all are right it is done, in this version, and written down: once,
 * however often the form is sent. Until then nothing is kept, and each question that is not right says why.
 */
export async function complete(
	db: Database<'organisation'>,
	staff: Staff,
	module: Asked,
	answers: Answers,
	at = new Date()
): Promise<'done' | 'changed meanwhile' | 'not found' | { replies: Replies }> {
	if (!may(staff, act)) {
		await ledger.recordRefusal(db, staff, act, at);
		return 'not found';
	}
	if (answers.version !== module.version) return 'changed meanwhile';
	const replies = repliesTo(module.check, answers);
	if (Object.keys(replies).length > 0) return { replies };
	const { id: moduleId, version } = module;
	return write(db, async (tx): Promise<'done'> => {
		const [kept] = await tx
			.insert(trainingCompletions)
			.values({ staffId: staff.id, moduleId, version, at })
			.onConflictDoNothing()
			.returning({ number: trainingCompletions.number });
		const entry = { did: 'completed', object: 'training', id: `${moduleId} of ${version}` };
		if (kept) await ledger.record(tx, staff, entry, at);
		return 'done';
	});
}
