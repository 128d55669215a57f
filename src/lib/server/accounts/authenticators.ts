import { randomBytes } from 'node:crypto';
import { and, eq, isNull, lt } from 'drizzle-orm';
import { encodeBase32NoPadding } from '@oslojs/encoding';
import { createTOTPKeyURI, generateHOTP } from '@oslojs/otp';
import { write } from '../db/index.ts';
import { unwrap, wrap, type House } from '../organisations/index.ts';
import { isSame } from './comparing.ts';
import { authenticators } from './schema.ts';

// RFC 6238: thirty seconds, six digits, SHA-1 (what every app takes), and a secret of 160 bits (RFC 4226,
// section 4). One step either way is taken, for clocks that differ.
const stepMs = 30_000;
const digits = 6;
const secretBytes = 20;
const around = [0, -1, 1];

type Where = Pick<House, 'platform' | 'master'>;

// Not the account's id alone: no other wrapped key must ever unwrap as this.
const ownerOf = (accountId: string): string => `${accountId} authenticator`;

/** The code of a secret at a moment. */
export const codeAt = (secret: Uint8Array, at: Date): string =>
	generateHOTP(secret, BigInt(stepAt(at)), digits);

const stepAt = (at: Date): number => Math.floor(at.getTime() / stepMs);

/** The step whose code this is, near a moment; `undefined` when it is none of them. */
export const stepOf = (secret: Uint8Array, code: string, at: Date): number | undefined =>
	around
		.map((off) => stepAt(at) + off)
		.filter((step) => step >= 0)
		.find((step) => isSame(generateHOTP(secret, BigInt(step), digits), code));

/** What an authenticator app is given: the secret as people type it, and as the address in a QR code. */
export type Offer = { secret: string; address: string };

/**
 * Offers a secret to an account that has no confirmed one. Asking again before it is confirmed offers the
 * same one, so that a page which is opened twice does not undo what was scanned.
 */
export async function offer(
	{ platform, master }: Where,
	{ accountId, name }: { accountId: string; name: string },
	at = new Date()
): Promise<Offer | 'has one'> {
	const made = {
		accountId,
		wrappedSecret: wrap(randomBytes(secretBytes).toString('hex'), ownerOf(accountId), master),
		createdAt: at
	};
	const kept = await write(platform, async (tx) => {
		await tx.insert(authenticators).values(made).onConflictDoNothing();
		const [row] = await tx
			.select()
			.from(authenticators)
			.where(eq(authenticators.accountId, accountId));
		return row;
	});
	if (!kept || kept.confirmedAt) return 'has one';
	const secret = secretOf(kept, master);
	return {
		secret: encodeBase32NoPadding(secret),
		address: createTOTPKeyURI('Waymark', name, secret, stepMs / 1000, digits)
	};
}

const secretOf = (
	{
		accountId,
		wrappedSecret
	}: Pick<typeof authenticators.$inferSelect, 'accountId' | 'wrappedSecret'>,
	master: Buffer
): Buffer => Buffer.from(unwrap(wrappedSecret, ownerOf(accountId), master), 'hex');

/**
 * Takes a code of an account's app. A code works once: its step is kept in the same write that takes it,
 * so of two who send it together one is refused. The first code that is taken confirms the app.
 *
 * @param which whether the app must be one that was confirmed, or is being confirmed by this code.
 */
export async function takeCode(
	{ platform, master }: Where,
	accountId: string,
	code: string,
	which: 'confirmed' | 'offered',
	at = new Date()
): Promise<boolean> {
	const [row] = await platform
		.select()
		.from(authenticators)
		.where(eq(authenticators.accountId, accountId));
	if (!row || (row.confirmedAt !== null) !== (which === 'confirmed')) return false;
	const step = stepOf(secretOf(row, master), code.replaceAll(/\s/g, ''), at);
	if (step === undefined) return false;
	const [taken] = await write(platform, (tx) =>
		tx
			.update(authenticators)
			.set({ lastStep: step, confirmedAt: row.confirmedAt ?? at })
			.where(and(eq(authenticators.accountId, accountId), lt(authenticators.lastStep, step)))
			.returning({ accountId: authenticators.accountId })
	);
	return taken !== undefined;
}

/**
 * Gives an account an app at once, with nobody there to confirm it: for the demonstration, whose people
 * have no telephone. Gives its secret in base 32.
 */
export async function giveApp(
	where: Where,
	who: { accountId: string; name: string },
	at = new Date()
): Promise<string> {
	const offered = await offer(where, who, at);
	if (offered === 'has one') throw new Error('An account of the demonstration has an app already');
	await write(where.platform, (tx) =>
		tx
			.update(authenticators)
			.set({ confirmedAt: at })
			.where(eq(authenticators.accountId, who.accountId))
	);
	return offered.secret;
}

/** Forgets an app's secret: a confirmed one's, or one that was only offered. */
export async function forgetApp(
	{ platform }: Pick<House, 'platform'>,
	accountId: string,
	which: 'confirmed' | 'offered'
): Promise<void> {
	const only = which === 'offered' ? isNull(authenticators.confirmedAt) : undefined;
	await write(platform, (tx) =>
		tx.delete(authenticators).where(and(eq(authenticators.accountId, accountId), only))
	);
}
