import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { Staff } from '../access/index.ts';
import { write, type Database } from '../db/index.ts';
import { choice } from '../fields.ts';
import { noticeSettings, ways } from './schema.ts';

type Db = Database<'organisation'>;

/** How somebody hears of notices by e-mail, and how many letters a day (on the school's clock) are the most. */
export type Setting = { way: (typeof ways)[number]; mostADay: number };

// Enough for a bad day, and few enough that each is still looked at.
export const usual: Setting = { way: 'at once', mostADay: 3 };

export const setting = v.object({
	way: choice(ways, 'Choose how you want to hear'),
	mostADay: v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.regex(/^([1-9]|1\d|20)$/, 'Write a number from 1 to 20'),
		v.toNumber()
	)
});

/** This person's own setting, or the usual one. */
export async function settingOf(db: Db, { id }: Pick<Staff, 'id'>): Promise<Setting> {
	const [found] = await db.select().from(noticeSettings).where(eq(noticeSettings.staffId, id));
	return found ? { way: found.way, mostADay: found.mostADay } : usual;
}

/** Sets how this person wants to hear. It is their own, and no entry of the ledger. */
export const set = (db: Db, { id }: Pick<Staff, 'id'>, setting: Setting): Promise<unknown> =>
	write(db, (tx) =>
		tx
			.insert(noticeSettings)
			.values({ staffId: id, ...setting })
			.onConflictDoUpdate({ target: noticeSettings.staffId, set: setting })
	);
