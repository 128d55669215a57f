import { kinds } from '#lib/activities/shapes.ts';
import type { Catalogued } from '../lessons/index.ts';
import { afterStory, played } from './activities.ts';
import { ending, exit, opening, type Helper } from './around.ts';
import { fitted } from './fitting.ts';
import type { Draft, Slide } from './slide.ts';
import english from '../../../../content/strings/en.json' with { type: 'json' };

type Step = Catalogued['steps'][number];
type Section = Catalogued['sections'][number];

// A slide has room for two telephone numbers beside its words; the page called Information has all.
const mostHelpers = 2;

/**
 * The slides of a lesson, in order: how it opens, what each step shows, the questions at its close, and how every lesson
 * ends. Each thing that a class thinks about is on one slide, and what is thought of it on the next.
 */
export function slidesOf(lesson: Catalogued, helpers: Helper[]): Slide[] {
	const last = lesson.steps.length - 1;
	const reached = helpers.filter(({ phone }) => phone).slice(0, mostHelpers);
	const slides = lesson.steps.flatMap((step, at) => [
		...placedIn(at, at === 0 ? opening(lesson) : []),
		...placedIn(at, [beginning(lesson, step, at)]),
		...placedIn(at, at === last ? exit(lesson) : []),
		...placedIn(at, shownIn(lesson, at)),
		...placedIn(at, at === last ? ending(reached) : [])
	]);
	return leadingOn(slides, lesson);
}

const placedIn = (step: number, drafts: Draft[]): Slide[] =>
	drafts.flatMap((draft) => fitted(draft, step));

/** The slide that a step begins with: what it is called, and what is done in it. */
function beginning({ activities }: Catalogued, { title, activity }: Step, at: number): Draft {
	const done = activity ? activities[activity] : undefined;
	const own = { id: `step-${at + 1}`, look: 'step' as const, title };
	if (!done) return { ...own, mark: 'stroke', blocks: [] };
	const [of, mark] = [english[`kind.${done.kind}`], kinds[done.kind]];
	return { ...own, of, mark, blocks: [{ kind: 'words', says: done.intro }] };
}

/** What a step reads aloud and does, in the order in which the lesson tells it. */
function shownIn(lesson: Catalogued, at: number): Draft[] {
	const { activity, do: does = '' } = lesson.steps[at] ?? {};
	const done = activity ? lesson.activities[activity] : undefined;
	const place = lesson.sections.findIndex(({ activities }) => activities.includes(activity ?? ''));
	const read = lesson.sections.filter((section) => isNamedIn(does, section));
	const readAloud = ({ id, title, says }: Section): Draft => ({
		...{ id: `step-${at + 1}-reads-${id}`, look: 'story', title },
		blocks: says
	});
	const isAfter = (section: Section) => place >= 0 && lesson.sections.indexOf(section) > place;
	return [
		...read.filter((section) => !isAfter(section)).map(readAloud),
		...(done && activity ? played(activity, done) : []),
		...read.filter(isAfter).map(readAloud)
	];
}

/** Whether a teacher is told to read it: by its name, or by how its name begins. */
const isNamedIn = (does: string, { title, says }: Section): boolean =>
	says.length > 0 &&
	[...does.matchAll(/“([^”]+)”/g)].some(([, name = '']) =>
		name.endsWith(':') ? title.startsWith(name) : name.replace(/[.,]$/, '') === title
	);

/** Says of each ending of a story which slide comes after the whole of it. */
function leadingOn(slides: Slide[], { activities }: Catalogued): Slide[] {
	const after = new Map(
		Object.keys(activities).map((name) => {
			const end = slides.findLastIndex(({ on }) => on === afterStory(name));
			return [afterStory(name), slides[end + 1]?.id];
		})
	);
	return slides.map((slide) => ({ ...slide, on: after.get(slide.on ?? '') ?? slide.on }));
}
