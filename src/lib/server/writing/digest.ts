import { createHash } from 'node:crypto';

/**
 * What the words of a file come to, SHA-256 in hexadecimal: another whenever one letter of it is another. How
 * lines end is no letter: it depends on the machine that fetched them.
 */
export const digestOf = (text: string): string =>
	createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');
