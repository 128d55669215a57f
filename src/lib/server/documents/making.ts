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

/** A referral as it was sent, by the headings of its layout. */
export type Referral = {
	reference: string;
	to: string;
	from: string;
	sentAt: Date;
	urgency: string;
	/** `YYYY-MM-DD`: by when the service should say that it has it. */
	answerBy: string;
	sections: { heading: string; fields: { label: string; says: string }[] }[];
};

/** What can be put on paper. */
export type Paper = ({ kind: 'chronology' } & Chronology) | ({ kind: 'referral' } & Referral);

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
 * A chronology or a referral as a tagged PDF, with who printed it and when on every page. With a password, nobody
 * opens it without. Its metadata names nobody.
 */
export async function make(
	paper: Paper,
	{ printedBy, printedAt, password }: Printing
): Promise<Uint8Array> {
	const { day, time } = parts(printedAt);
	const printed = printable(`Printed by ${printedBy} on ${day} at ${time}`);
	const said = paper.kind === 'chronology' ? ofChronology(paper) : ofReferral(paper);
	const pdf = set(`${paper.kind}.typ`, { reference: paper.reference, printed, ...said });
	return password ? locked(pdf, password) : pdf;
}

const ofChronology = ({ child, entries }: Chronology) => ({
	about: printable(`${child.name}, born ${longDay(child.born)}, year ${child.year}, ${child.form}`),
	entries: entries.map(({ at, happenedOn, kind, by, says, childsWords }) => ({
		when: whenOf(at, happenedOn),
		kind: printable(kind),
		by: printable(by),
		says: printable(says),
		words: printable(childsWords ?? '')
	}))
});

const ofReferral = ({ to, from, sentAt, urgency, answerBy, sections }: Referral) => ({
	about: printable(
		[`To ${to}`, `From ${from}, ${parts(sentAt).day}`, `How soon: ${urgency}`].join('\n')
	),
	answer: printable(`Please tell ${from} by ${longDay(answerBy)} that you have it.`),
	sections: sections.map(({ heading, fields }) => ({
		heading: printable(heading),
		fields: fields.map(({ label, says }) => ({ label: printable(label), says: printable(says) }))
	}))
});

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
