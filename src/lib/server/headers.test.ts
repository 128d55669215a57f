import { describe, expect, test } from 'vitest';
import { keptNowhere, securityHeaders } from './headers.ts';

test.each([
	'/desk',
	'/desk/',
	'/desk?x',
	'/desk/concerns/C-4K7M-2QHD/',
	'/info',
	'/info/',
	'/info?/x'
])('nothing that %s answers stays in a browser', (address) => {
	expect(keptNowhere(address)).toBe(true);
});

test.each(['/', '/lessons', '/information', '/desks', '/about', '/_app/immutable/desk.css', ''])(
	'what “%s” answers may stay',
	(address) => {
		expect(keptNowhere(address)).toBe(false);
	}
);

describe('scripts', () => {
	const policyAt = (address: string) => securityHeaders(true, address)['content-security-policy'];

	test.each(['/desk', '/desk/', '/desk/sign-in', '/desk?x'])('of ours run at %s', (address) => {
		expect(policyAt(address)).toContain("script-src 'self';");
	});

	test.each(['/', '/info', '/desks', '/desk-of-another', '/lessons/desk', '/_app/desk', ''])(
		'do not run at “%s”',
		(address) => {
			expect(policyAt(address)).not.toContain('script-src');
			expect(policyAt(address)).toContain("default-src 'none'");
		}
	);

	test('never run from the page itself, or from text', () => {
		for (const address of ['/', '/desk']) expect(policyAt(address)).not.toContain('unsafe');
	});
});
