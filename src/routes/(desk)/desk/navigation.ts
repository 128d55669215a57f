import { resolve } from '$app/paths';
import { may, type Act, type Staff } from '#lib/server/access/index.ts';
import * as concerns from '#lib/server/concerns/index.ts';
import * as referrals from '#lib/server/referrals/index.ts';
import type { NavLink } from '#lib/components/navigation.ts';

type Db = NonNullable<App.Locals['db']>;
type Room = Pick<NavLink, 'label' | 'href' | 'keys' | 'field'> & {
	act: Act;
	/** The one kind of organisation that has such a room, where its roles are found in others too. */
	of?: Staff['organisation']['kind'];
	/** An act with which somebody finds this room from another, which is named alike. */
	unless?: Act;
	count?: (db: Db, staff: Staff) => Promise<number>;
};

const rooms: Room[] = [
	{ act: 'open the desk', label: 'Desk', href: resolve('/(desk)/desk'), keys: 'g d' },
	{
		act: 'log a concern',
		label: 'Log a concern',
		href: resolve('/(desk)/desk/concerns/new'),
		keys: 'g n'
	},
	{
		act: 'list concerns to triage',
		label: 'To triage',
		href: resolve('/(desk)/desk/concerns'),
		keys: 'g t',
		count: concerns.countUntriaged
	},
	{ act: 'list cases', label: 'Cases', href: resolve('/(desk)/desk/cases'), keys: 'g c' },
	{
		act: 'read a referral',
		label: 'Referrals',
		href: resolve('/(desk)/desk/referrals'),
		keys: 'g r'
	},
	{
		act: 'look at the directory',
		label: 'Directory',
		href: resolve('/(desk)/desk/directory'),
		keys: 'g s'
	},
	{
		act: 'search records',
		label: 'Search',
		href: resolve('/(desk)/desk/search'),
		keys: '/',
		field: 'words'
	},
	{
		act: 'list referrals received',
		label: 'Inbox',
		href: resolve('/(desk)/desk/inbox'),
		keys: 'g i',
		count: referrals.countWaiting
	},
	{
		act: 'list referrals received',
		label: 'Caseload',
		href: resolve('/(desk)/desk/caseload'),
		keys: 'g l'
	},
	{
		act: 'list concerns of a group',
		label: 'Your group',
		href: resolve('/(desk)/desk/group'),
		keys: 'g y'
	},
	{ act: 'write to a school', label: 'To schools', href: resolve('/(desk)/desk/schools') },
	{
		act: 'see checks of lessons',
		of: 'school',
		label: 'Lessons',
		href: resolve('/(desk)/desk/lessons')
	},
	{
		act: 'teach a class',
		of: 'school',
		label: 'Teaching',
		href: resolve('/(desk)/desk/teaching'),
		keys: 'g e'
	},
	{
		act: 'read the record of teaching',
		unless: 'teach a class',
		of: 'school',
		label: 'Teaching',
		href: resolve('/(desk)/desk/teaching/report')
	},
	{
		act: 'keep what is taught',
		unless: 'teach a class',
		of: 'school',
		label: 'What is taught',
		href: resolve('/(desk)/desk/teaching/settings')
	},
	{ act: 'do training', label: 'Training', href: resolve('/(desk)/desk/training') },
	{ act: 'see counts', label: 'Counts', href: resolve('/(desk)/desk/counts') },
	{ act: 'keep people', label: 'People', href: resolve('/(desk)/desk/people') },
	{ act: 'keep groups', label: 'Groups', href: resolve('/(desk)/desk/groups') },
	{
		act: 'break the glass',
		label: 'Break the glass',
		href: resolve('/(desk)/desk/break-glass')
	},
	{
		act: 'keep the school’s help page',
		of: 'school',
		label: 'Help page',
		href: resolve('/(desk)/desk/help-page')
	},
	{
		act: 'keep the school’s days',
		of: 'school',
		label: 'School days',
		href: resolve('/(desk)/desk/school-days')
	},
	{ act: 'keep the ledger', label: 'Ledger', href: resolve('/(desk)/desk/ledger') },
	{
		act: 'check help services',
		label: 'Help services',
		href: resolve('/(desk)/desk/services')
	},
	{ act: 'see the platform', label: 'Platform', href: resolve('/(desk)/desk/platform') }
];

/** The rooms that somebody may go to, and how much waits in each. */
export const navigation = (staff: Staff, db: Db, here: string): Promise<NavLink[]> =>
	Promise.all(
		rooms
			.filter(({ act, of }) => may(staff, act) && (!of || of === staff.organisation.kind))
			.filter(({ unless }) => !unless || !may(staff, unless))
			.map(async ({ label, href, keys, field, count }) => ({
				...{ label, href, keys, field, current: href === here },
				count: await count?.(db, staff)
			}))
	);
