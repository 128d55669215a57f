import type { Refused } from '#lib/server/forms.ts';
import { refused } from '#lib/server/forms.ts';
import type * as cases from '#lib/server/cases/index.ts';

type Problem = Exclude<
	cases.Triaged['outcome'],
	'decided' | 'not found' | 'step up' | 'already decided'
>;

const problems: Record<Problem, [field: string, says: string]> = {
	'not decided yet': ['decision', 'This was not decided yet: decide it first'],
	'no open case': ['decision', 'This pupil has no open case: open one'],
	'no child chosen': [
		'children',
		'Choose whose case it goes into. A child who is not known must be named first'
	],
	'no next step': [
		'does',
		'Say what is done next, and by when: an open case always has a next step'
	],
	'no such concern': [
		'sameAs',
		'There is no such concern about the same child, or it is told by another itself'
	],
	'not an owner': ['owner', 'Choose somebody who may know of this']
};

/** A decision that was not made, as the form shows it; `undefined` for what is no problem of the form. */
export function refusedAs(typed: Refused['typed'], outcome: string): Refused | undefined {
	const problem = problems[outcome as Problem];
	return problem && refused(typed, { [problem[0]]: problem[1] });
}
