const headings: Record<string, string> = {
	'Do this now': 'now',
	'Who will know': 'know',
	'At school': 'school',
	'This phone or computer': 'device',
	'If it is a friend': 'friend',
	'For a parent or carer': 'parent'
};

const paragraphsOf = (text: string) =>
	text
		.split(/\n\s*\n/)
		.map((each) => each.replaceAll(/\s*\n\s*/g, ' ').trim())
		.filter(Boolean);

function front(text: string) {
	const fields = Object.fromEntries(
		text.split('\n').map((line) => {
			const [name = '', ...rest] = line.split(':');
			return [name.trim(), rest.join(':').trim()];
		})
	);
	return {
		label: fields.label,
		order: Number(fields.order),
		ask: fields.ask?.split(',').map((id) => id.trim())
	};
}

/**
 * Reads one file of help words: fields at the top, then plain paragraphs under known headings.
 *
 * The words stay words: nothing in them is ever treated as markup, so nothing written there can reach a child as code.
 */
export function readSections(text: string) {
	const [, fields = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
	const [lead = '', ...sections] = body.split(/^## /m);

	const read: Record<string, string[]> = { lead: paragraphsOf(lead) };
	for (const section of sections) {
		const [title = '', ...rest] = section.split('\n');
		const name = headings[title.trim()];
		if (!name) throw new Error(`No help topic has a part called "${title.trim()}"`);
		read[name] = paragraphsOf(rest.join('\n'));
	}
	return { ...front(fields), ...read };
}
