import { audiences, needs } from '../directory/index.ts';
import { uuidOf } from './ids.ts';

export type Term = {
	id: string;
	name: string;
	description: string;
	taxonomy: string;
	taxonomy_id: string;
};

const lists = [
	{
		name: 'What a young person needs',
		description: 'What the young person needs of a service, in Waymark’s own words.',
		says: (term: string) => `For a young person with this need: ${term}.`,
		terms: needs
	},
	{
		name: 'Whom it is for',
		description: 'The young people a service is for, in Waymark’s own words.',
		says: (term: string) => `A service for ${term}.`,
		terms: audiences
	}
];

/** Our two lists as taxonomies, with ids that stay as long as the words do. */
export const taxonomies = lists.map(({ name, description }) => ({
	id: uuidOf('taxonomy', name),
	name,
	description,
	version: '1'
}));

/** Every term of both. */
export const terms: Term[] = lists.flatMap(({ name, says, terms: words }) =>
	words.map((word) => ({
		id: uuidOf('term', name, word),
		name: word,
		description: says(word),
		taxonomy: name,
		taxonomy_id: uuidOf('taxonomy', name)
	}))
);

/** The terms that these needs and audiences are. */
export const termsOf = (words: readonly string[]): Term[] =>
	terms.filter(({ name }) => words.includes(name));
