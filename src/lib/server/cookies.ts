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

const linkCookie = (secure: boolean): string => (secure ? '__Secure-wm-r' : 'wm-r');

/** What the browser holds that opened this link. Of another link's it is sent none: the path is the link's own. */
export const linkSessionOf = (cookies: Cookies, secure: boolean): string | undefined =>
	cookies.get(linkCookie(secure));

/** Lets the browser that opened a link come back to it. */
export const keepLinkSession = (
	cookies: Cookies,
	secure: boolean,
	{ path, session, until }: { path: string; session: string; until: Date }
): void =>
	cookies.set(linkCookie(secure), session, {
		...{ path, httpOnly: true, sameSite: 'lax', secure, expires: until }
	});

const noKeys = (secure: boolean): string => (secure ? '__Secure-wm-no-keys' : 'wm-no-keys');
// As long as browsers let any cookie live.
const yearAndABit = 400 * 24 * 60 * 60;

/** Whether the keys of the desk work in this browser. They do unless somebody switched them off in it. */
export const keysOf = (cookies: Cookies, secure: boolean): 'on' | 'off' =>
	cookies.get(noKeys(secure)) === undefined ? 'on' : 'off';

/** Switches the keys of the desk on or off in this browser. */
export function switchKeys(cookies: Cookies, secure: boolean, to: 'on' | 'off'): void {
	const where = { path: '/desk', httpOnly: true, sameSite: 'lax', secure } as const;
	if (to === 'on') cookies.delete(noKeys(secure), where);
	else cookies.set(noKeys(secure), 'yes', { ...where, maxAge: yearAndABit });
}

export const deviceOf = (cookies: Cookies, secure: boolean): string | undefined =>
	cookies.get(deviceCookie(secure));

const roomCookie = (secure: boolean): string => (secure ? '__Secure-wm-room' : 'wm-room');

/** What a browser holds that came into this room. Its one purpose is that no answer is counted twice. */
export const roomTokenOf = (cookies: Cookies, secure: boolean): string | undefined =>
	cookies.get(roomCookie(secure));

/** Lets a browser into a room until its lesson ends. The path is the room’s own: no other door is sent it. */
export const keepRoomToken = (
	cookies: Cookies,
	secure: boolean,
	{ path, token, until }: { path: string; token: string; until: Date }
): void =>
	cookies.set(roomCookie(secure), token, {
		...{ path, httpOnly: true, sameSite: 'strict', secure, expires: until }
	});
