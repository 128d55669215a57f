import type { Cookies } from '@sveltejs/kit';
import { deviceCookie, deviceSeconds } from './accounts/index.ts';

type Given = { name: string; value: string; attributes: object };

/** Sets the cookie of a session. `Path=/desk`: it never travels to the doors that children use. */
export const keepSession = (cookies: Cookies, { name, value, attributes }: Given): void =>
	cookies.set(name, value, { ...attributes, path: '/desk' });

/** Lets the browser be known the next time its owner signs in (accounts/devices.ts). */
export const keepDevice = (cookies: Cookies, secure: boolean, token: string): void =>
	cookies.set(deviceCookie(secure), token, {
		path: '/desk',
		httpOnly: true,
		sameSite: 'lax',
		secure,
		maxAge: deviceSeconds
	});

export const deviceOf = (cookies: Cookies, secure: boolean): string | undefined =>
	cookies.get(deviceCookie(secure));
