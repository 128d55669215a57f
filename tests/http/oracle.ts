import type { Role } from '#lib/server/access/index.ts';
import type { Kind, Knocker } from './world.ts';

/** What a request came to. */
export type Class =
	| 'opened'
	| 'nowhere'
	| '→ sign in'
	| '→ second step'
	| '→ enrol'
	| '→ hidden'
	| '→ step up'
	| 'no such method';

// The oracle of the doors, in other words than the access table's: for each page, who has business there.
const adults = ['staff', 'teacher', 'pastoral', 'deputy', 'lead', 'head'];
const leading = ['lead', 'deputy', 'head'];
const service = ['worker', 'manager'];
const keepers = ['admin', 'lead', 'head', 'manager'];
const trained = [...adults, 'governor', 'admin', ...service];
const all = 'everybody';

type Door = {
	/** Who has business there; `public` for those who need not have come at all. */
	who: string[] | typeof all | 'public';
	/** Who has business sending there, when they are fewer. */
	sends?: string[];
	/** Which of the two sends and shows there is. */
	show: boolean;
	send: boolean;
	/** To show, or to send, one must have proved lately who one is. */
	proof?: 'show' | 'send' | 'both';
	/** The one record that the page is about. */
	about?:
		| 'concern'
		| 'case'
		| 'action'
		| 'referral'
		| 'received'
		| 'checkpoint'
		| 'person'
		| 'group'
		| 'listing'
		| 'report'
		| 'box'
		| 'told'
		| 'partner'
		| 'plan'
		| 'given'
		| 'class'
		| 'room';
	/** What is done there to the record: reading it, or working on it, or keeping it close. */
	does?: 'reads' | 'works' | 'adds' | 'restricts';
	/** The action that an empty form is sent to, when the page has no default one. */
	action?: string;
	/** What sending an empty form comes to when one has business there, when it is not that it opens. */
	empty?: Class;
};

