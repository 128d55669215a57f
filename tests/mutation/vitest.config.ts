import { defineConfig } from 'vitest/config';

// What holds the access policy, and nothing else: each of some hundred changes runs all of these.
export default defineConfig({
	test: {
		root: new URL('../..', import.meta.url).pathname,
		include: ['src/lib/server/access/**/*.test.ts'],
		environment: 'node',
		expect: { requireAssertions: true }
	}
});
