import type { Moment } from './hall.ts';

type Reader = ReadableStreamDefaultController<Uint8Array>;
/** Says a moment as bytes; of the same moment the same bytes, however many read them. */
export type Encode = (moment: Moment) => Uint8Array;
type Watching = { roomId: string; encode: Encode };

/** Everybody who waits for what comes next, by the room they are in. How many they are is told to nobody. */
export type Streams = {
	/** A stream of what is shown in a room from now on; of the moment now as well, when it is not the one seen last. */
	open(room: { id: string; moment: Moment }, seen: number, encode: Encode): ReadableStream | 'full';
	show(roomId: string, moment: Moment): void;
	end(roomId: string): void;
	/** Closes them all, and opens no more: the process ends. */
	closeAll(): void;
};

// Some forty megabytes of readers.
const most = 6_000;
// A year group, each with a telephone and a tablet: one room takes no other’s readers away.
const mostInARoom = 400;
const heartbeatEvery = 15_000;
// A reader that has not taken so many is gone, or so slow that it does better to come anew.
const mostUnread = 16;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const heartbeat = bytes(':\n\n');
const over = bytes('event: over\ndata:\n\n');

/** After how long a browser comes back that was cut off: not all of a class in the same moment. */
const again = (): Uint8Array => bytes(`retry: ${Math.round(1_000 + Math.random() * 4_000)}\n\n`);

export function streams(): Streams {
	const readers = new Map<Reader, Watching>();
	let closed = false;

	function tell(reader: Reader, what: Uint8Array): void {
		if ((reader.desiredSize ?? 0) < -mostUnread) return leave(reader);
		reader.enqueue(what);
	}
	function leave(reader: Reader): void {
		if (readers.delete(reader)) reader.close();
	}
	const inRoom = (id: string) => [...readers].filter(([, { roomId }]) => roomId === id);

	setInterval(() => {
		for (const reader of [...readers.keys()]) tell(reader, heartbeat);
	}, heartbeatEvery).unref();

	return {
		open({ id, moment }, seen, encode) {
			if (closed || readers.size >= most || inRoom(id).length >= mostInARoom) return 'full';
			let own: Reader;
			return new ReadableStream<Uint8Array>({
				start(reader) {
					own = reader;
					readers.set(reader, { roomId: id, encode });
					tell(reader, again());
					if (moment.revision !== seen) tell(reader, encode(moment));
				},
				cancel: () => void readers.delete(own)
			});
		},
		show(roomId, moment) {
			for (const [reader, { encode }] of inRoom(roomId)) tell(reader, encode(moment));
		},
		end(roomId) {
			for (const [reader] of inRoom(roomId)) {
				tell(reader, over);
				leave(reader);
			}
		},
		closeAll() {
			closed = true;
			for (const reader of [...readers.keys()]) leave(reader);
		}
	};
}
