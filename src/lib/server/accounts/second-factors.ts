import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { Tx } from '../db/index.ts';
import type { House } from '../organisations/index.ts';
import { takeCode } from './authenticators.ts';
import { takePasskey, type Asking } from './passkeys.ts';
import { takeRecoveryCode } from './recovery-codes.ts';
import { authenticators, passkeys, type methods } from './schema.ts';

/** Which second factors an account has; neither is none. Recovery codes stand in for one, and are none. */
export type Factors = { app: boolean; passkeys: number };

/** Which an account has; inside a transaction, when it is decided there. */
export async function factorsOf(from: Pick<Tx, 'select'>, accountId: string): Promise<Factors> {
	const apps = await from
		.select({ confirmedAt: authenticators.confirmedAt })
		.from(authenticators)
		.where(eq(authenticators.accountId, accountId));
	const keys = await from
		.select({ id: passkeys.id })
		.from(passkeys)
		.where(eq(passkeys.accountId, accountId));
	return { app: apps.some(({ confirmedAt }) => confirmedAt !== null), passkeys: keys.length };
}

export const hasOne = ({ app, passkeys: keys }: Factors): boolean => app || keys > 0;

/** What somebody proves themselves with: six digits, a recovery code, or a passkey's answer as JSON. */
export const proving = v.object({
	code: v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(100, 'That is too long')),
	passkey: v.pipe(v.optional(v.string(), ''), v.maxLength(20_000, 'That is too long'))
});

export type Proof = v.InferOutput<typeof proving>;
export type Method = (typeof methods)[number];

/** Whether this proves the second factor, and with what. What was taken is used up. */
export async function prove(
	where: Pick<House, 'platform' | 'master' | 'config'>,
	asking: Asking,
	{ code, passkey }: Proof,
	at = new Date()
): Promise<Method | undefined> {
	if (passkey)
		return (await takePasskey(where, asking, parsed(passkey), at)) ? 'passkey' : undefined;
	if (await takeCode(where, asking.accountId, code, at)) return 'authenticator';
	if (await takeRecoveryCode(where.platform, asking.accountId, code, at)) return 'recovery code';
	return undefined;
}

export function parsed(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch (fault) {
		if (fault instanceof SyntaxError) return undefined;
		throw fault;
	}
}
