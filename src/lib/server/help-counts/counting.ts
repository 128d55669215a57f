import { gte, sql } from 'drizzle-orm';
import { write, type Database } from '../db/index.ts';
import { ukTime } from '../help-services/index.ts';
import { noise } from './noise.ts';
import { helpCounts } from './schema.ts';

/**
 * Counts the topics that were looked at, in memory and for the day alone: nothing of a visit is kept but that
 * the number is one higher. A process that is killed loses what it has counted of that day.
 */
export function counter() {
	const days = new Map<string, Map<string, number>>();

	/** One more look at a topic, on the day that it is in the United Kingdom. */
	function count(topic: string, at: Date): void {
		const { date } = ukTime(at);
		const ofDay = days.get(date) ?? new Map<string, number>();
		ofDay.set(topic, (ofDay.get(topic) ?? 0) + 1);
		days.set(date, ofDay);
	}

	/**
	 * Writes every day that is over, chance added, and forgets it; with `today`, this one as well, since the
	 * process ends. Each of `topics` gets its row. A day on which nobody came is written too, once it was begun.
	 */
	async function keep(
		published: Database<'public'>,
		topics: string[],
		at: Date,
		{ today = false } = {}
	) {
		const { date } = ukTime(at);
		for (const [day, ofDay] of days) {
			if (day >= date && !today) continue;
			await add(published, day, topics, ofDay);
			days.delete(day);
		}
		if (!today && !days.has(date)) days.set(date, new Map());
	}

	return { count, keep };
}

async function add(
	published: Database<'public'>,
	day: string,
	topics: string[],
	ofDay: Map<string, number>
): Promise<void> {
	const rows = topics.map((topic) => ({ day, topic, count: (ofDay.get(topic) ?? 0) + noise() }));
	await write(published, (tx) =>
		tx
			.insert(helpCounts)
			.values(rows)
			.onConflictDoUpdate({
				target: [helpCounts.day, helpCounts.topic],
				set: { count: sql`${helpCounts.count} + excluded.count` }
			})
	);
}

/** How often each topic was looked at since a day, by months and never by days; below nothing is nothing. */
export async function byMonth(
	published: Database<'public'>,
	since: string
): Promise<{ month: string; topic: string; count: number }[]> {
	const month = sql<string>`substr(${helpCounts.day}, 1, 7)`;
	const found = await published
		.select({ month, topic: helpCounts.topic, count: sql<number>`sum(${helpCounts.count})` })
		.from(helpCounts)
		.where(gte(helpCounts.day, since))
		.groupBy(month, helpCounts.topic);
	return found.map((row) => ({ ...row, count: Math.max(0, row.count) }));
}
