import { classInWords, type Class } from '#lib/classes.ts';
import type { Staff } from '../access/index.ts';
import * as accounts from '../accounts/index.ts';
import type { Tx } from '../db/index.ts';
import { today } from '../days.ts';
import * as notices from '../notices/index.ts';
import * as schoolDays from '../school-days/index.ts';
import type { Place } from './allowing.ts';
import type { Teachable } from './scheme.ts';

/** A lesson that pupils meet only with an adult who is ready: whoever leads safeguarding hears of it. */
export const isToldOf = ({ level }: Pick<Teachable, 'level'>): boolean => level === 3;

/** Who leads safeguarding here, or else the head; but for whoever knows because they did it themselves. */
export async function whoLeadsBut({ platform }: Place, staff: Staff): Promise<string[]> {
	const leading = await accounts.holdersOf(platform, staff.organisation.id, ['lead', 'deputy']);
	const others = leading.filter(({ staffId }) => staffId !== staff.id);
	const hear = others.length > 0 ? others : await accounts.headsOf(platform, staff.organisation.id);
	return hear.map(({ staffId }) => staffId).filter((id) => id !== staff.id);
}

/** A lesson with a class on a day. */
export type Lesson = {
	class: Class;
	lesson: Pick<Teachable, 'id' | 'title' | 'level'>;
	day: string;
};

const long = new Intl.DateTimeFormat('en-GB', {
	timeZone: 'UTC',
	weekday: 'long',
	day: 'numeric',
	month: 'long'
});
const dayInWords = (day: string): string => long.format(new Date(`${day}T00:00:00Z`));

const asWords = ({ id, title, level }: Lesson['lesson']): string =>
	`“${title}” (${id}, level ${level})`;

/**
 * Tells whoever leads of a lesson that is planned. On the desk alone: the letter that says there is something says
 * nothing of it. One for today or the next school day must not wait for a letter of the day.
 */
export async function tellPlanned(
	tx: Tx,
	leads: readonly string[],
	by: Staff,
	{ class: taught, lesson, day }: Lesson,
	at: Date
): Promise<void> {
	const calendar = await schoolDays.current(tx);
	const soon = day <= schoolDays.nextSchoolDay(calendar, today(at));
	const says = `${classInWords(taught)} is taught ${asWords(lesson)} on ${dayInWords(day)}, by ${by.name}. Be ready for what pupils may say afterwards.`;
	await notices.tell(tx, leads, { says, urgent: soon ? 'yes' : undefined }, at);
}

type Tell = (
	tx: Tx,
	leads: readonly string[],
	by: Staff,
	lesson: Lesson,
	at: Date
) => Promise<void>;

const telling =
	(sentence: (taught: string, lesson: string, day: string, by: string) => string): Tell =>
	(tx, leads, { name }, { class: taught, lesson, day }, at) => {
		const says = sentence(classInWords(taught), asWords(lesson), dayInWords(day), name);
		return notices.tell(tx, leads, { says }, at);
	};

/** Tells whoever leads that a lesson that they were told of is not given then. */
export const tellOff = telling(
	(taught, lesson, day, by) => `${by} called off ${lesson} with ${taught} on ${day}.`
);

/** Tells whoever leads of a lesson that was given and that nobody had planned here. */
export const tellUnplanned = telling(
	(taught, lesson, day, by) =>
		`${taught} was taught ${lesson} on ${day}, by ${by}. It was not planned here, so you were not told before.`
);
