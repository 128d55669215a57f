import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alike } from './padding.ts';

const answerTo = async (html: string, accepted: string | null) => {
	const headers = { 'content-type': 'text/html', 'cache-control': 'no-store', etag: '"x"' };
	const response = await alike(new Response(html, { status: 422, headers }), accepted);
	return { response, body: Buffer.from(await response.arrayBuffer()) };
};
const anyHtml = fc.string({ unit: 'grapheme', maxLength: 30_000 });

test('packed, a page unpacks to what it was, at a whole number of 6 KiB', async () => {
	await fc.assert(
		fc.asyncProperty(anyHtml, async (html) => {
			const { response, body } = await answerTo(html, 'gzip, deflate, br');
			expect(response.headers.get('content-encoding')).toBe('gzip');
			expect(response.headers.get('content-length')).toBe(String(body.length));
			expect(body.length % 6144).toBe(0);
			expect(gunzipSync(body).equals(Buffer.from(html))).toBe(true);
		})
	);
});

test('plain, it is what it was and spaces, at a whole number of 64 KiB', async () => {
	for (const accepted of [null, '', 'br', 'gzip;q=0', 'gzip; q=0.0, br'])
		await fc.assert(
			fc.asyncProperty(anyHtml, async (html) => {
				const { response, body } = await answerTo(html, accepted);
				expect(response.headers.has('content-encoding')).toBe(false);
				expect(body.length % 65_536).toBe(0);
				const given = body.toString();
				expect(given.startsWith(html)).toBe(true);
				expect(given.slice(html.length).trim()).toBe('');
			}),
			{ numRuns: 20 }
		);
});

test('everything else of the answer stays, but what would tell its size or its words', async () => {
	const { response } = await answerTo('<p>', 'gzip');

	expect(response.status).toBe(422);
	expect(response.headers.get('cache-control')).toBe('no-store');
	expect(response.headers.has('etag')).toBe(false);
});
