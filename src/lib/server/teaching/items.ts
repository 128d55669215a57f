import kept from '../../../../content/site/before-and-after.json' with { type: 'json' };
import { isPrimary } from './years.ts';

/** Something that a class is asked before and after, and the answer that a sequence hopes for. */
export type Item = {
	id: string;
	says: string;
	hoped: 'agree' | 'disagree';
	why: string;
	codes: string[];
};

/** The three items that a class of this year is asked: the same three before and after. */
export const itemsFor = (year: number): Item[] =>
	kept.sets[isPrimary(year) ? 'primary' : 'secondary'] as Item[];

/** How somebody may answer an item. */
export const answers = ['agree', 'unsure', 'disagree'] as const;
export type Answer = (typeof answers)[number];
