import * as v from 'valibot';
import { audiences, needs } from './columns.ts';

const name = v.pipe(v.string(), v.trim(), v.maxLength(200));

/** Where a service is. Coordinates are degrees (WGS 84), where somebody stated them. */
const place = v.object({
	name,
	address: name,
	city: name,
	county: name,
	postcode: name,
	latitude: v.nullable(v.number()),
	longitude: v.nullable(v.number())
});

const lists = {
	needs: v.array(v.picklist(needs)),
	audiences: v.array(v.picklist(audiences)),
	areas: v.array(name),
	languages: v.array(name),
	places: v.array(place)
};

type Lists = { [Name in keyof typeof lists]: v.InferOutput<(typeof lists)[Name]> };
type Kept = Record<keyof typeof lists, string>;

export type Place = Lists['places'][number];
export type Need = (typeof needs)[number];
export type Audience = (typeof audiences)[number];

/** The lists of a service as they are kept, as JSON, taken apart. */
export const listsOf = (kept: Kept): Lists => ({
	needs: v.parse(lists.needs, JSON.parse(kept.needs)),
	audiences: v.parse(lists.audiences, JSON.parse(kept.audiences)),
	areas: v.parse(lists.areas, JSON.parse(kept.areas)),
	languages: v.parse(lists.languages, JSON.parse(kept.languages)),
	places: v.parse(lists.places, JSON.parse(kept.places))
});

/** The same lists as they are kept. */
export const keptLists = (said: Lists): Kept => ({
	needs: JSON.stringify(said.needs),
	audiences: JSON.stringify(said.audiences),
	areas: JSON.stringify(said.areas),
	languages: JSON.stringify(said.languages),
	places: JSON.stringify(said.places)
});
