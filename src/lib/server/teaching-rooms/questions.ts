import type { Activity } from '#lib/activities/shapes.ts';
import type { Catalogued } from '../lessons/index.ts';
import type { Question } from '../rooms/index.ts';

/** One activity of a lesson as questions, and how it is done without a device. */
export type Questions = {
	title: string;
	kind: 'sort' | 'scale' | 'quiz' | 'poll';
	noDevice: string;
	questions: Question[];
};

/** What of an activity can be answered by choosing one thing; nothing of those that are for talking, or for oneself. */
function asked(activity: Activity): [ask: string, options: string[]][] {
	switch (activity.kind) {
		case 'sort':
			return activity.items.map(({ text }) => [text, activity.boxes.map(({ label }) => label)]);
		case 'scale':
			return activity.situations.map(({ text }) => [text, activity.points]);
		case 'quiz':
			return activity.questions.map(({ ask, options }) => [ask, options.map(({ text }) => text)]);
		default:
			return [];
	}
}

const letters = ['A', 'B', 'C', 'D'];

/** A question that is asked aloud, in the teacher’s own words: only its letters are on a screen. */
const polls: Questions = {
	title: 'Ask something of your own, aloud',
	kind: 'poll',
	noDevice: 'Say what A, B, C and D stand for, and count the hands for each.',
	questions: [2, 3, 4].map((many) => ({
		key: `aloud:${many}`,
		ask: 'Your teacher asks this one aloud',
		options: letters.slice(0, many)
	}))
};

/** Everything that a class can be asked in a lesson, in the lesson’s own order; and a poll of the teacher’s own. */
export const questionsOf = (lesson: Pick<Catalogued, 'activities'>): Questions[] => [
	...Object.entries(lesson.activities).flatMap(([name, activity]): Questions[] => {
		const questions = asked(activity).map(([ask, options], at) => ({
			...{ key: `${name}-${at + 1}`, ask, options }
		}));
		if (questions.length === 0) return [];
		const { kind, title, noDevice } = activity;
		return [{ title, kind: kind as 'sort', noDevice, questions }];
	}),
	polls
];

/** Whether a question may be asked more than once in a lesson: one of the lesson’s own is answered once. */
export const mayBeRepeated = ({ key }: Pick<Question, 'key'>): boolean => key.startsWith('aloud:');

/** The question of this key, in a lesson. */
export const questionIn = (
	lesson: Pick<Catalogued, 'activities'>,
	key: string
): Question | undefined =>
	questionsOf(lesson)
		.flatMap(({ questions }) => questions)
		.find((each) => each.key === key);
