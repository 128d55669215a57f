import * as accounts from '../accounts/index.ts';
import * as organisations from '../organisations/index.ts';
import type { House } from '../organisations/index.ts';
import * as questionBox from '../question-box/index.ts';
import { startLooking, type Looking } from './looking.ts';

type Settings = {
	report: (fault: unknown) => void;
	/** Told when somebody was told that questions wait. */
	told?: () => void;
	now?: () => Date;
};

// Questions are shown for a week and no longer; that they are gone an hour later is soon enough.
const lookAgainAfter = 60 * 60_000;

/** Says to teachers, and then to leads, that questions of a class wait; and forgets every box whose week is over. */
export const startQuestions = (
	house: House,
	{ report, told, now = () => new Date() }: Settings
): Looking =>
	startLooking(
		async (stopped) => {
			await questionBox.forgetQuestions(house.published, now());
			for (const { id } of await organisations.list(house.platform)) {
				if (stopped()) return;
				// A school whose database does not open keeps no other school waiting.
				await inOne(house, id, now(), told).catch(report);
			}
		},
		lookAgainAfter,
		report
	);

async function inOne(house: House, id: string, at: Date, told?: () => void): Promise<void> {
	const leads = await accounts.holdersOf(house.platform, id, ['lead', 'deputy']);
	const whom = leads.length > 0 ? leads : await accounts.headsOf(house.platform, id);
	const { db, release } = await house.lease(id);
	try {
		await questionBox.forgetKeys(db, at);
		const ids = whom.map(({ staffId }) => staffId);
		if (await questionBox.remind({ published: house.published, db }, ids, at)) told?.();
	} finally {
		release();
	}
}
