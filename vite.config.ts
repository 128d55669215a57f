import { sveltekit } from '@sveltejs/kit/vite';
import { Features } from 'lightningcss';
import { defineConfig } from 'vitest/config';
import { floor, forOldBrowsers } from './src/floor.ts';

export default defineConfig({
	plugins: [sveltekit()],
	server: { fs: { allow: ['content', 'drizzle'] } },
	build: { cssTarget: floor },
	css: {
		postcss: { plugins: forOldBrowsers() },
		// What would be said otherwise, with another weight, for browsers that understand it as it is.
		lightningcss: { exclude: Features.IsSelector | Features.ClampFunction }
	},
	test: {
		include: ['src/**/*.test.ts', 'tests/{promises,faults,matrix}/**/*.test.ts'],
		environment: 'node',
		testTimeout: 60_000,
		hookTimeout: 60_000,
		expect: { requireAssertions: true }
	}
});
