import type { Freshness, Opening, Service } from '#lib/server/help-services/index.ts';
import { spokenDay } from '../spoken.ts';

type Hours = Service['hours'];

const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const dayNames: Record<(typeof week)[number], string> = {
	mon: 'Monday',
	tue: 'Tuesday',
	wed: 'Wednesday',
	thu: 'Thursday',
	fri: 'Friday',
	sat: 'Saturday',
	sun: 'Sunday'
};

const listed = (words: string[], last = 'and') =>
	words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;

function days(on: (typeof week)[number][]): string {
	if (on.length === 7) return 'every day';
	const at = on.map((day) => week.indexOf(day));
	const inARow = at.every((each, index) => index === 0 || each === at[index - 1]! + 1);
	if (inARow && on.length > 2) return `${dayNames[on[0]!]} to ${dayNames[on.at(-1)!]}`;
	return listed(on.map((day) => dayNames[day]));
}

function clock(time: string): string {
	const [hour = 0, minute = 0] = time.split(':').map(Number);
	if (hour % 24 === 0 && minute === 0) return 'midnight';
	const half = hour < 12 ? 'am' : 'pm';
	return `${hour % 12 || 12}${minute ? `.${String(minute).padStart(2, '0')}` : ''}${half}`;
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** When someone answers, or `undefined` when nobody could check. */
export function hoursInWords(hours: Hours): string | undefined {
	if (hours.kind === 'unknown' || hours.kind === 'online') return hours.note;
	const open =
		hours.kind === 'always'
			? 'Open 24 hours, every day'
			: hours.open
					.map(({ on, from, to }) => sentence(`${days(on)}, ${clock(from)} to ${clock(to)}`))
					.join('. ');
	return `${open}.${hours.note ? ` ${hours.note}` : ''}`;
}

/** Whether somebody answers now. */
export function openingInWords(opening: Opening): string {
	if (opening.is === 'open') return 'Open now.';
	if (opening.is === 'unknown') return 'We do not know if it is open now.';
	const { opens } = opening;
	return opens
		? `Closed now. Opens ${dayNames[opens.day]} at ${clock(opens.from)}.`
		: 'Closed now.';
}

/** When its details were last seen and by whom, and that they may have changed. */
export function seenInWords(lastSeen: string | null, known: Freshness | undefined): string {
	const seen = known?.checkedOn
		? `A person checked this on ${spokenDay(known.checkedOn)}.`
		: `Last seen in a source: ${lastSeen}.`;
	return known && known.is !== 'fresh' ? `${seen} It may have changed since.` : seen;
}

/** Who may use it, as far as a source says. */
export function whoInWords({ ages, audience }: Service): string | undefined {
	if (audience === 'adult') return 'For adults.';
	if (!ages) {
		if (audience === '16+') return 'For adults and older teenagers.';
		return audience === 'child' ? 'For children and young people.' : undefined;
	}
	const { from, to } = ages;
	if (from !== null && to !== null) return `For ages ${from} to ${to}.`;
	if (to !== null) return `For anyone under ${to + 1}.`;
	return from === null ? 'For any age.' : `For anyone aged ${from} or over.`;
}

/** Only the operator's own words about a bill; the phone's own list of calls is said in the same breath. */
export function billInWords({ bill }: Service): string | undefined {
	if (bill === 'not shown') {
		return 'It says calls are not shown on the phone bill. The call stays in the phone’s own list of calls.';
	}
	return bill === 'may' ? 'It says calls may be shown on the phone bill.' : undefined;
}

/** What nobody could check, in one honest line. */
export function uncheckedInWords({ hours, ages, audience, nations, nationsChecked }: Service) {
	const missing = [
		hours.kind === 'unknown' && !hours.note && 'when it is open',
		!ages && audience === 'anyone' && 'which ages it helps',
		!nationsChecked && nations.length > 1 && 'if it covers all of the UK'
	].filter((each) => each !== false);
	return missing.length ? `We could not check ${listed(missing, 'or')}.` : undefined;
}

/** An address short enough to write down: the whole of it, or only the site when the rest is long. */
export function websiteInWords(website: string): string {
	const plain = website.replace(/^www\./, '');
	return plain.length <= 32 ? plain : (plain.split('/')[0] ?? plain);
}
