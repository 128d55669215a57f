import {
	createCipheriv,
	createDecipheriv,
	createPrivateKey,
	createPublicKey,
	diffieHellman,
	generateKeyPairSync,
	hkdfSync,
	randomBytes,
	type KeyObject
} from 'node:crypto';

// A sealed box: X25519 (RFC 7748) with a key pair that is made for one question and forgotten, HKDF-SHA256
// (RFC 5869), and AES-256-GCM (NIST SP 800-38D). The public door can seal and cannot open.
const nonceBytes = 12;
const tagBytes = 16;
const keyBytes = 32;

/** The most letters of a question. */
export const mostLetters = 500;

// A letter is at most three bytes for each unit that it counts as; two bytes say how many there are.
const plainBytes = 2 + 3 * mostLetters;

/** A new private key for a box, as base64url. */
export const newPrivateKey = (): string =>
	written(generateKeyPairSync('x25519').privateKey.export({ type: 'pkcs8', format: 'der' }));

/** The public key that belongs to a private one. */
export const publicKeyOf = (privateKey: string): string =>
	written(
		createPublicKey(
			createPrivateKey({ key: bytesOf(privateKey), type: 'pkcs8', format: 'der' })
		).export({ type: 'spki', format: 'der' })
	);

/** Words sealed to a box, at one length whatever they are. Only its private key opens them, and only as of this box. */
export function seal(words: string, publicKey: string, code: string): string {
	const to = createPublicKey({ key: bytesOf(publicKey), type: 'spki', format: 'der' });
	const once = generateKeyPairSync('x25519');
	const from = once.publicKey.export({ type: 'spki', format: 'der' }).subarray(-keyBytes);
	const nonce = randomBytes(nonceBytes);
	const key = keyOf(once.privateKey, to, from, code);
	const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(code));
	const inside = Buffer.concat([cipher.update(padded(words)), cipher.final()]);
	return written(Buffer.concat([from, nonce, cipher.getAuthTag(), inside]));
}

/** @throws when anything of it was changed, or it was sealed to another box. */
export function unseal(sealed: string, privateKey: string, code: string): string {
	const bytes = bytesOf(sealed);
	const own = createPrivateKey({ key: bytesOf(privateKey), type: 'pkcs8', format: 'der' });
	const from = bytes.subarray(0, keyBytes);
	const to = createPublicKey({
		key: { kty: 'OKP', crv: 'X25519', x: written(from) },
		format: 'jwk'
	});
	const rest = bytes.subarray(keyBytes);
	const decipher = createDecipheriv(
		'aes-256-gcm',
		keyOf(own, to, from, code),
		rest.subarray(0, nonceBytes),
		{ authTagLength: tagBytes }
	).setAAD(Buffer.from(code));
	decipher.setAuthTag(rest.subarray(nonceBytes, nonceBytes + tagBytes));
	return unpadded(
		Buffer.concat([decipher.update(rest.subarray(nonceBytes + tagBytes)), decipher.final()])
	);
}

const keyOf = (privateKey: KeyObject, publicKey: KeyObject, from: Buffer, code: string): Buffer =>
	Buffer.from(
		hkdfSync(
			'sha256',
			diffieHellman({ privateKey, publicKey }),
			from,
			`waymark question box ${code}`,
			keyBytes
		)
	);

function padded(words: string): Buffer {
	const plain = Buffer.alloc(plainBytes);
	plain.writeUInt16BE(plain.write(words, 2, 'utf8'), 0);
	return plain;
}

const unpadded = (plain: Buffer): string =>
	plain.subarray(2, 2 + plain.readUInt16BE(0)).toString('utf8');

const written = (bytes: Buffer): string => bytes.toString('base64url');
const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64url');
