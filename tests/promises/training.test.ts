import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as training from '#lib/server/training/index.ts';

const modules = training.all();

test('every module file is in the catalogue, so every module obeys the schema', () => {
	const files = globSync('content/training/**/*.svx').map((file) => `/${file}`);
	expect(modules.map(({ file }) => file).sort()).toEqual(files.sort());
});

test('there are eight modules, T1 to T8', () => {
	expect(modules.map(({ id }) => id)).toEqual(['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8']);
});

test('no two modules have the same title', () => {
	const titles = modules.map(({ title }) => title.toLowerCase());
	expect(new Set(titles).size).toBe(titles.length);
});

test.each(modules.map((module) => [module.id, module] as const))(
	'the right answers of %s do not all stand in the same place',
	(_, { check }) => {
		const places = check.map(({ options }) => options.findIndex(({ right }) => right));
		expect(new Set(places).size).toBeGreaterThan(1);
	}
);
