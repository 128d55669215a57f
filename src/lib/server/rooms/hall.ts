import type { Database } from '../db/index.ts';
import { guesses, type Guesses } from './guessing.ts';
import type { Shown } from './publishing.ts';
import type { Streams } from './streaming.ts';
import { streams } from './streaming.ts';

/** A question that a class can be asked: what it is known by in its lesson, its words and its options. */
export type Question = { key: string; ask: string; options: string[] };

export type Asked = Question & { number: number; shown: Shown | undefined };

/** What everybody in a room sees at a moment: pupil, teacher and screen alike. `revision` grows with each. */
export type Moment = { revision: number; asked: Asked | undefined };

/** The question that is open: what makes marks, and the marks that there are, some of them still being written. */
export type Open = {
	number: number;
	seal: Buffer;
	marks: Map<string, Promise<void>>;
	closing: boolean;
};

export type Room = {
	id: string;
	door: string;
	code: string;
	fourth: string;
	openedAt: Date;
	touchedAt: Date;
	asked: Asked[];
	open: Open | undefined;
	moment: Moment;
};

/** An answer on its way to the disk: whose mark, and one more for which choice. They part when they are written. */
export type Waiting = { roomId: string; number: number; mark: string; choice: number };

/** The rooms of this process. It owns the public database, so that what it holds is what there is. */
export type Hall = {
	published: Database<'public'>;
	rooms: Map<string, Room>;
	guesses: Guesses;
	streams: Streams;
	waiting: Waiting[];
	/** The write that is to come, or is on its way. */
	writing: Promise<void> | undefined;
};

export const emptyHall = (published: Database<'public'>): Hall => ({
	...{ published, rooms: new Map(), guesses: guesses(), streams: streams() },
	...{ waiting: [], writing: undefined }
});

const minute = 60_000;
// A lesson is an hour, and a double one two.
const longest = 120 * minute;
const untouched = 45 * minute;

/** Whether a room’s time is over, whoever may still be in it. */
export const isOver = ({ openedAt, touchedAt }: Room, at: Date): boolean =>
	at.getTime() - openedAt.getTime() >= longest || at.getTime() - touchedAt.getTime() >= untouched;

/** Until when a room lasts at most. */
export const lastsUntil = ({ openedAt }: Room): Date => new Date(openedAt.getTime() + longest);

/** The room of this id, or of none that is open. */
export function byId({ rooms }: Hall, id: string, at: Date): Room | undefined {
	const room = rooms.get(id);
	return room && !isOver(room, at) ? room : undefined;
}

/** The room behind this door, or none: one that has ended is like one that never was. */
export function byDoor({ rooms }: Hall, door: string, at: Date): Room | undefined {
	const room = rooms.values().find((each) => each.door === door);
	return room && !isOver(room, at) ? room : undefined;
}

/** What is seen when this is the last that was asked: odd while it is open, even when it has closed. */
export const momentOf = (asked: Asked | undefined): Moment => ({
	revision: asked ? asked.number * 2 - (asked.shown ? 0 : 1) : 0,
	asked
});
