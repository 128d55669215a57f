import { resolve } from 'node:path';
import { loopback } from '../loopback.ts';
import { isAddress } from './addressing.ts';

/** How letters leave: by a mail server where there is one, and otherwise into a folder. */
export type MailSettings = {
	from: string;
	folder: string;
	server: MailServer | undefined;
};

export type MailServer = {
	host: string;
	port: number | undefined;
	/** TLS from the first byte; without it the connection becomes TLS before anything is said. */
	secure: boolean;
	/** On this very machine nothing needs to be hidden on the way. */
	here: boolean;
	auth: { user: string; pass: string } | undefined;
};

/**
 * Reads how letters leave.
 *
 * @throws a sentence naming the variable that is missing or wrong, and never what stands in it.
 */
export function readMailSettings(
	env: NodeJS.ProcessEnv,
	{ dataDir, origin }: { dataDir: string; origin: URL }
): MailSettings {
	const server = readServer(env.SMTP_URL);
	if (server && !env.MAIL_FROM)
		throw new Error('Set MAIL_FROM to the address that letters come from, since SMTP_URL is set');
	if (env.MAIL_FROM && !isAddress(env.MAIL_FROM))
		throw new Error('MAIL_FROM must be one e-mail address, such as waymark@school.example');
	return {
		from: env.MAIL_FROM || `waymark@${origin.hostname}`,
		folder: resolve(env.MAIL_DIR || `${dataDir}/mail`),
		server
	};
}

const wrong =
	'SMTP_URL must be such as smtps://name:password@mail.example.org or smtp://localhost:25, with %40 for an @ in the password';

function readServer(given: string | undefined): MailServer | undefined {
	if (!given) return undefined;
	if (!URL.canParse(given)) throw new Error(wrong);
	const url = new URL(given);
	const { protocol, hostname, port, pathname, search, hash } = url;
	const scheme = protocol === 'smtp:' || protocol === 'smtps:';
	const more = search || hash || !['', '/'].includes(pathname);
	if (!scheme || more || !/^([\w.-]+|\[[\da-f:.]+\])$/i.test(hostname)) throw new Error(wrong);
	return {
		host: hostname.replace(/^\[(.*)\]$/, '$1'),
		port: port ? Number(port) : undefined,
		secure: protocol === 'smtps:',
		here: loopback.has(hostname),
		auth: readName(url)
	};
}

function readName({ username, password }: URL): MailServer['auth'] {
	if (!username) return undefined;
	try {
		return { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
	} catch (fault) {
		if (fault instanceof URIError) throw new Error(wrong, { cause: fault });
		throw fault;
	}
}
