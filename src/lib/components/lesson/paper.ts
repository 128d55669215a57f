import type {
	Activity,
	Branch,
	Case,
	Make,
	Map as PlaceMap,
	Quiz,
	Rehearse,
	Scale,
	Sort
} from '#lib/activities/shapes.ts';

/** One thing to read aloud or cut out, and what a teacher can say to each answer. */
export interface Card {
	text: string;
	answers: { when: string; says: string }[];
}

/** An activity as it is on paper: `lead` is read before the cards, `close` after them. */
export interface Paper {
	lead?: string;
	cards: Card[];
	close?: string;
}

export function onPaper(activity: Activity): Paper {
	switch (activity.kind) {
		case 'sort':
			return sorted(activity);
		case 'scale':
			return scaled(activity);
		case 'branch':
			return { cards: told(activity) };
		case 'quiz':
			return { cards: asked(activity) };
		case 'rehearse':
			return spoken(activity);
		case 'case':
			return talkedAbout(activity);
		case 'map':
			return marked(activity);
		case 'make':
			return made(activity);
	}
}

const sorted = ({ boxes, items }: Sort): Paper => ({
	lead: `Boxes: ${boxes.map(({ label }) => label).join(' · ')}`,
	cards: items.map(({ text, fits, says }) => ({
		text,
		answers: boxes.map(({ id, label }) => ({
			when: fits.includes(id) ? `${label} (fits)` : label,
			says: says[id] ?? ''
		}))
	}))
});

const scaled = ({ points, situations }: Scale): Paper => ({
	lead: `The line: ${points.join(' · ')}`,
	cards: situations.map(({ text, says, moves }) => ({
		text,
		answers: [{ when: 'To talk about', says }, ...moves]
	}))
});

function told({ scenes }: Branch): Card[] {
	const numbers = new Map(scenes.map(({ id }, at) => [id, at + 1]));
	return scenes.map(({ title, text, choices, mended }) => ({
		text: `${title}. ${text}`,
		answers: mended
			? [{ when: 'Where this path ends', says: mended }]
			: choices.map(({ says, to }) => ({ when: says, says: `Go to ${numbers.get(to)}.` }))
	}));
}

const asked = ({ questions }: Quiz): Card[] =>
	questions.map(({ ask, attitude, options }) => ({
		text: attitude ? `${ask} (What pupils think: nothing is marked.)` : ask,
		answers: options.map(({ text, right, says }) => ({
			when: right ? `${text} (right)` : text,
			says
		}))
	}));

const spoken = ({ lines, stepOut }: Rehearse): Paper => ({
	cards: lines.map(({ who, says }) => ({ text: '', answers: [{ when: who, says }] })),
	close: `Stepping out. ${stepOut}`
});

const talkedAbout = ({ told, questions }: Case): Paper => ({
	cards: [
		...told.map(({ title, text }) => ({ text: `${title}. ${text}`, answers: [] })),
		...questions.map(({ ask, says }) => ({ text: ask, answers: [{ when: 'To talk about', says }] }))
	]
});

const marked = ({ places, marks, then }: PlaceMap): Paper => ({
	lead: `Marks: ${marks.map(({ mark, means }) => `${mark}, ${means}`).join(' · ')}`,
	cards: places.map(({ name, ask }) => ({ text: '', answers: [{ when: name, says: ask }] })),
	close: `What happens then. ${then}`
});

const made = ({ prompts, stays }: Make): Paper => ({
	lead: stays,
	cards: prompts.map(({ ask, hint }) => ({ text: '', answers: [{ when: ask, says: hint }] }))
});
