import { held, type Draft, type Told } from '../writing/index.ts';
import { read, type Catalogued } from './reading.ts';
import { wholeOf, type Known } from './rule.ts';
import { rulesOfShape } from './rules-of-shape.ts';
import { rulesForPupils } from './rules-of-words.ts';
import { codes } from './statutory.ts';

const rules = [...rulesOfShape, ...rulesForPupils];

/**
 * Everything that a lesson is held to, beyond its shape. A sentence for each thing that is wrong, for whoever wrote
 * it; a lesson whose shape is wrong is told that alone. The rules are those of issue F and of `curriculum.md` F and K
 * of the facts.
 */
export const lint = (draft: Draft, known: Known): Told =>
	held(() => wholeOf(read(draft.file, draft.frontMatter), draft.prose, known), rules);

/** The core items of the guidance that no lesson teaches and checks by an exit item. */
export function untaught(lessons: readonly Pick<Catalogued, 'objectives'>[]): string[] {
	const taught = new Set(
		lessons.flatMap(({ objectives }) => objectives.flatMap((each) => each.codes))
	);
	return codes
		.filter(({ status, code }) => status === 'C' && !taught.has(code))
		.map(({ code, gloss }) => `${code}: ${gloss}`);
}
