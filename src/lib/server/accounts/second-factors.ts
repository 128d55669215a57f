import { and, eq, isNotNull } from 'drizzle-orm';
import * as v from 'valibot';
import { needsSecondFactor, type Role } from '../access/index.ts';
import type { Database } from '../db/index.ts';
import type { House } from '../organisations/index.ts';
import { takeCode } from './authenticators.ts';
import { takePasskey, type Asking } from './passkeys.ts';
import { takeRecoveryCode } from './recovery-codes.ts';
import { authenticators, passkeys, type methods } from './schema.ts';

type Platform = Database<'platform'>;

/** Which second factors an account has; neither is none. Recovery codes stand in for one, and are none. */
export type Factors = { app: boolean; passkeys: number };

export async function factorsOf(platform: Platform, accountId: string): Promise<Factors> {
	const confirmed = and(
		eq(authenticators.accountId, accountId),
		isNotNull(authenticators.confirmedAt)
	);
	return {
		app: (await platform.$count(authenticators, confirmed)) > 0,
		passkeys: await platform.$count(passkeys, eq(passkeys.accountId, accountId))
	};
}

export const hasOne = ({ app, passkeys: keys }: Factors): boolean => app || keys > 0;

/** Whether an account may do without the factor that it is about to lose. */
export const mayLose = (roles: readonly Role[], { app, passkeys: keys }: Factors): boolean =>
	!needsSecondFactor({ roles }) || Number(app) + keys > 1;

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
	if (await takeCode(where, asking.accountId, code, 'confirmed', at)) return 'authenticator';
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