export const doors: Record<string, Door> = {
	'/desk': { who: all, show: true, send: true, empty: 'nowhere' },
	'/desk/sign-in': { who: 'public', show: true, send: true },
	'/desk/forgotten': { who: 'public', show: true, send: true },
	'/desk/link/[token]': { who: 'public', show: true, send: true },
	'/desk/sign-out': { who: 'public', show: false, send: true },
	'/desk/away': { who: 'public', show: true, send: true, action: 'hide' },
	'/desk/sign-in/second': { who: all, show: true, send: true },
	'/desk/step-up': { who: all, show: true, send: true },
	'/desk/account': { who: all, show: true, send: true, action: 'end', empty: 'nowhere' },
	'/desk/account/password': { who: all, show: true, send: true },
	// Everybody of the matrix but the new ones has a factor, and shows it before changing it.
	'/desk/account/second-factor': {
		who: all,
		show: true,
		send: true,
		action: 'app',
		proof: 'both'
	},
	'/desk/account/calendar': { who: adults, show: true, send: true, action: 'end' },
	'/desk/presence': { who: all, show: false, send: true },
	'/desk/drafts': { who: all, show: false, send: true, empty: 'nowhere' },
	'/desk/drafts/gone': { who: all, show: false, send: true, empty: 'nowhere' },
	'/desk/concerns': { who: leading, show: true, send: false },
	'/desk/concerns/new': { who: adults, show: true, send: true, action: 'log' },
	'/desk/concerns/[reference]': {
		who: adults,
		show: true,
		send: false,
		about: 'concern',
		does: 'reads'
	},
	'/desk/concerns/[reference]/triage': {
		who: leading,
		show: true,
		send: true,
		about: 'concern',
		does: 'works'
	},
	'/desk/concerns/[reference]/review': {
		who: leading,
		show: true,
		send: true,
		about: 'concern',
		does: 'works'
	},
	'/desk/concerns/[reference]/correction': {
		who: leading,
		show: true,
		send: true,
		about: 'concern',
		does: 'works',
		action: 'correct'
	},
	'/desk/concerns/[reference]/additions': {
		who: adults,
		show: true,
		send: true,
		about: 'concern',
		does: 'adds'
	},
	'/desk/reports': { who: adults, show: true, send: false },
	'/desk/actions/[action]': {
		who: adults,
		show: true,
		send: true,
		about: 'action',
		does: 'works',
		action: 'end'
	},
	'/desk/concerns/[reference]/files/[id]': {
		who: adults,
		show: true,
		send: false,
		about: 'concern',
		does: 'reads'
	},
	'/desk/concerns/[reference]/files/new': {
		who: adults,
		show: true,
		send: true,
		about: 'concern',
		does: 'reads'
	},
	'/desk/concerns/[reference]/restriction': {
		who: ['lead', 'head'],
		show: true,
		send: true,
		proof: 'both',
		about: 'concern',
		does: 'restricts',
		action: 'restrict'
	},
	'/desk/search': { who: adults, show: true, send: true },
	'/desk/cases': { who: leading, show: true, send: false },
	'/desk/cases/[reference]': {
		who: leading,
		show: true,
		send: true,
		about: 'case',
		does: 'reads'
	},
	'/desk/cases/[reference]/entries': {
		who: leading,
		show: true,
		send: true,
		about: 'case',
		does: 'works'
	},
	'/desk/cases/[reference]/actions': {
		who: leading,
		show: true,
		send: true,
		about: 'case',
		does: 'works'
	},
	'/desk/cases/[reference]/closing': {
		who: leading,
		show: true,
		send: true,
		about: 'case',
		does: 'works'
	},
	'/desk/cases/[reference]/reopening': {
		who: leading,
		show: true,
		send: true,
		about: 'case',
		does: 'works'
	},
	'/desk/cases/[reference]/family': {
		who: leading,
		show: true,
		send: false,
		about: 'case',
		does: 'reads'
	},
	'/desk/cases/[reference]/contacts': {
		who: leading,
		show: true,
		send: true,
		about: 'case',
		does: 'works',
		action: 'keep'
	},
	'/desk/cases/[reference]/pictures': {
		who: leading,
		show: true,
		send: true,
		about: 'case',
		does: 'works',
		action: 'abuse'
	},
	'/desk/cases/[reference]/plan': {
		who: leading,
		show: true,
		send: true,
		about: 'case',
		does: 'works'
	},
	'/desk/cases/[reference]/disagreements': {
		who: leading,
		show: true,
		send: true,
		about: 'case',
		does: 'works',
		action: 'disagree'
	},
	'/desk/cases/[reference]/referrals/new': {
		who: leading,
		show: true,
		send: true,
		about: 'case',
		does: 'works'
	},
	'/desk/cases/[reference]/services': {
		who: leading,
		show: true,
		send: true,
		about: 'case',
		does: 'works'
	},
	'/desk/directory': { who: [...leading, ...service], show: true, send: false },
	'/desk/directory/new': { who: [...leading, 'manager'], show: true, send: true },
	'/desk/directory/[service]': {
		who: [...leading, ...service],
		sends: [...leading, 'manager'],
		show: true,
		send: true,
		about: 'listing'
	},
	'/desk/directory/[service]/listing': {
		who: [...leading, 'manager'],
		show: true,
		send: true,
		about: 'listing'
	},
	'/desk/cases/[reference]/print': {
		who: leading,
		show: true,
		send: false,
		proof: 'show',
		about: 'case',
		does: 'works'
	},
	'/desk/cases/[reference]/print/file': {
		who: leading,
		show: true,
		send: true,
		proof: 'both',
		about: 'case',
		does: 'works'
	},
	'/desk/cases/[reference]/restriction': {
		who: ['lead', 'head'],
		show: true,
		send: true,
		proof: 'both',
		about: 'case',
		does: 'restricts',
		action: 'restrict'
	},
	'/desk/break-glass': { who: ['head', 'deputy'], show: true, send: true, proof: 'both' },
	'/desk/referrals': { who: leading, show: true, send: false },
	'/desk/referrals/[reference]/files/[format]': {
		who: leading,
		show: true,
		send: false,
		about: 'referral',
		does: 'works'
	},
	'/desk/cases/[reference]/not-sharing': {
		who: leading,
		show: true,
		send: true,
		about: 'case',
		does: 'works'
	},
	'/desk/referrals/[reference]/link': {
		who: leading,
		show: true,
		send: true,
		about: 'referral',
		does: 'works',
		action: 'send'
	},
	'/desk/referrals/[reference]/[step]': {
		who: leading,
		show: true,
		send: true,
		about: 'referral',
		does: 'works'
	},
	'/desk/referrals/[reference]': {
		who: leading,
		show: true,
		send: false,
		about: 'referral',
		does: 'reads'
	},
	'/desk/inbox': { who: service, show: true, send: false },
	'/desk/caseload': { who: service, show: true, send: false },
	'/desk/inbox/[reference]': {
		who: service,
		show: true,
		send: true,
		about: 'received',
		action: 'begin'
	},
	'/desk/inbox/[reference]/restriction': {
		who: ['manager'],
		show: true,
		send: true,
		proof: 'both',
		about: 'received',
		action: 'restrict'
	},
	'/desk/inbox/[reference]/files/[format]': {
		who: service,
		show: true,
		send: false,
		about: 'received'
	},
	'/desk/inbox/[reference]/[step]': { who: service, show: true, send: true, about: 'received' },
	'/desk/schools': { who: service, show: true, send: false },
	'/desk/schools/new': { who: service, show: true, send: true },
	'/desk/reports-in/asking': { who: ['lead', 'deputy'], show: true, send: true, action: 'send' },
	'/desk/reports-in/[reference]': {
		who: ['lead', 'deputy'],
		show: true,
		send: true,
		about: 'report',
		does: 'works',
		action: 'take'
	},
	'/desk/standards/[partner]': {
		who: [...leading, ...service],
		sends: [...leading, 'manager'],
		show: true,
		send: true,
		about: 'partner',
		action: 'propose'
	},
	'/desk/standards': { who: [...leading, ...service], show: true, send: false },
	'/desk/people': { who: keepers, show: true, send: false, proof: 'both' },
	'/desk/people/new': { who: keepers, show: true, send: true, proof: 'both' },
	'/desk/people/[person]': {
		who: keepers,
		show: true,
		send: true,
		proof: 'both',
		about: 'person',
		action: 'change'
	},
	'/desk/people/[person]/hand-over': {
		who: leading,
		show: true,
		send: true,
		proof: 'both',
		about: 'person'
	},
	'/desk/groups': { who: ['lead', 'head'], show: true, send: false, proof: 'both' },
	'/desk/groups/new': { who: ['lead', 'head'], show: true, send: true, proof: 'both' },
	'/desk/groups/[group]': {
		who: ['lead', 'head'],
		show: true,
		send: true,
		proof: 'both',
		about: 'group',
		action: 'put'
	},
	'/desk/group': { who: ['pastoral'], show: true, send: false },
	'/desk/counts': {
		who: ['governor', 'analyst', 'head', 'manager', 'lead', 'deputy'],
		show: true,
		send: false
	},
	'/desk/training': { who: trained, show: true, send: false },
	'/desk/training/[module]': { who: trained, show: true, send: true },
	'/desk/training/record': { who: [...leading, 'manager'], show: true, send: false },
	'/desk/training/record/file': { who: [...leading, 'manager'], show: true, send: false },
	'/desk/teaching/rooms': { who: adults, show: true, send: true },
	'/desk/teaching/rooms/[room]': {
		who: adults,
		show: true,
		send: true,
		about: 'room',
		action: 'end'
	},
	'/desk/lessons': { who: [...adults, 'admin'], show: true, send: false },
	'/desk/lessons/[lesson]': {
		who: [...adults, 'admin'],
		sends: ['admin', ...leading],
		show: true,
		send: true,
		action: 'check'
	},
	'/desk/teaching': { who: adults, show: true, send: false },
	'/desk/teaching/questions': { who: adults, show: true, send: true },
	'/desk/teaching/questions/[box]': { who: adults, show: true, send: true, about: 'box' },
	'/desk/teaching/questions/[box]/[question]': {
		who: adults,
		show: true,
		send: true,
		about: 'box',
		action: 'keep'
	},
	'/desk/teaching/told': { who: leading, show: true, send: false },
	'/desk/teaching/told/[reference]': {
		who: leading,
		show: true,
		send: false,
		about: 'told'
	},
	'/desk/teaching/plans/new': { who: adults, show: true, send: true },
	'/desk/teaching/plans/[plan]': {
		who: adults,
		show: true,
		send: true,
		about: 'plan',
		action: 'record'
	},
	'/desk/teaching/records/new': { who: adults, show: true, send: true },
	// The lead who recorded it does not knock: everybody else who takes it back leads.
	'/desk/teaching/records/[record]': {
		who: adults,
		sends: leading,
		show: true,
		send: true,
		about: 'given'
	},
	'/desk/teaching/classes/[class]': {
		who: adults,
		show: true,
		send: true,
		about: 'class',
		empty: 'nowhere'
	},
	'/desk/teaching/classes/[class]/answers': { who: adults, show: true, send: true, about: 'class' },
	'/desk/teaching/report': { who: [...leading, 'governor'], show: true, send: false },
	'/desk/teaching/report/file': { who: [...leading, 'governor'], show: true, send: false },
	'/desk/teaching/settings': { who: ['admin', ...leading], show: true, send: true },
	'/desk/teaching/settings/additions': {
		who: ['admin', ...leading],
		show: true,
		send: true,
		action: 'add'
	},
	'/desk/help-page': { who: ['admin', ...leading], show: true, send: true },
	'/desk/help-page/poster': { who: ['admin', ...leading], show: true, send: false },
	'/desk/school-days': { who: ['admin', ...leading], show: true, send: true },
	'/desk/services': { who: ['operator'], show: true, send: true },
	'/desk/platform': { who: ['operator'], show: true, send: false },
	'/desk/ledger': { who: leading, show: true, send: true, proof: 'send' },
	'/desk/ledger/checkpoints/[number]': {
		who: leading,
		show: true,
		send: false,
		proof: 'show',
		about: 'checkpoint'
	}
};

