import { once } from 'node:events';
import { createServer } from 'node:net';

// Below those that a machine gives to whoever calls out, of which any may be taken the moment it was free.
const lowest = 20_000;
const highest = 32_000;

/** A port of this machine on which nobody listens. */
export async function freePort(): Promise<number> {
	for (;;) {
		const port = lowest + Math.floor(Math.random() * (highest - lowest));
		if (await isFree(port)) return port;
	}
}

async function isFree(port: number): Promise<boolean> {
	const server = createServer();
	server.listen(port, 'localhost');
	try {
		await once(server, 'listening');
		return true;
	} catch {
		return false;
	} finally {
		server.close();
	}
}
