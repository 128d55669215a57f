import { expect, test } from 'vitest';
import { ledTo, routes } from './index.ts';

const led = (stage: Parameters<typeof ledTo>[0]) =>
	Object.fromEntries(Object.keys(routes).map((route) => [route, ledTo(stage, route)]));

test('whoever is all the way in is led nowhere', () => {
	expect(Object.values(led('signed in')).filter(Boolean)).toEqual([]);
});

test.each([
	['second step', '/(desk)/desk/sign-in/second', '/desk/sign-in/second'],
	['enrolling', '/(desk)/desk/account/second-factor', '/desk/account/second-factor'],
	['away', '/(desk)/desk/away', '/desk/away']
] as const)(
	'at the stage “%s” one route opens, and every other leads to it',
	(stage, opens, goes) => {
		for (const [route, to] of Object.entries(led(stage)))
			expect(to, route).toBe(route === opens ? undefined : goes);
		expect(ledTo(stage, opens)).toBeUndefined();
		expect(ledTo(stage, '')).toBe(goes);
		expect(ledTo(stage, 'constructor')).toBe(goes);
	}
);
