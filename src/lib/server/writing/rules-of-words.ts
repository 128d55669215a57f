import { lengthOf, sentencesOf } from './reading-age.ts';
import type { Rule } from './rule.ts';

// What is not written, for pupils of any age or for those who teach them (`curriculum.md` F13 to F15 and K of the facts).
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

const wording: Rule = ({ read }) =>
	banned.flatMap(([words, says]) => {
		const met = read.find((text) => words.test(text));
		return met ? [`A text ${says}: “${words.exec(met)?.[0]}”.`] : [];
	});

// A sentence that is longer is read twice.
const mostWords = 32;

const readInOneGo: Rule = ({ read }) =>
	read
		.flatMap((text) => sentencesOf([text]))
		.filter((each) => lengthOf(each) > mostWords)
		.map((each) => `A sentence of ${lengthOf(each)} words: “${each.slice(0, 60)}…”.`);

/** How anything may be said. */
export const rulesOfWords = [wording, readInOneGo];
