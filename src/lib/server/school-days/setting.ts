import * as v from 'valibot';
import { lengthOf, longestAway, type Stretch } from './calendar.ts';

const aDay = String.raw`(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[ /.]\d{1,2}[ /.]\d{4})`;
const between = String.raw`(?:\s+|\s*(?:to|until|[-–—,;])\s*)`;
const line = new RegExp(`^${aDay}(?:${between}${aDay})?$`);

/** A day as it is typed, `2 9 2026`, `2/9/2026` or `2026-09-02`, if there is such a day. */
function dayTyped(text: string): string | undefined {
	const parts = text.split(/[ /.-]/).map(Number);
	const [year = 0, month = 0, day = 0] = text.includes('-') ? parts : parts.reverse();
	const date = new Date(Date.UTC(year, month - 1, day));
	const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
	return exists && year >= 1990 && year <= 2200 ? date.toISOString().slice(0, 10) : undefined;
}

type Kind = 'term' | 'closed';

const wants: Record<Kind, string> = {
	term: 'write its first and its last day, such as 2 9 2026 to 18 12 2026',
	closed: 'write a day, or the first and the last of several, such as 26 10 2026 to 30 10 2026'
};

/** One line as the days it names, or what is wrong with it. */
function readLine(text: string, kind: Kind): Stretch | string {
	const [, typedFirst, typedLast] = line.exec(text.trim()) ?? [];
	if (!typedFirst || (kind === 'term' && !typedLast)) return `cannot be read: ${wants[kind]}`;
	const first = dayTyped(typedFirst);
	const last = dayTyped(typedLast ?? typedFirst);
	if (!first || !last) return 'names a day that there is not';
	if (last < first) return 'ends before it begins';
	if (kind === 'closed' && lengthOf({ first, last }) > longestAway)
		return 'is longer than ten weeks: look at the years';
	return { first, last };
}

// Fifty years of terms; a school has some ten lines of each.
const mostLines = 150;

/** Lines as people write them, kept as `YYYY-MM-DD YYYY-MM-DD`, or as one day; the earliest first. */
const days = (kind: Kind) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.rawTransform<string, string>(({ dataset, addIssue, NEVER }) => {
			const lines = dataset.value.split('\n').map((text, at) => ({ text, number: at + 1 }));
			const written = lines.filter(({ text }) => text.trim() !== '');
			if (written.length > mostLines) {
				addIssue({ message: `Use at most ${mostLines} lines` });
				return NEVER;
			}
			const kept: string[] = [];
			for (const { text, number } of written) {
				const read = readLine(text, kind);
				if (typeof read === 'string') {
					addIssue({ message: `Line ${number} ${read}` });
					return NEVER;
				}
				kept.push(asLine(read));
			}
			return kept.sort().join('\n');
		})
	);

const asLine = ({ first, last }: Stretch): string => (first === last ? first : `${first} ${last}`);

const time = (ask: string) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.regex(/^([01]?\d|2[0-3]):[0-5]\d$/, ask),
		v.transform((typed) => typed.padStart(5, '0'))
	);

/** What the form says: when the school opens and closes, its terms, and the days on which it is closed. */
export const setting = v.pipe(
	v.object({
		opensAt: time('Write when the school opens, such as 08:30'),
		closesAt: time('Write when the school closes, such as 15:30'),
		terms: days('term'),
		closed: days('closed')
	}),
	v.forward(
		v.partialCheck(
			[['opensAt'], ['closesAt']],
			({ opensAt, closesAt }) => opensAt < closesAt,
			'The school closes after it opens: write a later time'
		),
		['closesAt']
	)
);

export type Setting = v.InferOutput<typeof setting>;

/** Lines as they are kept, as the days they name. */
export const stretchesOf = (lines: string): Stretch[] =>
	lines
		.split('\n')
		.filter(Boolean)
		.map((each) => {
			const [first = '', last = first] = each.split(' ');
			return { first, last };
		});
