import type { Step } from './loop.ts';
import type { referralEvents } from './schema.ts';

type Said = Pick<typeof referralEvents.$inferInsert, 'reason' | 'says' | 'supports' | 'heardBy'>;

const inWords = (state: Step): string => state.slice(0, 1).toUpperCase() + state.slice(1);

/** What the chronology of a case says of a step. */
export const saidOf = ({
	state,
	reason,
	says,
	supports,
	heardBy
}: Said & { state: Step }): string =>
	state === 'opened'
		? 'The referral was opened.'
		: [
				`${inWords(state)}.`,
				reason && `Reason: ${reason}.`,
				says,
				supports && `Meanwhile: ${supports}`,
				heardBy && `Heard: ${heardBy}`
			]
				.filter(Boolean)
				.join(' ');
