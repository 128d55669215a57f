import { expect, test } from 'vitest';
import { ledTo, routes } from './index.ts';

const led = (stage: Parameters<typeof ledTo>[0]) =>
	Object.fromEntries(Object.keys(routes).map((route) => [route, ledTo(stage, route)]));

test('whoever is all the way in is led nowhere', () => {
	expect(Object.values(led('signed in')).filter(Boolean)).toEqual([]);
});

test.each([
	['second step', '/(desk)/desk/sign-in/second', '/desk/sign-in/second', ''],
	[
		'enrolling',
		'/(desk)/desk/account/second-factor',
		'/desk/account/second-factor',
		'/(desk)/desk/step-up'
	],
	['away', '/(desk)/desk/away', '/desk/away', '']
] as const)(
	'at the stage “%s” only its own routes open, and every other leads to it',
	(stage, opens, goes, also) => {
		for (const [route, to] of Object.entries(led(stage)))
			expect(to, route).toBe(route === opens || route === also ? undefined : goes);
		expect(ledTo(stage, opens)).toBeUndefined();
		expect(ledTo(stage, '')).toBe(goes);
		expect(ledTo(stage, 'constructor')).toBe(goes);
	}
);
