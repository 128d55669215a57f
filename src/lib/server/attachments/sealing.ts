import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

// AES-256-GCM with a 96-bit nonce and a 128-bit tag (NIST SP 800-38D). Each key seals one file and no other.
const nonceBytes = 12;
const tagBytes = 16;

export const sha256 = (bytes: Uint8Array): string =>
	createHash('sha256').update(bytes).digest('hex');

/** A file under a key of its own, bound to its id: nonce, tag, and what is sealed. */
export function seal(bytes: Uint8Array, id: string): { sealed: Uint8Array; key: string } {
	const key = randomBytes(32);
	const nonce = randomBytes(nonceBytes);
	const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(id));
	const inside = Buffer.concat([cipher.update(bytes), cipher.final()]);
	return {
		sealed: Buffer.concat([nonce, cipher.getAuthTag(), inside]),
		key: key.toString('base64url')
	};
}

/** @throws when anything of it was changed, or it is another file than the one that was sealed so. */
export function unseal(sealed: Uint8Array, id: string, key: string): Uint8Array {
	const decipher = createDecipheriv(
		'aes-256-gcm',
		Buffer.from(key, 'base64url'),
		sealed.subarray(0, nonceBytes),
		{ authTagLength: tagBytes }
	).setAAD(Buffer.from(id));
	decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
	return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]);
}
