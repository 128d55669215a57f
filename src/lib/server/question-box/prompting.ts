import { patterns, type Pattern } from './patterns.ts';
import { people } from './people.ts';
import { plainly } from './spelling.ts';
import { isStatement } from './statement.ts';

/** What a question may be telling: the name of each pattern that it met, and why it is looked for. */
export type Telling = Pick<Pattern, 'name' | 'reason'>;

type Ready = Telling & { alone?: RegExp; ofSomeone?: RegExp; ofOneself?: RegExp };

const named = (words: string): string =>
	words.replace(/\{(\w+)\}/g, (_, who: keyof typeof people) => `(?:${named(people[who])})`);

const anyOf = (words: readonly string[] | undefined): RegExp | undefined =>
	words && new RegExp(`(?:^|\\b)(?:${named(words.map((each) => each).join('|'))})(?:\\b|$)`);

const ready: Ready[] = patterns.map(({ name, reason, alone, ofSomeone, ofOneself }) => ({
	...{ name, reason, alone: anyOf(alone) },
	...{ ofSomeone: anyOf(ofSomeone), ofOneself: anyOf(ofOneself) }
}));

const telling: Telling = {
	name: 'telling, not asking',
	reason: 'It tells of somebody rather than asking for a fact.'
};

const someone = anyOf([
	...['someone', 'somebody', 'a (?:kid|child|girl|boy|friend|mate|mum|dad|parent)', 'people'],
	...['{me}', '{he}', '{whose} (?:{kin}|{partner}|{peer})', '{kin}', '{partner}', '{peer}']
]);
// “They” may be anybody, unless a question begins with them.
const oneself = anyOf([
	'{me}',
	'(?:he|she|hes|shes|hed|shed)',
	'^(?:they|theyre|theyve)',
	'{whose} (?:\\w+ )?(?:{kin}|{partner}|{peer})',
	'asking for'
]);

/**
 * What a question may be telling, as words for whoever reads it first; nothing, where nothing was met. It prompts a
 * person to take care and decides nothing: what it passes over may be a disclosure all the same.
 */
export function mayTell(text: string): Telling[] {
	const said = plainly(text);
	const [ofSomeone, ofOneself] = [someone?.test(said), oneself?.test(said)];
	const told = ready
		.filter(
			(pattern) =>
				pattern.alone?.test(said) ||
				(ofSomeone && pattern.ofSomeone?.test(said)) ||
				(ofOneself && pattern.ofOneself?.test(said))
		)
		.map(({ name, reason }) => ({ name, reason }));
	return told.length === 0 && isStatement(said) ? [telling] : told;
}
