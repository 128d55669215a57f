import {
	createServer,
	request,
	type IncomingHttpHeaders,
	type IncomingMessage,
	type ServerResponse
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands in front of the server, so that what it answers can be mended, or the line be cut, as on another day. */
export async function inFront(of: string) {
	const { hostname, port } = new URL(of);
	const mended = new Map<string, (text: string) => string>();
	let cut = false;

	function pass(asked: IncomingMessage, answer: ServerResponse): void {
		const path = asked.url ?? '/';
		const mend = mended.get(path);
		// What is mended comes whole and unpacked, and is not what the browser knows already.
		const asTold = mend
			? without(asked.headers, 'accept-encoding', 'if-none-match')
			: asked.headers;
		const to = { hostname, port, path, method: asked.method };
		asked.pipe(
			request({ ...to, headers: asTold }, (got) => {
				if (!mend) return void got.pipe(answer.writeHead(got.statusCode ?? 500, got.headers));
				const kept = without(got.headers, 'content-length', 'etag');
				got.setEncoding('utf8');
				got.toArray().then(
					(parts) => {
						answer.writeHead(got.statusCode ?? 500, kept).end(mend(parts.join('')));
					},
					(fault: Error) => answer.destroy(fault)
				);
			})
		);
	}

	const server = createServer((asked, answer) => {
		if (cut) asked.socket.destroy();
		else pass(asked, answer);
	});
	await new Promise<void>((done) => server.listen(0, 'localhost', done));
	return {
		origin: `http://localhost:${(server.address() as AddressInfo).port}`,
		/** From now on this address answers otherwise. */
		mend: (path: string, how: (text: string) => string) => void mended.set(path, how),
		/** From now on nothing is answered, or everything again. */
		cutOff: (now: boolean) => {
			cut = now;
			if (now) server.closeAllConnections();
		},
		isCut: () => cut,
		end: () => {
			server.closeAllConnections();
			server.close();
		}
	};
}

const without = (headers: IncomingHttpHeaders, ...names: string[]): IncomingHttpHeaders =>
	Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));
