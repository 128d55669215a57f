import { timingSafeEqual } from 'node:crypto';
import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { write, type Tx } from '../db/index.ts';
import type { House } from '../organisations/index.ts';
import { atTheSchool, find, recordedBy, refuse, whyShut, type Link } from './finding.ts';
import { referralLinks } from './schema.ts';
import { codeHashOf, hashOf, secret } from './secrets.ts';

/** How long the browser that opened a link may come back to it. Ours: a young person's work with a service takes months, and the school can send a new link at any time. */
const opensFor = 90 * 24 * 60 * 60_000;

export const opening = v.object({
	name: v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.nonEmpty('Write your name, so that the school knows who answers'),
		v.maxLength(200, 'Keep your name under 200 letters')
	),
	code: v.pipe(
		v.optional(v.string(), ''),
		v.transform((typed) => typed.replaceAll(/[\s-]/g, '')),
		v.regex(/^\d{8}$/, 'The code is eight digits. The school tells you it')
	)
});

type Form = v.InferOutput<typeof opening>;
type Tried = { link: Link; why?: string } | undefined;

/**
 * Opens a link with its code, once: from then on it is the one browser's that gets `session`, which is kept
 * nowhere here. `'not valid'` is every link that opens nothing, whether it ever was one or not.
 */
export async function open(
	house: House,
	token: string,
	form: Form,
	at = new Date(),
	purpose: Link['purpose'] = 'referral'
): Promise<{ session: string; until: Date } | 'wrong code' | 'not valid'> {
	const session = secret();
	const until = new Date(at.getTime() + opensFor);
	const taken = { sessionHash: hashOf(session), openedBy: form.name, openedAt: at };
	const tried = await write(house.platform, (tx) =>
		attempt(tx, { token, purpose, code: form.code }, { ...taken, expiresAt: until }, at)
	);
	if (!tried) return 'not valid';
	if (tried.why) {
		await refuse(house, tried.link, tried.why, at);
		return tried.why === wrong ? 'wrong code' : 'not valid';
	}
	const entry = { did: 'opened by its link', object: purpose, id: tried.link.reference };
	await atTheSchool(house, tried.link, (db) =>
		write(db, (tx) => recordedBy(tried.link)(tx, entry, at))
	);
	return { session, until };
}

const wrong = 'the code was wrong';

/** Tries a code, in one write: it is counted before it is looked at, so that fifty at once are fifty. */
async function attempt(
	tx: Tx,
	{ token, purpose, code }: { token: string; purpose: Link['purpose']; code: string },
	taken: Partial<Link>,
	at: Date
): Promise<Tried> {
	const link = await find(tx, token, purpose);
	if (!link) return undefined;
	const why = whyShut(link, at) ?? (link.sessionHash ? 'it was opened before' : undefined);
	if (why) return { link, why };
	const isRight = isSame(link.codeHash, codeHashOf(token, code));
	await tx
		.update(referralLinks)
		.set({ tries: link.tries + 1, ...(isRight ? taken : {}) })
		.where(eq(referralLinks.hash, link.hash));
	return isRight ? { link } : { link, why: wrong };
}

const isSame = (one: string, other: string): boolean =>
	timingSafeEqual(Buffer.from(one), Buffer.from(other));
