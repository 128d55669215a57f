import { defineConfig } from 'vitest/config';

// What knocks on the built server; it is run after the build (scripts/test.js).
export default defineConfig({
	test: {
		root: new URL('../..', import.meta.url).pathname,
		include: ['tests/http/**/*.test.ts'],
		environment: 'node',
		testTimeout: 180_000,
		expect: { requireAssertions: true }
	}
});
