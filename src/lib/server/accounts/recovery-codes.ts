import { createHash, randomInt } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { write, type Database, type Tx } from '../db/index.ts';
import { recoveryCodes } from './schema.ts';

const howMany = 10;

// Crockford's base 32, sixteen letters: 80 random bits, which no guessing reaches, so that SHA-256 is
// enough and no salt is needed.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groups = 4;
const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
const newCode = () => Array.from({ length: groups }, group).join('-');

// As people write them: small letters, spaces, and the letters that Crockford leaves out.
const hashed = (code: string): string =>
	createHash('sha256')
		.update(
			code
				.toUpperCase()
				.replaceAll(/[^0-9A-Z]/g, '')
				.replaceAll('O', '0')
				.replaceAll(/[IL]/g, '1')
		)
		.digest('hex');

/** Makes ten new codes and forgets the old ones. They are given back this once, and kept as hashes alone. */
export async function newRecoveryCodes(
	platform: Database<'platform'>,
	accountId: string,
	at = new Date()
): Promise<string[]> {
	const codes = Array.from({ length: howMany }, newCode);
	await write(platform, async (tx) => {
		await forgetRecoveryCodes(tx, accountId);
		await tx
			.insert(recoveryCodes)
			.values(codes.map((code) => ({ hash: hashed(code), accountId, createdAt: at })));
	});
	return codes;
}

/** Makes every recovery code of an account worth nothing, in the caller's own transaction. */
export const forgetRecoveryCodes = async (tx: Tx, accountId: string): Promise<void> => {
	await tx.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId));
};

/** Takes a recovery code. Each works once, also when it is sent twice together. */
export async function takeRecoveryCode(
	platform: Database<'platform'>,
	accountId: string,
	code: string,
	at = new Date()
): Promise<boolean> {
	const [taken] = await write(platform, (tx) =>
		tx
			.update(recoveryCodes)
			.set({ usedAt: at })
			.where(
				and(
					eq(recoveryCodes.hash, hashed(code)),
					eq(recoveryCodes.accountId, accountId),
					isNull(recoveryCodes.usedAt)
				)
			)
			.returning({ hash: recoveryCodes.hash })
	);
	return taken !== undefined;
}

/** How many codes are left. */
export const recoveryCodesLeft = (
	platform: Database<'platform'>,
	accountId: string
): Promise<number> =>
	platform.$count(
		recoveryCodes,
		and(eq(recoveryCodes.accountId, accountId), isNull(recoveryCodes.usedAt))
	);
