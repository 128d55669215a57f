import * as attachments from '../attachments/index.ts';
import * as drafts from '../drafts/index.ts';
import * as organisations from '../organisations/index.ts';
import type { House } from '../organisations/index.ts';
import { startLooking, type Looking } from './looking.ts';

// Drafts are shown for a week and no longer; that they are gone an hour later is soon enough.
const lookAgainAfter = 60 * 60_000;

/**
 * Forgets, in every organisation, the drafts that nobody went back to for a week, and the files that nothing
 * opens any more.
 */
export const startForgetting = (
	house: House,
	report: (fault: unknown) => void,
	now = () => new Date()
): Looking =>
	startLooking(
		async (stopped) => {
			for (const { id } of await organisations.list(house.platform)) {
				if (stopped()) return;
				const { db, release } = await house.lease(id);
				try {
					await drafts.forgetOld(db, now());
					await attachments.sweep(db, house.config.dataDir, id, now());
				} finally {
					release();
				}
			}
		},
		lookAgainAfter,
		report
	);
