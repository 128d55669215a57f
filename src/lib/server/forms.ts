import * as v from 'valibot';
import { wellFormed } from './db/index.ts';

/** What is wrong with each field, in sentences, by the field's name. */
export type Problems = Record<string, string>;

export type Refused = { typed: Record<string, string>; problems: Problems };

type Read<Values> =
	{ valid: true; values: Values; typed: Refused['typed'] } | ({ valid: false } & Refused);

// Secrets are never sent back to the page that they were typed into.
const secret = new Set(['password', 'present', 'code', 'passkey']);

/**
 * Reads a submitted form. On failure it hands back what was typed, so that nobody types it twice.
 *
 * This is the boundary where text is cleaned. Files are not read here, and of a repeated field only the
 * last; one that is in `listed` is read as all its values, each on a line of its own.
 */
export async function readForm<Schema extends v.GenericSchema>(
	request: Request,
	schema: Schema,
	listed: string[] = []
): Promise<Read<v.InferOutput<Schema>>> {
	return checked(await fieldsOf(request), schema, listed);
}

/** A file as it was sent: what it is called, and what is in it. */
export type SentFile = { name: string; bytes: Uint8Array };

/** Reads a form with one file in it; no file, when none was chosen. A file is never handed back. */
export async function readFormWithFile<Schema extends v.GenericSchema>(
	request: Request,
	schema: Schema,
	name: string
): Promise<{ form: Read<v.InferOutput<Schema>>; file: SentFile | undefined }> {
	const data = await fieldsOf(request);
	const sent = data.get(name);
	// A browser sends a file without a name and with nothing in it, where none was chosen.
	const chosen = sent instanceof File && (sent.name || sent.size > 0) ? sent : undefined;
	return {
		form: checked(data, schema, []),
		file: chosen && { name: chosen.name, bytes: new Uint8Array(await chosen.arrayBuffer()) }
	};
}

function checked<Schema extends v.GenericSchema>(
	data: FormData,
	schema: Schema,
	listed: string[]
): Read<v.InferOutput<Schema>> {
	return checkTyped({ ...textOf(data), ...linesOf(data, listed) }, schema);
}

/** Checks the fields of a form, as `readTyped` reads them. */
export function checkTyped<Schema extends v.GenericSchema>(
	given: Record<string, string>,
	schema: Schema
): Read<v.InferOutput<Schema>> {
	const typed = withoutSecrets(given);
	const result = v.safeParse(schema, given);
	if (result.success) return { valid: true, values: result.output, typed };
	return { valid: false, typed, problems: firstOfEach(result.issues) };
}

/** A form that the domain refused: what was typed, and what is wrong with it, by field. */
export const refused = (typed: Refused['typed'], problems: Problems): Refused => ({
	typed,
	problems
});

/** Everything typed into a form, cleaned, without checking any of it. Of a repeated field all values, each on a line. */
export async function readTyped(request: Request): Promise<Record<string, string>> {
	const data = await fieldsOf(request);
	const written = [...data].filter(([, value]) => typeof value === 'string');
	return withoutSecrets(linesOf(data, [...new Set(written.map(([name]) => name))]));
}

/** The fields of a form; none of a body that is no form, which no page of ours sends and is no fault. */
async function fieldsOf(request: Request): Promise<FormData> {
	try {
		return await request.formData();
	} catch (fault) {
		if (fault instanceof TypeError) return new FormData();
		throw fault;
	}
}

function textOf(data: FormData): Record<string, string> {
	const given: Record<string, string> = {};
	for (const [name, value] of data) if (typeof value === 'string') given[name] = wellFormed(value);
	return given;
}

const linesOf = (data: FormData, listed: string[]): Record<string, string> =>
	Object.fromEntries(
		listed.map((name) => {
			const values = data.getAll(name).filter((value) => typeof value === 'string');
			return [name, wellFormed(values.join('\n'))];
		})
	);

const withoutSecrets = (typed: Record<string, string>): Record<string, string> =>
	Object.fromEntries(Object.entries(typed).filter(([name]) => !secret.has(name)));

function firstOfEach(issues: v.BaseIssue<unknown>[]): Problems {
	const problems: Problems = {};
	for (const issue of issues) {
		const field = v.getDotPath(issue) ?? 'form';
		problems[field] ??= issue.message;
	}
	return problems;
}
