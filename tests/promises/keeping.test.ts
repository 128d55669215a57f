import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const sources = globSync('src/**/*.{ts,js,svelte,svx,html}').filter(
	(file) => !/\.test\.ts$/.test(file)
);
const saying = (what: RegExp) =>
	sources.filter((file) => what.test(readFileSync(file, 'utf8'))).sort();

test('nothing but the script of one page registers a worker, or keeps anything in a cache of the browser', () => {
	expect(saying(/serviceWorker/)).toEqual(['src/lib/browser/keeping.js']);
	expect(saying(/\bcaches\b/)).toEqual(['src/lib/browser/keeping.js', 'src/lib/browser/worker.js']);
});

test('that script stands on one page alone', () => {
	expect(saying(/browser\/keeping\.js/)).toEqual([
		'src/routes/(learn)/lessons/offline/+page.svelte'
	]);
});

test('the worker may answer what is below /lessons/, and is asked for no wider scope', () => {
	const script = readFileSync('src/lib/browser/keeping.js', 'utf8');
	expect(script).toContain("const scope = '/lessons/';");
	expect(script.match(/\.register\(.*\)/g)).toEqual(['.register(trusted(), { scope })']);
	expect(saying(/service-worker-allowed/i)).toEqual([]);
});

test('the script and the worker are written as Chrome 64 and Safari 12 read them, and so are the slides', () => {
	for (const name of ['keeping', 'worker', 'slides', 'presenting']) {
		const words = readFileSync(`src/lib/browser/${name}.js`, 'utf8').replaceAll(
			/\/\/.*|\/\*[^]*?\*\//g,
			''
		);
		// What came later: ?. and ??, a catch without a name, and these.
		expect(words).not.toMatch(
			/\?\.\w|\?\?|catch \{|\.(flat|flatMap|matchAll|replaceAll|replaceChildren|fromEntries|allSettled|at)\(/
		);
	}
});
