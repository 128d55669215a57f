import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

const kinds: Record<string, [type: string, body: string]> = {
	js: ['text/javascript', '(globalThis.ran ??= []).push("a file from elsewhere")'],
	css: ['text/css', 'h1 { color: rgb(1, 2, 3) }'],
	svg: ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'],
	html: ['text/html', '<!doctype html><title>Elsewhere</title><h1>Elsewhere</h1>']
};

export type Foreign = {
	/** An origin that is nobody's of ours. */
	origin: string;
	/** A page without any of our headers, from a third origin: what is tried there gets through. */
	control: string;
	/** What has arrived, as `GET name`, and which page it said it came from. */
	arrived: () => { what: string; referrer: string | undefined }[];
	forget: () => void;
	stop: () => Promise<void>;
};

/** A server that is not ours, says yes to everything, and counts what reaches it. */
export async function aForeignServer(): Promise<Foreign> {
	let arrived: ReturnType<Foreign['arrived']> = [];
	const note = ({ method, url = '', headers }: IncomingMessage) =>
		arrived.push({ what: `${method} ${nameIn(url)}`, referrer: headers.referer });

	const server = createServer((request, response) => {
		const { pathname } = new URL(request.url ?? '', 'http://elsewhere');
		if (pathname !== '/control.html' && pathname !== '/favicon.ico') note(request);
		const [type, body] = kinds[pathname.split('.').at(-1) ?? ''] ?? ['text/plain', 'Elsewhere'];
		response.setHeader('access-control-allow-origin', '*');
		response.setHeader('access-control-allow-headers', '*');
		response.setHeader('content-type', type);
		response.end(body);
	});
	server.on('upgrade', (request, socket) => {
		note(request);
		socket.destroy();
	});
	await new Promise<void>((listening) => server.listen(0, () => listening()));
	const { port } = server.address() as AddressInfo;
	return {
		origin: `http://127.0.0.1:${port}`,
		control: `http://localhost:${port}/control.html`,
		arrived: () => arrived,
		forget: () => {
			arrived = [];
		},
		stop: () =>
			new Promise((stopped) => {
				server.close(() => stopped());
				server.closeAllConnections();
			})
	};
}

const nameIn = (url: string): string =>
	decodeURIComponent(new URL(url, 'http://elsewhere').pathname)
		.slice(1)
		.replace(/\.\w+$/, '');
