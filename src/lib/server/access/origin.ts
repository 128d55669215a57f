/**
 * Whether a form was posted from one of our own pages.
 *
 * `Sec-Fetch-Site` comes from the browser and no page can set it. A browser too old to send it is
 * judged by `Origin`, which under `Referrer-Policy: no-referrer` may be `null`: that one is refused.
 */
export function postedFromHere(headers: Headers, origin: string): boolean {
	const site = headers.get('sec-fetch-site');
	if (site !== null) return site === 'same-origin';
	return headers.get('origin') === origin;
}
