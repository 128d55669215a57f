import type { standardAnswers } from './schema.ts';

type Turn = {
	id: string;
	standardId: string;
	answer: (typeof standardAnswers)[number];
	at: Date;
};

/** Where each proposal is, and which of them stands between the two, if any. */
export type Folded = {
	places: Map<string, 'proposed' | (typeof standardAnswers)[number] | 'replaced'>;
	standsId: string | undefined;
};

const inOrder = (one: Turn, other: Turn): number =>
	one.at.getTime() - other.at.getTime() || (one.id < other.id ? -1 : 1);

/**
 * What two organisations agreed, from every proposal and every answer to one: the same on both sides,
 * whatever the order in which they came. The newest that was agreed stands until it is ended.
 */
export function folded(standardIds: readonly string[], turns: readonly Turn[]): Folded {
	const places: Folded['places'] = new Map(standardIds.map((id) => [id, 'proposed']));
	let standsId: string | undefined;
	for (const { standardId, answer } of turns.toSorted(inOrder)) {
		const place = places.get(standardId);
		// The first answer is the answer; only what stands can be ended. What crossed another changes nothing.
		if (place !== (answer === 'ended' ? 'agreed' : 'proposed')) continue;
		if (answer === 'agreed' && standsId) places.set(standsId, 'replaced');
		if (answer === 'agreed') standsId = standardId;
		if (answer === 'ended') standsId = undefined;
		places.set(standardId, answer);
	}
	return { places, standsId };
}
