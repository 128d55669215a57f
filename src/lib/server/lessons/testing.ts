import type { Lesson } from './schema.ts';

const opening = { title: 'Which is which?', intro: 'Choose one.', noDevice: 'Use two corners.' };

const exitItem = {
	ask: 'What is a plan?',
	attitude: false,
	options: [
		{ text: 'Something two people agree', right: true, says: 'Yes: both have a say.' },
		{ text: 'Something one person decides', right: false, says: 'That is a rule.' }
	]
};

const step = (title: string, minutes: number, activity?: string) => ({
	title,
	minutes,
	short: true,
	say: 'Welcome.',
	do: 'Agree the ground rules.',
	watchFor: 'Anyone who goes quiet.',
	activity
});

const activities: Lesson['activities'] = {
	sorting: {
		kind: 'sort',
		...opening,
		boxes: [
			{ id: 'plan', label: 'Plan' },
			{ id: 'rule', label: 'Rule' }
		],
		items: ['Ash asks', 'Ash tells', 'Ash waits'].map((text) => ({
			text,
			fits: ['plan'],
			says: { plan: 'Both had a say.', rule: 'Only one had a say.' }
		}))
	},
	story: {
		kind: 'branch',
		...opening,
		scenes: [
			{
				id: 'start',
				title: 'Friday',
				text: 'Ash has a plan.',
				choices: [
					{ says: 'Ask', to: 'ask' },
					{ says: 'Wait', to: 'wait' }
				]
			},
			{
				id: 'ask',
				title: 'Asking',
				text: 'Rowan thinks.',
				choices: [{ says: 'Listen', to: 'end' }]
			},
			{
				id: 'wait',
				title: 'Waiting',
				text: 'Rowan wonders.',
				choices: [{ says: 'Ask now', to: 'end' }]
			},
			{
				id: 'end',
				title: 'Saturday',
				text: 'They meet.',
				choices: [],
				mended: 'They agreed on a time.'
			}
		]
	}
};

/** A lesson that obeys the schema and nothing more, for tests to spoil one thing at a time. */
export const aLesson = (): Lesson => structuredClone(lesson);

const lesson: Lesson = {
	id: 'K3-99',
	language: 'en',
	title: 'Making plans together',
	phase: 'Key stage 3',
	years: [9],
	minutes: 25,
	level: 2,
	strand: 'relationships',
	summary: 'How two people make a plan that suits both.',
	contentNote: 'Two friends disagree. Nobody is hurt.',
	groundRules: ['Listen', 'Talk about ideas, not people', 'Anyone may pass'],
	objectives: [
		{ text: 'say what a plan is', codes: ['SR1'], exitItem },
		{ text: 'say what a rule is', codes: ['SR5'], exitItem }
	],
	keyWords: ['Plan', 'Rule', 'Choice'].map((term) => ({ term, plain: 'A word.' })),
	cast: [{ name: 'Ash', who: 'is 14 and likes climbing' }],
	misconceptions: [{ belief: 'Friends agree on everything', answer: 'Most do not.' }],
	steps: [
		step('Opening', 4),
		step('A story', 6, 'story'),
		step('Sorting', 6, 'sorting'),
		step('Talking', 5),
		step('Closing', 4)
	],
	activities,
	sources: [
		{ says: 'What a plan is', where: 'https://www.example.org/plans', checked: '2026-11-22' }
	],
	tellings: {
		easy: ['A plan', 'A rule', 'A choice', 'You can say no', 'Tell someone'].map((title) => ({
			title,
			text: 'We make a plan. You can say no.'
		})),
		further: ['Plans and rules', 'Choices'].map((title) => ({
			title,
			text: 'A plan that two people made together can be changed by either of them at any time.'
		}))
	},
	atHome: ['Ask what makes a plan fair.', 'Say when you changed your own mind.'],
	changes: [{ on: '2026-11-22', says: 'Written.' }],
	sections: [],
	signposts: ['childline', 'emergency_999', 'shout'],
	review: { status: 'drafted', checkedBy: [] },
	funding: 'Nobody has paid for this lesson.',
	authors: ['Waymark']
};
