/** What the desk's forms call what the records hold, wherever the sentence case of it is not enough. */
const called: Record<string, string> = {
	immediate: 'Now',
	'same day': 'Today',
	'three school days': 'Within three school days',
	agreed: 'They agree',
	'does not agree': 'They do not agree',
	'not asked': 'They were not asked',
	'not understood': 'Could not be read',
	both: 'Domestic abuse and substance use'
};

/** A recorded kind, state or choice in the words that its form used. */
export const inWords = (recorded: string): string =>
	called[recorded] ?? recorded.charAt(0).toUpperCase() + recorded.slice(1);
