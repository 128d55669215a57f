import * as v from 'valibot';
import { id, moment, name, narrative } from '../referrals/index.ts';
import { standardAnswers } from './schema.ts';

/** The longest that may be agreed, in working days: a term has not many more. */
export const longest = 60;

const days = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(longest));

/** What one organisation proposes to the other. */
export const standardMessage = {
	kind: 'standard',
	version: 1,
	schema: v.object({
		id,
		senderName: name,
		opensWithin: days,
		decidesWithin: days,
		beginsWithin: days,
		contacts: narrative,
		criteria: narrative,
		by: name,
		at: moment
	})
} as const;

/** What the other answers, or that either ends it. */
export const standardAnswerMessage = {
	kind: 'standard-answer',
	version: 1,
	schema: v.object({
		id,
		standardId: id,
		answer: v.picklist(standardAnswers),
		says: narrative,
		by: name,
		at: moment
	})
} as const;

export type StandardBody = v.InferOutput<typeof standardMessage.schema>;
export type AnswerBody = v.InferOutput<typeof standardAnswerMessage.schema>;
