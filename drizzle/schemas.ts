import { defineConfig } from 'drizzle-kit';

/** The tables of one kind of database, each kept beside the domain that owns it. */
export const schemasOf = (kind: string, files: string[]) =>
	defineConfig({
		dialect: 'sqlite',
		schema: files.map((file) => `./src/lib/server/${file}.ts`),
		out: `./drizzle/${kind}`
	});
