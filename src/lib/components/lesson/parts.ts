import type { MarkName } from '#lib/components/marks.ts';
import type { Say } from '#lib/languages/strings.ts';

export interface Part {
	id: string;
	mark: MarkName;
	title: string;
}

/** The parts of every lesson, in the order a pupil meets them, with their titles in the language of the page. */
export const partsIn = (say: Say) =>
	({
		before: { id: 'before-you-start', mark: 'gate', title: say('part.before') },
		rules: { id: 'ground-rules', mark: 'cairn', title: say('part.rules') },
		keyWords: { id: 'words-to-know', mark: 'stroke', title: say('part.keyWords') },
		lesson: { id: 'the-lesson', mark: 'fork', title: say('part.lesson') },
		exit: { id: 'what-i-can-say-now', mark: 'bridge', title: say('part.exit') },
		calm: { id: 'a-calm-minute', mark: 'cairn', title: say('part.calm') },
		help: { id: 'who-can-help', mark: 'lantern', title: say('part.help') },
		sources: { id: 'where-this-comes-from', mark: 'stroke', title: say('part.sources') }
	}) as const satisfies Record<string, Part>;

/** The parts of a teacher's page. Only a lesson that must be led has something to do before it. */
export const teaching = {
	before: { id: 'before-the-lesson', mark: 'gate', title: 'Before the lesson' },
	disclosure: {
		id: 'if-a-pupil-tells-you',
		mark: 'lantern',
		title: 'If a pupil tells you something'
	},
	objectives: { id: 'objectives', mark: 'bridge', title: 'What pupils will be able to do' },
	short: { id: 'short-path', mark: 'stroke', title: 'If you have 25 minutes' },
	steps: { id: 'steps', mark: 'fork', title: 'Step by step' },
	beliefs: { id: 'what-pupils-may-believe', mark: 'cairn', title: 'What pupils may believe' },
	sources: { id: 'where-this-comes-from', mark: 'stroke', title: 'Where this comes from' }
} as const satisfies Record<string, Part>;

/** The parts of the page that a parent reads of one lesson. */
export const atHome = {
	what: { id: 'what', mark: 'stroke', title: 'What is taught' },
	why: { id: 'why', mark: 'cairn', title: 'Why, and when' },
	withdrawal: { id: 'withdrawal', mark: 'gate', title: 'Your right to withdraw' },
	home: { id: 'at-home', mark: 'lantern', title: 'Talking about it at home' },
	sources: { id: 'where-this-comes-from', mark: 'stroke', title: 'Where this comes from' },
	changes: { id: 'changes', mark: 'bridge', title: 'What has changed' }
} as const satisfies Record<string, Part>;

/** The parts of the page about how a lesson is written. */
export const form = {
	file: { id: 'one-file', mark: 'stroke', title: 'One file' },
	fields: { id: 'fields', mark: 'cairn', title: 'What stands before the prose' },
	activities: { id: 'activities', mark: 'fork', title: 'Kinds of activity' },
	refused: { id: 'refused', mark: 'gate', title: 'What a lesson is refused for' },
	schema: { id: 'schema', mark: 'bridge', title: 'For editors and other tools' }
} as const satisfies Record<string, Part>;

export const parents = {
	what: { id: 'what', mark: 'stroke', title: 'What is taught, and when' },
	why: { id: 'why', mark: 'cairn', title: 'Why' },
	withdrawal: { id: 'withdrawal', mark: 'gate', title: 'Your right to withdraw' },
	materials: { id: 'materials', mark: 'bridge', title: 'Seeing the materials' },
	home: { id: 'at-home', mark: 'lantern', title: 'If your child wants to talk' }
} as const satisfies Record<string, Part>;

export const hidden = {
	not: { id: 'not-hidden', mark: 'gate', title: 'What is not hidden' },
	hidden: { id: 'hidden', mark: 'lantern', title: 'What is hidden' },
	known: { id: 'how-we-know', mark: 'cairn', title: 'How we know' }
} as const satisfies Record<string, Part>;

export const about = {
	what: { id: 'what', mark: 'stroke', title: 'What Waymark is' },
	who: { id: 'who', mark: 'cairn', title: 'Who wrote it, and who has checked it' },
	kept: { id: 'kept', mark: 'gate', title: 'What these pages keep about you' },
	access: { id: 'accessibility', mark: 'bridge', title: 'Accessibility' },
	licence: { id: 'licence', mark: 'fork', title: 'Using and changing it' }
} as const satisfies Record<string, Part>;

export const offline = {
	stick: { id: 'all-of-them', mark: 'stroke', title: 'All lessons, for a stick' },
	device: { id: 'on-this-device', mark: 'cairn', title: 'Keep them on this device' },
	one: { id: 'one-lesson', mark: 'fork', title: 'One lesson' },
	found: { id: 'who-can-find-them', mark: 'gate', title: 'Who can find them' }
} as const satisfies Record<string, Part>;

export const copy = {
	missing: { id: 'what-is-not-here', mark: 'fork', title: 'What is not here' },
	help: { id: 'who-can-help', mark: 'lantern', title: 'Who can help' },
	found: { id: 'who-can-find-it', mark: 'gate', title: 'Who can find this copy' },
	licence: { id: 'licence', mark: 'stroke', title: 'Giving it away' }
} as const satisfies Record<string, Part>;
