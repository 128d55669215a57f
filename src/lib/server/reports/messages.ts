import * as v from 'valibot';
import { urgencies } from '../concerns/index.ts';
import { id, moment, name, narrative } from '../referrals/index.ts';
import { reportStates } from './schema.ts';

const reference = v.pipe(v.string(), v.regex(/^W(-[0-9A-HJKMNP-TV-Z]{4}){2}$/));

/** What another organisation writes to a school's lead about a young person who came to them. */
export const reportMessage = {
	kind: 'report',
	version: 1,
	schema: v.object({
		id,
		reference,
		senderName: name,
		writtenBy: name,
		childName: name,
		/** `YYYY-MM-DD`, or empty. */
		childBornOn: v.union([v.literal(''), v.pipe(v.string(), v.isoDate())]),
		says: narrative,
		childsWords: narrative,
		childKnows: narrative,
		safeContact: narrative,
		urgency: v.picklist(urgencies),
		sentAt: moment
	})
} as const;

/** What the school did with it: a word and a safe sentence. No concern, no case, no decision. */
export const reportAnswerMessage = {
	kind: 'report-answer',
	version: 1,
	schema: v.object({
		id,
		reportId: id,
		state: v.picklist(reportStates),
		by: name,
		at: moment
	})
} as const;

export type ReportBody = v.InferOutput<typeof reportMessage.schema>;
export type ReportAnswerBody = v.InferOutput<typeof reportAnswerMessage.schema>;
