import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { mayTell } from '../../../src/lib/server/question-box/prompting.ts';

const example = v.object({
	text: v.pipe(v.string(), v.trim(), v.nonEmpty()),
	disclosure: v.boolean()
});

export type Example = v.InferOutput<typeof example>;

const inThisFolder = (name: string): string => `tests/bench/questions/${name}`;

/** Our own examples: what the rules were tuned on, and what they never saw. */
export const ours = ['tuning.jsonl', 'held-out.jsonl'].map(inThisFolder);

/** The examples of a file of JSON Lines, and a sentence for each line that is none. Empty lines are passed over. */
export function readExamples(file: string): { examples: Example[]; wrong: string[] } {
	const examples: Example[] = [];
	const wrong: string[] = [];
	for (const [at, line] of readFileSync(file, 'utf8')
		.replace(/^\uFEFF/, '')
		.split(/\r?\n/)
		.entries()) {
		if (line.trim() === '') continue;
		const read = v.safeParse(example, parsed(line));
		if (read.success) examples.push(read.output);
		else wrong.push(`line ${at + 1} is not {"text": "…", "disclosure": true or false}`);
	}
	return { examples, wrong };
}

function parsed(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch (fault) {
		if (fault instanceof SyntaxError) return undefined;
		throw fault;
	}
}

/** How many disclosures the prompt met, and how many ordinary questions it took for one. */
export function measure(examples: readonly Example[]) {
	const told = examples.filter(({ disclosure }) => disclosure);
	const ordinary = examples.filter(({ disclosure }) => !disclosure);
	const prompts = ({ text }: Example) => mayTell(text).length > 0;
	return {
		...{ told: told.length, met: told.filter(prompts).length },
		...{ ordinary: ordinary.length, alarms: ordinary.filter(prompts).length }
	};
}
