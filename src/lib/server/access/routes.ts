import type { Act } from './policy.ts';

/** A door for anyone, or the act that each method of a route behind the desk's door is. */
type Opening = 'anyone' | { GET?: Act | 'anyone'; POST?: Act | 'anyone' };

/**
 * Every route there is and who it opens to. A route that is not here does not open
 * (tests/promises/access.test.ts reads the routes from the tree and compares).
 */
export const routes: Record<string, Opening> = {
	'/(learn)': 'anyone',
	'/(learn)/about': 'anyone',
	'/(learn)/hidden': 'anyone',
	'/(learn)/parents': 'anyone',
	'/(learn)/lessons': 'anyone',
	'/(learn)/lessons/coverage': 'anyone',
	'/(learn)/lessons/coverage.csv': 'anyone',
	'/(learn)/lessons/form': 'anyone',
	'/(learn)/lessons/lesson.schema.json': 'anyone',
	'/(learn)/lessons/words': 'anyone',
	'/(learn)/lessons/offline': 'anyone',
	'/(learn)/lessons/offline/copy': 'anyone',
	'/(learn)/lessons/[lesson]': 'anyone',
	'/(learn)/lessons/[lesson]/cards': 'anyone',
	'/(learn)/lessons/[lesson]/cards/without-sex-education': 'anyone',
	'/(learn)/lessons/[lesson]/easy': 'anyone',
	'/(learn)/lessons/[lesson]/further': 'anyone',
	'/(learn)/lessons/[lesson]/listen': 'anyone',
	'/(learn)/lessons/[lesson]/one-at-a-time': 'anyone',
	'/(learn)/lessons/[lesson]/parents': 'anyone',
	'/(learn)/lessons/[lesson]/present': 'anyone',
	'/(learn)/lessons/[lesson]/present/without-sex-education': 'anyone',
	'/(learn)/lessons/[lesson]/slides': 'anyone',
	'/(learn)/lessons/[lesson]/slides/without-sex-education': 'anyone',
	'/(learn)/lessons/[lesson]/teaching': 'anyone',
	'/(learn)/lessons/[lesson]/teaching/without-sex-education': 'anyone',
	'/(learn)/lessons/[lesson]/without-sex-education': 'anyone',
	'/(help)/info': 'anyone',
	'/(help)/info/next': 'anyone',
	'/(help)/info/next/[code=code]': 'anyone',
	'/(help)/info/[code=code]': 'anyone',
	// A secret of its own opens it, and it holds numbers alone.
	'/(link)/calendar/[secret]': 'anyone',
	// A code opens it once, and then one browser's cookie: one referral, for a service without Waymark.
	'/(link)/r/[token]': 'anyone',
	'/(link)/r/[token]/[step=step]': 'anyone',
	// The same for one report to a lead, by somebody without Waymark.
	'/(link)/w/[token]': 'anyone',
	// A box for questions without a name: it takes them, and shows none.
	'/(room)/join/ask/[box=box]': 'anyone',
	'/(room)/join/ask/[box=box]/screen': 'anyone',
	// Services that state themselves, for every directory: it reads the public database alone.
	'/(feed)/open-referral/[...path]': 'anyone',
	// A live lesson: three words open it, it knows nobody, and it reads the public database alone.
	'/(room)/join': 'anyone',
	'/(room)/join/[room]': 'anyone',
	'/(room)/join/[room]/in': 'anyone',
	'/(room)/join/[room]/events': 'anyone',
	'/(room)/join/[room]/screen': 'anyone',
	'/(desk)/desk': { GET: 'open the desk', POST: 'open the desk' },
	'/(desk)/desk/sign-in': { GET: 'anyone', POST: 'anyone' },
	'/(desk)/desk/forgotten': { GET: 'anyone', POST: 'anyone' },
	'/(desk)/desk/link/[token]': { GET: 'anyone', POST: 'anyone' },
	'/(desk)/desk/sign-in/second': { GET: 'open the desk', POST: 'open the desk' },
	'/(desk)/desk/step-up': { GET: 'open the desk', POST: 'open the desk' },
	'/(desk)/desk/account': {
		GET: 'keep one’s own account',
		POST: 'keep one’s own account'
	},
	'/(desk)/desk/account/password': {
		GET: 'keep one’s own account',
		POST: 'keep one’s own account'
	},
	'/(desk)/desk/account/second-factor': {
		GET: 'keep one’s own account',
		POST: 'keep one’s own account'
	},
	'/(desk)/desk/account/calendar': {
		GET: 'do one’s own actions',
		POST: 'do one’s own actions'
	},
	'/(desk)/desk/sign-out': { POST: 'anyone' },
	// It tells nothing of anybody, and hiding must not wait for anything.
	'/(desk)/desk/away': { GET: 'anyone', POST: 'anyone' },
	'/(desk)/desk/presence': { POST: 'open the desk' },
	'/(desk)/desk/drafts': { POST: 'open the desk' },
	'/(desk)/desk/drafts/gone': { POST: 'open the desk' },
	'/(desk)/desk/concerns': { GET: 'list concerns to triage' },
	'/(desk)/desk/concerns/new': { GET: 'log a concern', POST: 'log a concern' },
	'/(desk)/desk/concerns/[reference=reference]': { GET: 'read a concern' },
	'/(desk)/desk/concerns/[reference=reference]/triage': {
		GET: 'triage a concern',
		POST: 'triage a concern'
	},
	'/(desk)/desk/concerns/[reference=reference]/review': {
		GET: 'triage a concern',
		POST: 'triage a concern'
	},
	'/(desk)/desk/concerns/[reference=reference]/additions': {
		GET: 'add to a concern',
		POST: 'add to a concern'
	},
	'/(desk)/desk/concerns/[reference=reference]/correction': {
		GET: 'triage a concern',
		POST: 'triage a concern'
	},
	'/(desk)/desk/reports': { GET: 'log a concern' },
	'/(desk)/desk/actions/[action=id]': {
		GET: 'do one’s own actions',
		POST: 'do one’s own actions'
	},
	'/(desk)/desk/concerns/[reference=reference]/files/new': {
		GET: 'add to a concern',
		POST: 'add to a concern'
	},
	'/(desk)/desk/concerns/[reference=reference]/files/[id=id]': { GET: 'read a concern' },
	'/(desk)/desk/concerns/[reference=reference]/restriction': {
		GET: 'restrict a record',
		POST: 'restrict a record'
	},
	'/(desk)/desk/search': { GET: 'search records', POST: 'search records' },
	'/(desk)/desk/cases': { GET: 'list cases' },
	'/(desk)/desk/cases/[reference=reference]': { GET: 'read a case', POST: 'read a case' },
	'/(desk)/desk/cases/[reference=reference]/entries': {
		GET: 'add to a case',
		POST: 'add to a case'
	},
	'/(desk)/desk/cases/[reference=reference]/actions': {
		GET: 'add to a case',
		POST: 'add to a case'
	},
	'/(desk)/desk/cases/[reference=reference]/closing': {
		GET: 'add to a case',
		POST: 'add to a case'
	},
	'/(desk)/desk/cases/[reference=reference]/reopening': {
		GET: 'add to a case',
		POST: 'add to a case'
	},
	'/(desk)/desk/cases/[reference=reference]/pictures': {
		GET: 'add to a case',
		POST: 'add to a case'
	},
	'/(desk)/desk/cases/[reference=reference]/plan': {
		GET: 'add to a case',
		POST: 'add to a case'
	},
	'/(desk)/desk/cases/[reference=reference]/disagreements': {
		GET: 'add to a case',
		POST: 'add to a case'
	},
	'/(desk)/desk/cases/[reference=reference]/family': { GET: 'read a case' },
	'/(desk)/desk/cases/[reference=reference]/print': { GET: 'print a chronology' },
	'/(desk)/desk/cases/[reference=reference]/print/file': {
		GET: 'print a chronology',
		POST: 'print a chronology'
	},
	'/(desk)/desk/cases/[reference=reference]/contacts': {
		GET: 'read a case',
		POST: 'add to a case'
	},
	'/(desk)/desk/cases/[reference=reference]/restriction': {
		GET: 'restrict a record',
		POST: 'restrict a record'
	},
	'/(desk)/desk/break-glass': { GET: 'break the glass', POST: 'break the glass' },
	'/(desk)/desk/cases/[reference=reference]/referrals/new': {
		GET: 'send a referral',
		POST: 'send a referral'
	},
	'/(desk)/desk/cases/[reference=reference]/not-sharing': {
		GET: 'send a referral',
		POST: 'send a referral'
	},
	'/(desk)/desk/referrals': { GET: 'read a referral' },
	'/(desk)/desk/referrals/[reference=reference]': { GET: 'read a referral' },
	'/(desk)/desk/referrals/[reference=reference]/files/[format=format]': {
		GET: 'send a referral'
	},
	'/(desk)/desk/referrals/[reference=reference]/link': {
		GET: 'send a referral',
		POST: 'send a referral'
	},
	'/(desk)/desk/referrals/[reference=reference]/[step=step]': {
		GET: 'send a referral',
		POST: 'send a referral'
	},
	'/(desk)/desk/cases/[reference=reference]/services': {
		GET: 'send a referral',
		POST: 'send a referral'
	},
	'/(desk)/desk/directory': { GET: 'look at the directory' },
	'/(desk)/desk/directory/new': { GET: 'keep a listing', POST: 'keep a listing' },
	'/(desk)/desk/directory/[service=id]': {
		GET: 'look at the directory',
		POST: 'keep a listing'
	},
	'/(desk)/desk/directory/[service=id]/listing': {
		GET: 'keep a listing',
		POST: 'keep a listing'
	},
	'/(desk)/desk/inbox': { GET: 'list referrals received' },
	'/(desk)/desk/caseload': { GET: 'list referrals received' },
	'/(desk)/desk/inbox/[reference=reference]': {
		GET: 'read a referral received',
		POST: 'answer a referral'
	},
	'/(desk)/desk/inbox/[reference=reference]/restriction': {
		GET: 'restrict a referral received',
		POST: 'restrict a referral received'
	},
	'/(desk)/desk/inbox/[reference=reference]/files/[format=format]': {
		GET: 'read a referral received'
	},
	'/(desk)/desk/inbox/[reference=reference]/[step=step]': {
		GET: 'answer a referral',
		POST: 'answer a referral'
	},
	'/(desk)/desk/schools': { GET: 'write to a school' },
	'/(desk)/desk/schools/new': { GET: 'write to a school', POST: 'write to a school' },
	'/(desk)/desk/reports-in/asking': { GET: 'triage a report', POST: 'triage a report' },
	'/(desk)/desk/reports-in/[reference=reference]': {
		GET: 'triage a report',
		POST: 'triage a report'
	},
	'/(desk)/desk/standards': { GET: 'see standards' },
	'/(desk)/desk/standards/[partner=id]': {
		GET: 'see standards',
		POST: 'keep standards'
	},
	'/(desk)/desk/people': { GET: 'keep people' },
	'/(desk)/desk/people/new': { GET: 'keep people', POST: 'keep people' },
	'/(desk)/desk/people/[person=id]': { GET: 'keep people', POST: 'keep people' },
	'/(desk)/desk/people/[person=id]/hand-over': {
		GET: 'hand over actions',
		POST: 'hand over actions'
	},
	'/(desk)/desk/groups': { GET: 'keep groups' },
	'/(desk)/desk/groups/new': { GET: 'keep groups', POST: 'keep groups' },
	'/(desk)/desk/groups/[group=id]': { GET: 'keep groups', POST: 'keep groups' },
	'/(desk)/desk/group': { GET: 'list concerns of a group' },
	'/(desk)/desk/counts': { GET: 'see counts' },
	'/(desk)/desk/training': { GET: 'do training' },
	'/(desk)/desk/training/[module]': { GET: 'do training', POST: 'do training' },
	'/(desk)/desk/training/record': { GET: 'read the training record' },
	'/(desk)/desk/training/record/file': { GET: 'read the training record' },
	'/(desk)/desk/lessons': { GET: 'see checks of lessons' },
	'/(desk)/desk/lessons/[lesson]': {
		GET: 'see checks of lessons',
		POST: 'check a lesson'
	},
	'/(desk)/desk/teaching': { GET: 'teach a class' },
	'/(desk)/desk/teaching/plans/new': { GET: 'teach a class', POST: 'teach a class' },
	'/(desk)/desk/teaching/plans/[plan=id]': { GET: 'teach a class', POST: 'teach a class' },
	'/(desk)/desk/teaching/records/new': { GET: 'teach a class', POST: 'teach a class' },
	'/(desk)/desk/teaching/records/[record=id]': { GET: 'teach a class', POST: 'teach a class' },
	'/(desk)/desk/teaching/classes/[class=id]': { GET: 'teach a class', POST: 'teach a class' },
	'/(desk)/desk/teaching/classes/[class=id]/answers': {
		GET: 'teach a class',
		POST: 'teach a class'
	},
	'/(desk)/desk/teaching/report': { GET: 'read the record of teaching' },
	'/(desk)/desk/teaching/report/file': { GET: 'read the record of teaching' },
	'/(desk)/desk/teaching/settings': { GET: 'keep what is taught', POST: 'keep what is taught' },
	'/(desk)/desk/teaching/settings/additions': {
		GET: 'keep what is taught',
		POST: 'keep what is taught'
	},
	'/(desk)/desk/teaching/rooms': { GET: 'teach a class', POST: 'teach a class' },
	'/(desk)/desk/teaching/rooms/[room=id]': { GET: 'teach a class', POST: 'teach a class' },
	'/(desk)/desk/teaching/questions': { GET: 'teach a class', POST: 'teach a class' },
	'/(desk)/desk/teaching/questions/[box=id]': { GET: 'teach a class', POST: 'teach a class' },
	'/(desk)/desk/teaching/questions/[box=id]/[question=number]': {
		GET: 'teach a class',
		POST: 'teach a class'
	},
	'/(desk)/desk/teaching/told': { GET: 'read questions told' },
	'/(desk)/desk/teaching/told/[reference=reference]': { GET: 'read questions told' },
	'/(desk)/desk/help-page': {
		GET: 'keep the school’s help page',
		POST: 'keep the school’s help page'
	},
	'/(desk)/desk/help-page/poster': { GET: 'keep the school’s help page' },
	'/(desk)/desk/school-days': {
		GET: 'keep the school’s days',
		POST: 'keep the school’s days'
	},
	'/(desk)/desk/services': { GET: 'check help services', POST: 'check help services' },
	'/(desk)/desk/platform': { GET: 'see the platform' },
	'/(desk)/desk/ledger': { GET: 'keep the ledger', POST: 'sign the ledger' },
	'/(desk)/desk/ledger/checkpoints/[number]': { GET: 'sign the ledger' }
};

/** What a request to a route needs: nothing, an act, or, where the table does not name it, a closed door. */
export function needed(routeId: string | null, method: string): Act | 'anyone' | 'closed' {
	const opening = routeId === null ? undefined : routes[routeId];
	if (opening === undefined) return 'closed';
	if (opening === 'anyone') return 'anyone';
	const asked = method === 'HEAD' ? 'GET' : method;
	return (asked === 'GET' || asked === 'POST' ? opening[asked] : undefined) ?? 'closed';
}

/** The desk's door is the only one that a session opens. */
export const behindTheDesk = (routeId: string | null): boolean =>
	routeId?.startsWith('/(desk)') ?? false;
