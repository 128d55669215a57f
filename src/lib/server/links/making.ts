import { and, eq, isNull } from 'drizzle-orm';
import * as v from 'valibot';
import type { Staff } from '../access/index.ts';
import { write, type Database } from '../db/index.ts';
import { key } from '../fields.ts';
import type { Letter } from '../mail/index.ts';
import type { House } from '../organisations/index.ts';
import * as referrals from '../referrals/index.ts';
import { asLetter } from './mailing.ts';
import { codeHashOf, codeOf, hashOf, secret } from './secrets.ts';
import { referralLinks } from './schema.ts';

const days = 24 * 60 * 60_000;

/** How long a link waits to be opened. Ours, as long as an invitation waits. */
export const waitsFor = 7 * days;

/** What the form says, by its field, of a letter that did not go. */
export const notSent = {
	to: 'The letter could not be sent, and its link is ended. Try again later, or telephone'
};

export const linking = v.object({
	key,
	to: v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.nonEmpty('Write their e-mail address'),
		v.maxLength(254, 'That is too long for an address'),
		v.rfcEmail('Write one e-mail address, such as referrals@service.example')
	)
});

export type Form = v.InferOutput<typeof linking>;
type Db = Database<'organisation'>;
/** Sends the letter at once and keeps nothing of it: whether it went. */
export type Sends = (letter: Letter) => Promise<boolean>;
type Nothing = 'not found' | 'step up' | 'not from here';

/**
 * Lets a service that is not on Waymark read and answer one referral: a letter with a link to it, and the code
 * that opens it, which the school tells the service itself. An older link of the same referral ends.
 *
 * The same form sent twice is one link, one letter and one code; the second time `isNew` is false, and whether the
 * first came as far as the letter is not known. A letter that could not be sent ends its link.
 */
export async function make(
	house: House,
	db: Db,
	staff: Staff,
	reference: string,
	form: Form,
	send: Sends,
	at = new Date()
): Promise<{ code: string; isNew: boolean } | 'not sent' | Nothing> {
	const referral = await linkable(db, staff, reference, at);
	if (typeof referral === 'string') return referral;
	const code = codeOf(house.master, referral.id, form.key);
	const token = secret();
	const row = {
		...{ hash: hashOf(token), codeHash: codeHashOf(token, code), formKey: form.key },
		...{ organisationId: staff.organisation.id, referralId: referral.id, reference },
		...{ sentTo: form.to, madeAt: at, expiresAt: new Date(at.getTime() + waitsFor) }
	};
	if (!(await keep(house, row))) return { code, isNew: false };
	await referrals.tellOfLink(db, staff, reference, 'sent', at);
	if (await send({ to: form.to, ...asLetter(house.config, token) })) return { code, isNew: true };
	await endAll(house, row.organisationId, row.referralId, at);
	await referrals.tellOfLink(db, staff, reference, 'ended', at);
	return 'not sent';
}

/** The referral, for somebody who may send it, when it went by no other way and is not over. */
async function linkable(db: Db, staff: Staff, reference: string, at: Date) {
	const found = await referrals.read(db, staff, reference, at, 'send a referral');
	if (found === undefined) return 'not found' as const;
	if (found === 'step up') return found;
	const isOver = referrals.isFinal(referrals.standing(found).place);
	return found.way === 'Waymark' || isOver ? ('not from here' as const) : found;
}

/** Keeps a link in place of the older ones; `false` when its form was sent before. */
export async function keep(
	{ platform }: House,
	row: typeof referralLinks.$inferInsert
): Promise<boolean> {
	return write(platform, async (tx) => {
		if ((await tx.$count(referralLinks, eq(referralLinks.formKey, row.formKey))) > 0) return false;
		await tx
			.update(referralLinks)
			.set({ endedAt: row.madeAt })
			.where(alive(row.organisationId, row.referralId));
		await tx.insert(referralLinks).values(row);
		return true;
	});
}

const alive = (organisationId: string, referralId: string) =>
	and(
		eq(referralLinks.organisationId, organisationId),
		eq(referralLinks.referralId, referralId),
		isNull(referralLinks.endedAt)
	);

/** Whether there was a link that had not ended. */
const endAll = ({ platform }: House, organisationId: string, referralId: string, at: Date) =>
	write(platform, async (tx) => {
		const ended = await tx
			.update(referralLinks)
			.set({ endedAt: at })
			.where(alive(organisationId, referralId))
			.returning({ hash: referralLinks.hash });
		return ended.length > 0;
	});

/** Ends the link of a referral: from then on it opens nothing, also in the browser that had opened it. */
export async function end(
	house: House,
	db: Db,
	staff: Staff,
	reference: string,
	at = new Date()
): Promise<'ended' | 'not found' | 'step up'> {
	const found = await referrals.read(db, staff, reference, at, 'send a referral');
	if (found === undefined) return 'not found';
	if (found === 'step up') return found;
	if (await endAll(house, staff.organisation.id, found.id, at))
		await referrals.tellOfLink(db, staff, reference, 'ended', at);
	return 'ended';
}
