import { may, roles } from './access/index.ts';
import * as accounts from './accounts/index.ts';
import { signedIn } from './signed-in.ts';

/** Who of a service may work on the referrals that it receives, as they are called there: for a form, and to hand to the domain. */
export async function teamOf(locals: App.Locals): Promise<{ id: string; name: string }[]> {
	const { staff, db } = signedIn(locals);
	const working = roles.filter((role) => may({ roles: [role] }, 'answer a referral'));
	const holders = await accounts.holdersOf(locals.house.platform, staff.organisation.id, working);
	const called = await accounts.asCalledHere(db, holders);
	return called.map(({ staffId: id, name }) => ({ id, name }));
}
