import { textsOf, unless } from '../writing/index.ts';
import type { Rule } from './rule.ts';
import { codes, glossOf } from './statutory.ts';

const path: Rule = ({ lesson: { steps } }) => {
	const short = steps.filter((step) => step.short);
	const minutes = short.reduce((sum, step) => sum + step.minutes, 0);
	return [
		...unless(minutes === 25, `The short path takes ${minutes} minutes: make it 25.`),
		...unless(
			steps.at(0)?.short === true && steps.at(-1)?.short === true,
			'The short path keeps the opening and the close: mark the first and the last step.'
		)
	];
};

const limits: Rule = ({ lesson: { steps } }) =>
	unless(
		/can(?:no|’|')t (?:keep|promise)|cannot (?:keep|promise)/i.test(textsOf(steps.at(0)).join(' ')),
		'The opening does not say the limits of confidentiality: that an adult cannot keep a secret when somebody may not be safe.'
	);

const questionBox: Rule = ({ lesson: { steps } }) =>
	unless(/question box|\bslip/i.test(textsOf(steps).join(' ')), 'No step has a question box.');

const signposted: Rule = ({ lesson, services }) =>
	lesson.signposts
		.filter((id) => !services.has(id))
		.map((id) => `It sends pupils to “${id}”, which we do not show.`);

const itsCodes: Rule = ({ lesson }) => {
	const outside = codes.filter(({ status }) => status === 'O').map(({ code }) => code);
	return lesson.objectives
		.flatMap((each) => each.codes)
		.flatMap((code) => [
			...unless(glossOf(code) !== undefined, `The guidance has no item ${code}.`),
			...unless(!outside.includes(code), `${code} is left to other lessons.`)
		]);
};

/** What a lesson must have, and where. */
export const rulesOfShape = [path, limits, questionBox, signposted, itsCodes];
