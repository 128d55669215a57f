import { freshnessOf, list, type Listed } from '../directory/index.ts';
import type { Database } from '../db/index.ts';

/** A service as it may be made public. */
export type Published = Listed & { organisationId: string; isOld: boolean };

// A full postcode, as the post writes it: it names some fifteen houses.
const postcode = /\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b/gi;
const withoutPostcodes = (text: string): string => text.replace(postcode, '(kept back)');

/** The same service with nothing in it of where it is. */
const hidden = (service: Published): Published => ({
	...service,
	places: [],
	about: withoutPostcodes(service.about),
	takes: withoutPostcodes(service.takes),
	howToRefer: withoutPostcodes(service.howToRefer),
	hours: withoutPostcodes(service.hours),
	cost: withoutPostcodes(service.cost)
});

/**
 * The services that the feed tells of: those that state themselves on Waymark and have not ended. Copies of
 * other feeds are theirs to publish. Where a confidential one is, is taken out here, before anything is made
 * of it; one that nobody has confirmed for 180 days is told of as inactive.
 */
export async function publishedServices(
	published: Database<'public'>,
	at: Date
): Promise<Published[]> {
	const all = await list(published);
	return all
		.flatMap((service) => {
			const { organisationId, from } = service;
			if (organisationId === null || from !== 'the service') return [];
			const told = { ...service, organisationId, isOld: freshnessOf(service, at) === 'hidden' };
			return told.confidential ? [hidden(told)] : [told];
		})
		.sort((one, other) => (one.id < other.id ? -1 : 1));
}
