// `npm test`: everything, from a fresh clone, in this order; the first that fails ends it.
import { build, install, run } from './setup.js';

install();
step('checks', ['scripts/check.js']);
step('unit tests, promises and faults', ['node_modules/vitest/vitest.mjs', 'run']);
build();
step('doors', ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/http/vitest.config.ts']);
step('journeys', ['node_modules/@playwright/test/cli.js', 'test']);

function step(name, args) {
	const began = Date.now();
	console.log(`\n== ${name}`);
	const { status } = run(args);
	console.log(`== ${name}: ${Math.round((Date.now() - began) / 1000)} s`);
	if (status !== 0) process.exit(status ?? 1);
}
