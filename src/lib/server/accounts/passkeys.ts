import { and, asc, eq, gt, lt, or } from 'drizzle-orm';
import {
	generateAuthenticationOptions,
	generateRegistrationOptions,
	verifyAuthenticationResponse,
	verifyRegistrationResponse,
	type AuthenticationResponseJSON,
	type RegistrationResponseJSON
} from '@simplewebauthn/server';
import { write, type Database } from '../db/index.ts';
import type { House } from '../organisations/index.ts';
import { challenges, passkeys } from './schema.ts';

type Platform = Database<'platform'>;
type Where = { platform: Platform; config: Pick<House['config'], 'origin'> };

/** Whose passkeys, and in which session they are asked for: an answer counts in that one alone. */
export type Asking = { accountId: string; name: string; sessionId: string };

// Long enough to find the key that is in the coat; WebAuthn (Level 3, section 15.1) advises 5 to 10 minutes.
const challengeLasts = 5 * 60_000;

const rpID = ({ config }: Where): string => config.origin.hostname;

/** A person's passkeys: what they call each and when it was last used. */
export const passkeysOf = (platform: Platform, accountId: string) =>
	platform
		.select({
			id: passkeys.id,
			name: passkeys.name,
			createdAt: passkeys.createdAt,
			lastUsedAt: passkeys.lastUsedAt
		})
		.from(passkeys)
		.where(eq(passkeys.accountId, accountId))
		.orderBy(asc(passkeys.createdAt));

/** What a browser needs to make a new passkey. It counts for five minutes, in this session, once. */
export async function offerPasskey(where: Where, asking: Asking, at = new Date()) {
	const present = await described(where.platform, asking.accountId);
	const options = await generateRegistrationOptions({
		rpName: 'Waymark',
		rpID: rpID(where),
		userName: asking.name,
		userID: new Uint8Array(Buffer.from(asking.accountId)),
		attestationType: 'none',
		excludeCredentials: present,
		authenticatorSelection: { userVerification: 'required', residentKey: 'preferred' }
	});
	await keep(where.platform, asking.sessionId, options.challenge, at);
	return options;
}

/** Keeps a new passkey, when it answers what this session was asked. */
export async function keepPasskey(
	where: Where,
	{ accountId, sessionId }: Asking,
	{ name, response }: { name: string; response: unknown },
	at = new Date()
): Promise<'kept' | 'not valid'> {
	const expectedChallenge = await take(where.platform, sessionId, at);
	if (!expectedChallenge) return 'not valid';
	const answer = await quietly(() =>
		verifyRegistrationResponse({
			response: response as RegistrationResponseJSON,
			expectedChallenge,
			expectedOrigin: where.config.origin.origin,
			expectedRPID: rpID(where),
			requireUserVerification: true
		})
	);
	if (!answer?.verified) return 'not valid';
	const { id, publicKey, counter, transports = [] } = answer.registrationInfo.credential;
	const [kept] = await write(where.platform, (tx) =>
		tx
			.insert(passkeys)
			.values({
				id,
				accountId,
				publicKey: Buffer.from(publicKey).toString('base64url'),
				counter,
				transports: transports.join(','),
				name,
				createdAt: at
			})
			.onConflictDoNothing()
			.returning({ id: passkeys.id })
	);
	return kept ? 'kept' : 'not valid';
}

/** What a browser needs to ask for one of a person's passkeys. */
export async function askForPasskey(where: Where, asking: Asking, at = new Date()) {
	const options = await generateAuthenticationOptions({
		rpID: rpID(where),
		userVerification: 'required',
		allowCredentials: await described(where.platform, asking.accountId)
	});
	await keep(where.platform, asking.sessionId, options.challenge, at);
	return options;
}

/**
 * Takes a passkey's answer to what this session was asked. A counter that does not go forward is the sign
 * of a copied key (WebAuthn Level 3, section 6.1.1): it is refused.
 */
export async function takePasskey(
	where: Where,
	{ accountId, sessionId }: Asking,
	response: unknown,
	at = new Date()
): Promise<boolean> {
	const { platform } = where;
	const expectedChallenge = await take(platform, sessionId, at);
	const id = (response as { id?: unknown } | null)?.id;
	if (!expectedChallenge || typeof id !== 'string') return false;
	const own = and(eq(passkeys.id, id), eq(passkeys.accountId, accountId));
	const [key] = await platform.select().from(passkeys).where(own);
	if (!key) return false;
	const answer = await quietly(() =>
		verifyAuthenticationResponse({
			response: response as AuthenticationResponseJSON,
			expectedChallenge,
			expectedOrigin: where.config.origin.origin,
			expectedRPID: rpID(where),
			credential: {
				id: key.id,
				publicKey: new Uint8Array(Buffer.from(key.publicKey, 'base64url')),
				counter: key.counter
			},
			requireUserVerification: true
		})
	);
	if (!answer?.verified) return false;
	const { newCounter } = answer.authenticationInfo;
	const forward = newCounter === 0 ? eq(passkeys.counter, 0) : lt(passkeys.counter, newCounter);
	const [taken] = await write(platform, (tx) =>
		tx
			.update(passkeys)
			.set({ counter: newCounter, lastUsedAt: at })
			.where(and(own, forward))
			.returning({ id: passkeys.id })
	);
	return taken !== undefined;
}

async function described(platform: Platform, accountId: string) {
	const found = await platform.select().from(passkeys).where(eq(passkeys.accountId, accountId));
	return found.map(({ id, transports }) => ({
		id,
		transports: transports.split(',').filter(Boolean) as never[]
	}));
}

const keep = (platform: Platform, sessionId: string, challenge: string, at: Date) =>
	write(platform, async (tx) => {
		const expiresAt = new Date(at.getTime() + challengeLasts);
		await tx
			.delete(challenges)
			.where(or(eq(challenges.sessionId, sessionId), lt(challenges.expiresAt, at)));
		await tx.insert(challenges).values({ sessionId, challenge, expiresAt });
	});

/** The challenge of a session, which is gone with this. */
async function take(platform: Platform, sessionId: string, at: Date): Promise<string | undefined> {
	const [taken] = await write(platform, (tx) =>
		tx
			.delete(challenges)
			.where(and(eq(challenges.sessionId, sessionId), gt(challenges.expiresAt, at)))
			.returning({ challenge: challenges.challenge })
	);
	return taken?.challenge;
}

/** What the library makes of an answer; it throws on one that is not of its form, which is a refusal. */
async function quietly<Result>(verify: () => Promise<Result>): Promise<Result | undefined> {
	try {
		return await verify();
	} catch (fault) {
		if (fault instanceof Error) return undefined;
		throw fault;
	}
}