const stages: Partial<Record<Kind, { goes: Class; opens: string[] }>> = {
	half: { goes: '→ second step', opens: ['/desk/sign-in/second'] },
	away: { goes: '→ hidden', opens: ['/desk/away'] }
};
const enrolling = {
	goes: '→ enrol' as const,
	opens: ['/desk/account/second-factor', '/desk/step-up']
};
const withoutCode: Role[] = ['governor', 'admin', 'analyst', 'operator'];

/** How a record of the first school stands to somebody: whether it is theirs, once they have proved themselves. */
export type Standing = 'theirs' | 'theirs once proved' | 'not theirs' | 'no address';

// What everybody of the first school sees whose role sees any of it.
const ofTheSchool = ['person', 'told', 'group', 'listing', 'report', 'plan', 'given', 'class'];

/** Who needs to know of a record in this state, for what is done to it. */
export function standingOf(
	{ place, role, relation }: Knocker,
	{ about, does }: Pick<Door, 'about' | 'does'>,
	state: string
): Standing {
	const is = (meant: boolean, kept = false): Standing =>
		meant ? (kept ? 'theirs once proved' : 'theirs') : 'not theirs';
	if (state === 'malformed') return 'no address';
	if (about === 'received') return is(place === 'lantern' && state === 'open');
	if (about === 'checkpoint') return is(state === '1');
	if (about === 'partner') return is(place !== 'lantern' && state === 'open');
	if (place !== 'moss') return 'not theirs';
	// What a class asked is for whoever opened the box, and for nobody who leads or governs.
	if (about === 'box') return is(state === 'open' && relation === 'author');
	// A room is whoever’s who opened it, and nobody else’s.
	if (about === 'room') return is(state === 'open' && role === 'staff' && relation === 'author');
	if (ofTheSchool.includes(about ?? '')) return is(state === 'open');
	const leads = role === 'lead' || role === 'deputy';
	if (state === 'restricted') {
		const readers = about === 'concern' ? adults : leading;
		const meant = { reads: readers, adds: readers, works: leading, restricts: ['lead', 'head'] };
		return is(relation === 'named' && meant[does ?? 'reads'].includes(role), true);
	}
	if (state !== 'open' && state !== 'decided') return 'not theirs';
	if (does === 'restricts') return is(role === 'lead');
	if (leads) return 'theirs';
	return is(
		about === 'concern' &&
			(does === 'reads' || does === 'adds') &&
			relation === 'author' &&
			adults.includes(role)
	);
}

