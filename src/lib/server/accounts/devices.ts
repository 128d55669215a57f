import { createHmac, hkdfSync } from 'node:crypto';
import { isSame } from './comparing.ts';

// Device cookies, as OWASP describes them ("Slow Down Online Guessing Attacks with Device Cookies"): a
// device on which somebody has signed in is held up by its own failures alone. The token says for which
// account and until when, and is worth nothing by itself; a changed password makes new ones.
const lasts = 180 * 24 * 60 * 60_000;

type Account = { id: string; passwordHash: string };

/** What somebody had proved when the token was given. One of the password alone knows nothing of the second step. */
type Proved = 'password' | 'both';

const macOf = (
	master: Buffer,
	{ id, passwordHash }: Account,
	until: string,
	proved: Proved
): string =>
	createHmac('sha256', Buffer.from(hkdfSync('sha256', master, '', 'waymark known device', 32)))
		.update(JSON.stringify([id, passwordHash, until, proved]))
		.digest('base64url');

/** The name of the cookie that knows a device, beside the session's. */
export const deviceCookie = (secure: boolean): string =>
	secure ? '__Secure-wm-known' : 'wm-known';

/** A token that says that this account has signed in on this device. */
export function deviceToken(master: Buffer, account: Account, proved: Proved, at: Date): string {
	const until = String(at.getTime() + lasts);
	return `${until}.${macOf(master, account, until, proved)}`;
}

/** For how long a browser keeps it, in seconds. */
export const deviceSeconds = lasts / 1000;

/**
 * The name under which a known device's attempts are counted; `undefined` for a token that was not given to
 * this account, with this password, or has expired. It is made of what was verified and never of what was
 * sent: one token has one name, however it is written.
 */
export function knownAs(
	master: Buffer,
	account: Account | undefined,
	token: string | undefined,
	{ proved, at }: { proved: readonly Proved[]; at: Date }
): string | undefined {
	const [, until = '', mac = ''] = /^(\d{1,15})\.([\w-]{43})$/.exec(token ?? '') ?? [];
	if (!account || !until || Number(until) < at.getTime()) return undefined;
	return proved.map((each) => macOf(master, account, until, each)).find((own) => isSame(own, mac));
}
