import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cast, organisations, password, seed } from '../lib/server/demonstration/index.ts';
import type { House } from '../lib/server/organisations/index.ts';
import { Refused } from './command.ts';

/** Seeds the demonstration and leaves its sign-ins beside the data, for `npm start` to print. */
export async function seedDemonstration(house: House): Promise<string> {
	if (house.config.production)
		throw new Refused('A production server holds no demonstration; nothing was added.');
	if ((await seed(house)) === 'not empty')
		throw new Refused('This data folder is not empty; nothing was added. Choose another DATA_DIR.');
	writeFileSync(join(house.config.dataDir, 'demonstration.txt'), signIns());
	return signIns();
}

function signIns(): string {
	const rows = cast.map(
		({ at, email, roles, job }) =>
			`  ${email.padEnd(26)}${roles.join(', ').padEnd(9)}${job}, ${organisations[at]}`
	);
	return [`Demonstration sign-ins (password for each: ${password})`, ...rows, ''].join('\n');
}
