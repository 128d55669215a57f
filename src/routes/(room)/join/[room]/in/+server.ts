import { resolve } from '$app/paths';
import { keepRoomToken, roomTokenOf } from '#lib/server/cookies.ts';
import * as rooms from '#lib/server/rooms/index.ts';
import { roomBehind } from '../finding.ts';
import type { RequestHandler } from './$types';

/** The way into a room. Whoever is in already keeps what they hold: coming in anew is not a second answer. */
export const GET: RequestHandler = async ({ params, cookies }) => {
	const { room, secure } = await roomBehind(params.room);
	const path = resolve('/(room)/join/[room]', params);
	if (roomTokenOf(cookies, secure) === undefined)
		keepRoomToken(cookies, secure, {
			...{ path, token: rooms.newToken(), until: rooms.lastsUntil(room) }
		});
	return new Response(null, { status: 303, headers: { location: path } });
};
