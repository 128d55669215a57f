import { ages, answer, unsaid, type Age, type Answer, type Place } from './answering.ts';
import { nations } from './services.ts';
import { allTopics, notSure, type Topic } from './topics.ts';

export interface Said {
	topic?: string;
	age?: string;
	nation?: string;
}

type Name = keyof Said;

export interface Question {
	asks: Name;
	choices: { value: string; label: string }[];
	/** What has been picked so far. It travels in the form itself, so nothing is kept anywhere. */
	said: Said;
}

export type Page = { question: Question } | { topic: Topic; answer: Answer; skipped: Name[] };

const choices: Record<Name, () => { value: string; label: string }[]> = {
	topic: () => allTopics().map(({ id, label }) => ({ value: id, label })),
	age: () => ages.map((value) => ({ value, label: sentence(value) })),
	nation: () => nations.map((value) => ({ value, label: value }))
};
const inOrder: Name[] = ['topic', 'age', 'nation'];

function sentence(text: string) {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

function read(form: FormData, name: Name): string | undefined {
	const typed = form.get(name) ?? undefined;
	if (typed === unsaid) return unsaid;
	return choices[name]().find(({ value }) => value === typed)?.value;
}

/** What a child picked. Anything we do not know counts as not answered: a child never meets an error here. */
export function readSaid(form: FormData): Said {
	const skipRest = form.get('skip') === 'rest';
	return Object.fromEntries(
		inOrder
			.map((name) => [name, read(form, name) ?? (skipRest ? unsaid : undefined)])
			.filter(([, value]) => value !== undefined)
	);
}

/** The next question, or the answer once every question was answered or skipped. */
export function pageFor(said: Said): Page {
	const next = inOrder.find((name) => !said[name]);
	if (next) return { question: { asks: next, choices: choices[next](), said } };

	const topic = allTopics().find(({ id }) => id === said.topic) ?? notSure();
	const asked = { topic, age: said.age as Age, nation: said.nation as Place };
	return {
		topic,
		answer: answer(asked),
		skipped: inOrder.filter((name) => said[name] === unsaid)
	};
}
