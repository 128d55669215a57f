// Every style, picture and font is our own. The doors that children use have no script, so none may run
// there; the desk has a few files of ours (docs/decisions/0014), and none of anybody else's.
const policy = (script: string[]) =>
	[
		"default-src 'none'",
		...script,
		"style-src 'self'",
		"img-src 'self' data:",
		"font-src 'self'",
		"form-action 'self'",
		"base-uri 'none'",
		"frame-ancestors 'none'"
	].join('; ');

const atTheDesk = ["script-src 'self'", "connect-src 'self'"];

const behindTheDesk = (address: string): boolean => /^\/desk(?![\w-])/.test(address);

/**
 * Whether nothing that an address answers may stay in a browser: redirects and refusals among it, which
 * would tell the next person at the computer what was looked at.
 */
export const keptNowhere = (address = ''): boolean => /^\/(desk|info)(?![\w-])/.test(address);

/** What every response says, prerendered pages and errors among them. `secure` adds HSTS. */
export const securityHeaders = (secure: boolean, address = ''): Record<string, string> => ({
	'content-security-policy': policy(behindTheDesk(address) ? atTheDesk : []),
	'referrer-policy': 'no-referrer',
	'x-content-type-options': 'nosniff',
	'permissions-policy':
		'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	...(secure ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {})
});
