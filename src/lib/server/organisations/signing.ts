import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { write } from '../db/index.ts';
import type { House } from './house.ts';
import { unwrap, wrap } from './keys.ts';
import { signingKeys } from './schema.ts';

/** Signs for one organisation, with a key that nothing outside this file holds. */
export type Signer = { organisationId: string; publicKey: string; sign(text: string): string };

// Not the organisation's id alone: a database's key and a signing key must never unwrap as each other.
const ownerOf = (organisationId: string): string => `${organisationId} ledger`;

/**
 * What signs an organisation's ledger: Ed25519 (RFC 8032), a pair of its own, made when first asked for.
 *
 * It lies in the platform's database: whoever has only the organisation's cannot sign for it.
 */
export async function signerOf(
	{ platform, master }: Pick<House, 'platform' | 'master'>,
	organisationId: string,
	at = new Date()
): Promise<Signer> {
	const ofIt = eq(signingKeys.organisationId, organisationId);
	const { publicKey, wrappedKey } = await write(platform, async (tx) => {
		const [present] = await tx.select().from(signingKeys).where(ofIt);
		if (present) return present;
		const made = { organisationId, ...newPair(organisationId, master), createdAt: at };
		await tx.insert(signingKeys).values(made);
		return made;
	});
	const key = createPrivateKey({
		key: Buffer.from(unwrap(wrappedKey, ownerOf(organisationId), master), 'base64url'),
		format: 'der',
		type: 'pkcs8'
	});
	return {
		organisationId,
		publicKey,
		sign: (text) => sign(null, Buffer.from(text), key).toString('base64url')
	};
}

function newPair(organisationId: string, master: Buffer) {
	const pair = generateKeyPairSync('ed25519');
	const secret = pair.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64url');
	return {
		publicKey: pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64url'),
		wrappedKey: wrap(secret, ownerOf(organisationId), master)
	};
}
