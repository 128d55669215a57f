import * as v from 'valibot';
import type { Published } from './publishing.ts';
import { termsOf } from './terms.ts';

const most = 500;

const whole = (says: string, from = 0, to = Number.MAX_SAFE_INTEGER) =>
	v.pipe(
		v.string(),
		v.regex(/^\d{1,9}$/, says),
		v.transform(Number),
		v.minValue(from, says),
		v.maxValue(to, says)
	);

const text = v.pipe(v.string(), v.maxLength(200, 'That is too long to look for.'));

/** What may be asked of a list, by the names of HSDS-UK 3.0. Other names are let be. */
export const asked = v.object({
	page: v.optional(whole('page is a whole number from 1.', 1), '1'),
	per_page: v.optional(whole(`per_page is a whole number from 1 to ${most}.`, 1, most), '50'),
	search: v.optional(text),
	minimum_age: v.optional(whole('minimum_age is a whole number.')),
	maximum_age: v.optional(whole('maximum_age is a whole number.')),
	taxonomy_id: v.optional(text),
	taxonomy_term_id: v.optional(text),
	day: v.optional(text),
	start_time: v.optional(text),
	end_time: v.optional(text),
	postcode: v.optional(text),
	proximity: v.optional(text)
});

export type Asked = v.InferOutput<typeof asked>;

const lower = (words: string) => words.toLocaleLowerCase('en-GB');

const holds = (service: Published, search: string): boolean => {
	const said = lower([service.name, service.about, service.takes, service.runBy].join('\n'));
	return lower(search)
		.split(/\s+/)
		.every((word) => said.includes(word));
};

/**
 * Whether a service is what was asked for, to the letter of the specification: `minimum_age=12` is a service
 * whose own lower bound is 12 or more, and one that states none is not it. Hours are words on Waymark, so that
 * no service is known to be open on a day or at a time.
 */
export function isAskedFor(service: Published, asking: Asked): boolean {
	const { search, minimum_age: from, maximum_age: to } = asking;
	const its = termsOf([...service.needs, ...service.audiences]);
	const tells = [
		search === undefined || holds(service, search),
		from === undefined || (service.fromAge !== null && service.fromAge >= from),
		to === undefined || (service.toAge !== null && service.toAge <= to),
		asking.taxonomy_id === undefined || its.some((term) => term.taxonomy_id === asking.taxonomy_id),
		asking.taxonomy_term_id === undefined || its.some(({ id }) => id === asking.taxonomy_term_id),
		[asking.day, asking.start_time, asking.end_time].every((each) => each === undefined)
	];
	return tells.every(Boolean);
}
