import * as counts from '../help-counts/index.ts';
import type { House } from '../organisations/index.ts';
import { startLooking, type Looking } from './looking.ts';

// A day is written some minutes after it is over.
const lookAgainAfter = 10 * 60_000;

/**
 * Writes what was counted at the help door once a day is over, and what there is of today when it is stopped.
 * From its start on, every day has its rows.
 */
export function startCounting(
	{ published }: Pick<House, 'published'>,
	topics: string[],
	report: (fault: unknown) => void,
	now = () => new Date(),
	{ keep } = counts
): Looking {
	const looking = startLooking(() => keep(published, topics, now()), lookAgainAfter, report);
	return {
		...looking,
		async stop() {
			await looking.stop();
			await keep(published, topics, now(), { today: true }).catch(report);
		}
	};
}
