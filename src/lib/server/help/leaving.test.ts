import { expect, test } from 'vitest';
import { askedSince, cookieName, leftAt, leftCookie, staysPlain } from './leaving.ts';

const now = new Date('2026-11-10T12:00:00Z');
const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);

test('the cookie of whoever left names nothing, goes to this door alone, and not for long', () => {
	expect(leftCookie(now)).toBe(`seen=${now.getTime()}; Path=/info; Max-Age=3600; SameSite=Lax`);
	expect(staysPlain).toBeLessThanOrEqual(60 * 60);
	expect(cookieName).not.toMatch(/help|exit|left|leave|hide|abuse/i);
});

test('says when they left, and nothing when it is not ours', () => {
	const cookie = String(now.getTime());
	for (const seconds of [-60, 0, 60, 3_600]) expect(leftAt(cookie, after(seconds))).toEqual(now);
	for (const none of [undefined, '', 'x', '-1', '1e9', '9'.repeat(16)])
		expect(leftAt(none, now)).toBeUndefined();
});

test('an hour later, or from a time to come, it counts for nothing: nobody shuts the door for good', () => {
	const cookie = String(now.getTime());
	expect(leftAt(cookie, after(3_601))).toBeUndefined();
	expect(leftAt(cookie, after(-301))).toBeUndefined();
	expect(leftAt('9'.repeat(15), now)).toBeUndefined();
});

test('what was asked since is answered; what a browser sends anew of itself is not', () => {
	expect(askedSince(undefined, undefined)).toBe(true);
	expect(askedSince(now, after(1))).toBe(true);
	expect(askedSince(now, now)).toBe(false);
	expect(askedSince(now, after(-1))).toBe(false);
	expect(askedSince(now, undefined)).toBe(false);
});
