import { expect, test } from 'vitest';
import { freshDatabase } from '../db/testing.ts';
import { listsOf } from './lists.ts';
import { lantern } from '../testing.ts';
import * as directory from './index.ts';

const stile = {
	...lantern,
	...{ id: 'stile', organisationId: 'stile' },
	name: 'Stile',
	sector: 'substance use'
} as const;
const ash = { ...lantern, id: 'ash', organisationId: 'ash', name: 'Ash' };

test('services are listed by sector and name', async () => {
	const published = await freshDatabase('public');
	for (const service of [stile, lantern, ash]) await directory.state(published, service);

	expect((await directory.list(published)).map(({ name }) => name)).toEqual([
		'Ash',
		'Lantern',
		'Stile'
	]);
});

test('saying it again replaces what was said', async () => {
	const published = await freshDatabase('public');
	await directory.state(published, lantern);

	await directory.state(published, { ...lantern, takes: 'Anyone under 18.' });

	expect(await directory.list(published)).toMatchObject([
		{ id: lantern.id, ...listsOf(lantern), takes: 'Anyone under 18.', from: 'the service' }
	]);
});

test('a service is found by its organisation, and none by one that states nothing', async () => {
	const published = await freshDatabase('public');
	await directory.state(published, lantern);

	expect(await directory.ofOrganisation(published, lantern.id)).toMatchObject({ id: lantern.id });
	expect(await directory.ofOrganisation(published, 'nobody')).toBeUndefined();
});
