import * as v from 'valibot';
import { today } from '../days.ts';
import {
	boxes,
	checked,
	choice,
	dayIn,
	isSaid,
	key,
	lines,
	narrative,
	text,
	type Said
} from '../fields.ts';
import { marksIn, type Mark } from './marking.ts';
import { askings, indicators, parts, urgencies } from './schema.ts';

const asked = v.optional(v.picklist(askings, 'Say whether this was asked'), 'not asked');

/** The fields of the form that are sent once for each box ticked. */
export const listed = ['pupils', 'indicators'];

// A class is thirty: more children than that in one concern are a mistake of the form.
const mostChildren = 40;

const fields = {
	key,
	pupils: v.pipe(lines, v.maxLength(mostChildren, 'Choose at most 40 children')),
	unknownChild: text,
	...boxes('noticed'),
	noticedTime: v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.regex(/^$|^([01]?\d|2[0-3]):[0-5]\d$/, 'Write the time as 08:15, or leave it empty'),
		v.transform((time) => (time === '' ? '' : time.padStart(5, '0')))
	),
	place: text,
	seenOrHeard: narrative('Write what you saw or heard'),
	childsWords: text,
	notAskedBecause: text,
	doneAlready: text,
	indicators: v.pipe(lines, v.array(v.picklist(indicators, 'Choose from the list'))),
	askedHome: asked,
	homeSaid: text,
	askedSubstances: asked,
	substancesSaid: text,
	urgency: choice(urgencies, 'Choose how soon somebody must read this'),
	/** About an adult who works or volunteers here: then only a few may know of it. */
	aboutStaff: v.optional(v.picklist(['no', 'yes'], 'Choose no or yes'))
};

/**
 * What the form "Log a concern" must say. Dates are the school's (Europe/London); `at` is now. Beside the
 * fields that it names, it reads `part-ID` for each child, and `mark-REGION` with `says-REGION`.
 */
export const noticing = (at = new Date()) =>
	v.pipe(
		v.objectWithRest(fields, v.string()),
		checked((said) => wrongWith(said, at)),
		v.transform((said) => ({
			key: said.key,
			children: said.pupils.map((id) => ({ id, part: partOf(said, id) })),
			unknownChild: said.unknownChild,
			noticedOn: dayIn(said, 'noticed'),
			noticedTime: said.noticedTime,
			place: said.place,
			seenOrHeard: said.seenOrHeard,
			childsWords: said.childsWords,
			notAskedBecause: said.childsWords ? '' : said.notAskedBecause,
			doneAlready: said.doneAlready,
			indicators: said.indicators,
			// Words are an answer, whatever was chosen above them.
			askedHome: said.homeSaid ? ('answered' as const) : said.askedHome,
			homeSaid: said.homeSaid,
			askedSubstances: said.substancesSaid ? ('answered' as const) : said.askedSubstances,
			substancesSaid: said.substancesSaid,
			marks: marksIn(said).marks,
			urgency: said.urgency,
			aboutStaff: said.aboutStaff
		}))
	);

type Part = (typeof parts)[number];
const isPart = (part: unknown): part is Part => parts.includes(part as Part);
const partOf = (said: Said, id: string): Part | null => {
	const part = said[`part-${id}`];
	return isPart(part) ? part : null;
};

/** What is wrong with what was said together, by the field that it is said at. */
function wrongWith(said: Said, at: Date): Record<string, string> {
	// Whatever another rule already refused may be missing here or not be what it should.
	const chosen = Array.isArray(said.pupils) ? (said.pupils as string[]) : [];
	const wrong: Record<string, string> = { ...marksIn(said).problems };
	if (chosen.length === 0 && !isSaid(said.unknownChild)) wrong.pupils = 'Choose who it is about';
	for (const id of chosen.length > 1 ? chosen : [])
		if (!partOf(said, id)) wrong[`part-${id}`] = 'Choose each child’s part in it';
	if (!isSaid(said.childsWords) && !isSaid(said.notAskedBecause))
		wrong.childsWords = 'Write the child’s own words, or say why they were not asked';
	if (said.askedHome === 'answered' && !isSaid(said.homeSaid))
		wrong.homeSaid = 'Write what they said about home';
	if (said.askedSubstances === 'answered' && !isSaid(said.substancesSaid))
		wrong.substancesSaid = 'Write what they said about alcohol or drugs';
	const noticedOn = dayIn(said, 'noticed');
	if (!noticedOn) wrong.noticed = 'Write the day it was noticed, such as 9 11 2026';
	else if (noticedOn > today(at)) wrong.noticed = 'The day it was noticed must be today or before';
	return wrong;
}

/** A concern as it was noticed. What nobody said is left out, or empty. */
export type Noticed = {
	key: string;
	children: { id: string; part: Part | null }[];
	noticedOn: string;
	noticedTime: string;
	place: string;
	seenOrHeard: string;
	childsWords: string;
	doneAlready: string;
	urgency: (typeof urgencies)[number];
	notAskedBecause?: string;
	unknownChild?: string;
	indicators?: (typeof indicators)[number][];
	askedHome?: (typeof askings)[number];
	homeSaid?: string;
	askedSubstances?: (typeof askings)[number];
	substancesSaid?: string;
	marks?: Mark[];
	aboutStaff?: 'no' | 'yes';
};
