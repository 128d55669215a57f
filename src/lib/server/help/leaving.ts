/** Neutral: it says that this address was seen, as the browser's history does. */
export const cookieName = 'seen';

/** For how long, in seconds, a page that is come back to stays plain. Longer would itself be something left behind. */
export const staysPlain = 60 * 60;

/** The cookie that says when somebody left. The page's own file sets the same (`src/lib/browser/info.js`). */
export const leftCookie = (at: Date): string =>
	[`${cookieName}=${at.getTime()}`, 'Path=/info', `Max-Age=${staysPlain}`, 'SameSite=Lax'].join(
		'; '
	);

/** When somebody left, by their cookie; `undefined` when they did not, or not lately. */
export function leftAt(cookie: string | undefined): Date | undefined {
	return /^\d{1,15}$/.test(cookie ?? '') ? new Date(Number(cookie)) : undefined;
}

/** Whether what is posted was asked for since somebody left: a form that is sent anew by the browser was not. */
export const askedSince = (left: Date | undefined, made: Date | undefined): boolean =>
	!left || (!!made && made.getTime() > left.getTime());
