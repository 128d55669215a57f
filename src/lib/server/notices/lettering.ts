import { and, desc, eq, gt, isNull, max, sql } from 'drizzle-orm';
import { today } from '../days.ts';
import { write, type Database } from '../db/index.ts';
import { noticeLetters, notices, noticesSeen } from './schema.ts';
import { settingOf, type Setting } from './settings.ts';

type Db = Database<'organisation'>;

// What is gathered for the day goes out when a school day begins.
const hourOfTheDay = 8;

const hour = new Intl.DateTimeFormat('en-GB', {
	timeZone: 'Europe/London',
	hour: '2-digit',
	hourCycle: 'h23'
});

/** Who is to be written to now, by their ids among the staff: they have not seen something that no letter told of. */
export async function toBeWrittenTo(db: Db, at = new Date()): Promise<string[]> {
	const told = await db
		.select({
			staffId: notices.staffId,
			newest: max(notices.at),
			urgent: sql<number>`max(${notices.urgent} is not null)`
		})
		.from(notices)
		.leftJoin(noticesSeen, eq(noticesSeen.noticeId, notices.id))
		.where(and(isNull(noticesSeen.noticeId), gt(notices.at, lastLetter)))
		.groupBy(notices.staffId);
	const due: string[] = [];
	for (const { staffId, urgent } of told) {
		const letters = await lettersToday(db, staffId, at);
		const setting = await settingOf(db, { id: staffId });
		if (isDue(setting, { letters, urgent: Boolean(urgent) }, at)) due.push(staffId);
	}
	return due;
}

const lastLetter = sql`coalesce((
	select max(${noticeLetters.at}) from ${noticeLetters}
	where ${noticeLetters.staffId} = ${notices.staffId}
), 0)`;

// Nobody may have more than this in a day, so the newest of them are all of today's.
const mostEver = 20;

async function lettersToday(db: Db, staffId: string, at: Date): Promise<number> {
	const newest = await db
		.select({ at: noticeLetters.at })
		.from(noticeLetters)
		.where(eq(noticeLetters.staffId, staffId))
		.orderBy(desc(noticeLetters.at))
		.limit(mostEver);
	return newest.filter((letter) => today(letter.at) === today(at)).length;
}

/** Whether a letter is due: never more in a day than somebody's own setting allows. */
export function isDue(
	{ way, mostADay }: Setting,
	{ letters, urgent }: { letters: number; urgent: boolean },
	at: Date
): boolean {
	if (way === 'not by e-mail' || letters >= mostADay) return false;
	if (way === 'at once' || urgent) return true;
	return letters === 0 && Number(hour.format(at)) >= hourOfTheDay;
}

/** Writes down that somebody was written to: what they were told until now is in it. */
export const wrote = (db: Db, staffId: string, at = new Date()): Promise<unknown> =>
	write(db, (tx) => tx.insert(noticeLetters).values({ staffId, at }));
