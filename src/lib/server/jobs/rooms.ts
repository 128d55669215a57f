import * as rooms from '../rooms/index.ts';
import { startLooking, type Looking } from './looking.ts';

// A room whose time is over opens to nobody from that moment on; what there was of it goes within a minute.
const lookAgainAfter = 60_000;

/** Removes what there was of every room whose time is over. */
export const startRooms = (
	hall: rooms.Hall,
	report: (fault: unknown) => void,
	now = () => new Date()
): Looking => startLooking(() => rooms.endOld(hall, now()), lookAgainAfter, report);
