import { gradeOf, unless } from '../writing/index.ts';
import type { Catalogued } from './reading.ts';
import type { Rule, Tier } from './rule.ts';

const notTheirFault: Rule = ({ read }) =>
	unless(
		read.some((text) => /\b(not|isn['’]t|never) your fault/i.test(text)),
		'Nothing tells a pupil that it is not their fault.'
	);

/** The school grade that each phase may be asked for in each tier; a grade and five years is an age. */
const grades: Record<Catalogued['phase'], Record<Tier, number>> = {
	'Key stage 2': { easy: 2, lesson: 4, further: 6 },
	'Key stage 3': { easy: 3, lesson: 6, further: 8 },
	'Key stage 4': { easy: 4, lesson: 8, further: 10 },
	'Post-16': { easy: 5, lesson: 9, further: 11 }
};
const called: Record<Tier, string> = {
	easy: 'Its telling in easy words',
	lesson: 'It',
	further: 'Its telling that goes further'
};

const withinItsTier: Rule = ({ lesson, tiers }) =>
	Object.entries(tiers).flatMap(([name, texts]) => {
		const tier = name as Tier;
		const grade = gradeOf(texts);
		const most = grades[lesson.phase][tier];
		return unless(
			grade <= most,
			`${called[tier]} asks for a reading age of ${(grade + 5).toFixed(1)}, and its pupils have ${most + 5}: use shorter sentences and plainer words.`
		);
	});

// Both know English alone; what is in another language was checked by the person it names.
const inEnglish =
	(rule: Rule): Rule =>
	(whole) =>
		whole.lesson.language === 'en' ? rule(whole) : [];

/** How a lesson may speak to a pupil, beside what holds for everything written. */
export const rulesForPupils = [notTheirFault, withinItsTier].map(inEnglish);
