import * as organisations from '../lib/server/organisations/index.ts';
import type { House } from '../lib/server/organisations/index.ts';
import { Refused, type Options } from './command.ts';

const kinds = ['school', 'service', 'partnership'] as const;

export async function addOrganisation(
	house: House,
	[name]: string[],
	{ kind }: Options
): Promise<string> {
	const known = kinds.find((each) => each === kind);
	if (!name || !known)
		throw new Refused(
			'Say its name and its kind: waymark organisation add "Hill School" --kind school'
		);
	const added = await organisations.add(house, { name, kind: known });
	if (added === 'name taken') throw new Refused('There is an organisation of that name already.');
	return `Added. Its id is ${added.id}`;
}

export async function listOrganisations(house: House): Promise<string> {
	const found = await organisations.list(house.platform);
	if (found.length === 0) return 'There are no organisations yet.';
	return found.map(({ id, kind, name }) => `${id}  ${kind.padEnd(11)}  ${name}`).join('\n');
}
