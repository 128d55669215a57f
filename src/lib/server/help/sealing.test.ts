import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { lasts, sealer } from './sealing.ts';

const now = new Date('2026-11-10T12:00:00Z');
const after = (milliseconds: number) => new Date(now.getTime() + milliseconds);
const picked = { topic: 3, age: 2, place: 1, school: '' };

const anything = fc.record({
	topic: fc.nat(255),
	age: fc.nat(255),
	place: fc.nat(65_535),
	school: fc.stringMatching(/^[0-9A-Z]{0,12}$/)
});

afterEach(() => vi.useRealTimers());

test('after two hours in which nobody came, the key is gone from memory too', () => {
	vi.useFakeTimers();
	const { seal, open } = sealer();
	const token = seal(picked, now);

	vi.advanceTimersByTime(2 * lasts - 1);
	expect(open(token, now)).toMatchObject(picked);
	vi.advanceTimersByTime(1);
	expect(open(token, now)).toBeUndefined();
});

test('whatever was picked comes back as it was, out of a token of one length', () => {
	const { seal, open } = sealer();
	const length = seal(picked, now).length;

	fc.assert(
		fc.property(anything, (what) => {
			const token = seal(what, now);
			expect(token).toHaveLength(length);
			expect(token).toMatch(/^[\w-]+$/);
			expect(open(token, now)).toEqual({ ...what, at: now });
		})
	);
});

test('the same picked twice is two tokens, of which neither tells the other', () => {
	const { seal } = sealer();
	const tokens = new Set(Array.from({ length: 200 }, () => seal(picked, now)));

	expect(tokens.size).toBe(200);
	expect(new Set([...tokens].map((token) => token.slice(0, 4))).size).toBeGreaterThan(190);
});

test('another process, or the same one started again, opens nothing', () => {
	expect(sealer().open(sealer().seal(picked, now), now)).toBeUndefined();
});

test('a token of which one letter was changed says nothing', () => {
	const { seal, open } = sealer();
	const token = seal(picked, now);
	for (let at = 0; at < token.length; at += 1) {
		// The last letter holds bits that belong to no byte.
		const other = token[at] === 'A' ? 'g' : 'A';
		expect(open(token.slice(0, at) + other + token.slice(at + 1), now)).toBeUndefined();
	}
});

test('a token is good for an hour, over the change of keys, and then never again', () => {
	const { seal, open } = sealer();
	seal(picked, now);
	const token = seal(picked, after(lasts - 1));
	seal(picked, after(lasts));

	expect(open(token, after(2 * lasts - 1))).toMatchObject(picked);
	expect(open(token, after(2 * lasts))).toBeUndefined();
	seal(picked, after(3 * lasts));
	expect(open(token, after(lasts))).toBeUndefined();
});
