import { eachOnce, readAs, type Filed } from '../writing/index.ts';
import { trainingModule, type TrainingModule } from './schema.ts';

/** A module and where it lives: its file, and the last part of its address. */
export type Module = TrainingModule & Filed;

/** Reads the front matter of one module, or stops the build with a sentence that its writer can act on. */
export const read = (file: string, frontMatter: unknown): Module =>
	readAs(trainingModule, 'module', file, frontMatter);

/** Puts modules in the order of their ids, and refuses two with one id. */
export const catalogue = (files: Record<string, unknown>): Module[] =>
	eachOnce(Object.entries(files).map(([file, frontMatter]) => read(file, frontMatter))).sort(
		(one, other) => one.id.localeCompare(other.id)
	);
