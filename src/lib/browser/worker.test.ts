import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const origin = 'https://waymark.example';
type Listener = (event: { request: object; respondWith: () => void }) => void;

/** Whether the worker would answer a request itself: what it does not answer, the browser asks as ever. */
function wouldAnswer(method: string, url: string): boolean {
	let answered = false;
	listeners.fetch?.({ request: { method, url }, respondWith: () => (answered = true) });
	return answered;
}

const listeners: Record<string, Listener> = {};
const refusing = () => Promise.reject(new Error('Nothing is kept here'));
runInContext(
	readFileSync('src/lib/browser/worker.js', 'utf8'),
	createContext({
		addEventListener: (name: string, does: Listener) => (listeners[name] = does),
		location: { origin },
		// The first thing that an answer asks for; whether it would be given is what is tried here.
		caches: { match: () => new Promise(() => {}), keys: refusing },
		URL,
		Promise
	})
);

test.each([
	'/lessons/offline',
	'/lessons/k3-04-control-isnt-care',
	'/lessons/p16-01-money-and-housing/teaching',
	'/lessons/k4-01-beyond-yes/teaching/without-sex-education',
	'/lessons/k3-04-control-isnt-care/slides',
	'/lessons/k4-01-beyond-yes/present/without-sex-education',
	'/lessons/k3-04-control-isnt-care/cards',
	'/lessons/k3-04-control-isnt-care?x#y',
	'/_app/immutable/assets/0.DEHLWhyX.css',
	'/icon.svg'
])('the worker answers %s', (address) => {
	expect(wouldAnswer('GET', origin + address)).toBe(true);
});

test.each([
	'/info',
	'/info/',
	'/info/next',
	'/info/ABC234',
	'/desk',
	'/desk/cases/K-4K7M-2QHD',
	'/r/token',
	'/w/token',
	'/calendar/secret',
	'/join',
	'/join/ABC',
	'/open-referral/services',
	'/',
	'/parents',
	'/about',
	'/hidden',
	'/lessons',
	'/lessons/',
	'/lessons/worker.js',
	'/lessons/offline/copy',
	'/lessons/waymark-lessons.zip',
	'/lessons/k3-04-control-isnt-care/listen',
	'/lessons/k3-04-control-isnt-care/easy/without-sex-education',
	'/lessons/k3-04-control-isnt-care/slides/x',
	'/lessons/../info',
	'/lessons/..%2Finfo',
	'/lessons/k3-04-x/../../desk',
	'/_app/immutable/chunks/x.js',
	'/_app/version.json'
])('the worker leaves %s alone', (address) => {
	expect(wouldAnswer('GET', origin + address)).toBe(false);
});

test('the worker answers nothing that is sent, and nothing of another host', () => {
	const lesson = '/lessons/k3-04-control-isnt-care';
	for (const method of ['POST', 'PUT', 'HEAD', 'DELETE'])
		expect(wouldAnswer(method, origin + lesson)).toBe(false);
	for (const host of ['https://elsewhere.example', 'http://waymark.example', `${origin}:8443`])
		expect(wouldAnswer('GET', host + lesson)).toBe(false);
});

test('the worker answers nothing of any other door, whatever comes after its name', () => {
	const doors = fc.constantFrom('info', 'desk', 'r', 'w', 'calendar', 'join', 'open-referral');
	const rest = fc.array(fc.constantFrom('lessons', 'offline', '..', 'k3-04-x', 'teaching', '_app'));
	fc.assert(
		fc.property(doors, rest, fc.webQueryParameters(), (door, parts, query) => {
			const url = new URL(
				`/${door}/${parts.filter((part) => part !== '..').join('/')}?${query}`,
				origin
			);
			expect(wouldAnswer('GET', url.href)).toBe(false);
		})
	);
});
