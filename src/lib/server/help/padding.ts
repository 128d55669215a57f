import { gzipSync } from 'node:zlib';

// Whoever watches a connection sees how much came back, not what it says. So there are few sizes, and all
// that can be said in answer to one question has the same (docs/decisions/0019).
const step = 6 * 1024;
const plainStep = 64 * 1024;

/**
 * A page of the help door at one of a few sizes: packed for whoever takes gzip, and filled up to a whole
 * number of 6 KiB; else as it is, filled up to a whole number of 64 KiB.
 *
 * Packed, the filling stands in the extra field that gzip's header has for such things (RFC 1952, 2.3.1.1),
 * where it cannot be packed away; plain, it is spaces after the page's end.
 */
export async function alike(response: Response, accepted: string | null): Promise<Response> {
	const body = Buffer.from(await response.arrayBuffer());
	const packs = /\bgzip\b(?!;\s*q=0(\.0*)?\s*(,|$))/.test(accepted ?? '');
	const sent = packs ? packed(body) : filled(body);
	const headers = new Headers(response.headers);
	headers.set('content-length', String(sent.length));
	headers.set('vary', 'accept-encoding');
	headers.delete('etag');
	if (packs) headers.set('content-encoding', 'gzip');
	return new Response(new Uint8Array(sent), { status: response.status, headers });
}

const roundedUp = (bytes: number, to: number): number => Math.ceil(bytes / to) * to;

function filled(body: Buffer): Buffer {
	const all = Buffer.alloc(roundedUp(body.length, plainStep), ' ');
	body.copy(all);
	return all;
}

const header = 10;
const extraHeader = 6;
const hasExtra = 4;

function packed(body: Buffer): Buffer {
	const bare = gzipSync(body, { level: 9 });
	const filling = roundedUp(bare.length + extraHeader, step) - bare.length - extraHeader;
	const extra = Buffer.alloc(extraHeader + filling);
	extra.writeUInt16LE(filling + 4, 0);
	extra.write('WM', 2, 'latin1');
	extra.writeUInt16LE(filling, 4);
	const start = Buffer.from(bare.subarray(0, header));
	start[3] = hasExtra;
	return Buffer.concat([start, extra, bare.subarray(header)]);
}
