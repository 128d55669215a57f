import { createHash } from 'node:crypto';

const shape = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** Whether this is a UUID as the specification wants every id to be. */
export const isUuid = (id: string): boolean => shape.test(id);

/** The same UUID for the same words, always: made of their hash, in the form of version 5 (RFC 9562, 5.5). */
export function uuidOf(...words: string[]): string {
	const hash = createHash('sha1').update(JSON.stringify(['waymark', ...words]));
	const bytes = hash.digest().subarray(0, 16);
	bytes[6] = (bytes[6]! & 0x0f) | 0x50;
	bytes[8] = (bytes[8]! & 0x3f) | 0x80;
	const hex = bytes.toString('hex');
	return [[0, 8], [8, 12], [12, 16], [16, 20], [20]].map((part) => hex.slice(...part)).join('-');
}

/** An id of ours as the feed gives it: itself where it is a UUID. */
export const publicId = (kind: string, id: string): string => (isUuid(id) ? id : uuidOf(kind, id));
