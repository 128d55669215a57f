import { createInterface } from 'node:readline/promises';
import { roles, type Role } from '../lib/server/access/index.ts';
import * as accounts from '../lib/server/accounts/index.ts';
import * as organisations from '../lib/server/organisations/index.ts';
import type { House } from '../lib/server/organisations/index.ts';
import { Refused, type Options } from './command.ts';

export async function addAccount(
	house: House,
	_words: string[],
	{ email, name, organisation, role = [] }: Options
): Promise<string> {
	if (!email?.includes('@') || !name || !organisation || role.length === 0)
		throw new Refused('Say --email, --name, --organisation (its id) and at least one --role.');
	const held = role.map(known);
	const place = await organisations.byId(house.platform, organisation);
	if (!place)
		throw new Refused('There is no organisation of that id: see waymark organisation list.');
	const password = await readPassword();
	const problem = accounts.wrongWith(password, {
		name,
		email,
		organisations: [place.name]
	});
	if (problem) throw new Refused(`${problem}; nothing was added.`);

	const added = await accounts.add(house, {
		email,
		name,
		password,
		organisationId: organisation,
		roles: held
	});
	if (added === 'address taken') throw new Refused('There is an account of that address already.');
	return 'Added. They can sign in now.';
}

function known(role: string): Role {
	const found = roles.find((each) => each === role);
	if (!found) throw new Refused(`${role} is not a role. The roles are: ${roles.join(', ')}.`);
	return found;
}

async function readPassword(): Promise<string> {
	if (process.stdin.isTTY) process.stderr.write('Password (it is shown as you type): ');
	const lines = createInterface({ input: process.stdin });
	try {
		for await (const line of lines) return line;
		return '';
	} finally {
		lines.close();
	}
}
