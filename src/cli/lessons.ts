import { globSync, readFileSync, statSync } from 'node:fs';
import national from '../../content/services/national.json' with { type: 'json' };
import type { Config } from '../lib/server/config.ts';
import { ukTime } from '../lib/server/help-services/index.ts';
import { lint, type Draft, type Told } from '../lib/server/lessons/linting.ts';
import { Refused } from './command.ts';

const shown = new Set(national.filter(({ show }) => show).map(({ id }) => id));

/**
 * Says of lessons, our own or those of files or folders, what each is refused for and which sources should soon be
 * looked at again.
 *
 * @throws Refused with the same list when one is refused, or a file cannot be read.
 */
export async function checkLessons(
	_config: Config,
	paths: string[],
	at = new Date()
): Promise<string> {
	const files = paths.length > 0 ? paths.flatMap(lessonsIn) : lessonsIn('content/lessons');
	if (files.length === 0)
		throw new Refused('There is no lesson there: a lesson is a file that ends in .svx.');
	const told: [file: string, told: Told][] = [];
	for (const file of files)
		told.push([file, lint(await draftIn(file), { services: shown, today: ukTime(at).date })]);
	const refused = told.flatMap(([file, one]) => one.refused.map((says) => `  ${file}: ${says}`));
	const due = told.flatMap(([file, one]) => one.due.map((says) => `  ${file}: ${says}`));
	const said = [
		`Lessons: ${files.length}. Refused for: ${refused.length}.`,
		...refused,
		...(due.length > 0 ? [`Due: ${due.length}.`, ...due] : [])
	].join('\n');
	if (refused.length > 0) throw new Refused(said);
	return said;
}

function lessonsIn(path: string): string[] {
	try {
		return statSync(path).isDirectory() ? globSync(`${path}/**/*.svx`).sort() : [path];
	} catch (fault) {
		throw new Refused(`${path} could not be read: ${(fault as Error).message}`);
	}
}

/** Takes a lesson file apart with what the build takes it apart with. */
async function draftIn(file: string): Promise<Draft> {
	const { compile } = await import('mdsvex');
	const text = readFileSync(file, 'utf8');
	try {
		const compiled = await compile(text);
		const { fm: frontMatter } = compiled?.data as { fm?: unknown };
		return { file, frontMatter, prose: text.split(/^---$/m).slice(2).join('---') };
	} catch (fault) {
		throw new Refused(`${file} could not be read: ${(fault as Error).message.split('\n')[0]}`);
	}
}
