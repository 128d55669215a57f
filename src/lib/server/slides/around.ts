import type { Catalogued } from '../lessons/index.ts';
import said from '../../../../content/site/slides.json' with { type: 'json' };
import { asked } from './activities.ts';
import type { Block, Draft } from './slide.ts';

/** Whom a slide names beside the adults of a school: a service, and how it is reached. */
export type Helper = { name: string; phone: string | null };

const words = (says: string[]): Block[] => says.map((each) => ({ kind: 'words', says: each }));
const list = (items: string[]): Block => ({ kind: 'list', items });

/** What every deck begins with: what it is, how a class talks of it, what pupils will be able to do, and the words for it. */
export const opening = (lesson: Catalogued): Draft[] => [
	{ id: 'opening', look: 'opening', of: lesson.phase, title: lesson.title, blocks: [] },
	{
		...{ id: 'before', look: 'plain', title: said.note.title },
		blocks: words([notesOf(lesson), said.note.pass])
	},
	{ id: 'rules', look: 'plain', title: said.rules.title, blocks: [list(lesson.groundRules)] },
	{ id: 'secret', look: 'plain', title: said.secret.title, blocks: words(said.secret.says) },
	{
		...{ id: 'objectives', look: 'plain', title: said.objectives.title },
		blocks: [list(lesson.objectives.map(({ text }) => text))]
	},
	{
		...{ id: 'key-words', look: 'plain', title: said.keyWords.title },
		blocks: [
			{ kind: 'pairs', pairs: lesson.keyWords.map(({ term, plain }) => ({ term, says: plain })) }
		]
	}
];

const notesOf = ({ contentNote, sexEducationNote }: Catalogued): string =>
	[contentNote, sexEducationNote].filter(Boolean).join(' ');

/** The questions that show each pupil, and nobody else, what they can say now. */
export const exit = ({ objectives }: Catalogued): Draft[] =>
	asked(
		'now-i-can',
		said.exit.of,
		objectives.map(({ exitItem }) => exitItem)
	);

/** How every lesson ends: where help is, whom one may tell, and a quiet minute that may be left out. */
export const ending = (helpers: Helper[]): Draft[] => [
	{
		...{ id: 'help', look: 'help', title: said.help.title },
		blocks: [
			...words(said.help.says),
			{
				kind: 'pairs',
				pairs: helpers.flatMap(({ name, phone }) =>
					phone ? [{ term: name === phone ? said.help.danger : name, says: phone }] : []
				)
			}
		]
	},
	{ id: 'adults', look: 'help', title: said.adults.title, blocks: [list(said.adults.items)] },
	{
		...{ id: 'calm', look: 'calm', title: said.calm.title },
		blocks: [...words(said.calm.says), list(said.calm.items)]
	}
];
