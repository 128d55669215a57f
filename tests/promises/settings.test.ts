import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';

const readme = readFileSync('README.md', 'utf8');

const sources = ['src', 'scripts'].flatMap((folder) =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => /\.(ts|js)$/.test(file) && !file.endsWith('.test.ts'))
		.map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
);

/** Names read as `env.NAME`, or taken out of `process.env` by destructuring. */
const variables = new Set(
	sources.flatMap((text) => [
		...[...text.matchAll(/\benv\.([A-Z][A-Z_]+)/g)].map(([, name]) => name ?? ''),
		...[...text.matchAll(/const \{([^}]*)\} = process\.env/g)].flatMap(([, names = '']) =>
			[...names.matchAll(/\b([A-Z][A-Z_]+)\b/g)].map(([, name]) => name ?? '')
		)
	])
);

test('every setting that is read is in the README, and some are read', () => {
	expect(variables).toContain('MASTER_KEY_FILE');
	expect(variables).toContain('ORIGIN');
	expect([...variables].filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});

test('every command is in the README', () => {
	expect(Object.keys(commands).filter((name) => !readme.includes(`npx waymark ${name}`))).toEqual(
		[]
	);
});

test('every script of package.json that a person runs is in the README', () => {
	const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
		scripts: Record<string, string>;
	};
	const named = (name: string) =>
		readme.includes(`npm ${name}`) || readme.includes(`npm run ${name}`);
	expect(Object.keys(scripts).filter((name) => name !== 'build' && !named(name))).toEqual([]);
});

test('every version in package.json is exact', () => {
	const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
		readFileSync('package.json', 'utf8')
	) as Record<string, Record<string, string>>;
	const versions = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
	expect(versions.length).toBeGreaterThan(20);
	expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});
