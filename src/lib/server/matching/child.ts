import type { Audience, Need } from '../directory/index.ts';

/** What matching asks of a child. None of it is kept, and nothing of it is who they are but what they said. */
export type Child = {
	age: number;
	/** The council where they live, by name; empty when it is not known. */
	area: string;
	needs: readonly Need[];
	/** Whom a service may be for, for it to be for them: what the young person said of themselves or wishes. */
	audiences: readonly Audience[];
	/** The language they would rather speak; empty when any will do. */
	language: string;
	parentAgrees: boolean;
	living: 'lives with' | 'no longer lives with' | 'not known';
};

/** The two sectors that must not lose a child between them, and what is left. */
export const pathwayOf: Record<Need, 'domestic abuse' | 'substance use' | 'other support'> = {
	'domestic abuse at home': 'domestic abuse',
	'abuse in their own relationship': 'domestic abuse',
	'harming others in a relationship': 'domestic abuse',
	'their own substance use': 'substance use',
	'somebody else’s substance use at home': 'substance use',
	'mental health': 'other support',
	exploitation: 'other support',
	'family support': 'other support'
};
