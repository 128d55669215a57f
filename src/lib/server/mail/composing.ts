import type { SendMailOptions } from 'nodemailer';
import type { Config } from '../config.ts';
import { onOneLine } from './addressing.ts';

/** What is sent: to one person, in plain words. */
export type Letter = {
	to: string;
	subject: string;
	text: string;
	attachment?: { name: string; type: string; content: string };
};

/** What tells one letter from every other, and when it was written. */
export type Known = { id: string; at: Date };

/** A letter's own name, the same however often it is sent. It begins with when it was written. */
export const nameOf = ({ id, at }: Known): string =>
	`${at.toISOString().replaceAll(/[^\dTZ]/g, '')}.${id}`;

/**
 * A letter as nodemailer composes it: plain text and at most one file, and nothing that tells of this
 * machine or of the person who opens it.
 */
export const composed = (
	{ mail, origin }: Pick<Config, 'mail' | 'origin'>,
	{ to, subject, text, attachment }: Letter,
	known: Known
): SendMailOptions => ({
	from: { name: 'Waymark', address: mail.from },
	to: { name: '', address: to },
	subject: onOneLine(subject),
	text,
	date: known.at,
	messageId: `<${nameOf(known)}@${origin.hostname}>`,
	// So that no absence note comes back (RFC 3834, section 5).
	headers: { 'Auto-Submitted': 'auto-generated' },
	attachments: attachment && [
		{
			filename: attachment.name,
			contentType: attachment.type,
			content: Buffer.from(attachment.content)
		}
	]
});
