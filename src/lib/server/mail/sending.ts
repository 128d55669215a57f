import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Config } from '../config.ts';
import { isAddress } from './addressing.ts';
import { composed, nameOf, type Known, type Letter } from './composing.ts';
import type { MailServer } from './settings.ts';

type Settings = Pick<Config, 'mail' | 'origin'>;

/** Why a letter was not sent. Its message names nobody; what the mail server said is its cause. */
export class NotSent extends Error {
	override name = 'NotSent';
}

// Content is handed over and never fetched, whatever a letter says.
const shut = { disableFileAccess: true, disableUrlAccess: true };

// A mail server answers in seconds; whoever waits for a page does not wait minutes.
const patience = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 };

/**
 * Sends a letter at once and keeps nothing of it: for what holds a link or another secret.
 *
 * What went wrong is an answer, for the caller to report.
 */
export const sendNow = (
	settings: Settings,
	letter: Letter,
	at = new Date()
): Promise<'sent' | NotSent> => deliver(settings, letter, { id: randomUUID(), at });

/** Sends a letter by the mail server, or writes it into the folder where there is none. */
export async function deliver(
	settings: Settings,
	letter: Letter,
	known: Known,
	signal?: AbortSignal
): Promise<'sent' | NotSent> {
	if (!isAddress(letter.to)) return new NotSent('A letter had no one address to go to');
	const message = composed(settings, letter, known);
	const { folder, server } = settings.mail;
	try {
		if (server) await bySmtp(server, settings.origin, { ...message, signal });
		else await intoFolder(folder, nameOf(known), message);
		return 'sent';
	} catch (fault) {
		return new NotSent('A letter could not be sent', { cause: fault });
	}
}

const bySmtp = (
	{ host, port, secure, here, auth }: MailServer,
	{ hostname }: URL,
	message: SendMailOptions
): Promise<unknown> =>
	createTransport({
		...shut,
		...patience,
		host,
		port,
		secure,
		auth,
		requireTLS: !here,
		ignoreTLS: here,
		// Otherwise the greeting would tell this machine's own name.
		name: hostname
	}).sendMail(message);

/** Writes a letter whole or not at all, for this user alone. */
async function intoFolder(folder: string, name: string, message: SendMailOptions): Promise<void> {
	const composer = createTransport({
		...shut,
		streamTransport: true,
		buffer: true,
		newline: 'windows'
	});
	const { message: written } = await composer.sendMail(message);
	const file = join(folder, `${name}.eml`);
	await mkdir(folder, { recursive: true, mode: 0o700 });
	await writeFile(`${file}.part`, written as Buffer, { mode: 0o600, flush: true });
	await rename(`${file}.part`, file);
}
