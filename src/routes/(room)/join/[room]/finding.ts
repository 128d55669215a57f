import { error } from '@sveltejs/kit';
import * as rooms from '#lib/server/rooms/index.ts';
import { running } from '#lib/server/running.ts';

/**
 * The room behind this door, with the hall and whether cookies are for https alone.
 *
 * @throws the page of a room that is closed, which one that never was has as well.
 */
export async function roomBehind(door: string) {
	const { hall, house } = await running();
	const room = rooms.byDoor(hall, door, new Date());
	if (!room) error(404, 'This room is closed');
	return { hall, room, secure: house.config.secure };
}