/** What knocking comes to. `standing` is of the record, where the page is about one. */
export function expected(
	route: string,
	method: 'GET' | 'POST' | 'PUT',
	knocker: Knocker,
	kind: Kind,
	standing: Standing | undefined
): Class {
	if (standing === 'no address') return 'nowhere';
	const door = doors[route];
	if (!door) throw new Error(`No entry in the oracle: ${route}`);
	const there = method === 'GET' ? door.show : method === 'POST' && door.send;
	if (!there) return 'nowhere';
	if (door.who === 'public') return 'opened';
	const gone = kind === 'none' || kind === 'expired';
	if (gone) return '→ sign in';
	const stage =
		kind === 'enrolling' && !withoutCode.includes(knocker.role) ? enrolling : stages[kind];
	if (stage) return stage.opens.includes(route) ? 'opened' : stage.goes;
	const who = (method === 'POST' && door.sends) || door.who;
	if (who !== all && !who.includes(knocker.role)) return 'nowhere';
	const proof = door.proof === 'both' || door.proof === (method === 'GET' ? 'show' : 'send');
	if (proof && kind === 'stale') return '→ step up';
	if (standing === 'not theirs') return 'nowhere';
	if (standing === 'theirs once proved' && kind === 'stale') return '→ step up';
	return method === 'POST' ? (door.empty ?? 'opened') : 'opened';
}
