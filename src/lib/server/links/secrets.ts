import { createHash, createHmac, randomBytes } from 'node:crypto';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** 256 random bits, as an address and a cookie can hold them. */
export const secret = (): string => randomBytes(32).toString('base64url');

export const hashOf = (token: string): string => sha256(token);

/** What is kept of a code. Without the token, which is kept nowhere, no code can be tried against it. */
export const codeHashOf = (token: string, code: string): string => sha256(`${token} ${code}`);

/**
 * The eight figures of the code of a link, from the master key, the referral and the key of the form that made it:
 * the same form sent twice shows the same code, a form's key known elsewhere shows none of it, and it is kept nowhere.
 */
export function codeOf(master: Buffer, referralId: string, formKey: string): string {
	const what = `code of a referral link ${referralId} ${formKey}`;
	const mac = createHmac('sha256', master).update(what).digest();
	return String(mac.readUIntBE(0, 6) % 100_000_000).padStart(8, '0');
}
