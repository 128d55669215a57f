/** Counts wrong guesses at the codes of all rooms together, in memory and for the moment. */
export type Guesses = {
	/** Whether three words alone may open a room now. */
	areFew(at: Date): boolean;
	/** One more wrong guess. */
	count(at: Date): void;
};

// With 100 rooms open and 1,369 words, ten guesses a second come upon one of them once in 700 hours. A
// class types no wrong three words but by mistake, and 300 of those at once are ten classes that all got it wrong.
const aSecond = 10;
const atOnce = 300;

export function guesses(): Guesses {
	let left = atOnce;
	let lookedAt = 0;
	const fill = (at: Date): void => {
		const seconds = Math.max(0, at.getTime() - lookedAt) / 1000;
		left = Math.min(atOnce, left + seconds * aSecond);
		lookedAt = at.getTime();
	};
	return {
		areFew(at) {
			fill(at);
			return left >= 1;
		},
		count(at) {
			fill(at);
			left = Math.max(0, left - 1);
		}
	};
}
