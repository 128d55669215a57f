import * as v from 'valibot';
import { boxes, checked, dayIn, isSaid, key, text, wrongDueDay, type Said } from './fields.ts';

/** What is to be done next: `owner` is an id among the staff, or empty for oneself; `by` is `YYYY-MM-DD`. */
export type Step = { does: string; owner: string; by: string };

/** The fields in which a form says a next step. */
export const stepFields = {
	does: text,
	owner: v.optional(v.string(), ''),
	...boxes('by')
};

/** The next step that a form says. */
export const stepIn = (said: Said): Step => ({
	does: String(said.does ?? ''),
	owner: String(said.owner ?? ''),
	by: dayIn(said, 'by')
});

/** What is wrong with the next step that a form says; `at` is now. */
export const wrongStep = (said: Said, at: Date): Record<string, string | undefined> => ({
	does: isSaid(said.does) ? undefined : 'Say what is done next',
	by: wrongDueDay(said, 'by', at)
});

/** What a form for nothing but a next step must say; `at` is now. */
export const stepping = (at = new Date()) =>
	v.pipe(
		v.object({ key, ...stepFields }),
		checked((said) => wrongStep(said, at)),
		v.transform((said) => ({ ...stepIn(said), key: said.key }))
	);
