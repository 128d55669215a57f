/** A number as it is shown: `c`, as the Department for Education marks one that is kept confidential. */
export type Shown = number | 'c';

// NHS England's rule for hospital statistics below the national level: 1 to 7 are hidden, 0 is shown, and
// the rest is rounded to the nearest 5. A second cell need not be hidden so long as no total stands beside
// them: of 1, 18 and 8 a total of 27, though rounded, would leave nothing but 1 for the first.
const mostHidden = 7;
const roundedTo = 5;

/** A number for somebody who may not learn anything of one child from it. */
export function hidden(count: number): Shown {
	if (count === 0) return 0;
	return count <= mostHidden ? 'c' : Math.round(count / roundedTo) * roundedTo;
}
