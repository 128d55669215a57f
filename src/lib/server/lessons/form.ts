import { toJsonSchema, type JsonSchema } from '@valibot/to-json-schema';
import { review } from '../writing/index.ts';
import { lesson } from './schema.ts';

/** A field of a lesson: what it is for, and what is written there, in words. */
export type Field = { name: string; says: string; shape: string; needed: boolean };

/**
 * What the front matter of a lesson may be, as JSON Schema (draft 2020-12), for editors and other tools. It holds the
 * shape alone; what is held across fields stands in `rules`.
 */
export const lessonSchema = (): JsonSchema => ({
	...toJsonSchema(lesson, { target: 'draft-2020-12', typeMode: 'input', errorMode: 'ignore' }),
	title: 'A lesson of Waymark'
});

/** The sentences that the build says where the fields of a lesson do not fit one another. */
export const rules: string[] = [...lesson.pipe, ...review.pipe].flatMap((action) =>
	action.type === 'check' ? [action.message] : []
);

/** The fields of a lesson, in the order in which they are written. */
export function fields(): Field[] {
	const { properties = {}, required = [] } = lessonSchema();
	return Object.entries(properties).map(([name, schema]) => ({
		name,
		says: (schema as JsonSchema).description ?? '',
		shape: shapeOf(schema as JsonSchema),
		needed: required.includes(name)
	}));
}

/** The kinds of activity, and the fields of each. */
export function activities(): { kind: string; holds: string[] }[] {
	const { properties = {} } = lessonSchema();
	const each = (properties.activities as JsonSchema).additionalProperties as JsonSchema;
	return (each.oneOf ?? []).map((one) => {
		const { kind, ...holds } = (one as JsonSchema).properties ?? {};
		return { kind: String((kind as JsonSchema).const), holds: Object.keys(holds) };
	});
}

function shapeOf(schema: JsonSchema): string {
	if (schema.enum) return `one of: ${schema.enum.join(', ')}`;
	if (schema.type === 'array') {
		const least = schema.minItems ? `at least ${schema.minItems}, ` : '';
		return `a list, ${least}each ${shapeOf(schema.items as JsonSchema)}`;
	}
	if (schema.additionalProperties) return 'a name and an activity for each';
	if (schema.type === 'object') return `with ${Object.keys(schema.properties ?? {}).join(', ')}`;
	if (schema.minimum !== undefined && schema.maximum !== undefined)
		return `a number from ${schema.minimum} to ${schema.maximum}`;
	if (schema.type === 'integer') return 'a number';
	return schema.pattern ? `words that fit ${schema.pattern}` : 'words';
}
