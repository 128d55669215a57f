import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

// argon2id, 19 MiB, two passes, one lane: the first of the equal choices in OWASP's Password Storage
// Cheat Sheet. The library's default algorithm is argon2id.
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> =>
	hash(password.normalize('NFKC'), parameters);

let nobodys: Promise<string> | undefined;

/**
 * Whether this is the password. Without a hash (no such account) it does the same work and says no,
 * so that the time taken does not tell which addresses have accounts.
 */
export async function isPassword(
	passwordHash: string | undefined,
	password: string
): Promise<boolean> {
	nobodys ??= hashPassword(randomBytes(24).toString('base64url'));
	// Awaited for everybody: the first sign-in of all would otherwise take longer for nobody's address.
	const nobodysHash = await nobodys;
	const right = await verify(passwordHash ?? nobodysHash, password.normalize('NFKC'));
	return right && passwordHash !== undefined;
}

/** Whether a hash was made with less than `parameters` ask for. */
export function isStale(passwordHash: string): boolean {
	const [, memory = 0, passes = 0] = /m=(\d+),t=(\d+)/.exec(passwordHash) ?? [];
	return Number(memory) < parameters.memoryCost || Number(passes) < parameters.timeCost;
}
