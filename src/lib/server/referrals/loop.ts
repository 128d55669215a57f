/** Who takes a step: the school that refers, the service that was asked, or the post between them. */
export const sides = ['school', 'service', 'post'] as const;
export type Side = (typeof sides)[number];

/** Where a referral is. Everything but the last three has a holder, a day by when, and a way on. */
export const places = [
	'sent',
	'opened',
	'information needed',
	'accepted',
	'waiting',
	'in progress',
	'declined',
	'could not engage',
	'outcome',
	'stepped up',
	'stepped down',
	'not understood',
	'closed',
	'withdrawn',
	'entered in error'
] as const;
export type Place = (typeof places)[number];

export const finalPlaces = ['closed', 'withdrawn', 'entered in error'] as const;

type Rule = { by: Side; from: readonly Place[]; to?: Place };

const undecided = ['sent', 'opened', 'information needed'] as const;
const held = ['accepted', 'waiting', 'in progress'] as const;
/** The service has ended its part, and the school decides what comes next. */
export const returned = [
	'declined',
	'could not engage',
	'outcome',
	'stepped up',
	'stepped down',
	'not understood'
] as const;

/**
 * Every step of the loop: who takes it, from where, and where it leads; without `to` it leads nowhere.
 * The states and who moves them: `standards.md` 2.1 of the facts, which says that the names are ours.
 */
export const loop = {
	opened: { by: 'service', from: ['sent'], to: 'opened' },
	'information needed': { by: 'service', from: ['sent', 'opened'], to: 'information needed' },
	'information given': { by: 'school', from: ['information needed'], to: 'sent' },
	accepted: { by: 'service', from: undecided, to: 'accepted' },
	waiting: { by: 'service', from: [...undecided, 'accepted', 'waiting'], to: 'waiting' },
	'in progress': { by: 'service', from: ['accepted', 'waiting', 'in progress'], to: 'in progress' },
	declined: { by: 'service', from: [...undecided, 'waiting'], to: 'declined' },
	'could not engage': { by: 'service', from: held, to: 'could not engage' },
	outcome: { by: 'service', from: ['accepted', 'in progress'], to: 'outcome' },
	'stepped up': { by: 'service', from: held, to: 'stepped up' },
	'stepped down': { by: 'service', from: held, to: 'stepped down' },
	'not understood': { by: 'post', from: ['sent'], to: 'not understood' },
	withdrawn: { by: 'school', from: [...undecided, ...held], to: 'withdrawn' },
	'entered in error': { by: 'school', from: undecided, to: 'entered in error' },
	closed: { by: 'school', from: returned, to: 'closed' },
	/** A question or a reply, from the school and from the service. */
	asked: { by: 'school', from: [...undecided, ...held, ...returned] },
	replied: { by: 'service', from: [...undecided, ...held, ...returned] }
} as const satisfies Record<string, Rule>;

export type Step = keyof typeof loop;
export const steps = Object.keys(loop) as Step[];

/** A step as it was taken. `dueOn` is `YYYY-MM-DD`: the day by when the next one is due. */
export type Taken = {
	id: string;
	state: Step;
	side: Side;
	says: string;
	supports: string;
	dueOn: string | null;
	at: Date;
};

const rules: Record<Step, Rule> = loop;

/** Whether a step leads on from a place. */
export const leads = (place: Place, step: Step): boolean => rules[step].from.includes(place);

/** The steps that a side may take from a place. */
export const exitsFor = (place: Place, side: Side): Step[] =>
	steps.filter((step) => rules[step].by === side && leads(place, step));

export const isFinal = (place: Place): boolean => finalPlaces.some((each) => each === place);

/** Where a referral stands: who holds the child, who must do something next, by when, and who supports meanwhile. */
export type Standing = {
	place: Place;
	/** Who holds the child now; the school from the beginning, and again from every end. */
	holder: 'school' | 'service';
	/** Whose step is waited for; nobody’s once it is over. */
	waitsFor: 'school' | 'service' | 'nobody';
	/** `YYYY-MM-DD`; null once it is over. */
	dueOn: string | null;
	/** Who supports the child while nobody else does. */
	supports: string;
	/** Steps that were on their way when another had ended what they were about: they stay, and change nothing. */
	crossed: string[];
};

const waitsFor: Record<Place, Standing['waitsFor']> = {
	sent: 'service',
	opened: 'service',
	'information needed': 'school',
	accepted: 'service',
	waiting: 'service',
	'in progress': 'service',
	declined: 'school',
	'could not engage': 'school',
	outcome: 'school',
	'stepped up': 'school',
	'stepped down': 'school',
	'not understood': 'school',
	closed: 'nobody',
	withdrawn: 'nobody',
	'entered in error': 'nobody'
};

// A young person on a waiting list has nobody at the service yet: the school goes on holding them.
const heldByService: readonly Place[] = ['accepted', 'in progress'];

const inOrder = (one: Taken, other: Taken): number =>
	one.at.getTime() - other.at.getTime() || (one.id < other.id ? -1 : 1);

/**
 * Where a referral stands after some steps, which may come in any order: the same steps are the same
 * standing on both sides. `answerBy` is the day by when it should have been opened.
 */
export function standingAfter(taken: readonly Taken[], answerBy: string): Standing {
	let place: Place = 'sent';
	let dueOn: string | null = answerBy;
	let supports = '';
	const crossed: string[] = [];
	for (const each of taken.toSorted(inOrder)) {
		const { to } = rules[each.state];
		if (!leads(place, each.state)) crossed.push(each.id);
		else if (to) {
			place = to;
			supports = each.supports;
			dueOn = isFinal(to) ? null : (each.dueOn ?? dueOn);
		}
	}
	return {
		...{ place, dueOn, supports, crossed },
		holder: heldByService.includes(place) ? 'service' : 'school',
		waitsFor: waitsFor[place]
	};
}
