import * as v from 'valibot';

/** Where something written lives: its file, and the last part of its address. */
export type Filed = { file: string; address: string };

type Identified = v.GenericSchema<unknown, { id: string }>;

/**
 * Reads the front matter of one file as what it is: a `lesson`, a `module`.
 *
 * Stops the build with a sentence that the person who wrote it can act on.
 */
export function readAs<Schema extends Identified>(
	schema: Schema,
	what: string,
	file: string,
	frontMatter: unknown
): v.InferOutput<Schema> & Filed {
	const outcome = v.safeParse(schema, frontMatter);
	if (!outcome.success) throw new Error(sentence(file, what, outcome.issues[0]));

	const address = addressOf(file);
	if (!address.startsWith(`${outcome.output.id.toLowerCase()}-`))
		throw new Error(
			`${file} cannot be published. Its name should begin with its id, ${outcome.output.id}.`
		);
	return { ...outcome.output, file, address };
}

/** Refuses two of one id: a link must mean one thing. */
export function eachOnce<One extends { id: string; file: string }>(all: One[]): One[] {
	const seen = new Map<string, string>();
	for (const { id, file } of all) {
		if (seen.has(id))
			throw new Error(`${file} cannot be published. ${seen.get(id)} has the id ${id} already.`);
		seen.set(id, file);
	}
	return all;
}

const addressOf = (file: string) =>
	file
		.slice(file.lastIndexOf('/') + 1)
		.replace(/\.svx$/, '')
		.toLowerCase();

function sentence(file: string, what: string, issue: v.BaseIssue<unknown>): string {
	const field = v.getDotPath(issue);
	return `${file} cannot be published. ${field ? `In “${field}”` : `In the ${what} as a whole`}: ${issue.message}.`;
}
