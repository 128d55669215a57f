import { resolve } from '$app/paths';
import { may, type Act, type Staff } from '#lib/server/access/index.ts';
import * as accounts from '#lib/server/accounts/index.ts';
import * as concerns from '#lib/server/concerns/index.ts';
import * as drafts from '#lib/server/drafts/index.ts';
import * as organisations from '#lib/server/organisations/index.ts';
import * as referrals from '#lib/server/referrals/index.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, url }) => {
	const { staff, db, house } = locals;
	if (!staff || !db)
		return {
			nav: [],
			demonstration: await hasDemonstration(house),
			mayHide: locals.comer?.stage === 'enrolling'
		};
	return {
		mayHide: true,
		staff: { name: staff.name, roles: [...staff.roles], organisation: staff.organisation },
		left: await accounts.timeLeft(house, staff),
		draft: await drafts.of(db, staff, url.pathname),
		nav: await navigation(staff, db, url.pathname),
		demonstration: staff.organisation.demonstration
	};
};

const hasDemonstration = async ({ platform }: App.Locals['house']): Promise<boolean> =>
	(await organisations.list(platform)).some(({ demonstration }) => demonstration);

async function navigation(staff: Staff, db: NonNullable<App.Locals['db']>, here: string) {
	const links: { act: Act; label: string; href: string; count?: number }[] = [
		{ act: 'open the desk', label: 'Desk', href: resolve('/(desk)/desk') },
		{ act: 'log a concern', label: 'Log a concern', href: resolve('/(desk)/desk/concerns/new') },
		{
			act: 'list concerns to triage',
			label: 'To triage',
			href: resolve('/(desk)/desk/concerns'),
			count: await concerns.countUntriaged(db, staff)
		},
		{ act: 'list cases', label: 'Cases', href: resolve('/(desk)/desk/cases') },
		{ act: 'read a referral', label: 'Referrals', href: resolve('/(desk)/desk/referrals') },
		{ act: 'look at the directory', label: 'Directory', href: resolve('/(desk)/desk/directory') },
		{ act: 'search records', label: 'Search', href: resolve('/(desk)/desk/search') },
		{
			act: 'list referrals received',
			label: 'Inbox',
			href: resolve('/(desk)/desk/inbox'),
			count: await referrals.countWaiting(db, staff)
		},
		{
			act: 'list concerns of a group',
			label: 'Your group',
			href: resolve('/(desk)/desk/group')
		},
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
			label: 'Help page',
			href: resolve('/(desk)/desk/help-page')
		},
		{
			act: 'keep the school’s days',
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
	return links
		.filter(({ act }) => may(staff, act))
		.map(({ label, href, count }) => ({ label, href, count, current: href === here }));
}
