const day = 24 * 60 * 60_000;

// Issue E: what nobody has confirmed for so many days is marked, and then not offered any more.
const markedAfter = 90;
const hiddenAfter = 180;

/** How old what a listing says is: `marked` past 90 days without a word, `hidden` from matching past 180. */
export type Freshness = 'fresh' | 'marked' | 'hidden';

/** How fresh a listing is at a moment. */
export function freshnessOf({ statedAt }: { statedAt: Date }, at: Date): Freshness {
	const days = (at.getTime() - statedAt.getTime()) / day;
	if (days > hiddenAfter) return 'hidden';
	return days > markedAfter ? 'marked' : 'fresh';
}
