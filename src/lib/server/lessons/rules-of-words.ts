import { gradeOf, unless } from '../writing/index.ts';
import type { Catalogued } from './reading.ts';
import type { Rule } from './rule.ts';

const notTheirFault: Rule = ({ read }) =>
	unless(
		read.some((text) => /\b(not|isn['’]t|never) your fault/i.test(text)),
		'Nothing tells a pupil that it is not their fault.'
	);

/** The school grade that each phase may ask for; a grade and five years is an age. */
const grades: Record<Catalogued['phase'], number> = {
	'Key stage 2': 4,
	'Key stage 3': 6,
	'Key stage 4': 8,
	'Post-16': 9
};

const readable: Rule = ({ lesson, read }) => {
	const grade = gradeOf(read);
	const most = grades[lesson.phase];
	return unless(
		grade <= most,
		`It asks for a reading age of ${(grade + 5).toFixed(1)}, and its pupils have ${most + 5}: use shorter sentences and plainer words.`
	);
};

/** How a lesson may speak to a pupil, beside what holds for everything written. */
export const rulesForPupils = [notTheirFault, readable];
