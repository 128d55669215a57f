import { randomBytes } from 'node:crypto';
import { and, eq, lt } from 'drizzle-orm';
import { encodeBase32NoPadding } from '@oslojs/encoding';
import { createTOTPKeyURI, generateHOTP } from '@oslojs/otp';
import { CannotOpen, write } from '../db/index.ts';
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

/** Who is offered an app, and in which session: in another one it is another. */
export type Offered = { accountId: string; sessionId: string };

// An offer is wrapped for its session, so that whoever read it elsewhere has read nothing that counts.
const offeredIn = ({ accountId, sessionId }: Offered): string =>
	`${ownerOf(accountId)} offered in ${sessionId}`;

/**
 * Offers a secret to an account that has no confirmed one. Asking again in the same session offers the same
 * one, so that a page which is opened twice does not undo what was scanned; in another it offers a new one.
 */
export async function offer(
	{ platform, master }: Where,
	{ name, ...who }: Offered & { name: string },
	at = new Date()
): Promise<Offer | 'has one'> {
	const { accountId } = who;
	const fresh = randomBytes(secretBytes).toString('hex');
	const wrappedSecret = wrap(fresh, offeredIn(who), master);
	const secret = await write(platform, async (tx) => {
		const [present] = await tx.select().from(authenticators).where(of(accountId));
		if (present?.confirmedAt) return undefined;
		const kept = present && unwrapped(present.wrappedSecret, offeredIn(who), master);
		if (kept) return kept;
		await tx.delete(authenticators).where(of(accountId));
		await tx.insert(authenticators).values({ accountId, wrappedSecret, createdAt: at });
		return Buffer.from(fresh, 'hex');
	});
	if (!secret) return 'has one';
	return {
		secret: encodeBase32NoPadding(secret),
		address: createTOTPKeyURI('Waymark', name, secret, stepMs / 1000, digits)
	};
}

const of = (accountId: string) => eq(authenticators.accountId, accountId);

/** A secret, when it was wrapped for this owner. */
function unwrapped(wrapped: string, owner: string, master: Buffer): Buffer | undefined {
	try {
		return Buffer.from(unwrap(wrapped, owner, master), 'hex');
	} catch (fault) {
		if (fault instanceof CannotOpen) return undefined;
		throw fault;
	}
}

/**
 * Confirms the app that was offered in this session, by a code of it. From then on its secret is the account's.
 */
export async function confirmOffered(
	{ platform, master }: Where,
	who: Offered,
	code: string,
	at = new Date()
): Promise<boolean> {
	const [row] = await platform.select().from(authenticators).where(of(who.accountId));
	const secret = row && !row.confirmedAt && unwrapped(row.wrappedSecret, offeredIn(who), master);
	const step = secret ? stepOf(secret, plain(code), at) : undefined;
	if (!row || !secret || step === undefined) return false;
	const wrappedSecret = wrap(secret.toString('hex'), ownerOf(who.accountId), master);
	const [confirmed] = await write(platform, (tx) =>
		tx
			.update(authenticators)
			.set({ wrappedSecret, confirmedAt: at, lastStep: step })
			.where(and(of(who.accountId), eq(authenticators.wrappedSecret, row.wrappedSecret)))
			.returning({ accountId: authenticators.accountId })
	);
	return confirmed !== undefined;
}

const plain = (code: string): string => code.replaceAll(/\s/g, '');

/**
 * Takes a code of an account's confirmed app. A code works once: its step is kept in the same write that
 * takes it, so of two who send it together one is refused.
 */
export async function takeCode(
	{ platform, master }: Where,
	accountId: string,
	code: string,
	at = new Date()
): Promise<boolean> {
	const [row] = await platform.select().from(authenticators).where(of(accountId));
	if (!row?.confirmedAt) return false;
	const secret = Buffer.from(unwrap(row.wrappedSecret, ownerOf(accountId), master), 'hex');
	const step = stepOf(secret, plain(code), at);
	if (step === undefined) return false;
	const [taken] = await write(platform, (tx) =>
		tx
			.update(authenticators)
			.set({ lastStep: step })
			.where(and(of(accountId), lt(authenticators.lastStep, step)))
			.returning({ accountId: authenticators.accountId })
	);
	return taken !== undefined;
}

/**
 * Gives an account an app at once, with nobody there to confirm it: for the demonstration, whose people
 * have no telephone. Gives its secret in base 32.
 */
export async function giveApp(
	{ platform, master }: Where,
	{ accountId }: { accountId: string },
	at = new Date()
): Promise<string> {
	const secret = randomBytes(secretBytes);
	const wrappedSecret = wrap(secret.toString('hex'), ownerOf(accountId), master);
	const row = { accountId, wrappedSecret, createdAt: at, confirmedAt: at };
	await write(platform, (tx) => tx.insert(authenticators).values(row));
	return encodeBase32NoPadding(secret);
}
