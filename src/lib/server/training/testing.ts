import type { TrainingModule } from './schema.ts';

const asked = (ask: string): TrainingModule['check'][number] => ({
	ask,
	attitude: false,
	options: [
		{ text: 'Today', right: true, says: 'Yes: the same day.' },
		{ text: 'When I am sure', right: false, says: 'Nobody alone can be sure.' }
	]
});

/** A module that obeys the schema and nothing more, for tests to spoil one thing at a time. */
export const aModule = (): TrainingModule => ({
	id: 'T1',
	title: 'Noticing',
	minutes: 10,
	version: '2026-11-20',
	summary: 'What to notice, and whom to tell.',
	byTheEnd: ['notice a change', 'say it plainly', 'pass it on'],
	activities: {
		words: {
			kind: 'rehearse',
			...{ title: 'Say it aloud', intro: 'As somebody else.', noDevice: 'In pairs.' },
			lines: [
				{ who: 'Pupil', says: 'It was loud.' },
				{ who: 'Adult', says: 'Thank you for telling me.' }
			],
			stepOut: 'You are yourself again.'
		}
	},
	check: [asked('When?'), asked('And then?'), asked('And when there is no proof?')],
	sources: [
		{ says: 'To act at once', where: 'https://www.example.org/act', checked: '2026-11-20' }
	],
	review: { status: 'drafted', checkedBy: [] },
	authors: ['Waymark']
});

/** Prose that shows the one activity of `aModule`. */
export const prose = `## Noticing

A change is worth a sentence.

<Activity name="words" of={activities.words} />
`;
