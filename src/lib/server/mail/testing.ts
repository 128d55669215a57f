import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';
import { onTestFinished } from 'vitest';

/** A message as it came to the mail server: who it was for, and its every byte. */
export type Arrived = { for: string[]; raw: string; greeted: string; secure: boolean };

/** A mail server that takes everything, unless `different` says otherwise. It is gone with the test. */
export async function aMailServer(different: SMTPServerOptions = {}, host = '127.0.0.1', port = 0) {
	const arrived: Arrived[] = [];
	const server = new SMTPServer({
		disabledCommands: ['STARTTLS', 'AUTH'],
		disableReverseLookup: true,
		closeTimeout: 100,
		logger: false,
		onData: (stream, session, done) => {
			void text(stream).then((raw) => {
				arrived.push({ ...seen(session), raw });
				done();
			});
		},
		...different
	});
	// A connection that is cut off is told of here; it is the client that must notice.
	server.on('error', () => {});
	const listening = server.listen(port, host);
	await once(listening, 'listening');
	const sockets = new Set<Socket>();
	listening.on('connection', (socket: Socket) => sockets.add(socket));
	const stop = async () => {
		const closed = new Promise<void>((resolve) => server.close(resolve));
		await closed;
	};
	onTestFinished(() => (listening.listening ? stop() : undefined));
	/** Cuts every connection off, as when a cable is pulled. */
	const cut = () => {
		for (const socket of sockets) socket.destroy();
	};
	return { arrived, port: (listening.address() as AddressInfo).port, stop, cut };
}

const seen = ({ envelope, hostNameAppearsAs, secure }: SMTPServerSession) => ({
	for: envelope.rcptTo.map(({ address }) => address),
	greeted: hostNameAppearsAs,
	secure
});

/** A refusal with the number that a mail server gives it. */
export const refusal = (responseCode: number): Error =>
	Object.assign(new Error('Not here, not now'), { responseCode });

export const parsed = (raw: string | Buffer): Promise<ParsedMail> => simpleParser(raw);

/** The letters in a folder, in the order in which they were written. */
export const lettersIn = (folder: string): Promise<ParsedMail[]> =>
	Promise.all(
		readdirSync(folder)
			.filter((file) => file.endsWith('.eml'))
			.sort()
			.map((file) => parsed(readFileSync(join(folder, file))))
	);

// The least of X.509 (RFC 5280) that makes a certificate for a test: no package and no program needed.
const der = (tag: number, ...parts: Buffer[]): Buffer => {
	const body = Buffer.concat(parts);
	const length = body.length < 128 ? [body.length] : [0x82, body.length >> 8, body.length & 255];
	return Buffer.concat([Buffer.from([tag, ...length]), body]);
};
const sequence = (...parts: Buffer[]) => der(0x30, ...parts);
const id = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const ecdsaWithSha256 = sequence(id('2a8648ce3d040302'));
const name = sequence(der(0x31, sequence(id('550403'), der(0x0c, Buffer.from('Waymark test')))));
const time = (at: Date) =>
	der(0x18, Buffer.from(`${at.toISOString().replaceAll(/[-:T]|\.\d+/g, '')}`));

/** A certificate for these IPv4 addresses of this machine that signs itself, with its key. */
export function aCertificate(...addresses: string[]): { key: string; cert: string } {
	const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const day = 86_400_000;
	const names = addresses.map((each) => der(0x87, Buffer.from(each.split('.').map(Number))));
	const signed = sequence(
		der(0xa0, der(0x02, Buffer.from([2]))),
		der(0x02, Buffer.from([1])),
		ecdsaWithSha256,
		name,
		sequence(time(new Date(Date.now() - day)), time(new Date(Date.now() + day))),
		name,
		publicKey.export({ format: 'der', type: 'spki' }),
		der(0xa3, sequence(sequence(id('551d11'), der(0x04, sequence(...names)))))
	);
	return {
		key: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
		cert: asPem(sequence(signed, ecdsaWithSha256, signature(signed, privateKey)))
	};
}

const signature = (signed: Buffer, key: KeyObject): Buffer =>
	der(0x03, Buffer.from([0]), sign('sha256', signed, key));

const asPem = (bytes: Buffer): string =>
	`-----BEGIN CERTIFICATE-----\n${bytes.toString('base64')}\n-----END CERTIFICATE-----\n`;
