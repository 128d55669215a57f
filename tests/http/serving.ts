import { spawn, type ChildProcess } from 'node:child_process';
import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import { freePort } from '../ports.ts';

export type Answer = {
	status: number;
	location: string;
	headers: IncomingHttpHeaders;
	body: string;
};

export type Asking = {
	method?: string;
	cookie?: string;
	form?: Record<string, string>;
	headers?: Record<string, string>;
	/** The address on this machine to knock from. */
	from?: string;
};

/** The built server on a data folder, in a process of its own; what it says; and a way to knock. */
export async function serve(dataDir: string, settings: Record<string, string> = {}) {
	const port = await freePort();
	const origin = `http://localhost:${port}`;
	const own = { DATA_DIR: dataDir, PORT: String(port), ORIGIN: origin };
	const env = { ...process.env, ...own, ...settings };
	const server = spawn(process.execPath, ['src/server.ts'], { env });
	const said: string[] = [];
	await new Promise<void>((ready) => {
		const hear = (part: Buffer) => {
			said.push(part.toString());
			if (part.includes('Waymark is at')) ready();
		};
		server.stdout.on('data', hear);
		server.stderr.on('data', hear);
	});
	const agent = new Agent({ keepAlive: true, maxSockets: 8 });
	return {
		origin,
		said,
		ask: (path: string, asking: Asking = {}) => ask(agent, new URL(path, origin), asking),
		end: () => ended(server)
	};
}

const ended = (server: ChildProcess): Promise<void> =>
	new Promise((done) => {
		server.on('exit', () => done());
		server.kill('SIGTERM');
	});

function ask(agent: Agent, url: URL, asking: Asking): Promise<Answer> {
	const { method = 'GET', cookie, form, from } = asking;
	const sent = form ? new URLSearchParams(form).toString() : undefined;
	const headers: Record<string, string> = { accept: 'text/html', 'sec-fetch-site': 'same-origin' };
	if (cookie) headers.cookie = cookie;
	if (method === 'POST') headers['content-type'] = 'application/x-www-form-urlencoded';
	Object.assign(headers, asking.headers);
	const where = from ? { localAddress: from, family: 4 } : {};
	return new Promise((done, fail) => {
		const asked = request(url, { method, agent, headers, ...where }, (response) => {
			let body = '';
			response.on('data', (part: Buffer) => (body += part.toString()));
			response.on('end', () =>
				done({
					status: response.statusCode ?? 0,
					location: response.headers.location ?? '',
					headers: response.headers,
					body
				})
			);
		});
		asked.on('error', fail);
		asked.end(sent);
	});
}
