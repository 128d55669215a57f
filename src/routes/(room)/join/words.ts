import type { Entered } from '#lib/server/rooms/index.ts';

/** What to say when the words that somebody typed opened no room. */
export function whyNot(entered: Exclude<Entered, { door: string }>): string {
	switch (entered.says) {
		case 'too few words':
			return 'Type the three words that are on the screen';
		case 'not words of ours':
			return `Check how this is spelt on the screen: ${entered.unknown.join(', ')}`;
		case 'one more word':
			return 'Type one more word after the three: it is the small one on the screen';
		case 'no such room':
			return 'No room is open with these words. Check them on the screen';
	}
}
