import { describe, expect, test } from 'vitest';
import { behindTheDesk, needed, routes } from './index.ts';

// Every door there is, written out again by hand: what looking takes, and what sending takes.
const doors: [route: string, look: string, send: string][] = [
	['/(learn)', 'anyone', 'anyone'],
	['/(learn)/about', 'anyone', 'anyone'],
	['/(learn)/hidden', 'anyone', 'anyone'],
	['/(learn)/parents', 'anyone', 'anyone'],
	['/(learn)/lessons', 'anyone', 'anyone'],
	['/(learn)/lessons/coverage', 'anyone', 'anyone'],
	['/(learn)/lessons/coverage.csv', 'anyone', 'anyone'],
	['/(learn)/lessons/words', 'anyone', 'anyone'],
	['/(learn)/lessons/[lesson]', 'anyone', 'anyone'],
	['/(learn)/lessons/[lesson]/cards', 'anyone', 'anyone'],
	['/(learn)/lessons/[lesson]/cards/without-sex-education', 'anyone', 'anyone'],
	['/(learn)/lessons/[lesson]/easy', 'anyone', 'anyone'],
	['/(learn)/lessons/[lesson]/further', 'anyone', 'anyone'],
	['/(learn)/lessons/[lesson]/listen', 'anyone', 'anyone'],
	['/(learn)/lessons/[lesson]/one-at-a-time', 'anyone', 'anyone'],
	['/(learn)/lessons/[lesson]/parents', 'anyone', 'anyone'],
	['/(learn)/lessons/[lesson]/present', 'anyone', 'anyone'],
	['/(learn)/lessons/[lesson]/present/without-sex-education', 'anyone', 'anyone'],
	['/(learn)/lessons/[lesson]/slides', 'anyone', 'anyone'],
	['/(learn)/lessons/[lesson]/slides/without-sex-education', 'anyone', 'anyone'],
	['/(learn)/lessons/[lesson]/teaching', 'anyone', 'anyone'],
	['/(learn)/lessons/[lesson]/teaching/without-sex-education', 'anyone', 'anyone'],
	['/(learn)/lessons/[lesson]/without-sex-education', 'anyone', 'anyone'],
	['/(learn)/lessons/form', 'anyone', 'anyone'],
	['/(learn)/lessons/lesson.schema.json', 'anyone', 'anyone'],
	['/(learn)/lessons/offline', 'anyone', 'anyone'],
	['/(learn)/lessons/offline/copy', 'anyone', 'anyone'],
	['/(help)/info', 'anyone', 'anyone'],
	['/(help)/info/next', 'anyone', 'anyone'],
	['/(help)/info/next/[code=code]', 'anyone', 'anyone'],
	['/(help)/info/[code=code]', 'anyone', 'anyone'],
	['/(link)/calendar/[secret]', 'anyone', 'anyone'],
	['/(link)/r/[token]', 'anyone', 'anyone'],
	['/(link)/r/[token]/[step=step]', 'anyone', 'anyone'],
	['/(link)/w/[token]', 'anyone', 'anyone'],
	['/(room)/join/ask/[box=box]', 'anyone', 'anyone'],
	['/(room)/join/ask/[box=box]/screen', 'anyone', 'anyone'],
	['/(feed)/open-referral/[...path]', 'anyone', 'anyone'],
	['/(room)/join', 'anyone', 'anyone'],
	['/(room)/join/[room]', 'anyone', 'anyone'],
	['/(room)/join/[room]/in', 'anyone', 'anyone'],
	['/(room)/join/[room]/events', 'anyone', 'anyone'],
	['/(room)/join/[room]/screen', 'anyone', 'anyone'],
	['/(desk)/desk', 'open the desk', 'open the desk'],
	['/(desk)/desk/sign-in', 'anyone', 'anyone'],
	['/(desk)/desk/forgotten', 'anyone', 'anyone'],
	['/(desk)/desk/link/[token]', 'anyone', 'anyone'],
	['/(desk)/desk/sign-in/second', 'open the desk', 'open the desk'],
	['/(desk)/desk/step-up', 'open the desk', 'open the desk'],
	['/(desk)/desk/account', 'keep one’s own account', 'keep one’s own account'],
	['/(desk)/desk/account/password', 'keep one’s own account', 'keep one’s own account'],
	['/(desk)/desk/account/second-factor', 'keep one’s own account', 'keep one’s own account'],
	['/(desk)/desk/account/calendar', 'do one’s own actions', 'do one’s own actions'],
	['/(desk)/desk/sign-out', 'closed', 'anyone'],
	['/(desk)/desk/away', 'anyone', 'anyone'],
	['/(desk)/desk/presence', 'closed', 'open the desk'],
	['/(desk)/desk/drafts', 'closed', 'open the desk'],
	['/(desk)/desk/drafts/gone', 'closed', 'open the desk'],
	['/(desk)/desk/concerns', 'list concerns to triage', 'closed'],
	['/(desk)/desk/concerns/new', 'log a concern', 'log a concern'],
	['/(desk)/desk/concerns/[reference=reference]', 'read a concern', 'closed'],
	['/(desk)/desk/concerns/[reference=reference]/triage', 'triage a concern', 'triage a concern'],
	['/(desk)/desk/concerns/[reference=reference]/review', 'triage a concern', 'triage a concern'],
	['/(desk)/desk/concerns/[reference=reference]/additions', 'add to a concern', 'add to a concern'],
	[
		'/(desk)/desk/concerns/[reference=reference]/correction',
		'triage a concern',
		'triage a concern'
	],
	['/(desk)/desk/reports', 'log a concern', 'closed'],
	['/(desk)/desk/actions/[action=id]', 'do one’s own actions', 'do one’s own actions'],
	['/(desk)/desk/concerns/[reference=reference]/files/new', 'add to a concern', 'add to a concern'],
	['/(desk)/desk/concerns/[reference=reference]/files/[id=id]', 'read a concern', 'closed'],
	[
		'/(desk)/desk/concerns/[reference=reference]/restriction',
		'restrict a record',
		'restrict a record'
	],
	['/(desk)/desk/search', 'search records', 'search records'],
	['/(desk)/desk/cases', 'list cases', 'closed'],
	['/(desk)/desk/cases/[reference=reference]', 'read a case', 'read a case'],
	['/(desk)/desk/cases/[reference=reference]/entries', 'add to a case', 'add to a case'],
	['/(desk)/desk/cases/[reference=reference]/actions', 'add to a case', 'add to a case'],
	['/(desk)/desk/cases/[reference=reference]/closing', 'add to a case', 'add to a case'],
	['/(desk)/desk/cases/[reference=reference]/reopening', 'add to a case', 'add to a case'],
	['/(desk)/desk/cases/[reference=reference]/pictures', 'add to a case', 'add to a case'],
	['/(desk)/desk/cases/[reference=reference]/plan', 'add to a case', 'add to a case'],
	['/(desk)/desk/cases/[reference=reference]/disagreements', 'add to a case', 'add to a case'],
	['/(desk)/desk/cases/[reference=reference]/family', 'read a case', 'closed'],
	['/(desk)/desk/cases/[reference=reference]/contacts', 'read a case', 'add to a case'],
	[
		'/(desk)/desk/cases/[reference=reference]/restriction',
		'restrict a record',
		'restrict a record'
	],
	['/(desk)/desk/cases/[reference=reference]/print', 'print a chronology', 'closed'],
	[
		'/(desk)/desk/cases/[reference=reference]/print/file',
		'print a chronology',
		'print a chronology'
	],
	['/(desk)/desk/break-glass', 'break the glass', 'break the glass'],
	['/(desk)/desk/cases/[reference=reference]/referrals/new', 'send a referral', 'send a referral'],
	['/(desk)/desk/referrals', 'read a referral', 'closed'],
	['/(desk)/desk/referrals/[reference=reference]', 'read a referral', 'closed'],
	['/(desk)/desk/cases/[reference=reference]/not-sharing', 'send a referral', 'send a referral'],
	[
		'/(desk)/desk/referrals/[reference=reference]/files/[format=format]',
		'send a referral',
		'closed'
	],
	['/(desk)/desk/referrals/[reference=reference]/link', 'send a referral', 'send a referral'],
	[
		'/(desk)/desk/referrals/[reference=reference]/[step=step]',
		'send a referral',
		'send a referral'
	],
	['/(desk)/desk/cases/[reference=reference]/services', 'send a referral', 'send a referral'],
	['/(desk)/desk/directory', 'look at the directory', 'closed'],
	['/(desk)/desk/directory/new', 'keep a listing', 'keep a listing'],
	['/(desk)/desk/directory/[service=id]', 'look at the directory', 'keep a listing'],
	['/(desk)/desk/directory/[service=id]/listing', 'keep a listing', 'keep a listing'],
	['/(desk)/desk/inbox', 'list referrals received', 'closed'],
	['/(desk)/desk/caseload', 'list referrals received', 'closed'],
	['/(desk)/desk/inbox/[reference=reference]', 'read a referral received', 'answer a referral'],
	[
		'/(desk)/desk/inbox/[reference=reference]/restriction',
		'restrict a referral received',
		'restrict a referral received'
	],
	[
		'/(desk)/desk/inbox/[reference=reference]/files/[format=format]',
		'read a referral received',
		'closed'
	],
	[
		'/(desk)/desk/inbox/[reference=reference]/[step=step]',
		'answer a referral',
		'answer a referral'
	],
	['/(desk)/desk/schools', 'write to a school', 'closed'],
	['/(desk)/desk/schools/new', 'write to a school', 'write to a school'],
	['/(desk)/desk/reports-in/asking', 'triage a report', 'triage a report'],
	['/(desk)/desk/reports-in/[reference=reference]', 'triage a report', 'triage a report'],
	['/(desk)/desk/standards', 'see standards', 'closed'],
	['/(desk)/desk/standards/[partner=id]', 'see standards', 'keep standards'],
	['/(desk)/desk/people', 'keep people', 'closed'],
	['/(desk)/desk/people/new', 'keep people', 'keep people'],
	['/(desk)/desk/people/[person=id]', 'keep people', 'keep people'],
	['/(desk)/desk/people/[person=id]/hand-over', 'hand over actions', 'hand over actions'],
	['/(desk)/desk/groups', 'keep groups', 'closed'],
	['/(desk)/desk/groups/new', 'keep groups', 'keep groups'],
	['/(desk)/desk/groups/[group=id]', 'keep groups', 'keep groups'],
	['/(desk)/desk/group', 'list concerns of a group', 'closed'],
	['/(desk)/desk/counts', 'see counts', 'closed'],
	['/(desk)/desk/training', 'do training', 'closed'],
	['/(desk)/desk/training/[module]', 'do training', 'do training'],
	['/(desk)/desk/training/record', 'read the training record', 'closed'],
	['/(desk)/desk/training/record/file', 'read the training record', 'closed'],
	['/(desk)/desk/lessons', 'see checks of lessons', 'closed'],
	['/(desk)/desk/lessons/[lesson]', 'see checks of lessons', 'check a lesson'],
	['/(desk)/desk/teaching', 'teach a class', 'closed'],
	['/(desk)/desk/teaching/plans/new', 'teach a class', 'teach a class'],
	['/(desk)/desk/teaching/plans/[plan=id]', 'teach a class', 'teach a class'],
	['/(desk)/desk/teaching/records/new', 'teach a class', 'teach a class'],
	['/(desk)/desk/teaching/records/[record=id]', 'teach a class', 'teach a class'],
	['/(desk)/desk/teaching/classes/[class=id]', 'teach a class', 'teach a class'],
	['/(desk)/desk/teaching/classes/[class=id]/answers', 'teach a class', 'teach a class'],
	['/(desk)/desk/teaching/report', 'read the record of teaching', 'closed'],
	['/(desk)/desk/teaching/report/file', 'read the record of teaching', 'closed'],
	['/(desk)/desk/teaching/settings', 'keep what is taught', 'keep what is taught'],
	['/(desk)/desk/teaching/settings/additions', 'keep what is taught', 'keep what is taught'],
	['/(desk)/desk/teaching/rooms', 'teach a class', 'teach a class'],
	['/(desk)/desk/teaching/rooms/[room=id]', 'teach a class', 'teach a class'],
	['/(desk)/desk/teaching/questions', 'teach a class', 'teach a class'],
	['/(desk)/desk/teaching/questions/[box=id]', 'teach a class', 'teach a class'],
	['/(desk)/desk/teaching/questions/[box=id]/[question=number]', 'teach a class', 'teach a class'],
	['/(desk)/desk/teaching/told', 'read questions told', 'closed'],
	['/(desk)/desk/teaching/told/[reference=reference]', 'read questions told', 'closed'],
	['/(desk)/desk/help-page', 'keep the school’s help page', 'keep the school’s help page'],
	['/(desk)/desk/help-page/poster', 'keep the school’s help page', 'closed'],
	['/(desk)/desk/school-days', 'keep the school’s days', 'keep the school’s days'],
	['/(desk)/desk/services', 'check help services', 'check help services'],
	['/(desk)/desk/platform', 'see the platform', 'closed'],
	['/(desk)/desk/ledger', 'keep the ledger', 'sign the ledger'],
	['/(desk)/desk/ledger/checkpoints/[number]', 'sign the ledger', 'closed']
];

