import { randomBytes } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import { longDay } from '#lib/components/spoken.ts';
import { printable } from './printable.ts';
import { set } from './setting.ts';

export type Chronology = {
	reference: string;
	child: { name: string; born: string; year: number; form: string };
	entries: {
		at: Date;
		/** `YYYY-MM-DD`, when it happened on another day than it was written down. */
		happenedOn?: string;
		kind: string;
		by: string;
		says: string;
		childsWords?: string;
	}[];
};

export type Printing = { printedBy: string; printedAt: Date; password?: string };

const clock = new Intl.DateTimeFormat('en-GB', {
	timeZone: 'Europe/London',
	...{ day: 'numeric', month: 'long', year: 'numeric' },
	...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
});

function parts(at: Date): { day: string; time: string } {
	const part = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
	return {
		day: `${part.day} ${part.month} ${part.year}`,
		time: `${part.hour}:${part.minute}`
	};
}

/** When it happened, and below it, when that was another day, when it was written down. */
function whenOf(at: Date, happenedOn: string | undefined): string {
	const { day, time } = parts(at);
	return happenedOn ? `${longDay(happenedOn)}\nwritten ${day}, ${time}` : `${day}, ${time}`;
}

/**
 * A chronology as a tagged PDF, with who printed it and when on every page. With a password, nobody opens it
 * without. Its metadata names nobody.
 */
export async function make(
	{ reference, child, entries }: Chronology,
	{ printedBy, printedAt, password }: Printing
): Promise<Uint8Array> {
	const { day, time } = parts(printedAt);
	const pdf = set('chronology.typ', {
		reference,
		printed: printable(`Printed by ${printedBy} on ${day} at ${time}`),
		about: printable(
			`${child.name}, born ${longDay(child.born)}, year ${child.year}, ${child.form}`
		),
		entries: entries.map(({ at, happenedOn, kind, by, says, childsWords }) => ({
			when: whenOf(at, happenedOn),
			kind: printable(kind),
			by: printable(by),
			says: printable(says),
			words: printable(childsWords ?? '')
		}))
	});
	return password ? locked(pdf, password) : pdf;
}

/** AES-256, for whoever has the password; nobody has the one that would take it off. */
async function locked(pdf: Uint8Array, password: string): Promise<Uint8Array> {
	const document = await PDFDocument.load(pdf, { updateMetadata: false });
	document.encrypt({
		userPassword: password,
		ownerPassword: randomBytes(24).toString('base64url'),
		permissions: { printing: 'highResolution', copying: true, contentAccessibility: true }
	});
	return document.save();
}
