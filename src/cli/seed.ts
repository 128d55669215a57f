import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { needsSecondFactor } from '../lib/server/access/index.ts';
import type { Config } from '../lib/server/config.ts';
import {
	cast,
	codeOf,
	keepSecrets,
	nameOf,
	organisations,
	password,
	seed
} from '../lib/server/demonstration/index.ts';
import type { House } from '../lib/server/organisations/index.ts';
import { Refused } from './command.ts';

/** Seeds the demonstration and leaves its sign-ins beside the data, for `npm start` to print. */
export async function seedDemonstration(house: House): Promise<string> {
	if (house.config.production)
		throw new Refused('A production server holds no demonstration; nothing was added.');
	const secrets = await seed(house);
	if (secrets === 'not empty')
		throw new Refused('This data folder is not empty; nothing was added. Choose another DATA_DIR.');
	keepSecrets(house.config, secrets);
	writeFileSync(join(house.config.dataDir, 'demonstration.txt'), signIns());
	return signIns();
}

function signIns(): string {
	const rows = cast.map(({ at, email, roles, job }) => {
		const needs = needsSecondFactor({ roles }) ? 'password and code' : 'password alone';
		return `  ${email.padEnd(28)}${needs.padEnd(19)}${job}, ${organisations[at]}`;
	});
	return [
		'Demonstration sign-ins',
		...rows,
		`The password of each is: ${password}`,
		'The code of this half-minute, for dee say: npx waymark demo code dee',
		''
	].join('\n');
}

/** The six digits that somebody of the demonstration is asked for now, and how long they are it. */
export function demonstrationCode(config: Config, [name = '']: string[]): string {
	const found = codeOf(config, name);
	if (found === 'no demonstration')
		throw new Refused('There is no demonstration in this data folder, so there are no codes.');
	if (found === 'nobody')
		throw new Refused(
			`Nobody called ${name || 'nothing'} needs a code. Those who do: ${coded().join(', ')}.`
		);
	return `${found.code}  (for ${found.seconds} more seconds; each code works once)`;
}

const coded = (): string[] => cast.filter(needsSecondFactor).map(({ email }) => nameOf(email));
