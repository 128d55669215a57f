import { isOver, type Hall } from './hall.ts';
import { read } from './words.ts';

/** What came of the words that somebody typed: the door they open, or what to say. */
export type Entered =
	| { door: string }
	| { says: 'too few words' | 'no such room' | 'one more word' }
	| { says: 'not words of ours'; unknown: string[] };

/**
 * Finds the room of the words that were typed.
 *
 * Wrong guesses are counted for everybody together. While there are too many, three words open nothing, right or
 * wrong, and four do: the class has the fourth before it, and whoever guesses would have to guess that as well. What is
 * no word of ours opens nothing in any case, and is a slip and no guess.
 */
export function enter(hall: Hall, typed: string, at = new Date()): Entered {
	const { words, unknown } = read(typed);
	if (unknown.length > 0) return { says: 'not words of ours', unknown };
	if (words.length < 3) return { says: 'too few words' };
	const [code, fourth] = [words.slice(0, 3).join('-'), words[3]];
	const room = hall.rooms.values().find((each) => each.code === code && !isOver(each, at));
	if (fourth !== undefined)
		return room?.fourth === fourth ? { door: room.door } : { says: 'no such room' };
	if (!hall.guesses.areFew(at)) return { says: 'one more word' };
	if (room) return { door: room.door };
	hall.guesses.count(at);
	return { says: 'no such room' };
}
