import * as v from 'valibot';
import {
	boxes,
	checked,
	choice,
	dayIn,
	isSaid,
	key,
	narrative,
	text,
	wrongDueDay,
	type Said
} from '../fields.ts';
import { today } from '../days.ts';
import type { Step } from './loop.ts';
import { declineReasons, lostReasons } from './schema.ts';
import type { StepForm } from './stepping.ts';

/** How the young person’s view is there at an outcome. */
export const views = ['said', 'seen', 'not asked because'] as const;

const reach = narrative('Say who will be in touch, and how');

/** What the form for each step asks; `dueOn` beside it where it asks for a day. */
const fields = {
	'information needed': { says: narrative('Say what you need to know') },
	accepted: { says: reach },
	waiting: {
		supports: narrative('Say who supports the young person while they wait'),
		says: text
	},
	declined: {
		reason: choice(declineReasons, 'Choose why you decline'),
		says: narrative('Say where else the young person could be helped, or what should happen next')
	},
	'in progress': { says: text },
	'could not engage': {
		reason: choice(lostReasons, 'Choose why contact was lost'),
		says: narrative('Say what was tried')
	},
	outcome: {
		says: narrative('Say what came of it'),
		view: choice(views, 'Choose how the young person’s view is there'),
		viewSays: narrative('Write the young person’s view, or why they were not asked')
	},
	'stepped up': { toWhom: narrative('Say to whom it goes'), says: narrative('Say why') },
	'stepped down': { toWhom: narrative('Say to whom it goes'), says: narrative('Say why') },
	replied: { says: narrative('Write your message') },
	'information given': { says: narrative('Write what they asked for') },
	asked: { says: narrative('Write your message') },
	withdrawn: { says: narrative('Say why you withdraw it') },
	'entered in error': { says: narrative('Say what went wrong') },
	closed: {
		next: narrative('Say what the school does next'),
		says: narrative('Say why')
	}
} as const;

/** The steps that somebody takes by a form; the others happen of themselves. */
export type FormStep = keyof typeof fields;
export const isFormStep = (state: Step): state is FormStep => Object.hasOwn(fields, state);

/** The steps whose form asks for the day by when the next one is due. */
export const dated = ['accepted', 'waiting', 'in progress'] as const satisfies FormStep[];
const isDated = (state: FormStep): boolean => dated.some((each) => each === state);

function wrongDay(state: FormStep, said: Said, at: Date): string | undefined {
	if (!isDated(state)) return undefined;
	if (dayIn(said, 'dueOn') === today(at)) return 'The day by when must be after today';
	return wrongDueDay(said, 'dueOn', at);
}

const labelled = (told: [label: string, says: unknown][]): string =>
	told
		.filter(([, says]) => isSaid(says))
		.map(([label, says]) => (label ? `${label}: ${String(says)}` : String(says)))
		.join('\n');

const wordsOf = ({ says, toWhom, view, viewSays, next }: Said): string =>
	labelled([
		['To', toWhom],
		['What the school does next', next],
		[isSaid(next) || isSaid(toWhom) ? 'Why' : '', says],
		[`The young person’s view (${String(view)})`, viewSays]
	]);

/** What the form for a step must say; `at` is now. `heard` is one that the school writes down for a service. */
export const stepping = (state: FormStep, at = new Date(), heard = false) =>
	v.pipe(
		v.object({
			key,
			...(fields[state] as Record<string, typeof text>),
			...boxes('dueOn'),
			heardBy: heard ? narrative('Say from whom you heard it, how and when') : text
		}),
		checked((said) => ({ dueOn: wrongDay(state, said, at) })),
		v.transform((said) => formOf(state, said, heard))
	);

function formOf(state: FormStep, said: Said, heard: boolean): StepForm {
	const reason = isSaid(said.reason) ? (said.reason as StepForm['reason']) : null;
	return {
		...{ key: String(said.key), state, reason },
		says: wordsOf(said),
		supports: isSaid(said.supports) ? String(said.supports) : '',
		dueOn: isDated(state) ? dayIn(said, 'dueOn') : null,
		heardBy: heard ? String(said.heardBy) : ''
	};
}

/** A step with everything that its place needs, made without a form; for what the program itself writes. */
export const stepForm = (
	key: string,
	state: Step,
	said: Partial<Omit<StepForm, 'key' | 'state'>> = {}
): StepForm => ({
	...{ key, state, reason: null, says: '', supports: '', dueOn: null, heardBy: '' },
	...said
});
