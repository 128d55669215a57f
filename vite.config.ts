import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { digests } from './scripts/digests.js';

export default defineConfig({
	plugins: [digests(), sveltekit()],
	server: { fs: { allow: ['content', 'drizzle'] } },
	test: {
		include: ['src/**/*.test.ts', 'tests/{promises,faults,matrix}/**/*.test.ts'],
		environment: 'node',
		testTimeout: 60_000,
		hookTimeout: 60_000,
		expect: { requireAssertions: true }
	}
});
