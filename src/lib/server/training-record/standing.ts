import type { Module } from '../training/index.ts';
import type { trainingCompletions } from './schema.ts';

type Completion = Pick<typeof trainingCompletions.$inferSelect, 'moduleId' | 'version' | 'at'>;

/** Whether somebody did a module. What was done in an earlier version has since been written anew. */
export type Standing =
	{ is: 'done' | 'done in an earlier version'; version: string; at: Date } | { is: 'not done' };

/** How somebody stands to each module, by its id, after these completions of theirs. */
export const standings = (
	modules: readonly Pick<Module, 'id' | 'version'>[],
	completions: readonly Completion[]
): Record<string, Standing> =>
	Object.fromEntries(modules.map((module) => [module.id, standingTo(module, completions)]));

function standingTo(
	{ id, version }: Pick<Module, 'id' | 'version'>,
	completions: readonly Completion[]
): Standing {
	const theirs = completions
		.filter(({ moduleId }) => moduleId === id)
		.sort((one, other) => one.at.getTime() - other.at.getTime());
	const current = theirs.find((one) => one.version === version);
	const found = current ?? theirs.at(-1);
	if (!found) return { is: 'not done' };
	const is = current ? 'done' : 'done in an earlier version';
	return { is, version: found.version, at: found.at };
}
