import * as v from 'valibot';
import { readSections } from './sections.ts';
import { serviceById } from '../help-services/index.ts';

const paragraphs = v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.minLength(1));

const shared = { know: paragraphs, school: paragraphs, device: paragraphs };
const own = {
	lead: paragraphs,
	now: paragraphs,
	friend: v.optional(paragraphs),
	parent: paragraphs
};
const front = {
	label: v.pipe(v.string(), v.nonEmpty()),
	ask: v.pipe(v.array(v.string()), v.minLength(1))
};

const everyTopic = v.object(shared);
const topicShape = v.pipe(
	v.object({ id: v.string(), order: v.pipe(v.number(), v.integer()), ...front, ...own, ...shared }),
	v.check(({ ask }) => ask.every((id) => serviceById(id)), 'It names a service that does not exist')
);

export type Topic = v.InferOutput<typeof topicShape>;

const files = import.meta.glob<string>('/content/help/*.md', {
	query: '?raw',
	import: 'default',
	eager: true
});
const idOf = (path: string) => path.replace(/^.*\/|\.md$/g, '');

/** Reads what the topics say, or stops with a sentence that names the file. A topic may overrule what every topic says. */
export function readTopics(texts: Record<string, string>): Topic[] {
	const { 'every-topic': common = '', ...topics } = texts;
	const base = v.parse(everyTopic, readSections(common));

	return Object.entries(topics)
		.map(([id, text]) => {
			const read = v.safeParse(topicShape, { ...base, ...readSections(text), id });
			if (read.success) return read.output;
			const [problem] = read.issues;
			throw new Error(
				`content/help/${id}.md is not right at ${v.getDotPath(problem) ?? 'ask'}: ${problem.message}`
			);
		})
		.sort((one, other) => one.order - other.order);
}

const topics = readTopics(
	Object.fromEntries(Object.entries(files).map(([path, text]) => [idOf(path), text]))
);

/** What a child can pick, in the order it is shown. The last is for a child who is not sure. */
export const allTopics = (): Topic[] => topics;

/** Where a child goes who skips the first question. */
export const notSure = (): Topic => {
	const topic = topics.find(({ id }) => id === 'not-sure');
	if (!topic) throw new Error('There is no help topic for a child who is not sure');
	return topic;
};
