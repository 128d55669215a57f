import { regions } from '#lib/body.ts';

/** A mark on a child's body: where, and what it looks like in its author's words. */
export type Mark = { region: string; says: string };

// More than this is a medical examination, and that is not a school's to make.
const mostMarks = 60;
const mostLetters = 2_000;

/**
 * The marks in a form that has `mark-REGION` for each region ticked and `says-REGION` for what is there, one
 * mark on a line. What is wrong is said by field. A region that there is none of is no mark.
 */
export function marksIn(fields: Record<string, unknown>): {
	marks: Mark[];
	problems: Record<string, string>;
} {
	const ticked = regions.filter(({ id }) => fields[`mark-${id}`] || linesOf(fields, id).length > 0);
	const problems: Record<string, string> = {};
	const marks: Mark[] = [];
	for (const { id, says } of ticked) {
		const described = linesOf(fields, id);
		if (described.length === 0) problems[`says-${id}`] = `Describe the mark: ${says}`;
		if (described.some((line) => line.length > mostLetters))
			problems[`says-${id}`] = 'Keep each mark under 2,000 letters';
		marks.push(...described.map((line) => ({ region: id, says: line })));
	}
	if (marks.length > mostMarks)
		problems[`says-${marks[mostMarks]?.region}`] = 'Write down at most 60 marks';
	return { marks, problems };
}

function linesOf(fields: Record<string, unknown>, id: string): string[] {
	const said = fields[`says-${id}`];
	if (typeof said !== 'string') return [];
	return said
		.split(/\r?\n/)
		.map((line) => line.trim())
		.filter(Boolean);
}
