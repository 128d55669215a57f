/** Neutral: it says that this address was seen, as the browser's history does. */
export const cookieName = 'seen';

/** For how long, in seconds, a page that is come back to stays plain. Longer would itself be something left behind. */
export const staysPlain = 60 * 60;

/** The cookie that says when somebody left. The page's own file sets the same (`src/lib/browser/info.js`). */
export const leftCookie = (at: Date): string =>
	[`${cookieName}=${at.getTime()}`, 'Path=/info', `Max-Age=${staysPlain}`, 'SameSite=Lax'].join(
		'; '
	);

// A page says when it was made; on a slow line it was asked for some time before.
const mayBeAhead = 5 * 60_000;

/**
 * When somebody left, by their cookie; `undefined` when they did not, or not lately. One that was made by hand
 * to last for ever, or for a time to come, would shut the door to whoever uses the device: it counts for nothing.
 */
export function leftAt(cookie: string | undefined, now: Date): Date | undefined {
	if (!/^\d{1,15}$/.test(cookie ?? '')) return undefined;
	const ago = now.getTime() - Number(cookie);
	return ago <= staysPlain * 1000 && ago >= -mayBeAhead ? new Date(Number(cookie)) : undefined;
}

/** Whether what is posted was asked for since somebody left: a form that is sent anew by the browser was not. */
export const askedSince = (left: Date | undefined, made: Date | undefined): boolean =>
	!left || (!!made && made.getTime() > left.getTime());
