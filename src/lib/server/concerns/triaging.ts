import * as v from 'valibot';
import {
	checked,
	choice,
	isSaid,
	lines,
	narrative,
	text,
	wrongDueDay,
	type Said
} from '../fields.ts';
import { stepFields, stepIn, wrongStep, type Step } from '../steps.ts';
import { goesIntoACase, isWatching } from './deciding.ts';
import { decisions } from './schema.ts';

/** The fields of the form that are sent once for each box ticked. */
export const triageLists = ['children'];

/** What the form "Decide what happens" must say; `at` is now. Nothing is chosen beforehand. */
export const triaging = (at = new Date()) =>
	v.pipe(
		v.object({
			decision: choice(decisions, 'Choose what happens now'),
			why: narrative('Say why, in a sentence: also when nothing more is done'),
			/** Whether referring was thought of, where the decision is another. */
			thought: v.optional(v.string(), ''),
			whyNotReferred: text,
			...stepFields,
			children: lines,
			sameAs: v.pipe(v.optional(v.string(), ''), v.trim(), v.toUpperCase())
		}),
		checked((said) => wrongWith(said, at)),
		v.transform((said) => ({
			decision: said.decision,
			why: said.why,
			whyNotReferred: said.thought === 'yes' ? said.whyNotReferred : '',
			...stepIn(said),
			children: said.children,
			sameAs: said.sameAs
		}))
	);

const refers = (decision: string): boolean => decision === 'refer' || decision.startsWith('urgent');

function wrongWith(said: Said, at: Date): Record<string, string | undefined> {
	const decision = said.decision as (typeof decisions)[number];
	if (!decisions.includes(decision)) return {};
	const wrong: Record<string, string | undefined> = {};
	if (decision === 'the same as another')
		return { sameAs: isSaid(said.sameAs) ? undefined : 'Write the reference of the other concern' };
	if (!refers(decision) && said.thought !== 'yes' && said.thought !== 'no')
		wrong.thought = 'Say whether you thought of referring';
	if (!refers(decision) && said.thought === 'yes' && !isSaid(said.whyNotReferred))
		wrong.whyNotReferred = 'Say why you are not referring now';
	if (isWatching(decision)) wrong.by = wrongDueDay(said, 'by', at);
	// A case that is open has its next step already; one more is not asked for, and half of one is refused.
	const half = isSaid(said.does) || isSaid(said.byDay);
	if (goesIntoACase(decision) && (decision !== 'add to the open case' || half))
		Object.assign(wrong, wrongStep(said, at));
	return wrong;
}

/** What was decided and why, and what happens next where something does. */
export type Triage = Pick<v.InferOutput<ReturnType<typeof triaging>>, 'decision' | 'why'> &
	Partial<Step> & {
		whyNotReferred?: string;
		/** The ids of those of its children whose cases it goes into; all of them when there is only one. */
		children?: string[];
		/** The reference of the concern that says the same. */
		sameAs?: string;
	};
