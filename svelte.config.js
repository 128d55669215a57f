import { mdsvex } from 'mdsvex';
import adapter from './src/adapter.ts';
import { sections } from './src/lib/markdown/sections.ts';

/** @type {import('@sveltejs/kit').Config} */
export default {
	extensions: ['.svelte', '.svx'],
	preprocess: mdsvex({
		extensions: ['.svx'],
		layoutPropForwarding: 'runes',
		remarkPlugins: [sections],
		smartypants: false
	}),
	compilerOptions: { runes: true },
	// mdsvex still writes `context="module"`; the warning is about its output, not about a lesson.
	onwarn: (warning, handle) => {
		if (warning.code !== 'script_context_deprecated') handle(warning);
	},
	kit: {
		adapter: adapter(),
		// The desk has a stricter check of its own (src/lib/server/access/origin.ts): under
		// `Referrer-Policy: no-referrer` a browser posts `Origin: null`, which Kit's check refuses.
		csrf: { trustedOrigins: ['*'] },
		// The page for an address that leads nowhere is answered at any depth, where relative links break.
		paths: { relative: false },
		prerender: { handleHttpError: 'fail', handleMissingId: 'fail' }
	}
};
