import { sveltekit } from '@sveltejs/kit/vite';
import { Features } from 'lightningcss';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { digests } from './scripts/digests.js';
import { floor, forOldBrowsers } from './src/floor.ts';

/**
 * One file of styles for all that lessons are made of, in place of eight small ones, and one for the help door: on a
 * slow line each file costs a journey there and back before anything is painted (`npm run bench:lighthouse`).
 */
const oneStyleForEach: Plugin = {
	name: 'one-style-for-each',
	apply: 'build',
	configEnvironment: (name) =>
		name === 'client'
			? {
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
											test: /(lib\/(components\/lesson|activities)|content\/site|routes\/\(learn\)\/lessons)\//
										},
										{ name: 'slides', test: /lib\/components\/slides\// },
										{ name: 'help', test: /lib\/components\/help\// }
									]
								}
							}
						}
					}
				}
			: {}
};

export default defineConfig({
	plugins: [digests(), sveltekit(), oneStyleForEach],
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
