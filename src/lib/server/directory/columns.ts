import { integer } from 'drizzle-orm/sqlite-core';
import { moment, words } from '../db/columns.ts';

export const sectors = ['domestic abuse', 'substance use', 'both', 'other'] as const;

/** What a young person may need of a service. Our own list, in the words of the two pictures of a case. */
export const needs = [
	'domestic abuse at home',
	'abuse in their own relationship',
	'their own substance use',
	'somebody else’s substance use at home',
	'harming others in a relationship',
	'mental health',
	'exploitation',
	'family support'
] as const;

/** Whom a service is for. `anyone` stands alone. */
export const audiences = [
	'anyone',
	'girls',
	'boys',
	'LGBT+ young people',
	'Black and minoritised young people, led by and for',
	'disabled young people'
] as const;

/** Whether a child must live with the person who harms, or must not. */
export const livings = ['either', 'lives with', 'no longer lives with'] as const;

export const parentalAgreements = [
	'needed',
	'needed under 16',
	'not needed',
	'not stated'
] as const;

/** How a referral reaches a service. */
export const routes = ['Waymark', 'single-purpose link', 'printed form', 'telephone'] as const;

export const capacities = ['has places', 'has a wait', 'full', 'not stated'] as const;

/**
 * What is known of a service, wherever it is listed. A list is kept as JSON and taken apart by
 * `lists.ts`; an age that nobody stated is null, and no bound.
 */
export const known = () => ({
	name: words('name').notNull(),
	sector: words('sector').$type<(typeof sectors)[number]>().notNull(),
	about: words('about').notNull(),
	/** Whom it takes, in its own words. */
	takes: words('takes').notNull(),
	fromAge: integer('from_age'),
	toAge: integer('to_age'),
	/** The organisation that runs it, by name. */
	runBy: words('run_by').notNull().default(''),
	/** JSON list of `needs`. */
	needs: words('needs').notNull().default('[]'),
	/** JSON list of `audiences`. */
	audiences: words('audiences').notNull().default('["anyone"]'),
	/** JSON list of the councils whose children it takes, by name; empty is everywhere. */
	areas: words('areas').notNull().default('[]'),
	living: words('living').$type<(typeof livings)[number]>().notNull().default('either'),
	parentalAgreement: words('parental_agreement')
		.$type<(typeof parentalAgreements)[number]>()
		.notNull()
		.default('not stated'),
	route: words('route').$type<(typeof routes)[number]>().notNull().default('Waymark'),
	/** How to refer, in words. */
	howToRefer: words('how_to_refer').notNull().default(''),
	hours: words('hours').notNull().default(''),
	/** JSON list of languages by name. */
	languages: words('languages').notNull().default('[]'),
	cost: words('cost').notNull().default(''),
	telephone: words('telephone').notNull().default(''),
	email: words('email').notNull().default(''),
	website: words('website').notNull().default(''),
	capacity: words('capacity').$type<(typeof capacities)[number]>().notNull().default('not stated'),
	/** The present wait, in weeks. */
	waitWeeks: integer('wait_weeks'),
	capacityStatedAt: moment('capacity_stated_at'),
	/** JSON list of where it is, by `places` of `lists.ts`; empty where that is confidential. */
	places: words('places').notNull().default('[]'),
	/** Where it is must not be known: no place of it is kept here at all. */
	confidential: integer('confidential', { mode: 'boolean' }).notNull().default(false),
	/** `YYYY-MM-DD`, when somebody outside it last assured it. */
	assuredOn: words('assured_on'),
	/** When what is written here was last said or confirmed. */
	statedAt: moment('stated_at').notNull(),
	/** Withdrawn from the directory, and kept because referrals name it. */
	endedAt: moment('ended_at')
});
