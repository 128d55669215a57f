import { request as overHttp, Agent as HttpAgent } from 'node:http';
import { request as overHttps, Agent as HttpsAgent } from 'node:https';
import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Why nothing could be read, in a sentence for whoever typed the address. */
export class Unread extends Error {}

const patience = 20_000;
const mostBytes = 20 * 1024 * 1024;
const mostRedirects = 3;

// What is no address of the open internet: special purpose and multicast (RFC 6890, RFC 5771, RFC 4291). Two
// lists, since one would hold every IPv4 address to be among those that are written as IPv6.
const closed = { 4: new BlockList(), 6: new BlockList() };
for (const [net, bits] of [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.168.0.0', 16],
	['198.18.0.0', 15],
	['224.0.0.0', 3]
] as const)
	closed[4].addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
	['::', 96],
	['::ffff:0:0', 96],
	['64:ff9b::', 96],
	['64:ff9b:1::', 48],
	['2002::', 16],
	['fc00::', 7],
	['fe80::', 10],
	['ff00::', 8]
] as const)
	closed[6].addSubnet(net, bits, 'ipv6');

/** Whether an address is of a private or special network, which an outside feed has no business to lead to. */
export function isPrivate(ip: string): boolean {
	const kind = isIP(ip);
	if (kind === 0) return true;
	return kind === 6 ? closed[6].check(ip, 'ipv6') : closed[4].check(ip, 'ipv4');
}

/** Looks a name up and refuses what is private, at the very look-up that the connection uses. */
const openOnly: LookupFunction = (name, options, told) =>
	lookup(name, { ...options, all: true }, (fault, found) => {
		const [first] = found ?? [];
		if (fault || !first) return told(fault ?? new Unread('That name leads nowhere.'), '', 4);
		if (found.some(({ address }) => isPrivate(address)))
			return told(new Unread(atHome(name)), '', 4);
		if (options.all) told(null, found);
		else told(null, first.address, first.family);
	});

const atHome = (name: string): string =>
	`${name} is on a private network. Say --allow-private if that is meant.`;

/** Reads an address as a person typed it. */
export function addressOf(typed: string): URL {
	if (!URL.canParse(typed)) throw new Unread('That is no web address.');
	const address = new URL(typed);
	if (!['http:', 'https:'].includes(address.protocol))
		throw new Unread('A feed is read over http or https.');
	if (address.username || address.password)
		throw new Unread('An open feed needs no name and password: leave them out of the address.');
	return address;
}

/** Something that reads JSON from addresses, holding its connections open between them. */
export type Reader = { read(address: URL): Promise<unknown>; close(): void };

/**
 * Opens a reader. An answer is read up to 20 MB and 20 seconds; a redirect is followed three times, never from
 * https to http. Nothing on a private network is asked unless `allowPrivate` says so.
 *
 * @returns from `read` the JSON, or `undefined` where there is nothing (404).
 * @throws {Unread}
 */
export function reader({ allowPrivate = false } = {}): Reader {
	const kept = { keepAlive: true, maxSockets: 8, ...(!allowPrivate && { lookup: openOnly }) };
	const agents = { 'http:': new HttpAgent(kept), 'https:': new HttpsAgent(kept) };

	async function read(address: URL, redirects = mostRedirects): Promise<unknown> {
		const host = address.hostname.replace(/^\[|\]$/g, '');
		if (!allowPrivate && isIP(host) && isPrivate(host)) throw new Unread(atHome(host));
		const { status, location, text } = await ask(address, agents);
		if (status === 404) return undefined;
		if (status >= 300 && status < 400 && location) {
			if (redirects === 0) throw new Unread('It leads on and on to other addresses.');
			const next = addressOf(new URL(location, address).href);
			if (address.protocol === 'https:' && next.protocol === 'http:')
				throw new Unread('It leads from https to http.');
			return read(next, redirects - 1);
		}
		if (status !== 200) throw new Unread(`${address.href} answered ${status}.`);
		return parsed(text, address.href);
	}
	return {
		read: (address) => read(address),
		close: () => Object.values(agents).forEach((agent) => agent.destroy())
	};
}

/** JSON, or a sentence. */
export function parsed(text: string, from: string): unknown {
	try {
		return JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch (fault) {
		throw new Unread(`${from} holds no JSON: ${(fault as Error).message.slice(0, 80)}`);
	}
}

type Asked = { status: number; location: string | undefined; text: string };

function ask(address: URL, agents: Record<'http:' | 'https:', HttpAgent>): Promise<Asked> {
	const isPlain = address.protocol === 'http:';
	const own = {
		agent: agents[isPlain ? 'http:' : 'https:'],
		headers: { accept: 'application/json' },
		signal: AbortSignal.timeout(patience)
	};
	return new Promise((done, fail) => {
		const unread = (fault: Error) =>
			fail(
				fault instanceof Unread
					? fault
					: new Unread(`${address.href} could not be read: ${fault.message}`)
			);
		const asked = (isPlain ? overHttp : overHttps)(address, own, (response) => {
			const parts: Buffer[] = [];
			let bytes = 0;
			response.on('data', (part: Buffer) => {
				bytes += part.length;
				if (bytes > mostBytes) asked.destroy(new Unread(`${address.href} sends more than 20 MB.`));
				else parts.push(part);
			});
			response.on('error', unread);
			response.on('end', () =>
				done({
					status: response.statusCode ?? 0,
					location: response.headers.location,
					text: Buffer.concat(parts).toString()
				})
			);
		});
		asked.on('error', unread);
		asked.end();
	});
}
