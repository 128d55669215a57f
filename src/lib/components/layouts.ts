type Asked = { field: string; label: string; required: boolean; first: boolean };
type Layout = { id: string; title: string; sections: { heading: string; fields: Asked[] }[] };

/** A part of the form for a referral: what one or several layouts ask under a heading. */
export type Part = {
	heading: string;
	/** `only` names the layouts that have the field, where not all of them do. */
	fields: (Asked & { only: string[] })[];
};

/**
 * What several layouts ask together, each field once, where the first that has it puts it; a field that only
 * some of them have says which. Headings stand in the order in which they first come.
 */
export function askedTogether(layouts: readonly Layout[]): Part[] {
	const parts = new Map<string, Part>();
	const seen = new Set<string>();
	for (const { sections } of layouts)
		for (const { heading, fields } of sections) {
			const part = parts.get(heading) ?? { heading, fields: [] };
			parts.set(heading, part);
			for (const one of fields.filter(({ field }) => !seen.has(field))) {
				seen.add(one.field);
				part.fields.push({ ...one, only: thoseWith(one.field, layouts) });
			}
		}
	return [...parts.values()].filter(({ fields }) => fields.length > 0);
}

function thoseWith(field: string, layouts: readonly Layout[]): string[] {
	const having = layouts.filter(({ sections }) =>
		sections.some(({ fields }) => fields.some((one) => one.field === field))
	);
	return having.length === layouts.length ? [] : having.map(({ title }) => title);
}
