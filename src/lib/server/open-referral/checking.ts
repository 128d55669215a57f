import * as v from 'valibot';
import { isUuid } from './ids.ts';

/** What is wrong with something of a feed: the field, by its path, and a sentence. */
export type Fault = { field: string; says: string };

const text = v.string('It must be text.');
const uuid = v.pipe(text, v.check(isUuid, 'It must be a UUID.'));
const uri = v.pipe(
	text,
	v.check((given) => URL.canParse(given), 'It must be a whole web address.')
);
const email = v.pipe(text, v.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'It must be an e-mail address.'));
const day = v.pipe(text, v.isoDate('It must be a day such as 2026-11-27.'));
const number = v.number('It must be a number.');
const named = v.pipe(text, v.regex(/\S/, 'It must not be empty.'));
const listOf = <Schema extends v.GenericSchema>(schema: Schema) =>
	v.optional(v.array(schema, 'It must be a list.'));

const statuses = ['active', 'inactive', 'defunct', 'temporarily closed'] as const;
const status = v.picklist(statuses, `It must be one of ${statuses.join(', ')}.`);

const term = v.looseObject({
	id: uuid,
	name: named,
	description: text,
	parent_id: v.optional(uuid),
	taxonomy: v.optional(text),
	taxonomy_id: v.optional(uuid),
	term_uri: v.optional(uri)
});

const taxonomy = v.looseObject({
	id: uuid,
	name: named,
	description: text,
	uri: v.optional(uri),
	version: v.optional(text),
	taxonomy_terms: listOf(term)
});

const organization = v.looseObject({
	id: uuid,
	name: named,
	description: text,
	email: v.optional(email),
	website: v.optional(uri)
});

const address = v.looseObject({
	id: uuid,
	address_1: text,
	city: v.optional(text),
	state_province: text,
	postal_code: text,
	country: text,
	address_type: v.picklist(
		['physical', 'postal', 'virtual'],
		'It must be physical, postal or virtual.'
	)
});

const location = v.looseObject({
	id: uuid,
	location_type: v.picklist(
		['physical', 'postal', 'virtual'],
		'It must be physical, postal or virtual.'
	),
	name: v.optional(text),
	latitude: v.optional(number),
	longitude: v.optional(number),
	addresses: listOf(address)
});

const attribute = v.looseObject({ id: uuid, taxonomy_term: v.optional(term) });

const flat = {
	id: uuid,
	organization_id: v.optional(uuid),
	name: named,
	description: v.optional(text),
	url: v.optional(uri),
	email: v.optional(email),
	status,
	fees: v.optional(text),
	accreditations: v.optional(text),
	minimum_age: v.optional(number),
	maximum_age: v.optional(number),
	assured_date: v.optional(day),
	assurer_email: v.optional(email),
	alert: v.optional(text),
	last_modified: v.optional(
		v.pipe(text, v.isoTimestamp('It must be a moment such as 2026-11-27T10:00:00Z.'))
	),
	eligibility_description: v.optional(text),
	organization: v.optional(organization)
};

const service = v.looseObject({
	...flat,
	schedules: listOf(v.looseObject({ id: uuid, description: v.optional(text) })),
	service_areas: listOf(v.looseObject({ id: uuid, name: v.optional(text) })),
	service_at_locations: listOf(v.looseObject({ id: uuid, location: v.optional(location) })),
	languages: listOf(v.looseObject({ id: uuid, name: v.optional(text) })),
	cost_options: listOf(v.looseObject({ id: uuid, option: v.optional(text) })),
	contacts: listOf(v.looseObject({ id: uuid })),
	phones: listOf(v.looseObject({ id: uuid, number: text })),
	attributes: listOf(attribute)
});

// The older version knows ids that are no UUIDs, and requires no status (its published schema).
const legacy = v.looseObject({
	id: named,
	organization: v.looseObject({
		id: v.optional(text),
		name: v.optional(text),
		email: v.optional(email),
		url: v.optional(uri)
	}),
	name: named,
	description: v.optional(text),
	url: v.optional(uri),
	email: v.optional(email),
	status: v.optional(status),
	fees: v.optional(text)
});

const shapes = {
	details: v.looseObject({ version: named, profile: uri, openapi_url: uri }),
	service,
	'service of 1.0': legacy,
	organization,
	'service at location': v.looseObject({ id: uuid, location: v.optional(location) }),
	taxonomy,
	'taxonomy term': term
} satisfies Record<string, v.GenericSchema>;

export type Shape = keyof typeof shapes;
export type FullService = v.InferOutput<typeof service>;
export type LegacyService = v.InferOutput<typeof legacy>;

/** Everything that is wrong with a thing of a feed, by our own reading of HSDS-UK 3.0; properties beyond it are let be. */
export function faultsOf(shape: Shape, thing: unknown): Fault[] {
	const read = v.safeParse(shapes[shape], thing);
	return (read.issues ?? []).map((issue) => ({
		field: v.getDotPath(issue) ?? '(all of it)',
		says: issue.received === 'undefined' ? 'It is missing.' : issue.message
	}));
}
