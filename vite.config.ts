import { sveltekit } from '@sveltejs/kit/vite';
import { Features } from 'lightningcss';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { digests } from './scripts/digests.js';
import { floor, forOldBrowsers } from './src/floor.ts';

/**
 * One file of styles for everything that lessons are made of, in place of eight small ones: on a slow line each file
 * costs a journey there and back before anything is painted (`npm run bench:lighthouse`).
 */
const oneStyleForLessons: Plugin = {
	name: 'one-style-for-lessons',
	apply: 'build',
	config: (_, { isSsrBuild }) =>
		isSsrBuild
			? {}
			: {
					build: {
						rolldownOptions: {
							// No page runs what is bundled for browsers (decision 5): it is the styles that are wanted.
							preserveEntrySignatures: 'allow-extension',
							output: {
								codeSplitting: {
									includeDependenciesRecursively: false,
									groups: [
										{
											name: 'lesson',
											test: /lib\/(components\/lesson|activities)\/|content\/site\//
										}
									]
								}
							}
						}
					}
				}
};

export default defineConfig({
	plugins: [digests(), sveltekit(), oneStyleForLessons],
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
