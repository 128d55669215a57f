import type { Listed } from '#lib/server/directory/index.ts';
import { spoken } from './spoken.ts';

type Standing = Pick<Listed, 'capacity' | 'waitWeeks' | 'capacityStatedAt'>;

const weeks = (many: number): string => (many === 1 ? 'a week' : `${many} weeks`);

/** How a service stands now, in a sentence, with the day on which it said so. */
export function standingOf({ capacity, waitWeeks, capacityStatedAt }: Standing): string {
	if (capacity === 'not stated') return 'It has not said whether it has places.';
	const said = capacityStatedAt ? ` (said ${spoken(capacityStatedAt, false)})` : '';
	const wait = waitWeeks ? `, with a wait of ${weeks(waitWeeks)}` : '';
	const words = {
		'has places': 'It has places',
		'has a wait': 'It has a wait',
		full: 'It is full'
	};
	return capacity === 'has a wait' && waitWeeks
		? `It has a wait of ${weeks(waitWeeks)}${said}.`
		: `${words[capacity]}${capacity === 'full' ? wait : ''}${said}.`;
}

/** Which ages a service takes, in words. */
export function agesOf({ fromAge, toAge }: Pick<Listed, 'fromAge' | 'toAge'>): string {
	if (fromAge === null && toAge === null) return 'Any age';
	if (fromAge === null) return `Up to ${toAge}`;
	return toAge === null ? `From ${fromAge}` : `${fromAge} to ${toAge}`;
}
