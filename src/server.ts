import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { keptNowhere, securityHeaders } from './lib/server/headers.ts';
import { allowanceOf, mayBringAFile, mostBytesAnywhere, toldTooLarge } from './lib/server/sizes.ts';

const patience = 10_000;

const second = 1000;
// Somebody who opens connections and sends a letter now and then must not hold them for ever. A browser
// sends its headers at once. Node closes what has nothing more to say, and looks for the slow every few
// seconds; this is for the one address that takes files, and `sizes.ts` says what the others have.
const limits = {
	headersTimeout: 10 * second,
	requestTimeout: 180 * second,
	keepAliveTimeout: 10 * second,
	connectionsCheckingInterval: 5 * second,
	// A browser sends about twenty headers, a proxy before us ten more.
	maxHeaderSize: 16 * 1024
};
const mostHeaders = 100;

/** Serves the built site with our headers on every response, prerendered pages among them. */
async function serve(): Promise<void> {
	const { PORT = '3000', HOST = 'localhost', ORIGIN = '' } = process.env;
	// The handler has one limit for every address; what is below it is refused here.
	// Set for adapter-node, and nobody's to choose.
	Object.assign(process.env, { BODY_SIZE_LIMIT: String(mostBytesAnywhere) });
	const built = new URL('../build/handler.js', import.meta.url).href;
	const { handler } = (await import(built)) as {
		handler: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
	};

	const server = createServer(limits, (request, response) => {
		const headers = securityHeaders(ORIGIN.startsWith('https:'), request.url);
		for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
		if (keptNowhere(request.url)) response.setHeader('cache-control', 'no-store');
		if (isTooMuch(request)) refuse(request, response);
		else handler(request, response, () => response.writeHead(404).end());
	});
	server.maxHeadersCount = mostHeaders;
	server.listen(Number(PORT), HOST, () => console.log(`Waymark is at ${ORIGIN}`));
	server.on('error', (fault: NodeJS.ErrnoException) => {
		if (fault.code !== 'EADDRINUSE') throw fault;
		console.error(`Port ${PORT} is in use: stop what uses it, or choose another with PORT=…`);
		process.exit(1);
	});

	const stop = () => {
		process.off('SIGINT', stop).off('SIGTERM', stop);
		process.on('SIGINT', () => {});
		// Whoever waits for what comes next in a lesson would be waited for.
		process.emit('waymark:ending' as never);
		server.close(() => process.emit('sveltekit:shutdown' as never));
		server.closeIdleConnections();
		setTimeout(() => server.closeAllConnections(), patience).unref();
	};
	process.on('SIGINT', stop).on('SIGTERM', stop);
}

/** Whether more is sent than this address takes. What does not say how much it is, is cut where it is too much. */
function isTooMuch(request: IncomingMessage): boolean {
	const { bytes, patience: most } = allowanceOf(request.method, request.url);
	const slow = setTimeout(() => request.complete || request.destroy(), most).unref();
	request.once('close', () => clearTimeout(slow));
	// SvelteKit reads no further than this says.
	if (request.headers['transfer-encoding']) request.headers['content-length'] = String(bytes);
	return Number(request.headers['content-length'] ?? 0) > bytes;
}

/** Too much was sent. Nothing of it is read; what was typed is still on the page one step back. */
function refuse(request: IncomingMessage, response: ServerResponse): void {
	request.resume();
	if (mayBringAFile(request.method, request.url)) {
		// A browser looks for the answer only when it has sent everything.
		const location = toldTooLarge(request.url);
		request.once('end', () => response.writeHead(303, { location, connection: 'close' }).end());
		return;
	}
	response.writeHead(413, { 'content-type': 'text/html; charset=utf-8', connection: 'close' });
	response.end(
		'<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Too much at once</title>' +
			'<h1>That is too much at once</h1><p>A form can hold about 500,000 letters. Go back, make it ' +
			'shorter, and send it again. Nothing was saved.</p></html>'
	);
}

await serve().catch((fault: unknown) => {
	if (!(fault instanceof Error)) throw fault;
	console.error(fault.message);
	process.exit(1);
});
