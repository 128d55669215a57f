import { describe, expect, test } from 'vitest';
import { runApart } from '../../../tests/faults/testing.ts';

type Line = {
	reference?: string;
	where?: string | null;
	fault?: string;
	code?: string;
	frames?: string[];
	msg?: string;
};

/** What a program that makes faults and logs them leaves on its standard output, line by line. */
function logged(lines: string): { lines: Line[]; text: string } {
	const { stdout, stderr, status } = runApart(`
		import { logEvent, logFault } from './src/lib/server/log.ts';
		const said = [];
		${lines}
	`);
	expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
	const text = stdout.trimEnd();
	return { text, lines: text.split('\n').map((line) => JSON.parse(line) as Line) };
}

// Nothing of this may ever be seen in a log. Its second line looks like a line of a stack.
const typed =
	'Xanthe said\n    at home it is loud (kitchen:1:1)\n    at night\nFailed query: params';
const words = /Xanthe|loud|kitchen|at night|params/;

describe('a fault', () => {
	test('of a database that refused what was typed is logged without a word of it', () => {
		const { lines, text } = logged(`
			import { sql } from 'drizzle-orm';
			import { open } from './src/lib/server/db/index.ts';
			const db = await open('public', { url: ':memory:' });
			const typed = ${JSON.stringify(typed)};
			await db.run(sql\`insert into services (name) values (\${typed})\`).catch((fault) => {
				if (!fault.message.includes('Xanthe')) throw new Error('The test tests nothing');
				if (!fault.stack.includes('Xanthe')) throw new Error('The test tests nothing');
				logFault(fault, '/desk');
			});
		`);

		expect(text).not.toMatch(words);
		expect(lines).toHaveLength(1);
		expect(lines[0]).toMatchObject({ where: '/desk', code: expect.stringMatching(/^SQLITE_/) });
		expect(lines[0]!.frames!.length).toBeGreaterThan(0);
	});

	test.each([
		['in its message', 'new Error(typed)'],
		['in the message of its cause', 'new Error("No", { cause: new Error(typed) })'],
		['as its cause', 'new Error("No", { cause: typed })'],
		['as its code', 'Object.assign(new Error("No"), { code: typed })'],
		['beside it', 'Object.assign(new Error("No"), { typed, query: typed, params: [typed] })'],
		['in a message changed later', 'Object.assign(new Error(typed), { message: "changed" })'],
		['in a message made after the stack', 'Object.assign(new Error("No"), { message: typed })'],
		['twice in its message', 'new Error(typed + "\\n" + typed)'],
		['in place of a fault', 'typed'],
		['in an object in place of a fault', '{ typed, message: typed, stack: typed }'],
		['in a collection of faults', 'new AggregateError([new Error(typed)], typed)']
	])('that has what was typed %s is logged without a word of it', (_, made) => {
		const { lines, text } = logged(
			`const typed = ${JSON.stringify(typed)}; logFault(${made}, '/desk');`
		);

		expect(text).not.toMatch(words);
		expect(lines).toHaveLength(1);
	});

	test('is logged under the reference that its page shows: eight hexadecimal digits', () => {
		const { lines } = logged(`
			for (let time = 0; time < 3; time += 1)
				said.push(logFault(new Error('No'), null));
			console.log(JSON.stringify({ said }));
		`);
		const { said } = lines.find((line) => 'said' in line) as unknown as { said: string[] };

		expect(lines.flatMap(({ reference }) => reference ?? [])).toEqual(said);
		expect(new Set(said).size).toBe(3);
		for (const reference of said) expect(reference).toMatch(/^[0-9a-f]{8}$/);
	});

	test('keeps its kind, its code, and where in the code it was', () => {
		const { lines } = logged(`
			function whereItBroke() { return Object.assign(new TypeError('No'), { code: 'SQLITE_BUSY' }); }
			logFault(whereItBroke(), '/(desk)/desk/concerns');
		`);

		expect(lines[0]).toMatchObject({
			fault: 'TypeError',
			code: 'SQLITE_BUSY',
			where: '/(desk)/desk/concerns',
			frames: expect.arrayContaining([expect.stringMatching(/^ {4}at whereItBroke /)])
		});
	});

	test('names no machine and no process', () => {
		const { lines } = logged(`logFault(new Error('No'), null);`);

		expect(Object.keys(lines[0]!).sort()).toEqual(
			['level', 'time', 'reference', 'where', 'fault', 'frames'].sort()
		);
	});
});

test('what happens to the server itself is logged in words', () => {
	const { lines } = logged(`logEvent('The databases are closed');`);

	expect(lines).toMatchObject([{ msg: 'The databases are closed' }]);
});
