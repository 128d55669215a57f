// `npm run check`: what can be said of the code without running it.
import { install, run } from './setup.js';

const checks = {
	formatting: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
	routes: ['node_modules/@sveltejs/kit/svelte-kit.js', 'sync'],
	lint: ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0'],
	types: ['node_modules/svelte-check/bin/svelte-check', '--fail-on-warnings'],
	lessons: ['bin/waymark.js', 'lessons', 'check']
};

install();
const failed = Object.entries(checks).filter(([name, args]) => {
	console.log(`— ${name}`);
	return run(args).status !== 0;
});
if (failed.length > 0) console.error(`Not right yet: ${failed.map(([name]) => name).join(', ')}`);
process.exit(failed.length > 0 ? 1 : 0);
