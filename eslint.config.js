import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

// The arrows of the house: routes → domains → db, access, ledger. `regex`, because a `group` that
// begins with # is read as a comment and matches nothing.
const anotherDomainsInside = {
	regex: '^\\.\\./(?!db/columns\\.ts$)[a-z-]+/(?!index\\.ts$)(?!schema\\.ts$)',
	message:
		'Import another domain through its index.ts: what is not there is its own affair. (Only a schema.ts may name another domain’s schema.ts, for a foreign key.)'
};
const anotherDomainsSchema = {
	regex: '^\\.\\./[a-z-]+/(schema|staff)\\.ts$',
	message:
		'Another domain’s tables come through its index.ts; only a schema.ts may name them, for a foreign key.'
};
const svelteKit = {
	regex: '^(@sveltejs/kit|\\$app/|\\$env/)',
	message:
		'A domain knows nothing of the web: hand the database, the person and the clock in, so that a test needs no mocks.'
};
const theDatabase = {
	regex: '^(drizzle-orm|@libsql/|#lib/server/db/)',
	message:
		'A route asks a domain and never the database: the rule of who may see what is in the domain.'
};
const insideADomain = {
	regex: '^#lib/server/[a-z-]+/(?!index\\.ts$)',
	message:
		'Import a domain whole, through its index.ts: `import * as cases from "#lib/server/cases/index.ts"`.'
};

const forbid = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

export default defineConfig(
	globalIgnores([
		'.stryker-tmp/',
		'build/',
		'.svelte-kit/',
		'node_modules/',
		'data/',
		'test-results/'
	]),
	js.configs.recommended,
	ts.configs.recommended,
	svelte.configs.recommended,
	{
		languageOptions: { globals: globals.node },
		rules: {
			// TypeScript knows what exists; this rule does not know types.
			'no-undef': 'off',
			'no-console': 'error',
			eqeqeq: 'error',
			'no-empty': ['error', { allowEmptyCatch: false }],
			'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/consistent-type-imports': 'error'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig }
		}
	},
	{
		files: ['src/lib/server/*/**/*.ts'],
		rules: forbid(svelteKit, anotherDomainsInside, anotherDomainsSchema)
	},
	{
		files: ['src/lib/server/*/{schema,staff}.ts'],
		rules: forbid(svelteKit)
	},
	{
		files: ['src/lib/server/db/**/*.ts'],
		rules: forbid(svelteKit, {
			regex: '^\\.\\./',
			message: 'The data layer knows no domain: domains stand on it.'
		})
	},
	{
		files: [
			'src/routes/**',
			'src/hooks.server.ts',
			'src/lib/components/**',
			'src/lib/activities/**'
		],
		rules: forbid(theDatabase, insideADomain)
	},
	{
		files: ['**/*.test.ts', 'tests/**/*.ts', 'tests/**/*.js', '**/testing.ts'],
		rules: { 'max-lines-per-function': 'off', 'no-restricted-imports': 'off', 'no-console': 'off' }
	},
	{
		// What speaks to the person at a terminal.
		files: ['scripts/**', 'bin/**', 'src/cli/**', 'src/server.ts', 'verifier/**'],
		rules: { 'no-console': 'off' }
	}
);
