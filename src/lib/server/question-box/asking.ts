import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { write, type Database } from '../db/index.ts';
import { key } from '../fields.ts';
import { publicBoxes, sealedQuestions } from './public-schema.ts';
import type { rate } from './rates.ts';
import { mostLetters, seal } from './sealing.ts';

type Published = Database<'public'>;

/** What a question must say. */
export const asking = v.object({
	key,
	words: v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.nonEmpty('Write your question first'),
		v.maxLength(mostLetters, `Make it shorter: ${mostLetters} letters at most`)
	)
});

// Ten from everybody of a class: more than that is not a lesson. What nobody can read in an hour is no question.
export const mostInABox = 300;

/**
 * A number by chance, out of the key that only the form had: the same words sent twice are one question. Other words
 * of the same form, written after going back, are another.
 */
const numberOf = (...of: string[]): number =>
	createHash('sha256').update(JSON.stringify(of)).digest().readUIntBE(0, 6);

/** Whether a box takes a question now. One that is not there is like one that is closed. */
export async function isOpen(
	published: Published,
	code: string,
	at = new Date()
): Promise<boolean> {
	return (await openAt(published, code, at)) !== undefined;
}

async function openAt(published: Published, code: string, at: Date) {
	const [box] = await published.select().from(publicBoxes).where(eq(publicBoxes.code, code));
	return box && box.closesAt > at ? box : undefined;
}

/** How a question is put into a box, while `many` allows it. */
export const putting =
	(many: ReturnType<typeof rate>) =>
	/**
	 * Seals a question and puts it into a box: nothing is kept with it, not who, not from where, and not when. The same
	 * form sent twice is one question. What is not taken is said, and never lost in silence.
	 */
	async (
		published: Published,
		code: string,
		{ key: of, words }: v.InferOutput<typeof asking>,
		at = new Date()
	): Promise<'put' | 'closed' | 'too many'> => {
		const box = await openAt(published, code, at);
		if (!box) return 'closed';
		const number = numberOf(of, code, words);
		const same = eq(sealedQuestions.number, number);
		if ((await published.$count(sealedQuestions, same)) > 0) return 'put';
		const inIt = await published.$count(sealedQuestions, eq(sealedQuestions.code, code));
		if (inIt >= mostInABox || !many.allows(code, at)) return 'too many';
		many.count(code, at);
		const sealed = seal(words, box.publicKey, code);
		await write(published, (tx) =>
			tx.insert(sealedQuestions).values({ number, code, sealed }).onConflictDoNothing()
		);
		return 'put';
	};
