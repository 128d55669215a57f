import * as accounts from '#lib/server/accounts/index.ts';
import { keysOf } from '#lib/server/cookies.ts';
import * as drafts from '#lib/server/drafts/index.ts';
import * as organisations from '#lib/server/organisations/index.ts';
import { navigation } from './navigation.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, url, cookies }) => {
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
		keys: keysOf(cookies, accounts.doorOf(house).secure) === 'on',
		left: await accounts.timeLeft(house, staff),
		draft: await drafts.of(db, staff, url.pathname),
		nav: await navigation(staff, db, url.pathname),
		demonstration: staff.organisation.demonstration
	};
};

const hasDemonstration = async ({ platform }: App.Locals['house']): Promise<boolean> =>
	(await organisations.list(platform)).some(({ demonstration }) => demonstration);
