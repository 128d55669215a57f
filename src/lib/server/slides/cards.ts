import type { Activity, Branch, Quiz } from '#lib/activities/shapes.ts';
import type { Catalogued } from '../lessons/index.ts';
import type { Block } from './slide.ts';

/** One thing to read out, hand round or cut out. It never says what is thought of it. */
export interface Card {
	title: string;
	blocks: Block[];
}

/** An activity as it is done with hands, cards or corners. */
export interface Cards {
	name: string;
	title: string;
	/** How it is done without a device. */
	how: string;
	/** What hangs in the corners or is held up, in letters that are read across a room. */
	signs: string[];
	cards: Card[];
	/** Whether it is written on, so that it has lines. */
	written: boolean;
}

/** What is printed for each activity of a lesson, in the order of its steps. */
export const cardsOf = ({ steps, activities }: Catalogued): Cards[] =>
	steps.flatMap(({ activity: name }) => {
		const activity = name ? activities[name] : undefined;
		if (!name || !activity) return [];
		const { kind, title, noDevice: how } = activity;
		return [{ name, title, how, ...printed(activity), written: kind === 'make' }];
	});

const words = (says: string): Block[] =>
	says.split(/\n\s*\n/).map((paragraph) => ({ kind: 'words', says: paragraph }));

function printed(activity: Activity): Pick<Cards, 'signs' | 'cards'> {
	const titled = (title: string): Card => ({ title, blocks: [] });
	switch (activity.kind) {
		case 'sort':
			return {
				signs: activity.boxes.map(({ label }) => label),
				cards: activity.items.map(({ text }) => titled(text))
			};
		case 'scale':
			return {
				signs: activity.points,
				cards: activity.situations.map(({ text }) => titled(text))
			};
		case 'quiz':
			return lettered(activity);
		case 'branch':
			return { signs: [], cards: numbered(activity) };
		case 'case':
			return {
				signs: [],
				cards: [
					...activity.told.map(({ title, text }) => ({ title, blocks: words(text) })),
					...activity.questions.map(({ ask }) => titled(ask))
				]
			};
		case 'rehearse': {
			const pairs = activity.lines.map(({ who, says }) => ({ term: who, says }));
			return {
				signs: [],
				cards: [
					{ title: activity.title, blocks: [{ kind: 'pairs', pairs }, ...words(activity.stepOut)] }
				]
			};
		}
		case 'map':
			return {
				signs: activity.marks.map(({ mark, means }) => `${mark}: ${means}`),
				cards: activity.places.map(({ name, ask }) => ({ title: name, blocks: words(ask) }))
			};
		case 'make':
			return {
				signs: [],
				cards: activity.prompts.map(({ ask, hint }) => ({ title: ask, blocks: words(hint) }))
			};
	}
}

function lettered({ questions }: Quiz): Pick<Cards, 'signs' | 'cards'> {
	const most = Math.max(...questions.map(({ options }) => options.length));
	return {
		signs: [...'ABCDEF'].slice(0, most),
		cards: questions.map(({ ask, options }) => ({
			title: ask,
			blocks: [{ kind: 'letters', of: options.map(({ text }) => text) }]
		}))
	};
}

/** On paper a story is followed by the numbers of its scenes. */
function numbered({ scenes }: Branch): Card[] {
	const numberOf = new Map(scenes.map(({ id }, at) => [id, at + 1]));
	return scenes.map(({ title, text, choices, mended }, at) => ({
		title: `${at + 1}. ${title}`,
		blocks: [
			...words(text),
			...(choices.length > 0
				? [
						{
							kind: 'list' as const,
							items: choices.map(({ says, to }) => `${says} Go to ${numberOf.get(to)}.`)
						}
					]
				: words(mended ?? ''))
		]
	}));
}
