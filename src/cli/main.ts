import { parseArgs } from 'node:util';
import { readConfig } from '../lib/server/config.ts';
import { CannotOpen } from '../lib/server/db/index.ts';
import { openHouse } from '../lib/server/organisations/index.ts';
import { Refused } from './command.ts';
import { commands } from './commands.ts';

const usage = ['Usage:', ...Object.values(commands).map((one) => `  waymark ${one.usage}`)].join(
	'\n'
);

/** Runs one `waymark` command and gives its exit status, having printed what there is to say. */
export async function main(given: string[]): Promise<number> {
	try {
		const said = await run(given);
		if (said) console.log(said);
		return 0;
	} catch (fault) {
		if (!isForPeople(fault)) throw fault;
		console.error(fault.message);
		return 1;
	}
}

async function run(given: string[]): Promise<string> {
	const { values, positionals } = parseArgs({
		args: given,
		allowPositionals: true,
		options: {
			kind: { type: 'string' },
			email: { type: 'string' },
			name: { type: 'string' },
			organisation: { type: 'string' },
			role: { type: 'string', multiple: true },
			to: { type: 'string' },
			checkpoint: { type: 'string' },
			'allow-private': { type: 'boolean' }
		}
	});
	const typed = positionals.join(' ');
	const name = Object.keys(commands).find((each) => typed === each || typed.startsWith(`${each} `));
	const command = name === undefined ? undefined : commands[name];
	if (!name || !command) throw new Refused(usage);

	const words = positionals.slice(name.split(' ').length);
	if ('runBeside' in command) return command.runBeside(readSettings(), words);
	const house = await openHouse(readSettings());
	try {
		return await command.run(house, words, values);
	} finally {
		await house.close();
	}
}

function readSettings() {
	try {
		return readConfig();
	} catch (fault) {
		throw new Refused((fault as Error).message);
	}
}

const isForPeople = (fault: unknown): fault is Error =>
	fault instanceof Refused ||
	fault instanceof CannotOpen ||
	(fault instanceof TypeError && String((fault as { code?: string }).code).startsWith('ERR_PARSE'));
