/** How long somebody waits before they may try again, in words. `wait` is in milliseconds. */
export function waitInWords(wait: number): string {
	const seconds = Math.ceil(wait / 1000);
	if (seconds <= 1) return 'a second';
	if (seconds < 90) return `${seconds} seconds`;
	return `${Math.ceil(seconds / 60)} minutes`;
}

/** What somebody is told who must wait, and the header that says it to programs. */
export const tooMany = (wait: number) => ({
	says: `There were too many attempts. Wait ${waitInWords(wait)}, then try again`,
	retryAfter: String(Math.ceil(wait / 1000))
});
