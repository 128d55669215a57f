import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measure, ours, readExamples } from '../../../../tests/bench/questions/measuring.ts';
import { mayTell } from './index.ts';
import { patterns } from './patterns.ts';

const prompts = (text: string) => mayTell(text).length > 0;
const named = (text: string) => mayTell(text).map(({ name }) => name);

// Issue G: recall at least 95 %, and false alarms at most 15 %.
describe.each(ours)('of the examples in %s', (file) => {
	const { examples, wrong } = readExamples(file);
	const { told, met, ordinary, alarms } = measure(examples);

	test('there are 150 of each kind, and each line can be read', () => {
		expect({ told, ordinary, wrong }).toEqual({ told: 150, ordinary: 150, wrong: [] });
		expect(new Set(examples.map(({ text }) => text.toLowerCase())).size).toBe(300);
	});

	test('at least 95 in a hundred disclosures prompt', () => {
		expect(met / told).toBeGreaterThanOrEqual(0.95);
	});

	test('at most 15 in a hundred ordinary questions do', () => {
		expect(alarms / ordinary).toBeLessThanOrEqual(0.15);
	});
});

test('no example stands in both halves', () => {
	const [tuning = new Set(), heldOut = new Set()] = ours.map(
		(file) => new Set(readExamples(file).examples.map(({ text }) => text.toLowerCase()))
	);
	expect([...tuning].filter((text) => heldOut.has(text))).toEqual([]);
});

describe('the way it is written', () => {
	test.each([
		['My step-dad HITS me.', 'my step dad hits me'],
		['my bf wont let me see my m8s', 'my boyfriend won’t let me see my mates'],
		['sum1 tuched me', 'someone touched me'],
		['im scard of my dad', 'I’m scared of my dad'],
		['i wanna kms', 'I want to kill myself'],
		['she is cuting her self', 'she’s cutting herself'],
		['heeeelp me', 'help me'],
		['he 𝗵𝗶𝘁𝘀 me', 'he hits me']
	])('does not matter: %s', (one, other) => {
		expect(named(one)).toEqual(named(other));
		expect(prompts(one)).toBe(true);
	});
});

describe('who it is about', () => {
	test.each([
		'my dad hits me',
		'my friend says her dad hits her',
		'asking for a friend, her dad hits her',
		'what if someones dad hits them',
		'if a kid gets hit at home what happens'
	])('may be anybody near: %s', (text) => expect(named(text)).toContain('violence'));

	test.each(['what is violence', 'is it illegal to hit a burglar', 'do men get abused'])(
		'is nobody, where a fact is asked for: %s',
		(text) => expect(prompts(text)).toBe(false)
	);
});

test('an everyday way of speaking is no alarm', () => {
	for (const text of [
		'how do you say no without hurting their feelings',
		'who would win in a fight a gorilla or a bear',
		'does alcohol kill brain cells'
	])
		expect([text, named(text)]).toEqual([text, []]);
});

test('what it may be is said in a sentence, once for each pattern, and never as a fact', () => {
	const names = patterns.map(({ name }) => name);
	expect(new Set(names).size).toBe(names.length);
	for (const { reason } of patterns) expect(reason).toMatch(/^(Somebody|A child) may [^.]+\.$/);
	expect(new Set(named('my dad hits me and i am scared'))).toEqual(new Set(['violence', 'fear']));
});

test('nothing that can be typed takes long or brings it down', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), (text) => {
			expect(Array.isArray(mayTell(text))).toBe(true);
		}),
		{ numRuns: 300 }
	);
	// Words with which many patterns begin, again and again: each is read to its end and given up.
	for (const words of ['my ', 'i want to ', 'my mum is a ', 'he asked me to get a ', 'not ']) {
		const text = words.repeat(500 / words.length);
		mayTell(text);
		const began = performance.now();
		mayTell(text);
		expect([words, performance.now() - began < 500]).toEqual([words, true]);
	}
});
