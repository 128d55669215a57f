import * as v from 'valibot';
import { lesson, type Lesson } from './schema.ts';

/** A lesson and where it lives: its file, and the last part of its address. */
export type Catalogued = Lesson & { file: string; address: string };

/**
 * Reads the front matter of one lesson file.
 *
 * Stops the build with a sentence that the person who wrote the lesson can act on.
 */
export function read(file: string, frontMatter: unknown): Catalogued {
	const outcome = v.safeParse(lesson, frontMatter);
	if (!outcome.success) throw new Error(sentence(file, outcome.issues[0]));

	const address = addressOf(file);
	if (!address.startsWith(`${outcome.output.id.toLowerCase()}-`))
		throw new Error(
			`${file} cannot be published. Its name should begin with its id, ${outcome.output.id}.`
		);
	return { ...outcome.output, file, address };
}

const addressOf = (file: string) =>
	file
		.slice(file.lastIndexOf('/') + 1)
		.replace(/\.svx$/, '')
		.toLowerCase();

function sentence(file: string, issue: v.BaseIssue<unknown>): string {
	const field = v.getDotPath(issue);
	return `${file} cannot be published. ${field ? `In “${field}”` : 'In the lesson as a whole'}: ${issue.message}.`;
}
