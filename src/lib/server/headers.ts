// No page has a script, so none may run; every style, picture and font is our own.
const policy = [
	"default-src 'none'",
	"style-src 'self'",
	"img-src 'self' data:",
	"font-src 'self'",
	"form-action 'self'",
	"base-uri 'none'",
	"frame-ancestors 'none'"
].join('; ');

/**
 * Whether nothing that an address answers may stay in a browser: redirects and refusals among it, which
 * would tell the next person at the computer what was looked at.
 */
export const keptNowhere = (address = ''): boolean => /^\/(desk|info)(?![\w-])/.test(address);

/** What every response says, prerendered pages and errors among them. `secure` adds HSTS. */
export const securityHeaders = (secure: boolean): Record<string, string> => ({
	'content-security-policy': policy,
	'referrer-policy': 'no-referrer',
	'x-content-type-options': 'nosniff',
	'permissions-policy':
		'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	...(secure ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {})
});
