import * as v from 'valibot';
import abuse from '../../../../content/layouts/domestic-abuse.json' with { type: 'json' };
import early from '../../../../content/layouts/early-help.json' with { type: 'json' };
import marac from '../../../../content/layouts/marac.json' with { type: 'json' };
import neutral from '../../../../content/layouts/neutral.json' with { type: 'json' };
import substances from '../../../../content/layouts/substances.json' with { type: 'json' };
import type { Listed } from '../directory/index.ts';
import { recordFields } from './record.ts';

const words = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(1_000));

/** A layout: which fields of the record leave, under which headings, and which it cannot do without. */
const layout = v.strictObject({
	id: v.pipe(v.string(), v.regex(/^[a-z]+(-[a-z]+)*$/)),
	title: words,
	forWhom: words,
	version: v.pipe(v.number(), v.integer(), v.minValue(1)),
	/** The youngest whom it is for; to whom a younger child is taken, `otherwise` says. */
	fromAge: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
	otherwise: v.optional(v.strictObject({ says: words })),
	notes: v.optional(words),
	sections: v.pipe(
		v.array(
			v.strictObject({
				heading: words,
				fields: v.pipe(
					v.array(
						v.strictObject({
							field: v.picklist(recordFields),
							label: words,
							required: v.optional(v.boolean(), false),
							/** Asked at once, and not folded away until somebody wants to say it. */
							first: v.optional(v.boolean(), false)
						})
					),
					v.minLength(1)
				)
			})
		),
		v.minLength(1)
	)
});

export type Layout = v.InferOutput<typeof layout>;

/** Every layout that a referral can be sent in, the neutral one first. */
export const layouts: readonly Layout[] = v.parse(v.array(layout), [
	neutral,
	abuse,
	substances,
	early,
	marac
]);

/** In which layout a service of each sector asks, where nobody chose another. */
const bySector: Record<Listed['sector'], string> = {
	'domestic abuse': 'domestic-abuse',
	'substance use': 'substances',
	both: 'neutral',
	other: 'neutral'
};

const byId = (id: string): Layout => {
	const found = layouts.find((each) => each.id === id);
	if (!found) throw new Error('There is no such layout');
	return found;
};

/** The layout in which a service is written to: `'own'` is what a service of its sector asks. */
export const layoutFor = (chosen: string, { sector }: Pick<Listed, 'sector'>): Layout =>
	byId(chosen === 'own' ? bySector[sector] : chosen);

/** Why a layout is not for a child of this age, in a sentence, and where to turn; `undefined` where it is. */
export const notForAge = ({ fromAge = 0, otherwise }: Layout, age: number): string | undefined =>
	age < fromAge ? otherwise?.says : undefined;
