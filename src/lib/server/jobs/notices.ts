import * as accounts from '../accounts/index.ts';
import * as mail from '../mail/index.ts';
import * as notices from '../notices/index.ts';
import * as organisations from '../organisations/index.ts';
import type { House } from '../organisations/index.ts';
import { startLooking, type Looking } from './looking.ts';

type Settings = {
	report: (fault: unknown) => void;
	/** Told when letters were posted. */
	posted?: () => void;
	now?: () => Date;
};

// What cannot wait is looked for in person as well; a minute is soon enough for a letter.
const lookAgainAfter = 60_000;

/**
 * Posts to whoever has something at the desk that they have not seen, as their own setting allows. A letter
 * is posted before it is written down: in a crash between the two it goes twice, and is never lost.
 */
export const startNotices = (
	house: House,
	{ report, posted, now = () => new Date() }: Settings
): Looking =>
	startLooking(
		async (stopped) => {
			for (const { id } of await organisations.list(house.platform)) {
				if (stopped()) return;
				try {
					if ((await writeIn(house, id, now())) > 0) posted?.();
				} catch (fault) {
					report(fault);
				}
			}
		},
		lookAgainAfter,
		report
	);

async function writeIn(house: House, id: string, at: Date): Promise<number> {
	const { db, release } = await house.lease(id);
	try {
		const due = await notices.toBeWrittenTo(db, at);
		if (due.length === 0) return 0;
		const members = await accounts.membersOf(house.platform, id);
		const letter = notices.asLetter(house.config.origin);
		// Somebody who has left is told things no more, and what they were told before waits for ever.
		const here = members.filter((one) => due.includes(one.staffId));
		for (const { staffId, email } of here) {
			await mail.post(house.platform, { to: email, ...letter }, at);
			await notices.wrote(db, staffId, at);
		}
		return here.length;
	} finally {
		release();
	}
}
