import { gradeOf, lengthOf, sentencesOf } from './reading-age.ts';
import type { Catalogued } from './reading.ts';
import { pupilTexts, tiersOf, unless, type Rule, type Tier } from './rule.ts';

const notTheirFault: Rule = (whole) =>
	unless(
		pupilTexts(whole).some((text) => /\b(not|isn['’]t|never) your fault/i.test(text)),
		'Nothing tells a pupil that it is not their fault.'
	);

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

/** The school grade that each phase may be asked for in each tier; a grade and five years is an age. */
const grades: Record<Catalogued['phase'], Record<Tier, number>> = {
	'Key stage 2': { easy: 2, lesson: 4, further: 6 },
	'Key stage 3': { easy: 3, lesson: 6, further: 8 },
	'Key stage 4': { easy: 4, lesson: 8, further: 10 },
	'Post-16': { easy: 5, lesson: 9, further: 11 }
};
const called: Record<Tier, string> = {
	easy: 'Its telling in easy words',
	lesson: 'It',
	further: 'Its telling that goes further'
};
// A sentence that is longer is read twice.
const mostWords = 32;

const withinItsTier: Rule = (whole) =>
	Object.entries(tiersOf(whole)).flatMap(([name, texts]) => {
		const tier = name as Tier;
		const grade = gradeOf(texts);
		const most = grades[whole.lesson.phase][tier];
		return unless(
			grade <= most,
			`${called[tier]} asks for a reading age of ${(grade + 5).toFixed(1)}, and its pupils have ${most + 5}: use shorter sentences and plainer words.`
		);
	});

const shortSentences: Rule = (whole) =>
	pupilTexts(whole)
		.flatMap((text) => sentencesOf([text]))
		.filter((each) => lengthOf(each) > mostWords)
		.map((each) => `A sentence of ${lengthOf(each)} words: “${each.slice(0, 60)}…”.`);

/** How a lesson may speak to a pupil. */
export const rulesOfWords = [notTheirFault, wording, withinItsTier, shortSentences];
