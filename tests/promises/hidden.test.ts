import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { render } from 'svelte/server';
import list from '../../content/site/hidden.json' with { type: 'json' };
import Page from '../../src/routes/(learn)/hidden/+page.svelte';
import { gradeOf, lengthOf, sentencesOf } from './reading.ts';

// Year 7: a reader of twelve.
const seventh = 7;
const mostWords = 25;

type Proof = { file: string; name: string };

const literal = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whether a test of this name is in this text, and runs. */
const runs = (text: string, name: string): boolean =>
	new RegExp(`(?<!skip|todo|fixme|fails)\\(\\s*(['"\`])${literal(name)}\\1,`).test(text);

const isThere = ({ file, name }: Proof): boolean =>
	existsSync(file) && runs(readFileSync(file, 'utf8'), name);

const proofs: Proof[] = list.hidden.flatMap(({ tests }): Proof[] => tests);

describe('what is said to be hidden', () => {
	test('is held by tests that are there', () => {
		expect(proofs.length).toBeGreaterThan(5);
		expect(proofs.filter((proof) => !isThere(proof))).toEqual([]);
	});

	test('is shown with the name of each of its tests, and not shown without one', async () => {
		const { body } = await render(Page);
		for (const { says, tests } of list.hidden) {
			expect(body.includes(says), says).toBe(tests.length > 0);
			for (const { file, name } of tests) {
				expect(body).toContain(file);
				expect(body).toContain(name);
			}
		}
		for (const { what } of list.notHidden) expect(body).toContain(what);
	});
});

test('a test that is gone, has another name or is skipped is no proof', () => {
	const text = "test('holds water', () => {});\ntest.skip('holds air', () => {});";
	const each = "test.each([[1]])(\n\t'holds %s', () => {});";

	expect(runs(text, 'holds water')).toBe(true);
	expect(runs(each, 'holds %s')).toBe(true);
	expect(runs(text, 'holds air')).toBe(false);
	expect(runs(text, 'holds')).toBe(false);
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
