import { readdirSync, readFileSync } from 'node:fs';
import { readSections } from '../../src/lib/server/help/sections.ts';

export type Topic = { id: string; label: string; lead: string[]; now: string[] };

const folder = 'content/help';

/** Every topic of the help door, read from its file: the journeys run outside the build. */
export const allTopics = (): Topic[] =>
	readdirSync(folder)
		.filter((file) => file !== 'every-topic.md')
		.map((file) => {
			const read = readSections(readFileSync(`${folder}/${file}`, 'utf8')) as Partial<Topic>;
			const { label, lead, now } = read;
			if (!label || !lead?.length || !now?.length) throw new Error(`${file} has no words`);
			return { id: file.replace('.md', ''), label, lead, now };
		});
