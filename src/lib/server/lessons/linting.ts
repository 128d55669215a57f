import { glossOf, codes } from './statutory.ts';
import { read, type Catalogued } from './reading.ts';
import { gradeOf, lengthOf, sentencesOf } from './reading-age.ts';

/** A lesson file taken apart: what stands before the prose, as data, and the prose. */
export type Draft = { file: string; frontMatter: unknown; prose: string };

/** What somebody who wrote a lesson is told: what it is refused for, and what will be due. */
export type Told = { refused: string[]; due: string[] };

type Known = {
	/** The ids of the services that we show. */
	services: ReadonlySet<string>;
	/** `YYYY-MM-DD`. */
	today: string;
};

/**
 * Everything that a lesson is held to, beyond its shape. A sentence for each thing that is wrong, for whoever wrote
 * it; a lesson whose shape is wrong is told that alone. The rules are those of issue F and of `curriculum.md` F and K
 * of the facts.
 */
export function lint(draft: Draft, known: Known): Told {
	let lesson: Catalogued;
	try {
		lesson = read(draft.file, draft.frontMatter);
	} catch (fault) {
		return { refused: [(fault as Error).message], due: [] };
	}
	const whole = { lesson, prose: draft.prose, ...known };
	return { refused: rules.flatMap((rule) => rule(whole)), due: dueOf(whole) };
}

type Whole = Known & { lesson: Catalogued; prose: string };
type Rule = (whole: Whole) => string[];

const unless = (right: boolean, says: string): string[] => (right ? [] : [says]);

/** Every text of something that a pupil meets, however deep. */
const textsOf = (held: unknown): string[] => {
	if (typeof held === 'string') return [held];
	if (held === null || typeof held !== 'object') return [];
	return Object.entries(held)
		.filter(([name]) => !['kind', 'id', 'to', 'fits', 'noDevice'].includes(name))
		.flatMap(([, value]) => textsOf(value));
};

