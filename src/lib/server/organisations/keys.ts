import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import type { Config } from '../config.ts';
import { CannotOpen } from '../db/index.ts';

// AES-256-GCM with a 96-bit random nonce and a 128-bit tag (NIST SP 800-38D, section 5.2.1).
const nonceBytes = 12;
const tagBytes = 16;

/**
 * A database's key: 24 random bytes as base64url.
 *
 * libSQL reads exactly the first 32 characters of a key, and these are exactly 32.
 */
export const newDatabaseKey = (): string => randomBytes(24).toString('base64url');

/** Wraps a key for one owner. It unwraps only under the same master key and for the same owner. */
export function wrap(key: string, owner: string, master: Buffer): string {
	const nonce = randomBytes(nonceBytes);
	const cipher = createCipheriv('aes-256-gcm', master, nonce).setAAD(Buffer.from(owner));
	const sealed = Buffer.concat([cipher.update(key, 'utf8'), cipher.final()]);
	return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** @throws {CannotOpen} when the master key is another one, or the wrapped key was changed or moved. */
export function unwrap(wrapped: string, owner: string, master: Buffer): string {
	const bytes = Buffer.from(wrapped, 'base64url');
	try {
		const decipher = createDecipheriv('aes-256-gcm', master, bytes.subarray(0, nonceBytes), {
			authTagLength: tagBytes
		}).setAAD(Buffer.from(owner));
		decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
		const sealed = bytes.subarray(nonceBytes + tagBytes);
		return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
	} catch (fault) {
		throw new CannotOpen(
			'A key in this data folder does not open with this master key; nothing was changed.',
			{ cause: fault }
		);
	}
}

/**
 * The master key: 32 bytes, from MASTER_KEY or from a file that only the server's user may read.
 *
 * @throws {CannotOpen} when there is none, or it is not 32 bytes, or others may read its file.
 */
export function readMasterKey(config: Config): Buffer {
	const text = config.masterKey ?? readKeyFile(config.masterKeyFile);
	const key = Buffer.from(text.trim(), 'base64url');
	if (key.length !== 32)
		throw new CannotOpen(
			'The master key is not 32 bytes written as base64url; nothing was changed.'
		);
	return key;
}

function readKeyFile(file: string): string {
	if (!existsSync(file))
		throw new CannotOpen(
			`The master key is missing: put it back at ${file} or set MASTER_KEY; nothing was changed.`
		);
	if ((statSync(file).mode & 0o077) !== 0)
		throw new CannotOpen(
			`Others may read the master key: make ${file} readable by the server's user alone (chmod 600).`
		);
	return readFileSync(file, 'utf8');
}

/** Makes a master key where none is, readable by this user alone. An existing one is never touched. */
export function makeMasterKey(config: Config): void {
	if (config.masterKeyGiven || existsSync(config.masterKeyFile)) return;
	const key = randomBytes(32).toString('base64url');
	keep(config.masterKeyFile, `${key}\n`);
}

/** Writes a key whole or not at all, and to the disk before anything is encrypted with it. */
export function keep(file: string, text: string): void {
	const part = `${file}.part`;
	writeFileSync(part, text, { mode: 0o600, flush: true });
	renameSync(part, file);
}
