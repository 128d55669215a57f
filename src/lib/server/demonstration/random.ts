/** The same numbers in the same order for the same seed, so that every demonstration is the same one. */
export type Random = {
	/** A whole number from 0 up to, and not including, `below`. */
	below(below: number): number;
	pick<Item>(items: readonly Item[]): Item;
	chance(share: number): boolean;
};

/** Mulberry32 (public domain): enough for a made-up school, never for a key. */
export function seeded(seed: number): Random {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const below = (bound: number) => Math.floor(next() * bound);
	return {
		below,
		pick: (items) => {
			const found = items[below(items.length)];
			if (found === undefined) throw new Error('Nothing to pick from');
			return found;
		},
		chance: (share) => next() < share
	};
}
