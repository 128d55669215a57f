import * as v from 'valibot';
import { boxes, checked, choice, dayIn, lines, narrative, text, type Said } from '../fields.ts';
import {
	audiences,
	capacities,
	livings,
	needs,
	parentalAgreements,
	routes,
	sectors
} from './columns.ts';
import type { Listed } from './listing.ts';

const mostNames = 200;

const short = v.pipe(
	v.optional(v.string(), ''),
	v.trim(),
	v.maxLength(200, 'Keep this under 200 letters')
);

const wholeNumber = (ask: string) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.regex(/^\d{0,2}$/, ask),
		v.transform((typed) => (typed === '' ? null : Number(typed)))
	);

/** Names, each on a line of its own, without the same one twice. */
const namesOnLines = v.pipe(
	v.optional(v.string(), ''),
	v.transform((typed) => [
		...new Set(
			typed
				.split('\n')
				.map((each) => each.trim())
				.filter(Boolean)
		)
	]),
	v.array(v.pipe(v.string(), v.maxLength(200, 'Keep each name under 200 letters'))),
	v.maxLength(mostNames, `Write no more than ${mostNames}`)
);

const website = v.pipe(
	short,
	v.check(
		(typed) => typed === '' || /^https?:\/\/[^\s.]+\.\S+$/.test(typed),
		'Write the whole address, such as https://www.example.org'
	)
);

const isEmail = (typed: string): boolean => v.is(v.pipe(v.string(), v.email()), typed);

const email = v.pipe(
	short,
	v.check(
		(typed) => typed === '' || isEmail(typed),
		'Write an e-mail address, such as referrals@example.org'
	)
);

/** What the small form for places and the wait must say. */
export const capacity = v.object({
	capacity: choice(capacities, 'Choose how it stands'),
	waitWeeks: wholeNumber('Write the wait in whole weeks, such as 6')
});

/** What is pressed on the page of a listing: that it is still right, how it stands, or that it is over. */
export const pressing = v.object({
	pressed: v.picklist(['confirm', 'capacity', 'end'], 'Press one of the buttons'),
	capacity: v.optional(v.picklist(capacities, 'Choose how it stands'), 'not stated'),
	waitWeeks: capacity.entries.waitWeeks
});

const placeFields = ['placeName', 'address', 'city', 'county', 'postcode'] as const;

/** What the form for a listing must say. A confidential service says nothing of where it is. */
export const keeping = v.pipe(
	v.object({
		name: v.pipe(short, v.nonEmpty('Write what the service is called')),
		runBy: short,
		sector: choice(sectors, 'Choose what it is for'),
		about: narrative('Say what it does, in a sentence or two'),
		takes: text,
		needs: v.pipe(
			lines,
			v.array(v.picklist(needs, 'Choose from the list')),
			v.minLength(1, 'Choose at least one')
		),
		audiences: v.pipe(
			lines,
			v.array(v.picklist(audiences, 'Choose from the list')),
			v.minLength(1, 'Choose whom it is for')
		),
		areas: namesOnLines,
		languages: namesOnLines,
		fromAge: wholeNumber('Write the youngest age as a number, such as 11'),
		toAge: wholeNumber('Write the oldest age as a number, such as 18'),
		living: choice(livings, 'Choose one of these'),
		parentalAgreement: choice(parentalAgreements, 'Choose one of these'),
		route: choice(routes, 'Choose how a referral reaches it'),
		...{ howToRefer: text, hours: text, cost: short, telephone: short, email, website },
		...capacity.entries,
		confidential: v.optional(v.string(), ''),
		placeName: short,
		address: short,
		city: short,
		county: short,
		postcode: short,
		...boxes('assured')
	}),
	checked((said) => ({
		toAge: isBefore(said) ? 'The oldest must not be younger than the youngest' : undefined,
		address: tellsWhere(said)
			? 'Its place is confidential: leave where it is out altogether'
			: undefined,
		assured: isHalfDay(said) ? 'Write the day, such as 9 11 2026, or leave it empty' : undefined
	})),
	v.transform(({ placeName, address, city, county, postcode, confidential, ...said }) => {
		const place = { name: placeName, address, city, county, postcode };
		const isSomewhere = Object.values(place).some(Boolean);
		return {
			...withoutBoxes(said),
			confidential: confidential !== '',
			assuredOn: dayIn(said, 'assured') || null,
			places: isSomewhere ? [{ ...place, latitude: null, longitude: null }] : []
		};
	})
);

const withoutBoxes = <Form extends Said>(said: Form): Omit<Form, AssuredBoxes> =>
	Object.fromEntries(Object.entries(said).filter(([field]) => !/^assured/.test(field))) as Omit<
		Form,
		AssuredBoxes
	>;

type AssuredBoxes = `assured${'Day' | 'Month' | 'Year'}`;

const isBefore = ({ fromAge, toAge }: Said): boolean =>
	typeof fromAge === 'number' && typeof toAge === 'number' && toAge < fromAge;

const isTyped = (said: Said, field: string): boolean => String(said[field] ?? '').trim() !== '';

const tellsWhere = (said: Said): boolean =>
	isTyped(said, 'confidential') && placeFields.some((field) => isTyped(said, field));

const isHalfDay = (said: Said): boolean =>
	['Day', 'Month', 'Year'].some((part) => isTyped(said, `assured${part}`)) &&
	!dayIn(said, 'assured');

const onLines = (names: readonly string[]): string => names.join('\n');

/** A listing as the form has it: the reverse of what `keeping` reads. */
export function asTyped(listed: Listed): Record<string, string> {
	const [place] = listed.places;
	const [year = '', month = '', day = ''] = (listed.assuredOn ?? '').split('-');
	const number = (value: number | null): string => (value === null ? '' : String(value));
	return {
		...{ name: listed.name, runBy: listed.runBy, sector: listed.sector, about: listed.about },
		...{ takes: listed.takes, living: listed.living, route: listed.route, hours: listed.hours },
		...{ parentalAgreement: listed.parentalAgreement, howToRefer: listed.howToRefer },
		...{ cost: listed.cost, telephone: listed.telephone, email: listed.email },
		...{ website: listed.website, capacity: listed.capacity },
		...{ needs: onLines(listed.needs), audiences: onLines(listed.audiences) },
		...{ areas: onLines(listed.areas), languages: onLines(listed.languages) },
		...{ fromAge: number(listed.fromAge), toAge: number(listed.toAge) },
		...{ waitWeeks: number(listed.waitWeeks) },
		...{ assuredDay: day, assuredMonth: month, assuredYear: year },
		...{ placeName: place?.name ?? '', address: place?.address ?? '', city: place?.city ?? '' },
		...{ county: place?.county ?? '', postcode: place?.postcode ?? '' },
		...(listed.confidential ? { confidential: 'yes' } : {})
	};
}
