import * as accounts from './accounts/index.ts';
import type { Staff } from './access/index.ts';
import type { House } from './organisations/index.ts';

const whoMayOwn = ['lead', 'deputy', 'head', 'pastoral'] as const;

/** Who may be given something to do about a child, oneself first: for a form, and to hand to the domain. */
export async function ownersFor(
	{ platform }: Pick<House, 'platform'>,
	staff: Staff
): Promise<{ ids: string[]; offered: { id: string; name: string }[] }> {
	const holders = await accounts.holdersOf(platform, staff.organisation.id, [...whoMayOwn]);
	const others = holders.filter(({ staffId }) => staffId !== staff.id);
	return {
		ids: holders.map(({ staffId }) => staffId),
		offered: [
			{ id: '', name: `${staff.name} (you)` },
			...others.map(({ staffId: id, name }) => ({ id, name }))
		]
	};
}
