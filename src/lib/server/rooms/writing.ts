import { sql } from 'drizzle-orm';
import { write, type Database, type Tx } from '../db/index.ts';
import type { Hall, Waiting } from './hall.ts';
import { roomCounts, roomMarks } from './schema.ts';

// Answers that come within this time are written together: one wait for the disk in place of thirty.
const together = 25;
// SQLite takes some 32,000 values in a statement; a mark has three.
const mostAtOnce = 5_000;

/** Has answers written with the next lot, and waits until the disk has them. */
export function written(hall: Hall, answer: Waiting): Promise<void> {
	hall.waiting.push(answer);
	hall.writing ??= new Promise<void>((done, fail) => {
		setTimeout(() => {
			const batch = hall.waiting.splice(0);
			hall.writing = undefined;
			keep(hall.published, batch).then(done, fail);
		}, together);
	});
	return hall.writing;
}

/** Waits for the answers that have come so far. One that could not be written is told to whoever sent it, and not here. */
export const settled = async ({ writing }: Hall): Promise<void> => {
	await writing?.catch(() => undefined);
};

const keep = (published: Database<'public'>, batch: Waiting[]): Promise<void> =>
	write(published, async (tx) => {
		for (let at = 0; at < batch.length; at += mostAtOnce)
			await keepMarks(tx, batch.slice(at, at + mostAtOnce));
		await tx
			.insert(roomCounts)
			.values(summed(batch))
			.onConflictDoUpdate({
				target: [roomCounts.roomId, roomCounts.number, roomCounts.choice],
				set: { count: sql`${roomCounts.count} + excluded.count` }
			});
	});

/** In the order of the marks themselves, which are random: not in that of the answers. */
async function keepMarks(tx: Tx, batch: Waiting[]): Promise<void> {
	const marks = batch
		.map(({ roomId, number, mark }) => ({ roomId, number, mark }))
		.sort((one, other) => (one.mark < other.mark ? -1 : 1));
	await tx.insert(roomMarks).values(marks);
}

/** How many more for each choice, and nothing of who. */
function summed(batch: Waiting[]): (typeof roomCounts.$inferInsert)[] {
	const sums = new Map<string, typeof roomCounts.$inferInsert>();
	for (const { roomId, number, choice } of batch) {
		const key = `${roomId} ${number} ${choice}`;
		const sum = sums.get(key) ?? { roomId, number, choice, count: 0 };
		sums.set(key, { ...sum, count: sum.count + 1 });
	}
	return [...sums.values()].sort((one, other) => one.choice - other.choice);
}
