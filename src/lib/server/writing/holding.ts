import type { Rule, Told, Written } from './rule.ts';
import { activitiesShown } from './rules-of-shape.ts';
import { dueOf, rulesOfSources } from './rules-of-sources.ts';
import { rulesOfWords } from './rules-of-words.ts';

const forEverything = [activitiesShown, ...rulesOfWords, ...rulesOfSources];

/**
 * Holds something to the rules for everything written, and to `rules` of its own. `reading` takes it apart; where
 * its shape is wrong, that is told alone.
 */
export function held<Of extends Written>(reading: () => Of, rules: readonly Rule<Of>[] = []): Told {
	let written: Of;
	try {
		written = reading();
	} catch (fault) {
		return { refused: [(fault as Error).message], due: [] };
	}
	const all: readonly Rule<Of>[] = [...rules, ...forEverything];
	return { refused: all.flatMap((rule) => rule(written)), due: dueOf(written) };
}
