import { createHmac, hkdfSync } from 'node:crypto';
import { isSame } from './comparing.ts';

// Device cookies, as OWASP describes them ("Slow Down Online Guessing Attacks with Device Cookies"): a
// device on which somebody has signed in is held up by its own failures alone. The token says for which
// account and until when, and is worth nothing by itself; a changed password makes new ones.
const lasts = 180 * 24 * 60 * 60_000;

type Account = { id: string; passwordHash: string };

const macOf = (master: Buffer, { id, passwordHash }: Account, until: string): string =>
	createHmac('sha256', Buffer.from(hkdfSync('sha256', master, '', 'waymark known device', 32)))
		.update(JSON.stringify([id, passwordHash, until]))
		.digest('base64url');

/** The name of the cookie that knows a device, beside the session's. */
export const deviceCookie = (secure: boolean): string =>
	secure ? '__Secure-wm-known' : 'wm-known';

/** A token that says that this account has signed in on this device. */
export function deviceToken(master: Buffer, account: Account, at: Date): string {
	const until = String(at.getTime() + lasts);
	return `${until}.${macOf(master, account, until)}`;
}

/** For how long a browser keeps it, in seconds. */
export const deviceSeconds = lasts / 1000;

/** Whether a token was given to this account, with this password, and has not expired. */
export function isKnown(
	master: Buffer,
	account: Account | undefined,
	token: string | undefined,
	at: Date
): boolean {
	const [until = '', mac = ''] = (token ?? '').split('.');
	if (!account || !/^\d{1,15}$/.test(until) || Number(until) < at.getTime()) return false;
	return isSame(mac, macOf(master, account, until));
}
