import { globSync, readFileSync, statSync } from 'node:fs';
import national from '../../content/services/national.json' with { type: 'json' };
import type { Config } from '../lib/server/config.ts';
import { ukTime } from '../lib/server/help-services/index.ts';
import { lint as lintLesson, untaught } from '../lib/server/lessons/linting.ts';
import type { Lesson } from '../lib/server/lessons/schema.ts';
import { isModule, lint as lintModule } from '../lib/server/training/linting.ts';
import type { Draft, Told } from '../lib/server/writing/index.ts';
import { Refused } from './command.ts';

const shown = new Set(national.filter(({ show }) => show).map(({ id }) => id));

const ours = ['content/lessons', 'content/training'];

/**
 * Says of lessons and modules of staff training, our own or those of files or folders, what each is refused for and
 * which sources should soon be looked at again. Our lessons, as a whole scheme, are also refused for a core item of
 * the guidance that no lesson teaches and checks.
 *
 * @throws Refused with the same list when one is refused, or a file cannot be read.
 */
export async function checkLessons(
	_config: Config,
	paths: string[],
	at = new Date()
): Promise<string> {
	const files = (paths.length > 0 ? paths : ours).flatMap(filesIn);
	if (files.length === 0)
		throw new Refused('There is no lesson there: a lesson is a file that ends in .svx.');
	const told: [file: string, told: Told][] = [];
	const drafts: Draft[] = [];
	for (const file of files) {
		const draft = await draftIn(file);
		drafts.push(draft);
		const lint = isModule(draft.frontMatter) ? lintModule : lintLesson;
		told.push([file, lint(draft, { services: shown, today: ukTime(at).date })]);
	}
	const lessons = drafts.filter(({ frontMatter }) => !isModule(frontMatter));
	const refused = [
		...told.flatMap(([file, one]) => one.refused.map((says) => `  ${file}: ${says}`)),
		...(paths.length === 0 ? untaughtIn(lessons) : [])
	];
	const due = told.flatMap(([file, one]) => one.due.map((says) => `  ${file}: ${says}`));
	const said = [
		`${howMany(lessons.length, files.length - lessons.length)} Refused for: ${refused.length}.`,
		...refused,
		...(due.length > 0 ? [`Due: ${due.length}.`, ...due] : [])
	].join('\n');
	if (refused.length > 0) throw new Refused(said);
	return said;
}

const howMany = (lessons: number, modules: number): string =>
	[
		...(lessons > 0 ? [`Lessons: ${lessons}.`] : []),
		...(modules > 0 ? [`Modules of training: ${modules}.`] : [])
	].join(' ');

const untaughtIn = (drafts: Draft[]): string[] =>
	untaught(drafts.map(({ frontMatter }) => frontMatter as Lesson)).map(
		(item) => `  No lesson teaches and checks ${item}`
	);

function filesIn(path: string): string[] {
	try {
		return statSync(path).isDirectory() ? globSync(`${path}/**/*.svx`).sort() : [path];
	} catch (fault) {
		throw new Refused(`${path} could not be read: ${(fault as Error).message}`);
	}
}

/** Takes a file apart with what the build takes it apart with. */
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
