import { read, type Catalogued } from './reading.ts';
import type { Known } from './rule.ts';
import { rulesOfShape } from './rules-of-shape.ts';
import { dueOf, rulesOfSources } from './rules-of-sources.ts';
import { rulesOfWords } from './rules-of-words.ts';
import { codes } from './statutory.ts';

/** A lesson file taken apart: what stands before the prose, as data, and the prose. */
export type Draft = { file: string; frontMatter: unknown; prose: string };

/** What somebody who wrote a lesson is told: what it is refused for, and what will be due. */
export type Told = { refused: string[]; due: string[] };

const rules = [...rulesOfShape, ...rulesOfWords, ...rulesOfSources];

/**
 * Everything that a lesson is held to, beyond its shape. A sentence for each thing that is wrong, for whoever wrote
 * it; a lesson whose shape is wrong is told that alone. The rules are those of issue F and of `curriculum.md` F and K
 * of the facts.
 */
export function lint(draft: Draft, known: Known): Told {
	let lesson: Catalogued;
	try {
		lesson = read(draft.file, draft.frontMatter);
	} catch (fault) {
		return { refused: [(fault as Error).message], due: [] };
	}
	const whole = { lesson, prose: draft.prose, ...known };
	return { refused: rules.flatMap((rule) => rule(whole)), due: dueOf(whole) };
}

/** The core items of the guidance that no lesson teaches and checks by an exit item. */
export function untaught(lessons: readonly Pick<Catalogued, 'objectives'>[]): string[] {
	const taught = new Set(
		lessons.flatMap(({ objectives }) => objectives.flatMap((each) => each.codes))
	);
	return codes
		.filter(({ status, code }) => status === 'C' && !taught.has(code))
		.map(({ code, gloss }) => `${code}: ${gloss}`);
}
