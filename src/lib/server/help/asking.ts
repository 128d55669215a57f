import { nations, noChecks, type Checks } from '../help-services/index.ts';
import { ages, answer, areas, unsaid, type Age, type Answer, type Place } from './answering.ts';
import { sealer, type Sealed } from './sealing.ts';
import { allTopics, notSure, type Topic } from './topics.ts';

/** What a child has picked so far, and the code of the school's page they came by. It is kept nowhere: it travels sealed in the form itself. */
export interface Said {
	topic?: string;
	age?: string;
	nation?: string;
	school?: string | undefined;
}

type Name = 'topic' | 'age' | 'nation';

/** A button: what it says, and the token that pressing it posts. */
export type Choice = { label: string; go: string };

export interface Question {
	asks: Name;
	choices: Choice[];
	/** Leaves this question out, or this and all that follow. The last has none that follow. */
	skip: string;
	skipRest: string | undefined;
}

/** Ways back, since a browser that keeps nothing cannot go back by itself: to no picks at all, and by one question. */
type Ways = { again: string; back: string | undefined };

export type Page =
	({ question: Question } & Ways) | ({ topic: Topic; answer: Answer; skipped: Name[] } & Ways);

const choices: Record<Name, () => { value: string; label: string }[]> = {
	topic: () => allTopics().map(({ id, label }) => ({ value: id, label })),
	age: () => ages.map((value) => ({ value, label: sentence(value) })),
	nation: () => [...nations, ...areas()].map((value) => ({ value, label: value }))
};
const inOrder: Name[] = ['topic', 'age', 'nation'];

function sentence(text: string) {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

const { seal, open } = sealer();

/** A token that posts this. Its length says nothing. */
export function sealed(said: Said, at: Date): string {
	const place = (name: Name) => [unsaid, ...values(name)].indexOf(said[name] ?? '') + 1;
	return seal(
		{ topic: place('topic'), age: place('age'), place: place('nation'), school: said.school ?? '' },
		at
	);
}

/** What a token posts, and when its page was made; `undefined` for anything else. */
export function unsealed(token: unknown, now: Date): { said: Said; at: Date } | undefined {
	const found = open(token, now);
	return found && { said: readSaid(found), at: found.at };
}

function readSaid({ topic, age, place, school }: Sealed): Said {
	const picked = { topic, age, nation: place };
	const said = inOrder.map((name) => [name, [unsaid, ...values(name)][picked[name] - 1]] as const);
	return Object.fromEntries(
		[...said, ['school', school || undefined] as const].filter(([, value]) => value !== undefined)
	);
}

const values = (name: Name): string[] => choices[name]().map(({ value }) => value);

/** The next question, or the answer once every question was answered or skipped. `at` is now, in which it is answered. */
export function pageFor(said: Said, at: Date, checks: Checks = noChecks): Page {
	const next = inOrder.find((name) => !said[name]);
	const ways = waysBack(said, at);
	if (next) return { question: question(next, said, at), ...ways };

	const topic = allTopics().find(({ id }) => id === said.topic) ?? notSure();
	return {
		topic,
		answer: answer({ topic, age: said.age as Age, place: said.nation as Place, at, checks }),
		skipped: inOrder.filter((name) => said[name] === unsaid),
		...ways
	};
}

function waysBack(said: Said, at: Date): Ways {
	const last = inOrder.findLast((name) => said[name]);
	return {
		again: sealed(only(said, 'school'), at),
		back: last && sealed(only(said, 'school', ...inOrder.slice(0, inOrder.indexOf(last))), at)
	};
}

const only = (said: Said, ...names: (keyof Said)[]): Said =>
	Object.fromEntries(names.filter((name) => said[name]).map((name) => [name, said[name]]));

function question(asks: Name, said: Said, at: Date): Question {
	const go = (picked: Said) => sealed({ ...said, ...picked }, at);
	const rest = inOrder.slice(inOrder.indexOf(asks));
	return {
		asks,
		choices: choices[asks]().map(({ value, label }) => ({ label, go: go({ [asks]: value }) })),
		skip: go({ [asks]: unsaid }),
		skipRest:
			rest.length > 1 ? go(Object.fromEntries(rest.map((name) => [name, unsaid]))) : undefined
	};
}
