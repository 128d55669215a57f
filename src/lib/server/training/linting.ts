import {
	held,
	paragraphsOf,
	textsOf,
	type Draft,
	type Told,
	type Written
} from '../writing/index.ts';
import { read, type Module } from './reading.ts';

/** Whether what was written is a module, by its id: a command is given files of both kinds. */
export const isModule = (frontMatter: unknown): boolean =>
	/^T\d/.test(String((frontMatter as { id?: unknown } | undefined)?.id));

/** Everything that a module of staff training is held to. What is asked of a lesson for its pupils’ sake is not. */
export const lint = (draft: Draft, { today }: { today: string }): Told =>
	held(() => writtenIn(read(draft.file, draft.frontMatter), draft.prose, today));

/** A module is all for those who do it: there is nothing that only somebody else reads. */
function writtenIn(module: Module, prose: string, today: string): Written {
	const { activities, sources, title, summary, byTheEnd, check } = module;
	const texts = [
		...paragraphsOf(prose),
		...textsOf(activities),
		...textsOf(check),
		...[title, summary, ...byTheEnd]
	];
	return { prose, activities, sources, read: texts, texts, today };
}
