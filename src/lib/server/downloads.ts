/** RFC 8187: a name in any script, with what it leaves out of `encodeURIComponent`'s letters. */
const anyScript = (name: string): string =>
	encodeURIComponent(name).replaceAll(
		/['()*]/g,
		(letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`
	);

/**
 * What an answer says that is a file of somebody's: to be saved and not shown, as what it is and nothing else,
 * kept by no cache, and, where a browser shows it all the same, in a box where nothing of it runs.
 */
export const asDownload = (name: string, type: string): Record<string, string> => ({
	'content-type': type,
	'content-disposition': `attachment; filename="${name.replaceAll(/[^\w .-]/g, '_')}"; filename*=UTF-8''${anyScript(name)}`,
	'content-security-policy': "sandbox; default-src 'none'",
	'x-content-type-options': 'nosniff',
	'cache-control': 'no-store'
});
