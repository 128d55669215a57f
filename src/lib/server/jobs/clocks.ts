import * as accounts from '../accounts/index.ts';
import { whoReceives, type Role } from '../access/index.ts';
import * as clocks from '../clocks/index.ts';
import * as organisations from '../organisations/index.ts';
import type { House } from '../organisations/index.ts';
import * as schoolDays from '../school-days/index.ts';
import { startLooking, type Looking } from './looking.ts';

type Kind = 'school' | 'service' | 'partnership';

type Settings = {
	report: (fault: unknown) => void;
	/** Told when somebody was told something. */
	told?: () => void;
	now?: () => Date;
};

// What is immediate waits for an hour; a minute more is soon enough.
const lookAgainAfter = 60_000;

/** Tells, in every school and service, whoever comes next of what has waited too long. One that fails holds up no other. */
export const startClocks = (
	house: House,
	{ report, told, now = () => new Date() }: Settings
): Looking =>
	startLooking(
		async (stopped) => {
			for (const { id, kind } of await organisations.list(house.platform)) {
				if (stopped()) return;
				if (kind === 'partnership') continue;
				try {
					if ((await climbAt(house, id, kind, now())) > 0) told?.();
				} catch (fault) {
					report(fault);
				}
			}
		},
		lookAgainAfter,
		report
	);

async function climbAt(house: House, id: string, kind: Kind, at: Date): Promise<number> {
	const holders = await holdersIn(house, id, kind);
	const { db, release } = await house.lease(id);
	try {
		return await clocks.climb(db, await schoolDays.current(db), holders, at);
	} finally {
		release();
	}
}

async function holdersIn({ platform }: House, id: string, kind: Kind): Promise<clocks.Holders> {
	const of = async (role: Role) =>
		(await accounts.holdersOf(platform, id, [role])).map(({ staffId }) => staffId);
	if (kind === 'service') {
		const workers = await accounts.holdersOf(platform, id, whoReceives);
		const none = { leads: [], deputies: [], heads: [] };
		return {
			...none,
			workers: workers.map(({ staffId }) => staffId),
			managers: await of('manager')
		};
	}
	return { leads: await of('lead'), deputies: await of('deputy'), heads: await of('head') };
}
