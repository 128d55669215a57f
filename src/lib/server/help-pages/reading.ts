import { asc, eq, type SQL } from 'drizzle-orm';
import type { Database } from '../db/index.ts';
import { helpPageAdults, helpPages, helpPageServices } from './schema.ts';

export type Adult = { name: string; does: string; room: string; times: string };
export type Near = { name: string; about: string; reach: string };

/** A school's own page of the help door. */
export type HelpPage = {
	code: string;
	schoolName: string;
	exit: string;
	shown: boolean;
	adults: Adult[];
	services: Near[];
};

const weather = 'https://www.bbc.co.uk/weather';

/** Where the way out leads: where the school of a page chose, or to the weather. */
export const exitOf = (page?: Pick<HelpPage, 'exit'>): string => page?.exit ?? weather;

/** The page of an organisation, shown or not. */
export const of = (
	published: Database<'public'>,
	organisationId: string
): Promise<HelpPage | undefined> =>
	pageWhere(published, eq(helpPages.organisationId, organisationId));

/** The page of this code, if there is one and its school shows it. */
export async function shownAt(
	published: Database<'public'>,
	code: string
): Promise<HelpPage | undefined> {
	const found = await pageWhere(published, eq(helpPages.code, code));
	return found?.shown ? found : undefined;
}

async function pageWhere(published: Database<'public'>, which: SQL): Promise<HelpPage | undefined> {
	const [page] = await published.select().from(helpPages).where(which);
	if (!page) return undefined;
	const { code, schoolName, exit, shown } = page;
	const adults = await published
		.select({
			name: helpPageAdults.name,
			does: helpPageAdults.does,
			room: helpPageAdults.room,
			times: helpPageAdults.times
		})
		.from(helpPageAdults)
		.where(eq(helpPageAdults.code, code))
		.orderBy(asc(helpPageAdults.place));
	const services = await published
		.select({
			name: helpPageServices.name,
			about: helpPageServices.about,
			reach: helpPageServices.reach
		})
		.from(helpPageServices)
		.where(eq(helpPageServices.code, code))
		.orderBy(asc(helpPageServices.place));
	return { code, schoolName, exit, shown, adults, services };
}
