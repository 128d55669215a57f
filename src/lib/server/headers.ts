import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { offline, worker } from './copies/addresses.ts';

// Every style, picture and font is our own, and nothing else is loaded, sent to, or framed.
const closed = [
	"default-src 'none'",
	"style-src 'self'",
	"img-src 'self' data:",
	"font-src 'self'",
	"form-action 'self'",
	"base-uri 'none'",
	"frame-ancestors 'none'"
];
// The help door runs one file, by its hash and nothing else: the one that leaves at once (decision 19).
const hash = createHash('sha256').update(
	readFileSync(new URL('../browser/info.js', import.meta.url))
);
const withTheWayOut = [
	...closed,
	`script-src 'sha256-${hash.digest('base64')}'`,
	"require-trusted-types-for 'script'",
	"trusted-types 'none'"
];
// Files of ours, which may not make a script, or anything that runs, out of words.
const ourFiles = (workers: string, types: string): string[] => [
	...closed,
	"script-src 'self'",
	`worker-src ${workers}`,
	"require-trusted-types-for 'script'",
	`trusted-types ${types}`
];
const withFiles = ourFiles("'none'", "'none'");
// At the desk (docs/decisions/0014) they may also speak to us, and to nobody else.
const withScript = [...withFiles, "connect-src 'self'"];

// A class is told what comes next as it comes (docs/decisions/0037), in parts of a page that the server made.
const withEvents = [...ourFiles("'none'", 'room'), "connect-src 'self'"];

// One page of the learn door keeps lessons on a device (docs/decisions/0033): it may run our own files and
// register our one worker. What is kept is asked for by the worker, which has this policy of its own.
const withTheWorker = ourFiles("'self'", 'keeping');
const asTheWorker = ["default-src 'none'", "connect-src 'self'"];

const at = (page: string, address: string): boolean => address.split('?')[0] === page;

const under = (door: string, address: string): boolean =>
	new RegExp(`^/(${door})(?![\\w-])`).test(address);

// A lesson that is read aloud, and one that is presented, is a page of its own (docs/decisions/0035, 0036): the
// lesson itself has no script.
const isRunBesideALesson = (address: string): boolean =>
	/^\/lessons\/[\w-]+\/(listen|(slides|present)(\/without-sex-education)?)\/?(\?|$)/.test(address);

/**
 * What a page may load, run and send to. A page runs a script only behind the desk's door, one on the help door, and
 * on the learn door those that read a lesson aloud, present it and keep lessons; and in a room the one that waits for
 * what comes.
 */
function policyOf(address: string): string {
	if (at(offline, address)) return withTheWorker.join('; ');
	if (at(worker, address)) return asTheWorker.join('; ');
	if (under('desk', address)) return withScript.join('; ');
	if (under('join', address) && !under('join/ask', address)) return withEvents.join('; ');
	if (isRunBesideALesson(address)) return withFiles.join('; ');
	return (under('info', address) ? withTheWayOut : closed).join('; ');
}

/**
 * Whether nothing that an address answers may stay in a browser: redirects and refusals among it, which
 * would tell the next person at the computer what was looked at.
 */
export const keptNowhere = (address = ''): boolean => under('desk|info|join|calendar|r|w', address);

// The open feed is read by other sites' scripts too, whatever is answered (HSDS-UK 3.0, rules of compliance).
const forEverySite = {
	'access-control-allow-origin': '*',
	'cross-origin-resource-policy': 'cross-origin'
};

/** What every response says, prerendered pages and errors among them. `secure` adds HSTS. */
export const securityHeaders = (secure: boolean, address = ''): Record<string, string> => ({
	'content-security-policy': policyOf(address),
	'referrer-policy': 'no-referrer',
	'x-content-type-options': 'nosniff',
	'permissions-policy':
		'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	...(under('open-referral', address) ? forEverySite : {}),
	...(secure ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {})
});
