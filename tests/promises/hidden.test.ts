import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { render } from 'svelte/server';
import list from '../../content/site/hidden.json' with { type: 'json' };
import Page from '../../src/routes/(learn)/hidden/+page.svelte';
import { gradeOf, lengthOf, sentencesOf } from '#lib/server/writing/index.ts';

// Year 7: a reader of twelve.
const seventh = 7;
const mostWords = 25;

type Proof = { file: string; name: string };

const literal = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The names of the tests in this text that run, as patterns: what is filled in while they run may be anything. */
const namesIn = (text: string): RegExp[] =>
	[...text.matchAll(/\btest(?:\.each\b[^]*?\))?\(\s*(['"`])((?:(?!\1)[^])*)\1,/g)]
		.map(([, , name = '']) => name.split(/%s|\$\{.*?\}/))
		.map((parts) => new RegExp(`^${parts.map(literal).join('.+')}$`));

const runsIn = (text: string, name: string): boolean =>
	namesIn(text).some((pattern) => pattern.test(name));

const isThere = ({ file, name }: Proof): boolean =>
	existsSync(file) && runsIn(readFileSync(file, 'utf8'), name);

const proofs: Proof[] = list.hidden.flatMap(({ tests }): Proof[] => tests);

describe('what is said to be hidden', () => {
	test('is held, line by line, by tests that are there', () => {
		expect(list.hidden.filter(({ tests }) => tests.length === 0)).toEqual([]);
		expect(proofs.filter((proof) => !isThere(proof))).toEqual([]);
	});

	test('is shown with the name of each of its tests', async () => {
		const { body } = await render(Page);
		for (const { says, tests } of list.hidden) {
			expect(body).toContain(says);
			for (const { file, name } of tests) {
				expect(body).toContain(file);
				expect(body).toContain(name);
			}
		}
		for (const { what } of list.notHidden) expect(body).toContain(what);
	});
});

test('a test that is gone, has another name or is skipped is no proof', () => {
	const text = [
		"test('holds water', () => {});",
		"test.skip('holds air', () => {});",
		"test.each([[1]])(\n\t'holds %s', () => {});",
		"test(`keeps ${wet ? 'it' : 'none'}, and says so`, () => {});"
	];

	expect(runsIn(text[0] ?? '', 'holds water')).toBe(true);
	expect(runsIn(text[0] ?? '', 'holds')).toBe(false);
	expect(runsIn(text[1] ?? '', 'holds air')).toBe(false);
	expect(runsIn(text[2] ?? '', 'holds fire')).toBe(true);
	expect(runsIn(text[3] ?? '', 'keeps none, and says so')).toBe(true);
	expect(isThere({ file: 'tests/promises/gone.test.ts', name: 'holds water' })).toBe(false);
});

describe('somebody of twelve can read', () => {
	const lines = [
		...list.hidden.map(({ says }) => [says]),
		...list.notHidden.map(({ what, says }) => [what, says])
	];
	const counted = readFileSync('content/site/about/kept.svx', 'utf8')
		.split(/\n\n/)
		.filter((each) => each.includes('What is counted'));

	test('what is hidden and what is not, line by line', () => {
		expect(lines.filter((line) => gradeOf(line) > seventh)).toEqual([]);
		expect(sentencesOf(lines.flat()).filter((each) => lengthOf(each) > mostWords)).toEqual([]);
	});

	test('what is counted', () => {
		expect(counted).toHaveLength(1);
		expect(gradeOf(counted)).toBeLessThanOrEqual(seventh);
	});
});
