import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { uuidOf } from './ids.ts';
import { pageOf } from './paging.ts';

type Thing = Record<string, unknown>;

/** A made-up service of a made-up feed, the same for the same number. */
export const madeUp = (number: number): Thing & { id: string } => ({
	id: uuidOf('made up', String(number)),
	name: `Service ${number}`,
	description: `What service ${number} does. `.repeat(10),
	status: number % 50 === 7 ? 'inactive' : 'active',
	url: `https://service-${number}.example/`,
	email: `help@service-${number}.example`,
	minimum_age: number % 12,
	maximum_age: 12 + (number % 10),
	last_modified: '2026-11-01T10:00:00Z',
	organization: {
		id: uuidOf('runs', String(number % 400)),
		name: `Trust ${number % 400}`,
		description: 'A trust.'
	},
	phones: [{ id: uuidOf('phone', String(number)), number: '0113 496 0000' }],
	service_areas: [{ id: uuidOf('area', String(number)), name: `Council ${number % 150}` }],
	eligibility_description: 'Young people who live in the area.',
	attributes: [
		{
			id: uuidOf('attribute', String(number)),
			taxonomy_term: {
				id: uuidOf('term'),
				name: number % 3 ? 'Youth justice services' : 'Domestic abuse',
				description: 'A kind.'
			}
		}
	]
});

/** A feed of HSDS-UK 3.0 over these services on this machine. `onPage` hears of each page before it is answered. */
export async function feeding(
	services: (Thing & { id: string })[],
	onPage: (page: number) => void = () => {},
	port = 0
) {
	const byId = new Map(services.map((each) => [each.id, each]));
	const tell = (response: ServerResponse, thing: unknown) =>
		response
			.writeHead(thing ? 200 : 404, { 'content-type': 'application/json' })
			.end(JSON.stringify(thing ?? {}));
	const server = createServer(({ url = '/' }, response) => {
		const { pathname, searchParams } = new URL(url, 'http://localhost');
		if (pathname === '/feed/') return tell(response, { version: 'HSDS-UK-3.0' });
		const id = pathname.split('/')[3];
		if (id) return tell(response, byId.get(id));
		const page = Number(searchParams.get('page'));
		onPage(page);
		return tell(response, pageOf(services, page, Number(searchParams.get('per_page'))));
	});
	await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
	const { port: open } = server.address() as AddressInfo;
	return {
		address: `http://127.0.0.1:${open}/feed`,
		close: () =>
			new Promise<void>((closed) => {
				server.close(() => closed());
				server.closeAllConnections();
			})
	};
}
