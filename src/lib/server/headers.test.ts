import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { keptNowhere, securityHeaders } from './headers.ts';

const policyOf = (address: string) => securityHeaders(true, address)['content-security-policy'];

test.each([
	'/desk',
	'/desk/',
	'/desk?x',
	'/desk/concerns/C-4K7M-2QHD/',
	'/info',
	'/info/',
	'/info?/x',
	'/r/token',
	'/w/token?/write',
	'/join',
	'/join/k3Jf-door/events?seen=1',
	'/calendar/secret'
])('nothing that %s answers stays in a browser', (address) => {
	expect(keptNowhere(address)).toBe(true);
});

test.each([
	'/',
	'/lessons',
	'/information',
	'/desks',
	'/joiner',
	'/ways',
	'/about',
	'/_app/immutable/desk.css',
	''
])('what “%s” answers may stay', (address) => {
	expect(keptNowhere(address)).toBe(false);
});

test.each(['/desk', '/desk/', '/desk?x', '/desk/concerns/C-4K7M-2QHD', '/desk/nowhere'])(
	'%s may run our own files, and nothing that was written into a page',
	(address) => {
		expect(policyOf(address)).toContain("script-src 'self';");
		expect(policyOf(address)).toContain("require-trusted-types-for 'script'");
		expect(policyOf(address)).not.toMatch(/unsafe|nonce|\*|https?:/);
	}
);

test.each([
	'/',
	'/lessons',
	'/lessons/k3-04-control-isnt-care',
	'/lessons/k3-04-control-isnt-care/easy',
	'/lessons/k3-04-control-isnt-care/listening',
	'/lessons/a/b/listen',
	'/lessons/k3-04-control-isnt-care/cards',
	'/lessons/k3-04-control-isnt-care/slides/x',
	'/lessons/k3-04-control-isnt-care/presents',
	'/lessons/slides',
	'/lessons/listen',
	'/information',
	'/desks',
	'/nothing/desk',
	'/joiner',
	'/lessons/join',
	'/join/ask/a-box',
	'/join/ask/a-box/screen',
	'/lessons/offline/',
	'/lessons/offline/copy',
	'/lessons/offline-',
	'/lessons/worker.jsx',
	'/x/lessons/offline',
	'/_app/immutable/x.js',
	'',
	'//desk'
])('“%s” runs no script at all', (address) => {
	expect(policyOf(address)).toContain("default-src 'none'");
	expect(policyOf(address)).not.toMatch(/script-src|connect-src/);
});

test.each([
	'/lessons/k3-04-control-isnt-care/listen',
	'/lessons/k2-01-x/listen?y',
	'/lessons/k2-01-x/slides',
	'/lessons/k2-01-x/present',
	'/lessons/k4-01-x/slides/without-sex-education',
	'/lessons/k4-01-x/present/without-sex-education?y'
])('%s may run our own files, which may speak to nobody', (address) => {
	expect(policyOf(address)).toContain("script-src 'self';");
	expect(policyOf(address)).toContain("default-src 'none'");
	expect(policyOf(address)).toContain("require-trusted-types-for 'script'");
	expect(policyOf(address)).not.toMatch(/unsafe|nonce|connect-src|\*|https?:/);
});

test.each(['/info', '/info/', '/info?x', '/info/ABC234'])(
	'%s may run the one file that leaves at once, by its hash',
	(address) => {
		const policy = policyOf(address);
		const file = readFileSync('src/lib/browser/info.js');
		const hash = createHash('sha256').update(file).digest('base64');
		expect(policy).toContain(`; script-src 'sha256-${hash}'; require-trusted-types-for 'script'`);
		expect(policy).toContain("default-src 'none'");
		expect(policy).not.toMatch(
			/unsafe|nonce|connect-src|worker-src|script-src[^;]*(self|\*|https?:)/
		);
		expect(file.byteLength).toBeLessThanOrEqual(1024);
	}
);

test.each(['/join', '/join?/x', '/join/a-door', '/join/a-door/screen'])(
	'%s may run our own files, hear from us, and show what the server made',
	(address) => {
		const policy = policyOf(address);
		expect(policy).toContain("; script-src 'self'; worker-src 'none'; ");
		expect(policy).toContain("require-trusted-types-for 'script'; trusted-types room; ");
		expect(policy).toContain("connect-src 'self'");
		expect(policy).not.toMatch(/unsafe|nonce|\*|https?:/);
		expect(readFileSync('src/lib/browser/room.js').byteLength).toBeLessThanOrEqual(15 * 1024);
	}
);

test.each(['/lessons/offline', '/lessons/offline?x'])(
	'%s may run our own files and register our one worker, and ask nothing of anybody itself',
	(address) => {
		const policy = policyOf(address);
		expect(policy).toContain("; script-src 'self'; worker-src 'self'; ");
		expect(policy).toContain("require-trusted-types-for 'script'; trusted-types keeping");
		expect(policy).not.toMatch(/unsafe|nonce|connect-src|\*|https?:/);
	}
);

test('the worker may ask for our own pages, and load nothing else', () => {
	expect(policyOf('/lessons/worker.js')).toBe("default-src 'none'; connect-src 'self'");
});

test('only a site that is served by https tells browsers to ask by nothing else', () => {
	expect(securityHeaders(true)['strict-transport-security']).toMatch(/^max-age=63072000;/);
	expect(securityHeaders(false)).not.toHaveProperty('strict-transport-security');
});
