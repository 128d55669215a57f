import { and, asc, eq, gte, isNull, lt, or, sql } from 'drizzle-orm';
import type { Config } from '../config.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { isAddress } from './addressing.ts';
import type { Letter } from './composing.ts';
import { letters } from './schema.ts';
import { deliver, type NotSent } from './sending.ts';

type Platform = Database<'platform'>;

/**
 * Puts a letter where it waits to be sent, by a job that tries again. For what holds no secret: it is kept.
 *
 * An address that is none, or more than one, is refused, since nobody could ever be sent it.
 */
export async function post(
	platform: Platform,
	letter: Letter,
	at = new Date()
): Promise<'posted' | 'no such address'> {
	if (!isAddress(letter.to)) return 'no such address';
	await write(platform, (tx) => keep(tx, letter, at));
	return 'posted';
}

/** The same, unless the very same letter was posted at `since` or later. */
export async function postOnce(
	platform: Platform,
	letter: Letter,
	since: Date,
	at = new Date()
): Promise<'posted' | 'posted before' | 'no such address'> {
	if (!isAddress(letter.to)) return 'no such address';
	return write(platform, async (tx) => {
		if (await isKept(tx, letter, since)) return 'posted before';
		await keep(tx, letter, at);
		return 'posted';
	});
}

const keep = (tx: Tx, { to, subject, text, attachment }: Letter, at: Date) =>
	tx.insert(letters).values({
		to,
		subject,
		text,
		attachmentName: attachment?.name,
		attachmentType: attachment?.type,
		attachment: attachment?.content,
		createdAt: at
	});

async function isKept(tx: Tx, { to, subject, text, attachment }: Letter, since: Date) {
	// What was posted since then waits or was sent since then, and there is an index for that.
	const recent = or(isNull(letters.sentAt), gte(letters.sentAt, since));
	const same = and(eq(letters.to, to), eq(letters.subject, subject), eq(letters.text, text));
	const content = attachment
		? eq(letters.attachment, attachment.content)
		: isNull(letters.attachment);
	const found = await tx
		.select({ number: letters.number })
		.from(letters)
		.where(and(recent, same, content))
		.limit(1);
	return found.length > 0;
}

// After the first hour a letter is tried every hour, and after five days no more: RFC 5321, section
// 4.5.4.1, asks for four to five days at least, and a mailbox that is gone would be knocked at for ever.
const mostAttempts = 6 + 5 * 24;

/** A letter that waits, and how often it was tried in vain. */
export type Waiting = { number: number; attempts: number };

/** The letters that wait, in the order in which they were posted. */
export const waiting = (platform: Platform): Promise<Waiting[]> =>
	platform
		.select({ number: letters.number, attempts: letters.attempts })
		.from(letters)
		.where(and(isNull(letters.sentAt), lt(letters.attempts, mostAttempts)))
		.orderBy(asc(letters.number));

/**
 * Sends a letter that waits. It is marked apart (`markSent`), so that a letter may go twice when the
 * server dies in between; both have the same Message-ID, by which a mailbox knows the second.
 */
export async function sendPosted(
	config: Config,
	platform: Platform,
	number: number,
	signal?: AbortSignal
): Promise<'sent' | NotSent> {
	const [found] = await platform.select().from(letters).where(eq(letters.number, number));
	if (!found) throw new Error('A letter that waits is not there');
	const { to, subject, text, attachmentName, attachmentType, attachment, createdAt } = found;
	const file =
		attachmentName !== null && attachmentType !== null && attachment !== null
			? { name: attachmentName, type: attachmentType, content: attachment }
			: undefined;
	const letter = { to, subject, text, attachment: file };
	return deliver(config, letter, { id: String(number), at: createdAt }, signal);
}

export const markSent = (platform: Platform, number: number, at = new Date()): Promise<unknown> =>
	write(platform, (tx) => tx.update(letters).set({ sentAt: at }).where(eq(letters.number, number)));

/** Counts that a letter was tried in vain. */
export const countAttempt = (platform: Platform, number: number): Promise<unknown> =>
	write(platform, (tx) =>
		tx
			.update(letters)
			.set({ attempts: sql`${letters.attempts} + 1` })
			.where(eq(letters.number, number))
	);