const paragraphsOf = (prose: string): string[] =>
	prose
		.replaceAll(/<[^>]*>/g, '')
		.split(/\n\s*\n|\n(?=- |\d+\. )/)
		.map((each) => each.replaceAll(/[#*>_]|^- /gm, '').trim())
		.filter(Boolean);

const pupilTexts = ({ lesson, prose }: Whole): string[] => [
	...paragraphsOf(prose),
	...textsOf(lesson.activities),
	...textsOf(lesson.objectives.map(({ exitItem }) => exitItem))
];

const everyText = (whole: Whole): string[] => [
	...pupilTexts(whole),
	whole.lesson.summary,
	whole.lesson.contentNote,
	...textsOf(whole.lesson.steps),
	...textsOf(whole.lesson.misconceptions)
];

const path: Rule = ({ lesson: { steps } }) => {
	const short = steps.filter((step) => step.short);
	const minutes = short.reduce((sum, step) => sum + step.minutes, 0);
	return [
		...unless(minutes === 25, `The short path takes ${minutes} minutes: make it 25.`),
		...unless(
			steps.at(0)?.short === true && steps.at(-1)?.short === true,
			'The short path keeps the opening and the close: mark the first and the last step.'
		)
	];
};

const activitiesShown: Rule = ({ lesson, prose }) => {
	const shown = [...prose.matchAll(/<Activity name="(\w+)" of=\{activities\.(\w+)\}/g)];
	const names = shown.map(([, name]) => name);
	const missing = Object.keys(lesson.activities).filter((name) => !names.includes(name));
	return [
		...missing.map((name) => `The pupil is not shown the activity “${name}”.`),
		...shown
			.filter(([, name, of]) => name !== of)
			.map(([, name, of]) => `The activity “${name}” shows “${of}”.`)
	];
};

const notTheirFault: Rule = (whole) =>
	unless(
		pupilTexts(whole).some((text) => /\b(not|isn['’]t|never) your fault/i.test(text)),
		'Nothing tells a pupil that it is not their fault.'
	);

const limits: Rule = ({ lesson: { steps } }) =>
	unless(
		/can(?:no|’|')t (?:keep|promise)|cannot (?:keep|promise)/i.test(textsOf(steps.at(0)).join(' ')),
		'The opening does not say the limits of confidentiality: that an adult cannot keep a secret when somebody may not be safe.'
	);

const questionBox: Rule = ({ lesson: { steps } }) =>
	unless(/question box|\bslip/i.test(textsOf(steps).join(' ')), 'No step has a question box.');

const signposted: Rule = ({ lesson, services }) =>
	lesson.signposts
		.filter((id) => !services.has(id))
		.map((id) => `It sends pupils to “${id}”, which we do not show.`);

const itsCodes: Rule = ({ lesson }) => {
	const outside = codes.filter(({ status }) => status === 'O').map(({ code }) => code);
	return lesson.objectives
		.flatMap((each) => each.codes)
		.flatMap((code) => [
			...unless(glossOf(code) !== undefined, `The guidance has no item ${code}.`),
			...unless(!outside.includes(code), `${code} is left to other lessons.`)
		]);
};

// What is not written for pupils of any age (`curriculum.md` F13 to F15 and K of the facts).
const banned: [words: RegExp, says: string][] = [
	[/why (?:did|do|does)n['’]t (?:they|she|he) (?:just )?leave/i, 'asks why somebody did not leave'],
	[
		/\b(?:she|he|they|you) (?:should|ought to) have (?:known|said no|fought|left)/i,
		'says what somebody harmed should have done'
	],
	[
		/\b(?:dress|walk|drink) (?:sensibly|responsibly) (?:so|and) (?:you|they) (?:won|will not)/i,
		'gives a safety tip that blames'
	],
	[
		/\b(?:was|were|is|are|been) asking for it\b(?!.{0,80}(?:never|nobody|no one|myth|not true))/i,
		'says that somebody asked for it'
	],
	[/\b(?:junkie|druggie|crackhead|smackhead)s?\b/i, 'names a person by what they use'],
	[
		/\b(?:battered|lovers['’] tiff|revenge porn|child porn)\b/i,
		'uses words that the wording rules leave out'
	],
	[/\b(?:will|could|can) ruin your life\b|\byou could go to prison\b/i, 'frightens'],
	[/\bepidemic\b|\bshocking statistic/i, 'shocks with a total'],
	[
		/\b(?:Snapchat|TikTok|Instagram|WhatsApp|YouTube|Facebook|Roblox|Fortnite|Discord|ChatGPT)\b/,
		'names a real brand'
	],
	[/\b(?:Andrew Tate|Love Island)\b/, 'names a real influencer or programme']
];

const wording: Rule = (whole) =>
	banned.flatMap(([words, says]) => {
		// What a pupil may believe is quoted in order to answer it, and what a teacher may hear, to turn it round.
		const met = pupilTexts(whole).find((text) => words.test(text));
		return met ? [`A text ${says}: “${words.exec(met)?.[0]}”.`] : [];
	});

/** Figures that make a claim: a share, or so many of so many. */
const figuresIn = (text: string): string[] =>
	[...text.matchAll(/\b(\d+(?:\.\d+)?)(?:%| per ?cent| in (?:every )?100\b| in 10\b)/g)].map(
		([, figure]) => figure ?? ''
	);

const claims: Rule = (whole) => {
	const sources = whole.lesson.sources.map(({ says }) => says).join(' ');
	const texts = everyText(whole);
	const figures = [...new Set(texts.flatMap(figuresIn))];
	const laws = [
		...new Set(texts.flatMap((text) => text.match(/(?:(?!The )[A-Z][\w’-]+ )+Act \d{4}/g) ?? []))
	];
	return [
		...figures
			.filter(
				(figure) =>
					!new RegExp(`(?<![\\d.])${figure.replace('.', '\\.')}(?![\\d.]\\d)`).test(sources)
			)
			.map((figure) => `It says “${figure}” as a share, and no source says where that was read.`),
		...laws
			.filter((law) => !sources.includes(law))
			.map((law) => `It leans on the ${law}, and no source says where that was read.`)
	];
};

/** The school grade that each phase may ask for; a grade and five years is an age. */
const grades: Record<Catalogued['phase'], number> = {
	'Key stage 2': 4,
	'Key stage 3': 6,
	'Key stage 4': 8,
	'Post-16': 9
};
// A sentence that is longer is read twice.
const mostWords = 32;

const readable: Rule = (whole) => {
	const texts = pupilTexts(whole);
	const grade = gradeOf(texts);
	const most = grades[whole.lesson.phase];
	const long = texts
		.flatMap((text) => sentencesOf([text]))
		.filter((each) => lengthOf(each) > mostWords);
	return [
		...unless(
			grade <= most,
			`It asks for a reading age of ${(grade + 5).toFixed(1)}, and its pupils have ${most + 5}: use shorter sentences and plainer words.`
		),
		...long.map((each) => `A sentence of ${lengthOf(each)} words: “${each.slice(0, 60)}…”.`)
	];
};

const daysBetween = (from: string, to: string): number =>
	Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

// Issue F: past 90 days somebody is reminded, past 180 the lesson is refused.
const remindAfter = 90;
const refuseAfter = 180;

const sourced: Rule = ({ lesson, today }) =>
	lesson.sources.flatMap(({ says, checked }) => [
		...unless(checked <= today, `A source was checked in the future: “${says.slice(0, 60)}”.`),
		...unless(
			daysBetween(checked, today) <= refuseAfter,
			`A source has not been looked at for ${daysBetween(checked, today)} days: “${says.slice(0, 60)}”.`
		)
	]);

const dueOf = ({ lesson, today }: Whole): string[] =>
	lesson.sources
		.filter(({ checked }) => {
			const days = daysBetween(checked, today);
			return days > remindAfter && days <= refuseAfter;
		})
		.map(({ says }) => `A source should be looked at again: “${says.slice(0, 60)}”.`);

const rules: Rule[] = [
	...[path, activitiesShown, notTheirFault, limits, questionBox, signposted],
	...[itsCodes, wording, claims, readable, sourced]
];

/** The core items of the guidance that no lesson teaches and checks by an exit item. */
export function untaught(lessons: readonly Pick<Catalogued, 'objectives'>[]): string[] {
	const taught = new Set(
		lessons.flatMap(({ objectives }) => objectives.flatMap((each) => each.codes))
	);
	return codes
		.filter(({ status, code }) => status === 'C' && !taught.has(code))
		.map(({ code, gloss }) => `${code}: ${gloss}`);
}
