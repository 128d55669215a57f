import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readConfig } from '../lib/server/config.ts';
import { Refused } from './command.ts';
import { checkLessons } from './lessons.ts';

const now = new Date('2026-11-28T12:00:00Z');
const ours = 'content/lessons/ks3/k3-04-control-isnt-care.svx';
let folder: string;
let file: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'waymark-lessons-'));
	file = join(folder, 'k3-04-ours.svx');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const check = (paths: string[] = [], at = now) => checkLessons(readConfig({}), paths, at);

test('our own are refused for nothing', async () => {
	expect(await check()).toMatch(/^Lessons: \d+\. Modules of training: 8\. Refused for: 0\.$/);
});

test('a file, and every lesson of a folder, is held to the same', async () => {
	writeFileSync(file, readFileSync(ours));
	expect(await check([file])).toContain('Lessons: 1. Refused for: 0.');
	expect(await check([folder])).toContain('Lessons: 1. Refused for: 0.');
});

test('a module of training is held to what is asked of everything, and not to what pupils need', async () => {
	const [module = ''] = globSync('content/training/t1-*.svx');
	const own = join(folder, basename(module));
	writeFileSync(own, readFileSync(module));
	expect(await check([own])).toBe('Modules of training: 1. Refused for: 0.');
	writeFileSync(own, `${readFileSync(module, 'utf8')}\nOf them 99% said so on TikTok.\n`);
	await expect(check([folder])).rejects.toThrow(`${own}: It says “99” as a share`);
	await expect(check([folder])).rejects.toThrow(`${own}: A text names a real brand`);
});

test('what is wrong is named with its file, and the command fails', async () => {
	writeFileSync(file, readFileSync(ours, 'utf8').replaceAll(/question box|slip/gi, 'chat'));
	await expect(check([file])).rejects.toThrow(`${file}: No step has a question box.`);
	await expect(check([file])).rejects.toBeInstanceOf(Refused);
});

test('sources that were not looked at for long are due, and later refused', async () => {
	expect(await check([ours], new Date('2027-03-01T12:00:00Z'))).toMatch(/\nDue: \d+\.\n/);
	await expect(check([ours], new Date('2027-07-01T12:00:00Z'))).rejects.toThrow(/221 days/);
});

test('a file that is none, and a folder without a lesson, are refused in a sentence', async () => {
	await expect(check([join(folder, 'none.svx')])).rejects.toThrow('could not be read');
	await expect(check([folder])).rejects.toThrow('There is no lesson there');
	writeFileSync(file, '---\nid: [\n---\nWords.\n');
	await expect(check([file])).rejects.toThrow(/could not be read|cannot be published/);
});
