import type {
	Activity,
	Branch,
	Case,
	Make,
	Map as PlaceMap,
	Question,
	Rehearse,
	Scale,
	Sort
} from '#lib/activities/shapes.ts';
import said from '../../../../content/site/slides.json' with { type: 'json' };
import type { Block, Draft, Pair } from './slide.ts';

const words = (says: string): Block[] =>
	says.split(/\n\s*\n/).map((paragraph) => ({ kind: 'words', says: paragraph }));
const pairs = (of: Pair[]): Block => ({ kind: 'pairs', pairs: of });

/** The slides of an activity after the one that begins it: each thing to think about, and then what is thought of it. */
export function played(name: string, activity: Activity): Draft[] {
	switch (activity.kind) {
		case 'sort':
			return sorted(name, activity);
		case 'scale':
			return placed(name, activity);
		case 'branch':
			return told(name, activity);
		case 'quiz':
			return asked(name, activity.title, activity.questions);
		case 'rehearse':
			return spoken(name, activity);
		case 'case':
			return talkedAbout(name, activity);
		case 'map':
			return mapped(name, activity);
		case 'make':
			return made(name, activity);
	}
}

const counted = (of: string, at: number, all: unknown[]): string =>
	`${of} · ${at + 1} of ${all.length}`;

const sorted = (name: string, { title, boxes, items }: Sort): Draft[] =>
	items.flatMap(({ text, fits, says }, at): Draft[] => {
		const of = counted(title, at, items);
		const id = `${name}-${at + 1}`;
		const replies = boxes.map((box) => ({ ...box, term: box.label, says: says[box.id] ?? '' }));
		const isShown = ({ id }: { id: string }) => fits.length === 0 || fits.includes(id);
		return [
			{
				...{ id, look: 'ask', of, title: text },
				blocks: [{ kind: 'boxes', of: boxes.map(({ label }) => label) }]
			},
			{
				...{ id: `${id}-thought`, look: 'think', of, title: said.answers.others, asked: text },
				blocks: [pairs(replies.filter(isShown).map(asPair))],
				replies: replies.filter((reply) => !isShown(reply)).map(asPair)
			}
		];
	});

const asPair = ({ term, says }: Pair): Pair => ({ term, says });

const placed = (name: string, { title, points, situations }: Scale): Draft[] =>
	situations.flatMap(({ text, says, moves }, at): Draft[] => {
		const of = counted(title, at, situations);
		const id = `${name}-${at + 1}`;
		const asks: Block[] = [
			...words(says),
			{ kind: 'words', says: said.line.asks },
			{ kind: 'list', items: moves.map(({ when }) => when) }
		];
		const thoughts = moves.map(({ when, says }) => ({ term: when, says }));
		return [
			{ id, look: 'ask', of, title: text, blocks: [{ kind: 'line', of: points }] },
			{
				...{ id: `${id}-thought`, look: 'think', of, title: said.answers.line, asked: text },
				blocks: asks
			},
			{
				...{ id: `${id}-moved`, look: 'think', of, title: said.answers.moves, asked: text },
				blocks: [pairs(thoughts)]
			}
		];
	});

/** A story goes on by its first choice, and from an ending to what comes after it. */
const told = (name: string, { title, scenes }: Branch): Draft[] =>
	scenes.flatMap((scene): Draft[] => {
		const id = `${name}-${scene.id}`;
		const of = title;
		const ways = scene.choices.map(({ says, to }) => ({ says, to: `${name}-${to}` }));
		if (!scene.mended)
			return [
				{
					...{ id, look: 'story', of, title: scene.title, on: ways[0]?.to },
					blocks: [...words(scene.text), { kind: 'ways', ways }]
				}
			];
		return [
			{ id, look: 'story', of, title: scene.title, blocks: words(scene.text) },
			{
				...{ id: `${id}-mended`, look: 'story', of, title: said.story.ends },
				...{ on: afterStory(name), blocks: words(scene.mended) }
			}
		];
	});

/** Stands for whatever slide comes after a story, until the deck knows it. */
export const afterStory = (name: string): string => `after ${name}`;

/** Questions, each with its answer on the next slide. An attitude has none that is right, so all are shown. */
export const asked = (name: string, title: string, questions: Question[]): Draft[] =>
	questions.flatMap(({ ask, attitude, options }, at): Draft[] => {
		const of = counted(title, at, questions);
		const id = `${name}-${at + 1}`;
		const replyOf = ({ text, says }: Question['options'][number]) => ({ term: text, says });
		const shown = options.filter(({ right }) => attitude || right);
		return [
			{
				...{ id, look: 'ask', of, title: ask },
				blocks: [{ kind: 'letters', of: options.map(({ text }) => text) }]
			},
			{
				...{ id: `${id}-thought`, look: 'think', of, asked: ask },
				title: attitude ? said.answers.attitude : said.answers.quiz,
				blocks: [pairs(shown.map(replyOf))],
				replies: options.filter((option) => !shown.includes(option)).map(replyOf)
			}
		];
	});

const spoken = (name: string, { title, lines, stepOut }: Rehearse): Draft[] => [
	{
		...{ id: `${name}-lines`, look: 'plain', title },
		blocks: [pairs(lines.map(({ who, says }) => ({ term: who, says })))]
	},
	{ id: `${name}-out`, look: 'plain', of: title, title: said.aloud.out, blocks: words(stepOut) }
];

const talkedAbout = (name: string, { title: of, told, questions }: Case): Draft[] => [
	...told.map(({ title, text }, at): Draft => ({
		...{ id: `${name}-told-${at + 1}`, look: 'story', of, title },
		blocks: words(text)
	})),
	...questions.flatMap(({ ask, says }, at): Draft[] => {
		const which = counted(of, at, questions);
		const id = `${name}-${at + 1}`;
		return [
			{ id, look: 'ask', of: which, title: ask, blocks: [] },
			{
				...{ id: `${id}-thought`, look: 'think', of: which, title: said.answers.others },
				...{ asked: ask, blocks: words(says) }
			}
		];
	})
];

const mapped = (name: string, { title: of, marks, places, then }: PlaceMap): Draft[] => [
	{
		...{ id: `${name}-marks`, look: 'plain', of, title: said.map.marks },
		blocks: [pairs(marks.map(({ mark, means }) => ({ term: mark, says: means })))]
	},
	{
		...{ id: `${name}-places`, look: 'plain', of, title: said.map.places },
		blocks: [pairs(places.map(({ name, ask }) => ({ term: name, says: ask })))]
	},
	{ id: `${name}-then`, look: 'plain', of, title: said.map.then, blocks: words(then) }
];

const made = (name: string, { title, prompts, stays }: Make): Draft[] => [
	{
		...{ id: `${name}-prompts`, look: 'plain', title },
		blocks: [...words(stays), pairs(prompts.map(({ ask, hint }) => ({ term: ask, says: hint })))]
	}
];
