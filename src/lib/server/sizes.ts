import { referenceForm } from '../references.ts';

// SvelteKit's own default, said here because the server's entry refuses larger bodies before they are read.
const ofAForm = 512 * 1024;
// A file of 20 MB, with its name and the rest of its form around it.
const ofAFile = 21 * 1024 * 1024;

// Where somebody writes at length, what is too long is said beside the field, with all of it still there.
const ofANote = 4 * 1024 * 1024;

const takesANote = new RegExp(
	`^/desk/(concerns/(new|${referenceForm}/(triage|review|additions))|cases/${referenceForm}/entries)/?$`
);
const takesAFile = new RegExp(`^/desk/concerns/${referenceForm}/files/new/?$`);

const second = 1000;

/** The address without what is asked of it. */
const pathOf = (address: string): string => address.split('?', 1)[0] ?? '';

export const mostBytesAnywhere = ofAFile;

/** Whether a request may bring a file: this one address takes more than a form. */
export const mayBringAFile = (method = '', address = ''): boolean =>
	method === 'POST' && takesAFile.test(pathOf(address));

const mayBringANote = (method = '', address = ''): boolean =>
	method === 'POST' && takesANote.test(pathOf(address));

/**
 * How much a request may bring, and for how long. 512 KB take under a minute at 100 kbit/s, which is less than
 * a telephone has in a cellar; 21 MB take under three at 1 Mbit/s.
 */
export const allowanceOf = (
	method: string | undefined,
	address: string | undefined
): { bytes: number; patience: number } =>
	mayBringAFile(method, address)
		? { bytes: ofAFile, patience: 180 * second }
		: { bytes: mayBringANote(method, address) ? ofANote : ofAForm, patience: 60 * second };

/** Where somebody is told, on the form itself, that their file was too large to be read. */
export const toldTooLarge = (address = ''): string => `${pathOf(address)}?too-large`;
