import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import national from '../../content/services/national.json' with { type: 'json' };
import { readConfig } from '../lib/server/config.ts';
import { Refused } from './command.ts';
import { checkServices } from './services.ts';

const now = new Date('2026-11-27T12:00:00Z');
let folder: string;
let file: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'waymark-services-'));
	file = join(folder, 'services.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const check = (words: string[] = [], at = now) => checkServices(readConfig({}), words, at);
function refusal(words: string[], at = now): string {
	try {
		return `not refused: ${check(words, at)}`;
	} catch (fault) {
		if (fault instanceof Refused) return fault.message;
		throw fault;
	}
}
const written = (list: unknown) => writeFileSync(file, JSON.stringify(list));

test('our own have no fault, and every one is due until a named person has confirmed it', () => {
	const said = check();

	expect(said).toContain(`Due: ${national.length}. No named person has confirmed these`);
	for (const { id, name } of national)
		expect(said).toContain(`  ${id}: ${name}, to be read again by`);
	expect(said).toContain(`No fault in ${national.length} services.`);
});

test('what is past its date is overdue, and the bank holidays are due before they run out', () => {
	expect(check([], new Date('2027-03-01T12:00:00Z'))).toContain('overdue since 2027-02-20');
	expect(check()).not.toContain('Due: the bank holidays');
	expect(check([], new Date('2028-11-01T12:00:00Z'))).toContain('Due: the bank holidays');
});

test('a file of the same shape is held to the same, also when it has fewer services or others', () => {
	written(national.slice(0, 3));
	expect(check([file])).toContain('No fault in 3 services.');
	written([{ ...national[2], id: 'one_of_ours' }]);
	expect(check([file])).toContain('No fault in 1 services.');
});

test('every fault in a file is named, with its service and its field, and the command fails', () => {
	const [first, , third] = national;
	written([first, { ...third, phone: '0800 1112', sources: [] }]);

	const said = refusal([file]);
	expect(said).toContain('Due: 2.');
	expect(said).toContain('Faults: 2.');
	expect(said).toMatch(/\n {2}childline, .*: A service that is shown has a source/);
	written([first, { ...third, phone: '0800 1112' }]);
	expect(refusal([file])).toContain('childline, phone: ');
});

test('a file that is none, or holds no list, is refused in a sentence', () => {
	expect(refusal([join(folder, 'nothing.json')])).toContain('could not be read');
	writeFileSync(file, '[');
	expect(refusal([file])).toContain('could not be read');
	written({ services: [] });
	expect(refusal([file])).toContain('does not hold a list of services');
	written([null, 'x', 3]);
	expect(refusal([file])).toContain('Faults: ');
});