test.each(doors)('%s is looked at for “%s” and sent for “%s”', (route, look, send) => {
	expect(needed(route, 'GET')).toBe(look);
	expect(needed(route, 'HEAD')).toBe(look);
	expect(needed(route, 'POST')).toBe(send);
});

test('there is no door but these', () => {
	expect(Object.keys(routes).sort()).toEqual(doors.map(([route]) => route).sort());
});

describe('what a request needs', () => {
	test('of a door for anyone is nothing, by whatever method', () => {
		for (const method of ['GET', 'HEAD', 'POST', 'PUT'])
			expect(needed('/(learn)', method)).toBe('anyone');
	});

	test('of a route of the desk is what the table says for that method', () => {
		expect(needed('/(desk)/desk/ledger', 'GET')).toBe('keep the ledger');
		expect(needed('/(desk)/desk/ledger', 'HEAD')).toBe('keep the ledger');
		expect(needed('/(desk)/desk/ledger', 'POST')).toBe('sign the ledger');
		expect(needed('/(desk)/desk/cases', 'GET')).toBe('list cases');
	});

	test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'get', 'constructor', ''])(
		'of a route of the desk by “%s” is a closed door',
		(method) => {
			for (const id of Object.keys(routes).filter(behindTheDesk))
				expect(needed(id, method)).toBe('closed');
		}
	);

	test('of a method that the table does not name is a closed door', () => {
		expect(needed('/(desk)/desk/cases', 'POST')).toBe('closed');
		expect(needed('/(desk)/desk/sign-out', 'GET')).toBe('closed');
		expect(needed('/(desk)/desk/sign-out', 'HEAD')).toBe('closed');
	});

	test.each([
		null,
		'',
		'/',
		'/(desk)',
		'/(desk)/desk/secrets',
		'__proto__',
		'constructor',
		'toString'
	])('of the route %j, which the table does not name, is a closed door', (id) => {
		for (const method of ['GET', 'POST']) expect(needed(id, method)).toBe('closed');
	});
});

test('the desk is what lies behind its door, and nothing else', () => {
	for (const id of Object.keys(routes))
		expect(behindTheDesk(id)).toBe(/^\/\(desk\)\/desk($|\/)/.test(id));
	expect(behindTheDesk(null)).toBe(false);
	expect(behindTheDesk('/x/(desk)/desk')).toBe(false);
});
