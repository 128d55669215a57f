import { wellFormed } from '../db/index.ts';
import { endings, type Taken } from './recognising.ts';

const mostLetters = 120;

/**
 * A file's name as it is kept: no folder before it, nothing that is not seen (a mark that turns the writing
 * round can make `gpj.exe` look like `exe.jpg`), at most 120 letters, and an ending that says what it is.
 */
export function nameOf(given: string, type: Taken): string {
	const [first] = endings[type];
	const last = wellFormed(given).split(/[/\\]/).at(-1) ?? '';
	const seen = last
		.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"<>:|?*]/gu, ' ')
		.replaceAll(/\s+/g, ' ')
		.trim();
	const ends = endings[type].find((each) => seen.toLowerCase().endsWith(`.${each}`)) ?? first;
	const stem = seen.toLowerCase().endsWith(`.${ends}`) ? seen.slice(0, -ends.length - 1) : seen;
	const short = [...stem].slice(0, mostLetters - ends.length - 1).join('');
	return `${short.replace(/^[. ]+/, '').trim() || 'file'}.${ends}`;
}
